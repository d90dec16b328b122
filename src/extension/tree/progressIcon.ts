import { Uri } from 'vscode';

/** What the ring around the share of what is complete says: it goes on, it waits, or a cycle stops it. */
export type Ring = 'going' | 'waiting' | 'cycle';

/** The two colours that codicons have in the editor's own themes; contrast themes take one of them too. */
const COLOURS = { light: '#3b3b3b', dark: '#cccccc' } as const;
/** Quarters would be too few to see a change, sixteenths too many to see at all. */
const STEPS = 8;

export interface IconPath {
  readonly light: Uri;
  readonly dark: Uri;
}

const known = new Map<string, IconPath>();

/** A circle that fills as achievements are completed: empty only without any, full only with all. */
export const progressIcon = (complete: number, total: number, ring: Ring): IconPath => {
  const step = stepOf(complete, total);
  const key = `${ring} ${step}`;
  const icon = known.get(key) ?? {
    light: iconIn(COLOURS.light, step, ring),
    dark: iconIn(COLOURS.dark, step, ring),
  };
  known.set(key, icon);
  return icon;
};

/** In eighths. */
export const stepOf = (complete: number, total: number): number => {
  if (total === 0 || complete === 0) return 0;
  if (complete >= total) return STEPS;
  return Math.min(STEPS - 1, Math.max(1, Math.round((complete / total) * STEPS)));
};

const iconIn = (colour: string, step: number, ring: Ring): Uri => {
  const dashes = ring === 'waiting' ? ' stroke-dasharray="2.4 1.68"' : '';
  const svg = [
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">',
    `<circle cx="8" cy="8" r="6.5" fill="none" stroke="${colour}"${dashes}/>`,
    sector(colour, step),
    ring === 'cycle' ? warning(colour) : '',
    '</svg>',
  ].join('');
  return Uri.parse(`data:image/svg+xml;base64,${btoa(svg)}`);
};

const sector = (colour: string, step: number): string => {
  if (step === 0) return '';
  if (step === STEPS) return `<circle cx="8" cy="8" r="4.5" fill="${colour}"/>`;
  const angle = (step / STEPS) * 2 * Math.PI;
  const [x, y] = [8 + 4.5 * Math.sin(angle), 8 - 4.5 * Math.cos(angle)].map((each) => each.toFixed(2));
  return `<path fill="${colour}" d="M8 8V3.5A4.5 4.5 0 ${step > STEPS / 2 ? 1 : 0} 1 ${x} ${y}Z"/>`;
};

/** A triangle in the corner, cut out of the ring. */
const warning = (colour: string): string => {
  const edge = colour === COLOURS.light ? '#ffffff' : '#1f1f1f';
  const fill = colour === COLOURS.light ? '#bf8803' : '#cca700';
  return `<path fill="${fill}" stroke="${edge}" d="M11.5 7.5l4 8h-8z"/>`;
};

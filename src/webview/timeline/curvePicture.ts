import { html, svg } from '../kit/dom';
import type { TimelineChart, TimelinePoint } from '../protocol/timelineMessages';
import { roundFigures } from './timeScale';

/** The picture in its own units, and the room around the lines. */
export const WIDTH = 320;
export const HEIGHT = 200;
const LEFT = 40;
const RIGHT = 18;
export const TOP = 34;
export const BOTTOM = 36;
/** Numbers below the axis are at least so far apart. */
const LABEL_GAP = 24;

/** Where so many hours of so many executors are. */
export type PlaceOf = (executors: number, hours: number) => { readonly x: number; readonly y: number };

/** The chosen number has a place too where it is beyond the curve. */
export const placesOf = ({ curve, executors }: TimelineChart): PlaceOf => {
  const first = curve[0]?.executors ?? 1;
  const last = Math.max(curve.at(-1)?.executors ?? 1, executors.length);
  const figures = roundFigures(mostHours(curve));
  const most = figures.at(-1) ?? 1;
  const [width, height] = [WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM];
  return (count, hours) => ({
    x:
      last === first
        ? LEFT + width / 2 + (count - first) * LABEL_GAP
        : LEFT + 8 + ((count - first) / (last - first)) * (width - 8),
    y: HEIGHT - BOTTOM - (hours / most) * height,
  });
};

const mostHours = (curve: readonly TimelinePoint[]): number =>
  curve.reduce((most, { makespan }) => Math.max(most, makespan), 0);

/** A line through all points of the curve. */
export const line = (
  { curve }: TimelineChart,
  place: PlaceOf,
  what: 'makespan' | 'bound',
): SVGPathElement => {
  const points = curve.map((point) => {
    const { x, y } = place(point.executors, point[what]);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return svg('path', { class: `curve-line ${what}`, d: `M${points.join('L')}` });
};

/** Rules and figures around the lines. */
export const axes = ({ curve }: TimelineChart, place: PlaceOf): readonly SVGElement[] => {
  const first = curve[0]?.executors ?? 1;
  const gap = Math.max(1, Math.ceil(LABEL_GAP / Math.max(1, place(first + 1, 0).x - place(first, 0).x)));
  const baseline = HEIGHT - BOTTOM;
  return [
    ...roundFigures(mostHours(curve)).flatMap((hours) => {
      const { y } = place(first, hours);
      return [
        svg('path', { class: 'curve-rule', d: `M${LEFT} ${y.toFixed(1)}H${WIDTH - RIGHT + 8}` }),
        text(`${Math.round(hours * 100) / 100}`, LEFT - 6, y + 4, 'curve-figure end'),
      ];
    }),
    ...curve
      .filter((_, at) => at % gap === 0)
      .map(({ executors }) => text(`${executors}`, place(executors, 0).x, baseline + 15, 'curve-figure')),
    text('hours', LEFT - 6, TOP - 14, 'curve-figure end'),
    text('executors', (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 4, 'curve-figure'),
  ];
};

/** The number of executors that is chosen, as a line down with its word. */
export const guide = ({ executors }: TimelineChart, place: PlaceOf): readonly SVGElement[] => {
  const { x } = place(executors.length, 0);
  const side = x < WIDTH / 4 ? ' start' : x > (3 * WIDTH) / 4 ? ' end' : '';
  return [
    svg('path', { class: 'curve-guide', d: `M${x.toFixed(1)} ${TOP - 8}V${HEIGHT - BOTTOM}` }),
    text(`chosen: ${executors.length}`, x, TOP - 14, `curve-word${side}`),
  ];
};

/** A text in the picture. */
export const text = (content: string, x: number, y: number, name: string): SVGTextElement => {
  const element = svg('text', { x, y, class: name });
  element.textContent = content;
  return element;
};

/** What a line means. */
export const key = (line: 'makespan' | 'bound', word: string): HTMLLIElement => {
  const item = html('li', 'key');
  const picture = svg('svg', { class: 'sample', viewBox: '0 0 28 12', 'aria-hidden': 'true' });
  picture.append(svg('path', { class: `curve-line ${line}`, d: 'M0 6H28' }));
  if (line === 'makespan') picture.append(svg('circle', { class: 'mark', cx: 14, cy: 6, r: 3.2 }));
  item.append(picture, html('span', '', word));
  return item;
};

import type { Usage } from '../event';

/** The readers of events believe nothing of their shape: whatever is not as expected is not there. */
export type Said = Readonly<Record<string, unknown>>;

export const objectAt = (said: Said | undefined, key: string): Said | undefined => {
  const value = said?.[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Said) : undefined;
};

export const listAt = (said: Said | undefined, key: string): readonly unknown[] => {
  const value = said?.[key];
  return Array.isArray(value) ? value : [];
};

/** The objects of a list. */
export const objectsAt = (said: Said | undefined, key: string): readonly Said[] =>
  listAt(said, key).filter(
    (value): value is Said => typeof value === 'object' && value !== null && !Array.isArray(value),
  );

export const textAt = (said: Said | undefined, key: string): string | undefined => {
  const value = said?.[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const numberAt = (said: Said | undefined, key: string): number | undefined => {
  const value = said?.[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

/** A usage of figures some of which are not known; undefined where none is. */
export const usageOf = (
  figures: Readonly<Partial<Record<keyof Usage, number | undefined>>>,
): Usage | undefined => {
  const known = Object.entries(figures).filter(([, figure]) => figure !== undefined);
  return known.length > 0 ? (Object.fromEntries(known) as Usage) : undefined;
};

/** Smaller figures are seconds. */
const FIRST_MILLISECONDS = 100_000_000_000;

/** A time in milliseconds since 1970, from seconds, milliseconds or a text. */
export const timeAt = (said: Said | undefined, key: string): number | undefined => {
  const figure = numberAt(said, key);
  if (figure !== undefined) return figure < FIRST_MILLISECONDS ? figure * 1000 : figure;
  const parsed = Date.parse(textAt(said, key) ?? '');
  return Number.isNaN(parsed) ? undefined : parsed;
};

import { DEEPEST_NESTING } from './jsonReader';

/**
 * True when a JSON text may have an object with two equal keys, of which `value`, what JSON.parse made of it, has only
 * the last; or when it nests deeper than the reader goes. False is certain, and costs a fraction of a walk through the
 * text: every key is followed by one colon, so no key is missing where the text has as many colons as there are keys
 * and colons in strings. Nothing is certain where an escape stands for a colon.
 */
export const mayLoseKeys = (text: string, value: unknown): boolean => {
  return text.includes(ESCAPED) || countIn(value, 0) !== colonsIn(text);
};

/** How `\u003a`, a colon, begins. */
const ESCAPED = '\\u003';

const colonsIn = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) count++;
  return count;
};

/** Keys, and colons in keys and strings; no number where it is nested too deep. */
const countIn = (value: unknown, depth: number): number => {
  if (typeof value === 'string') return value.includes(':') ? colonsIn(value) : 0;
  if (typeof value !== 'object' || value === null) return 0;
  if (depth >= DEEPEST_NESTING) return Number.NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const element of value) count += countIn(element, depth + 1);
    return count;
  }
  for (const key in value) {
    count += 1 + countIn(key, depth) + countIn((value as Readonly<Record<string, unknown>>)[key], depth + 1);
  }
  return count;
};

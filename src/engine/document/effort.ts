import type { Effort } from '../model/effort';

const HOURS_A_DAY = 8;
const HOURS_A_WEEK = 40;

const NUMBER = '(\\d{1,6}(?:\\.\\d{1,6})?)\\+?';
const UNIT = '(min(?:ute)?s?|h(?:(?:ou)?rs?)?|days?|weeks?|[mdw])(?![\\p{L}\\d])';
const RANGE = '\\s*(?:-|–|—|\\bto\\b)\\s*~?\\s*';
/** `2-3 hours`, `30 minutes - 1 hour`, `1.5h`. */
const MEASURED = new RegExp(
  `(?<![\\d.])${NUMBER}\\s*(?:${UNIT})?(?:${RANGE}${NUMBER}\\s*)?(?:${UNIT})?`,
  'iu',
);
const EVERY_MEASURED = new RegExp(MEASURED.source, 'giu');
/** `1 hour 30 minutes`, `1h30m`. */
const HOURS_AND_MINUTES = new RegExp(
  `(?<![\\d.])${NUMBER}\\s*h(?:(?:ou)?rs?)?\\s*(?:and\\s+|,\\s*)?${NUMBER}\\s*(?:min(?:ute)?s?|m)(?![\\p{L}\\d])`,
  'iu',
);
/** What was, not what is expected: `(was 3-4 hours)`, `(Actual: ~2 hours)`. */
const NOT_AN_ESTIMATE = /^\s*(?:actual|was|were|originally|spent|took)\b/i;
/** More than any estimate is long; keeps hostile text cheap. */
const LONGEST = 500;

/**
 * Reads an estimate (FORMAT A7, B3): a number is hours; text is a figure or a range with an optional unit
 * (minutes, hours, days of 8 hours, weeks of 40), `~` and remarks in brackets allowed. What was spent
 * ("Actual: …") or estimated before ("was …") is no estimate. Undefined where nothing can be read.
 */
export const readEffort = (text: string | number): Effort | undefined => {
  if (typeof text === 'number') return Number.isFinite(text) && text >= 0 ? effort(text, text) : undefined;
  const line = text.slice(0, LONGEST);
  return readPart(line.replace(/\([^()]*(?:\)|$)/g, ' ')) ?? readBracketed(line);
};

/** `Small (2-3 hours)`: the estimate stands in brackets only. */
const readBracketed = (line: string): Effort | undefined => {
  for (const [, remark = ''] of line.matchAll(/\(([^()]*)\)/g)) {
    const found = readPart(remark);
    if (found) return found;
  }
  return undefined;
};

const readPart = (part: string): Effort | undefined => {
  if (NOT_AN_ESTIMATE.test(part)) return undefined;
  const both = HOURS_AND_MINUTES.exec(part);
  if (both) {
    const hours = Number(both[1]) + Number(both[2]) / 60;
    return effort(hours, hours);
  }
  for (const match of part.matchAll(EVERY_MEASURED)) if (match[2] ?? match[4]) return ofMatch(match);
  const bare = MEASURED.exec(part);
  return bare && /^[\s~<>≈*_`+]*$/.test(part.replace(bare[0], '')) ? ofMatch(bare) : undefined;
};

const ofMatch = ([, from, unit, to, lastUnit]: RegExpMatchArray): Effort => {
  const min = Number(from) * hoursIn(unit ?? lastUnit);
  return effort(min, to === undefined ? min : Number(to) * hoursIn(lastUnit ?? unit));
};

const effort = (one: number, other: number): Effort => ({
  min: Math.min(one, other),
  max: Math.max(one, other),
});

const hoursIn = (unit: string | undefined): number => {
  switch (unit?.[0]?.toLowerCase()) {
    case 'm':
      return 1 / 60;
    case 'd':
      return HOURS_A_DAY;
    case 'w':
      return HOURS_A_WEEK;
    default:
      return 1;
  }
};

import { remembered } from '../../shared/remembered';
import type { Effort } from '../model/effort';
import { type Measured, measuredIn, plainFigures } from './measures';

/** What was, not what is expected: `(was 3-4 hours)`, `(Actual: ~2 hours)`. */
const NOT_AN_ESTIMATE = /^\s*(?:actual|was|were|originally|spent|took)\b/i;
/** Behind a figure: `3 hours actual vs 5-7 hours estimated`. */
const WAS_SPENT = /^\s*(?:actual(?:ly)?|spent)\b/i;
/** What may stand beside a bare number that is an estimate. */
const ONLY_MARKS = /^[\s~<>≈_+]*$/;
/** Words that say no more than that a figure is an estimate. */
const SAYS_NOTHING =
  /\b(?:approx(?:imately)?|about|around|roughly|circa|ca|est(?:imated?)?|effort|total|max(?:imum)?|min(?:imum)?|up to)\b/gi;
/** What was spent, in a text about something else: `(Actual: ~2 hours)`, `took 3h`. */
const SPENT =
  /\b(?:actual(?:ly)?(?: (?:effort|time|duration|hours))?|took|spent)\b[\s:*_]*([^();]{1,60})|(\d[\d.\s–-]*[a-z]{1,8})\s+(?:actual(?:ly)?|spent)\b(?!\s*:)/i;
/** More than any estimate is long; keeps hostile text cheap. */
const LONGEST = 500;

/**
 * Reads an estimate (FORMAT A7, B3): a number is hours; text is a figure or a range with an optional unit
 * (minutes, hours, days of 8 hours, weeks of 40), `~` and remarks in brackets allowed. What was spent
 * ("Actual: …") or estimated before ("was …") is no estimate. Undefined where nothing can be read.
 */
export const readEffort = (text: string | number): Effort | undefined => {
  if (typeof text === 'number') return Number.isFinite(text) && text >= 0 ? effort(text, text) : undefined;
  return readText(text.slice(0, LONGEST));
};

/** A plan has a few estimates, each many times, and views ask for all of them at once. */
const readText = remembered((text): Effort | undefined => {
  const line = plainFigures(text);
  return readPart(line.replace(/\([^()]*(?:\)|$)/g, ' ')) ?? readBracketed(line);
});

/**
 * Reads what was spent: the value of a field that is about nothing else (`~2.25 hours (130 minutes)`), as
 * {@link readEffort} does. Nothing at all is nothing said: plans start with "Time Spent: 0 hours".
 */
export const readSpent = (text: string | number): Effort | undefined => {
  const spent = readEffort(typeof text === 'number' ? text : text.replace(/^\s*actual(?:ly)?\b/i, ''));
  return spent && spent.max > 0 ? spent : undefined;
};

/** What was spent according to the remarks beside an estimate: `2-3 hours (Actual: ~5 hours)`. */
export const readSpentBeside = (text: string): Effort | undefined => {
  const found = SPENT.exec(text.slice(0, LONGEST));
  const remark = found?.[1] ?? found?.[2];
  return remark === undefined ? undefined : readSpent(remark);
};

/** Whether a text is an estimate and says nothing else: `~4-6 h`, `est. 2 days`; a bare number only where `bare`. */
export const isOnlyEffort = (text: string, bare: boolean): boolean => {
  const line = plainFigures(text.slice(0, LONGEST));
  const [first, second] = measuredIn(line);
  if (!first || second || !(first.hasUnit || bare)) return false;
  const rest = `${line.slice(0, first.start)} ${line.slice(first.end)}`;
  return /^[\s~<>≈_+.:]*$/.test(rest.replace(SAYS_NOTHING, ''));
};

/** Nobody has estimated yet: `TBD`, `?`, nothing. */
const NO_ESTIMATE = /^[\s?~–—-]*$|^\s*(?:tb[acd]|n\/?a|none|null|unknown|open|not (?:yet )?estimated)\b/i;

/** Whether a text says that there is no estimate. */
export const isNoEstimate = (text: string): boolean => NO_ESTIMATE.test(text);

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
  const found = measuredIn(part);
  const measured = found.find(({ hasUnit, end }) => hasUnit && !WAS_SPENT.test(part.slice(end)));
  if (measured) return effortOf(measured);
  const [bare] = found;
  const rest = bare && `${part.slice(0, bare.start)}${part.slice(bare.end)}`;
  return bare && !bare.hasUnit && ONLY_MARKS.test(rest ?? '') ? effortOf(bare) : undefined;
};

const effortOf = ({ from, to }: Measured): Effort => effort(from, to);

const effort = (one: number, other: number): Effort => ({
  min: Math.min(one, other),
  max: Math.max(one, other),
});

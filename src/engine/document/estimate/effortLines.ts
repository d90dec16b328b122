import { type Span, sliceOf } from '../../model/text';
import type { KeptText } from '../markdown/keptText';
import type { Found, LineSearch } from '../markdown/lineSearch';
import { furtherSpellings } from '../words/furtherWords';
import { isDoubtful, readEstimate } from './estimate';

/** A word of every label of an estimate in `fields.ts`, with what follows on its line. */
const LABELLED = /(?:\b(?:effort|duration|hours)\b|\bestimated?\b|\btime\b(?=[ \t*_]*[:：]))([^\n]*)/gi;
/** What stands between the word and the value: the rest of the label, marks, a colon. */
const TO_VALUE = /^[^:：\n]{0,20}[:：][ \t*_]*/;

/** What follows a word of the label on its line, where that may be doubtful. */
const mayBeDoubtful = (rest: string): boolean => {
  const start = TO_VALUE.exec(rest)?.[0].length;
  const value = start === undefined ? undefined : rest.slice(start).trim();
  return !value || isDoubtful(readEstimate(value));
};

/** Thousands of achievements have a few dozen estimates: each is read once. */
const DOUBTFUL: LineSearch = (lines) => {
  const found: Found<undefined>[] = [];
  const known = new Map<string, boolean>();
  for (const { 1: rest = '', index } of lines.matchAll(LABELLED)) {
    const isOne = known.get(rest) ?? mayBeDoubtful(rest);
    known.set(rest, isOne);
    if (isOne) found.push({ at: index, value: undefined });
  }
  return found;
};

/**
 * Whether a line of a part of a text may hold an estimate that is not wholly understood. Only a first look, which spares
 * reading the fields of thousands of achievements: what the lines are is for their fields to say.
 */
export const mayHoldDoubtfulEffort = (kept: KeptText, part: Span): boolean =>
  kept.holds(DOUBTFUL, part) ||
  furtherSpellings('effort').some((word) => isDoubtfulBehind(sliceOf(kept.text, part), word));

const isDoubtfulBehind = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    const end = text.indexOf('\n', at);
    if (mayBeDoubtful(text.slice(at + word.length, end === -1 ? undefined : end))) return true;
  }
  return false;
};

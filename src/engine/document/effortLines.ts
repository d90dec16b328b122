import { isDoubtful, readEstimate } from './estimate/estimate';
import { furtherSpellings } from './furtherWords';

/** A word of every label of an estimate in `fields.ts`, with what follows on its line. */
const LABELLED = /(?:\b(?:effort|duration|hours)\b|\bestimated?\b|\btime\b(?=[ \t*_]*[:：]))([^\n]*)/gi;
/** What stands between the word and the value: the rest of the label, marks, a colon. */
const TO_VALUE = /^[^:：\n]{0,20}[:：][ \t*_]*/;

/**
 * Where the lines are that may hold an estimate which is not wholly understood; offsets in text order. Only a first
 * look, which spares reading the fields of thousands of achievements: what the lines are is for their fields to say.
 */
export const doubtfulEffortLines = (text: string): readonly number[] => {
  const usual = [...text.matchAll(LABELLED)].filter(({ 1: rest = '' }) => mayBeDoubtful(rest));
  const found = usual.map(({ index }) => index);
  const further = furtherSpellings('effort').flatMap((word) => furtherLines(text, word));
  return further.length === 0
    ? found
    : [...new Set([...found, ...further])].sort((one, other) => one - other);
};

/** @param rest what follows a word of the label on its line */
const mayBeDoubtful = (rest: string): boolean => {
  const start = TO_VALUE.exec(rest)?.[0].length;
  const value = start === undefined ? undefined : rest.slice(start).trim();
  return !value || isDoubtful(readEstimate(value));
};

const furtherLines = (text: string, word: string): readonly number[] => {
  const found: number[] = [];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
    const end = text.indexOf('\n', at);
    if (mayBeDoubtful(text.slice(at + word.length, end === -1 ? undefined : end))) found.push(at);
  }
  return found;
};

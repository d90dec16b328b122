import { isDoubtful, readEstimate } from './estimate/estimate';

/** A word of every label of an estimate in `fields.ts`, with what follows on its line. */
const LABELLED = /(?:\b(?:effort|duration|hours)\b|\bestimated?\b|\btime\b(?=[ \t*_]*[:：]))([^\n]*)/gi;
/** What stands between the word and the value: the rest of the label, marks, a colon. */
const TO_VALUE = /^[^:：\n]{0,20}[:：][ \t*_]*/;

/**
 * Where the lines are that may hold an estimate which is not wholly understood; offsets in text order. Only a first
 * look, which spares reading the fields of thousands of achievements: what the lines are is for their fields to say.
 */
export const doubtfulEffortLines = (text: string): readonly number[] => {
  const found: number[] = [];
  for (const { 1: rest = '', index } of text.matchAll(LABELLED)) {
    const start = TO_VALUE.exec(rest)?.[0].length;
    const value = start === undefined ? undefined : rest.slice(start).trim();
    if (!value || isDoubtful(readEstimate(value))) found.push(index);
  }
  return found;
};

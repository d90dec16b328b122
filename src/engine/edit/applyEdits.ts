import { span } from '../model/text';
import type { TextEdit } from './textEdit';

/** Edits for a text, worked out from what it says. */
export type Edits = (text: string) => readonly TextEdit[];

/** The text after `edits`, which must be sorted and apart. */
export const applyEdits = (text: string, edits: readonly TextEdit[]): string => {
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + text.slice(at);
};

/** One edit that does what `steps` do one after the other, each to what the one before it left. */
export const inSteps = (text: string, steps: readonly Edits[]): readonly TextEdit[] =>
  difference(
    text,
    steps.reduce((left, step) => applyEdits(left, step(left)), text),
  );

/** What lies between the beginning and the end that two texts have in common, which never part a pair of units. */
const difference = (before: string, after: string): readonly TextEdit[] => {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isFirstOfPair(before.charCodeAt(start - 1))) start--;
  let same = 0;
  while (same < most - start && isSameFromEnd(before, after, same + 1)) same++;
  if (same > 0 && isSecondOfPair(before.charCodeAt(before.length - same))) same--;
  return [{ span: span(start, before.length - same), newText: after.slice(start, after.length - same) }];
};

const isSameFromEnd = (one: string, other: string, count: number): boolean =>
  one.charCodeAt(one.length - count) === other.charCodeAt(other.length - count);

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

const isFirstOfPair = (unit: number): boolean =>
  unit === CARRIAGE_RETURN || (unit >= 0xd800 && unit <= 0xdbff);

const isSecondOfPair = (unit: number): boolean => unit === LINE_FEED || (unit >= 0xdc00 && unit <= 0xdfff);

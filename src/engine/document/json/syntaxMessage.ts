import type { ParseErrorCode } from 'jsonc-parser';
import { type Span, sliceOf } from '../../model/text';

/** By the codes of jsonc-parser's `ParseErrorCode`, whose names exist at compile time only. */
const MESSAGES: Readonly<Record<number, string>> = {
  1: 'This is not JSON',
  2: 'This is not a number',
  3: 'A key in double quotes is missing here',
  4: 'A value is missing here',
  5: 'A colon is missing here',
  6: 'A comma is missing here',
  7: 'A closing brace } is missing here',
  8: 'A closing bracket ] is missing here',
  9: 'The file should end before this',
  11: 'This comment is not closed',
  12: 'This string is not closed',
  13: 'This number is not finished',
  14: 'This \\u escape is not valid',
  15: 'This escape is not valid in JSON',
  16: 'This string holds a control character',
};

/** What to write where the parser stopped, if that is all it takes. */
export const missingBy = (code: ParseErrorCode, isAtEnd: boolean): 'comma' | 'end' | undefined => {
  if (Number(code) === 6) return 'comma';
  return isAtEnd && (Number(code) === 7 || Number(code) === 8) ? 'end' : undefined;
};

/** A sentence about a syntax error at `place`, with the offending text where there is some. */
export const syntaxMessage = (code: ParseErrorCode, text: string, place: Span): string => {
  if (text.trim() === '') return 'The file is empty.';
  const message = MESSAGES[code] ?? 'This is not valid JSON';
  const found = /^\S{1,20}/.exec(sliceOf(text, place))?.[0];
  return found === undefined || code > 9 ? `${message}.` : `${message}: found ${found}`;
};

import { createScanner } from 'jsonc-parser';
import { withoutMark } from '../../document/json/strictJson';
import type { Span } from '../../model/text';
import { freePlaces, type IsFree } from './freePlaces';
import { shortened } from './lineProblem';

/** A value, key or comment of a JSON text. */
export interface Token {
  readonly text: string;
  readonly start: number;
}

/** Numbers of jsonc-parser's `SyntaxKind`, whose names exist at compile time only. */
const END = 17;
/** Brackets, comma, colon; line breaks and blank space. */
const LAYOUT: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 14, 15]);
/** What makes room for a list without anything being lost. */
const EMPTY: ReadonlySet<string> = new Set(['null', '""']);

/** All values, keys and comments in text order; brackets, commas and blank space are layout. */
export const tokensOf = (text: string): readonly Token[] => {
  const scanner = createScanner(withoutMark(text), false);
  const tokens: Token[] = [];
  for (let kind: number = scanner.scan(); kind !== END; kind = scanner.scan()) {
    if (LAYOUT.has(kind)) continue;
    // as written: the value that the scanner gives of a comment begins too early
    const start = scanner.getTokenOffset();
    tokens.push({ text: text.slice(start, start + scanner.getTokenLength()), start });
  }
  return tokens;
};

/**
 * The first value, key or comment outside of `free` that an edit loses or moves, as a reason without a full stop;
 * undefined where there is none.
 */
export const tokenProblem = (before: string, after: string, free: readonly Span[]): string | undefined => {
  const left = tokensOf(after);
  const isFree = freePlaces(free);
  let at = 0;
  for (const { text, start } of tokensOf(before)) {
    if (EMPTY.has(text) || isFree(start, start + 1)) continue;
    while (at < left.length && !isLeft(left[at]?.text ?? '', { text, start }, isFree)) at++;
    if (at++ >= left.length) return lost(before, { text, start });
  }
  return undefined;
};

const ID = /(?<!\d)\d+(?:\.\d+)+/g;

/** Whether a token is there as before, or as a text that has lost no other ids than those at free places of it. */
const isLeft = (after: string, { text, start }: Token, isFree: IsFree): boolean => {
  if (after === text) return true;
  if (!after.startsWith('"') || !isFree(start + 1, start + text.length - 1)) return false;
  const ids = new Set(after.match(ID));
  return [...text.matchAll(ID)].every(
    ({ 0: id, index }) => ids.has(id) || isFree(start + index, start + index + 1),
  );
};

/** The same for an edit that brings things into another order. */
export const orderProblem = (before: string, after: string): string | undefined => {
  const [first, ...others] = [tokensOf(before), tokensOf(after)].map(sorted);
  const [second] = others;
  const at = (first ?? []).findIndex((token, place) => token.text !== second?.[place]?.text);
  const token = first?.[at];
  if (token) return lost(before, token);
  return first?.length === second?.length ? undefined : 'it would also add something';
};

const sorted = (tokens: readonly Token[]): readonly Token[] =>
  [...tokens].sort((one, other) => (one.text < other.text ? -1 : one.text > other.text ? 1 : 0));

const lost = (text: string, { text: token, start }: Token): string =>
  `it would also remove “${shortened(token)}” from line ${text.slice(0, start).split('\n').length}`;

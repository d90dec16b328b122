import { type Amount, amountAt, isRangeWord, otherEndAt } from './amounts';
import type { Token } from './tokens';

/** A figure or both ends of a range, in hours where it has a unit. */
export interface Measure {
  readonly from: number;
  readonly to: number;
  readonly hasUnit: boolean;
  /** Written with two ends, be they the same. */
  readonly isRange: boolean;
  /** Indices of its first token, and of the one behind it. */
  readonly first: number;
  readonly next: number;
}

/** The measure that begins at a token: an amount, a range, a sum (`2h + 30 min`) or a product (`3 x 2h`). */
export const measureAt = (tokens: readonly Token[], first: number): Measure | undefined => {
  let whole = productAt(tokens, first);
  for (;;) {
    const sign = whole && tokens[whole.next]?.text.toLowerCase();
    if (!whole?.hasUnit || (sign !== '+' && sign !== 'plus')) return whole;
    const more = productAt(tokens, whole.next + 1);
    if (!more?.hasUnit) return whole;
    whole = { ...more, from: whole.from + more.from, to: whole.to + more.to, first };
  }
};

const isTimes = (token: Token | undefined): boolean => token?.text === 'x' || token?.text === 'X';

const productAt = (tokens: readonly Token[], first: number): Measure | undefined => {
  const one = rangeAt(tokens, first);
  if (!one || !isTimes(tokens[one.next])) return one;
  const other = rangeAt(tokens, one.next + 1);
  if (!other || one.hasUnit === other.hasUnit) return one;
  return {
    from: one.from * other.from,
    to: one.to * other.to,
    hasUnit: true,
    isRange: false,
    first,
    next: other.next,
  };
};

const rangeAt = (tokens: readonly Token[], first: number): Measure | undefined => {
  const one = amountAt(tokens, first);
  if (!one) return undefined;
  const around = spreadAt(tokens, one);
  if (around) return { ...around, isRange: true, first };
  const start = separatorAt(tokens, one);
  const other = start === undefined ? undefined : otherEndAt(tokens, skipAbout(tokens, start));
  if (!other || (isAnd(tokens[one.next]) && (one.unit !== undefined || other.unit === undefined))) {
    const hasUnit = one.unit !== undefined;
    return { from: one.value, to: one.value, hasUnit, isRange: false, first, next: one.next };
  }
  return { ...ends(one, other), isRange: true, first, next: other.next };
};

/** `3±1h`, `3h +/- 1h`. */
const spreadAt = (tokens: readonly Token[], one: Amount): Omit<Measure, 'first' | 'isRange'> | undefined => {
  const sign = tokens.slice(one.next, one.next + 3).map(({ text }) => text);
  const length = sign[0] === '±' ? 1 : sign.join('') === '+/-' ? 3 : 0;
  const by = length > 0 ? amountAt(tokens, one.next + length) : undefined;
  if (!by) return undefined;
  const { from, to, hasUnit } = ends(one, by);
  return { from: Math.max(0, from - to), to: from + to, hasUnit, next: by.next };
};

/** A bare number has the unit of the other end. */
const ends = (one: Amount, other: Amount): Pick<Measure, 'from' | 'to' | 'hasUnit'> => ({
  from: one.value * (one.unit === undefined ? (other.unit ?? 1) : 1),
  to: other.value * (other.unit === undefined ? (one.unit ?? 1) : 1),
  hasUnit: (one.unit ?? other.unit) !== undefined,
});

const isAnd = (token: Token | undefined): boolean => /^(?:and|und|et|y)$/i.test(token?.text ?? '');

/** Index of the token behind what separates the ends of a range: a dash, `to`, `or`, `~`, dots; `and` behind a bare number. */
const separatorAt = (tokens: readonly Token[], { next }: Amount): number | undefined => {
  const token = tokens[next];
  if (token === undefined) return undefined;
  return /^(?:-|~|\.\.)$/.test(token.text) || isRangeWord(token.text) || isAnd(token) ? next + 1 : undefined;
};

const skipAbout = (tokens: readonly Token[], at: number): number => (tokens[at]?.text === '~' ? at + 1 : at);

import { unitNamed } from './timeUnits';
import type { Token } from './tokens';

/** A number, with its unit where it has one: `1.5 h`, `1 day, 4 hours`, `8`. */
export interface Amount {
  /** In hours where it has a unit, else as it is written. */
  readonly value: number;
  /** Hours in its last unit; undefined for a bare number. */
  readonly unit: number | undefined;
  /** Index of the token behind it. */
  readonly next: number;
}

const COUNTS: ReadonlyMap<string, number> = new Map(
  'one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, at) => [word, at + 1]),
);
const SHARES: Readonly<Record<string, number>> = { half: 0.5, halbe: 0.5, halber: 0.5, quarter: 0.25 };
const ARTICLES = new Set(['a', 'an', 'eine', 'einen', 'ein', 'une', 'un', 'una', 'uma', 'um']);
/** `2 person-days`, `one working day`. */
const QUALIFIERS = new Set(['person', 'man', 'working', 'work', 'business', 'full', 'dev', 'ideal']);
const JOINERS = new Set(['and', 'und', 'et', 'y', 'e', 'en', '&', ',']);
const HOUR = 1;
const MINUTE = 1 / 60;

/** `半天`, `三小时`: numbers that are one word with their unit. */
const SPELLED = /^([半一二两兩三四五六七八九十])[个個]?(半)?(.+)$/u;
const NUMERALS = '一二三四五六七八九十';

/** The amount that begins at a token. */
export const amountAt = (tokens: readonly Token[], at: number): Amount | undefined => {
  const first = simpleAt(tokens, at);
  if (first?.unit === undefined) return first;
  let whole: Amount = first;
  for (;;) {
    const more = smallerAt(tokens, whole);
    if (!more) return whole;
    whole = { value: whole.value + more.value, unit: more.unit, next: more.next };
  }
};

/** What goes on with a smaller unit (`1 day, 4 hours`, `1h30`), or with a half (`an hour and a half`). */
const smallerAt = (tokens: readonly Token[], { unit = 0, next }: Amount): Amount | undefined => {
  const joiner = tokens[next];
  const isJoined = joiner !== undefined && JOINERS.has(joiner.text.toLowerCase());
  if (isJoined && isHalf(tokens, next + 1) && unitAt(tokens, next + 3) === undefined) {
    return { value: unit / 2, unit: 0, next: next + 3 };
  }
  const more = simpleAt(tokens, isJoined ? next + 1 : next);
  if (!more) return undefined;
  if (more.unit !== undefined) return more.unit < unit ? more : undefined;
  const isMinutes = unit === HOUR && !isJoined && tokens[next]?.kind === 'number' && more.value < 60;
  return isMinutes && endsAmount(tokens, more.next)
    ? { ...more, value: more.value * MINUTE, unit: MINUTE }
    : undefined;
};

/** Not so `2 hours 30 tests`, `2 hours 30%`. */
const endsAmount = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return (
    token === undefined || (token.kind === 'mark' && !/[%°#xX/]/.test(token.text)) || isRangeWord(token.text)
  );
};

const RANGE_WORDS = new Set(['to', 'or', 'bis', 'oder', 'until', 'till', 'à', 'ou', 'o', 'a', 'até', 'tot']);
export const isRangeWord = (text: string): boolean =>
  RANGE_WORDS.has(text.toLowerCase()) || text === '至' || text === '到';

/** The other end of a range, where a number may be a word without a unit: `a day or two`. */
export const otherEndAt = (tokens: readonly Token[], at: number): Amount | undefined => {
  const count = COUNTS.get(tokens[at]?.text.toLowerCase() ?? '');
  return (
    amountAt(tokens, at) ??
    (count === undefined ? undefined : { value: count, unit: undefined, next: at + 1 })
  );
};

const isHalf = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'a' && tokens[at + 1]?.text.toLowerCase() === 'half';

/** A number with at most one unit. */
const simpleAt = (tokens: readonly Token[], at: number): Amount | undefined => {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'number') return withUnit(tokens, token.value, at + 1);
  if (token.kind === 'clock') {
    const amount = withUnit(tokens, token.value, at + 1);
    return amount.unit === HOUR ? amount : undefined;
  }
  return token.kind === 'word' ? spelledAt(tokens, at, token.text.toLowerCase()) : undefined;
};

const withUnit = (tokens: readonly Token[], value: number, next: number): Amount => {
  const more = isHalf(tokens, next + 1) && JOINERS.has(tokens[next]?.text.toLowerCase() ?? '') ? 3 : 0;
  const unit = unitAt(tokens, next + more);
  if (unit) return { value: (value + (more > 0 ? 0.5 : 0)) * unit.hours, unit: unit.hours, next: unit.next };
  const plus = tokens[next];
  return {
    value,
    unit: undefined,
    next: plus?.text === '+' && plus.isGlued && !isNumber(tokens[next + 1]) ? next + 1 : next,
  };
};

const isNumber = (token: Token | undefined): boolean => token?.kind === 'number' || token?.kind === 'clock';

/** `half an hour`, `three quarters of an hour`, `two days`, `an hour`; a bare word only in front of a range. */
const spelledAt = (tokens: readonly Token[], at: number, word: string): Amount | undefined => {
  const signs = SPELLED.exec(word);
  if (signs) return spelledInSigns(signs, at);
  const count = COUNTS.get(word) ?? (ARTICLES.has(word) ? 1 : undefined);
  const share =
    SHARES[(count === undefined ? word : (tokens[at + 1]?.text ?? '')).toLowerCase().replace(/s$/, '')];
  if (share !== undefined)
    return shareAt(tokens, (count ?? 1) * share, count === undefined ? at + 1 : at + 2);
  if (count === undefined) return undefined;
  const amount = withUnit(tokens, count, at + 1);
  if (amount.unit !== undefined) return amount;
  const isRange = isRangeWord(tokens[at + 1]?.text ?? '') || tokens[at + 1]?.text === '-';
  return isRange && COUNTS.has(word) ? amount : undefined;
};

const shareAt = (tokens: readonly Token[], share: number, at: number): Amount | undefined => {
  let next = tokens[at]?.text === '-' || tokens[at]?.text === 'of' ? at + 1 : at;
  if (ARTICLES.has(tokens[next]?.text.toLowerCase() ?? '')) next++;
  const unit = unitAt(tokens, next);
  return unit && { value: share * unit.hours, unit: unit.hours, next: unit.next };
};

const spelledInSigns = ([, sign = '', half, word = '']: RegExpExecArray, at: number): Amount | undefined => {
  const hours = unitNamed(word);
  if (hours === undefined) return undefined;
  const count = sign === '半' ? 0.5 : '两兩'.includes(sign) ? 2 : NUMERALS.indexOf(sign) + 1;
  return { value: (count + (half === undefined ? 0 : 0.5)) * hours, unit: hours, next: at + 1 };
};

/** A unit behind a number, with what may stand between (`3-day`, `2 person-days`) and the full stop of `hrs.`. */
const unitAt = (tokens: readonly Token[], at: number): { hours: number; next: number } | undefined => {
  let next = tokens[at]?.text === '+' && tokens[at]?.isGlued ? at + 1 : at;
  if (tokens[next]?.text === '-' && tokens[next]?.isGlued && tokens[next + 1]?.isGlued) next++;
  if (QUALIFIERS.has(tokens[next]?.text.toLowerCase() ?? '')) {
    next++;
    if (tokens[next]?.text === '-') next++;
  }
  const token = tokens[next];
  const hours = token?.kind === 'word' ? unitNamed(token.text) : undefined;
  if (hours === undefined) return undefined;
  const stop = tokens[next + 1];
  return { hours, next: stop?.text === '.' && stop.isGlued ? next + 2 : next + 1 };
};

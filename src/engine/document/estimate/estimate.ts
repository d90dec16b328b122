import { remembered } from '../../../shared/remembered';
import type { Effort } from '../../model/effort';
import { type Span, span } from '../../model/text';
import { type Figure, figuresIn, isAbout } from './figures';
import { unitNamed } from './timeUnits';
import { type Token, tokensIn } from './tokens';

/**
 * What an estimate says:
 *
 * - `hours`: a figure or a range, read in full if `leftover` is undefined;
 * - `none`: the text is empty or says that there is no estimate;
 * - `open`: `TBD`, `?`;
 * - `points`, `size`: another measure than hours;
 * - `past`: only what was spent or estimated before;
 * - `words`: neither figure nor unit;
 * - `unread`: not understood.
 */
export interface Estimate {
  readonly says: 'hours' | 'none' | 'open' | 'points' | 'size' | 'past' | 'words' | 'unread';
  readonly effort: Effort | undefined;
  /** What was spent, according to a remark. */
  readonly spent: Effort | undefined;
  /** What was not read and may change the meaning, in the text that was given. */
  readonly leftover: Span | undefined;
}

/** More than any estimate is long; keeps hostile text cheap. */
const LONGEST = 500;

const NONE = /^(?:n\/?a|none|null|nothing|keine?|not? estimate|-+)?\s*\.?$/i;
const OPEN =
  /^\W*(?:tb[acd]|unknown|open|offen|unclear|not (?:yet )?estimated|to be (?:decided|determined|estimated|defined))\b|^[\s~]*\?[\s?]*$|^\s*\[[^\]]*\]\s*$/i;
const POINTS =
  /(?<![\p{L}])(?:(?:story|effort|function)[ -]?points?|points?|pts?|sps?|fibonacci|fib)(?![\p{L}])/iu;
const SIZE =
  /^\W*(?:t-?shirt(?:[ -]?size)?\W*)?(?:x{0,3}[sl]|m|(?:very |extra[- ])?(?:small|large|big)|tiny|huge|medium|moderate|low|high|trivial|easy|hard|complex)\b(?:[ -]*(?:effort|size|complexity))?\W*$/i;
const REMARK = /\([^()]*\)/g;
/** A text that says what is missing is no range: `2-? hours`. */
const OPEN_END = /[-–—]\s*\?|\?\s*[-–—]/;
const NEGATIVE = /^\s*[-−–]\d/;

/** Reads an estimate from text. Equal texts are read once. */
export const readEstimate = (text: string): Estimate => readText(text.slice(0, LONGEST));

const readText = remembered((text): Estimate => {
  if (NONE.test(text.trim())) return nothing('none');
  const tokens = tokensIn(text);
  const figures = figuresIn(tokens);
  const reading = chosen(text, tokens, figures);
  if (reading) return reading;
  if (OPEN.test(text)) return nothing('open');
  if (POINTS.test(text)) return nothing('points');
  if (SIZE.test(text.replace(REMARK, ' '))) return nothing('size');
  const spent = figures.find(({ role, hasUnit }) => role === 'spent' && hasUnit);
  const isPast = figures.some(({ hasUnit }) => hasUnit) && figures.every(({ role }) => isPastRole(role));
  return {
    says: isPast ? 'past' : figures.length === 0 && tokens.every(isProse) ? 'words' : 'unread',
    effort: undefined,
    spent: spent && effortOf(spent),
    leftover: undefined,
  };
});

const isProse = ({ kind, text }: Token): boolean =>
  kind !== 'figure' &&
  kind !== 'clock' &&
  !(kind === 'word' && text.length > 1 && unitNamed(text) !== undefined);

/** Whether something of it was not understood, or it is an estimate of another kind than hours. */
export const isDoubtful = ({ says, leftover }: Estimate): boolean =>
  says !== 'none' && (says !== 'hours' || leftover !== undefined);

const nothing = (says: Estimate['says']): Estimate => ({
  says,
  effort: undefined,
  spent: undefined,
  leftover: undefined,
});

const isPastRole = (role: Figure['role']): boolean => role === 'spent' || role === 'before';

/** The estimate, where there is a figure that is one for sure. */
const chosen = (text: string, tokens: readonly Token[], figures: readonly Figure[]): Estimate | undefined => {
  if (OPEN_END.test(text) || NEGATIVE.test(text)) return undefined;
  const main = mainOf(text, tokens, figures);
  if (!main || hasMoreTimes(tokens, main) || figures.some((each) => changes(each, main))) return undefined;
  const beside = figures.find((each) => each !== main && each.role === 'estimate' && each.hasUnit);
  const isSpent = beside && main.role === undefined && main.part === 0 && !isEqual(main, beside);
  const spent =
    figures.find(({ role, hasUnit }) => role === 'spent' && hasUnit) ?? (isSpent ? main : undefined);
  return {
    says: 'hours',
    effort: effortOf(isSpent ? beside : main),
    spent: spent && effortOf(spent),
    leftover: leftoverOf(tokens, figures, main),
  };
};

/** `50% of 8 hours`, `2h a day for 3 days`. */
const changes = (figure: Figure, main: Figure): boolean =>
  (figure.isShare && figure.next <= main.first) ||
  (figure.isRate && figure.part === 0 && figure.first !== main.first && !main.isTotal);

const isEqual = (one: Figure, other: Figure): boolean => one.from === other.from && one.to === other.to;

const mainOf = (text: string, tokens: readonly Token[], figures: readonly Figure[]): Figure | undefined => {
  const estimates = figures.filter(({ role }) => !isPastRole(role));
  const timed = estimates.filter(({ hasUnit, isRate }) => hasUnit && !isRate);
  const outer = timed.filter(({ part }) => part === 0);
  const sure = outer.find(({ isTotal }) => isTotal) ?? outer[0];
  if (sure) return sure;
  const rate = estimates.find(({ isRate }) => isRate);
  if (rate) return timesCount(rate, figures);
  if (timed[0]) return timed[0];
  const [bare, ...others] = estimates.filter(({ part }) => part === 0);
  const isAlone = bare && others.length === 0 && !bare.isCount && !bare.isShare && !POINTS.test(text);
  return isAlone && isBareText(tokens, bare) ? bare : undefined;
};

/** `2-3 sessions (~1h each)`; undefined where it is not clear how often. */
const timesCount = (rate: Figure, figures: readonly Figure[]): Figure | undefined => {
  const [count, ...others] = figures.filter(({ isCount }) => isCount);
  if (!count || others.length > 0) return undefined;
  return { ...rate, from: rate.from * count.from, to: rate.to * count.to };
};

/** A bare number is hours where nothing stands beside it but marks, remarks in brackets, and words like `about`. */
const isBareText = (tokens: readonly Token[], { first, next }: Figure): boolean =>
  outside(tokens).every(
    ({ kind, text }, at) =>
      kind === 'mark' ||
      (kind === 'word' && isAbout(text)) ||
      (at >= first && at < next && kind === 'number'),
  );

/** The tokens up to the first bracket: where a bare number is looked for. */
const outside = (tokens: readonly Token[]): readonly Token[] => {
  const bracket = tokens.findIndex(({ text }) => text === '(' || text === '[');
  return bracket <= 0 ? tokens : tokens.slice(0, bracket);
};

/** `(x 3)`: how often something is done, not read. */
const hasMoreTimes = (tokens: readonly Token[], { first, next }: Figure): boolean =>
  tokens.some(
    ({ text }, at) => /^x$/i.test(text) && tokens[at + 1]?.kind === 'number' && !(at >= first && at < next),
  );

/** The first figure outside of brackets that says something else than the estimate. */
const leftoverOf = (tokens: readonly Token[], figures: readonly Figure[], main: Figure): Span | undefined => {
  if (main.isTotal) return undefined;
  const other = figures.find(
    (each) =>
      each.part === 0 &&
      each.role === undefined &&
      !(each.first === main.first || each.isRate || each.isCount || each.isShare) &&
      !(each.isTotal && isEqual(each, main)),
  );
  return other && span(tokens[other.first]?.start ?? 0, tokens[other.next - 1]?.end ?? 0);
};

const effortOf = ({ from, to }: Figure): Effort => ({ min: Math.min(from, to), max: Math.max(from, to) });

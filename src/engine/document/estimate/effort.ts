import { remembered } from '../../../shared/remembered';
import type { Field } from '../../facts/field';
import type { Effort } from '../../model/effort';
import { FILL_MARK } from '../work/fillMark';
import { readEstimate } from './estimate';
import { figuresIn, isAbout, isPast } from './figures';
import { type Token, tokensIn } from './tokens';

/**
 * Reads an estimate (FORMAT A7, B3): a number is hours; text is what {@link readEstimate} makes of it. Undefined where
 * nothing can be read.
 */
export const readEffort = (text: string | number): Effort | undefined => {
  if (typeof text === 'number')
    return Number.isFinite(text) && text >= 0 ? { min: text, max: text } : undefined;
  return readEstimate(text).effort;
};

/**
 * The field that holds the estimate of an achievement: the first from which hours are read, else the first whose label
 * speaks of nothing else, or that has a figure (`Time: after lunch` is no estimate). A place to fill in is none.
 */
export const estimateField = (fields: readonly Field[]): Field | undefined => {
  const all = fields.filter(
    ({ name, value }) => name === 'effort' && value !== '' && !value.startsWith(FILL_MARK),
  );
  return (
    all.find(({ value }) => readEffort(value)) ??
    all.find(({ label, value }) => /effort|estimate|hours/i.test(label) || /\d/.test(value))
  );
};

/** The estimate of a definition: of its field, else what stands behind its title. */
export const statedEffort = ({
  fields,
  titleEffort,
}: {
  readonly fields: readonly Field[];
  readonly titleEffort: string | undefined;
}): Effort | undefined => {
  const field = estimateField(fields);
  return (
    (field && readEffort(field.value)) ?? (titleEffort === undefined ? undefined : readEffort(titleEffort))
  );
};

/**
 * Reads what was spent: the value of a field that is about nothing else (`~2.25 hours (estimated: 3 hours)`). An
 * estimate beside it is none. Nothing at all is nothing said: plans start with "Time Spent: 0 hours".
 */
export const readSpent = (text: string | number): Effort | undefined => {
  if (typeof text === 'number') return positive(readEffort(text));
  const { effort, spent } = readEstimate(text);
  return positive(spent ?? (saysEstimate(text) ? undefined : effort));
};

const positive = (effort: Effort | undefined): Effort | undefined =>
  effort && effort.max > 0 ? effort : undefined;

/** What was spent according to the remarks beside an estimate: `2-3 hours (Actual: ~5 hours)`. */
export const readSpentBeside = (text: string): Effort | undefined => positive(readEstimate(text).spent);

/** Longer texts in titles are no estimates. */
const LONGEST = 60;

const saysEstimate = (text: string): boolean => {
  const figures = figuresIn(tokensIn(text.slice(0, 500)));
  return figures.some(({ role }) => role === 'estimate');
};

/** How sure a text that holds nothing but a figure is an estimate. */
export type OnlyEffort = 'bare' | 'single' | 'sure';

/**
 * What a text is that is an estimate and says nothing else: `bare` without a unit (`8`), `single` where it may be
 * about anything (`30 min`), `sure` where it is a range or says that it is an estimate (`4-6 h`, `~2 days`).
 */
export const onlyEffort = (text: string): OnlyEffort | undefined =>
  text.length > LONGEST ? undefined : readOnly(text);

/** Equal texts stand behind many titles. */
const readOnly = remembered((text): OnlyEffort | undefined => {
  const tokens = tokensIn(text);
  const [only, ...others] = figuresIn(tokens);
  if (!only || others.length > 0 || only.isRate || only.isShare) return undefined;
  const beside = tokens.filter((_, at) => at < only.first || at >= only.next);
  if (!beside.every(isHedge)) return undefined;
  if (!only.hasUnit) return 'bare';
  return only.isRange || beside.some(({ text }) => SAYS_ESTIMATE.test(text)) ? 'sure' : 'single';
});

/** Not so a limit: `max 5 min`, `up to 2 hours`. */
const SAYS_ESTIMATE = /^(?:~|est(?:imated?)?|approx(?:imately)?|about|around|roughly|circa|ca|effort)$/i;

const isHedge = ({ kind, text }: Token): boolean =>
  (kind === 'mark' && /^[~<>_+.:]$/.test(text)) || (kind === 'word' && isAbout(text) && !isPast(text));

/** Whether a text says that there are no hours: none, none yet, or an estimate of another kind. */
export const isNoEstimate = (text: string): boolean =>
  /^(?:none|open|points|size)$/.test(readEstimate(text).says);

import { ownText } from '../../../shared/ownText';
import type { Field } from '../../facts/field';
import type { IdElement, StatedId } from '../../facts/stated';
import type { AchievementId } from '../../model/ids';
import { type Span, sliceOf } from '../../model/text';
import type { FieldDirection } from './clause';
import { idsOf } from './itemReader';
import type { PlanIds } from './planIds';
import { readStatedText } from './statedText';
import type { StatedText } from './stating';

/** Whose field it is, and in which plan. */
export interface StatedContext {
  readonly own: AchievementId;
  readonly ids: PlanIds;
  /** Whether the line at an offset is no content (fenced code, comments). */
  readonly isHidden: (offset: number) => boolean;
}

/** The values most fields have; they need no reading. */
const ONE_ID = /^\d+(?:\.\d+)+$/;
const SAYS_NOTHING = /^(?:none|-|)$/i;
const EMPTY: StatedText = { stated: [], unread: [], notes: [], saysNone: false };

/** What a `Dependencies` or `Blocks` field says (FORMAT A7); see `readStatedText` for the rules. */
export const readStatingField = (
  text: string,
  field: Field,
  direction: FieldDirection,
  { own, ids, isHidden }: StatedContext,
): StatedText => {
  const { valueSpan, block, value } = field;
  if (valueSpan.end >= block.end) {
    if (SAYS_NOTHING.test(value)) return value === '' ? EMPTY : { ...EMPTY, saysNone: true };
    if (ONE_ID.test(value)) {
      return { ...EMPTY, stated: [{ from: value, to: undefined, span: valueSpan }] };
    }
  }
  const start = valueSpan.start;
  const end = Math.max(block.end, valueSpan.end);
  return readStatedText({ text: text.slice(start, end), start, direction, own, ids, isHidden });
};

/** The ids that fields state, each once, with the place where it was said first. */
export const statedIdsOf = (
  read: readonly StatedText[],
  all: readonly AchievementId[],
): readonly StatedId[] => {
  const found = new Map<AchievementId, StatedId>();
  for (const reference of read.flatMap(({ stated }) => stated)) {
    for (const id of idsOf(reference, all)) {
      if (!found.has(id)) found.set(id, { id, span: reference.span });
    }
  }
  return [...found.values()];
};

/** The ids and ranges that fields state as they are written, each time they are written. */
export const statedElementsOf = (read: readonly StatedText[]): readonly IdElement[] =>
  read.flatMap(({ stated }) => stated.filter((each): each is IdElement => 'from' in each));

/** Places in the document as words, in text order. */
export const wordsAt = (
  text: string,
  places: readonly Span[],
): readonly { readonly text: string; readonly span: Span }[] =>
  places.map((place) => ({ text: ownText(sliceOf(text, place)), span: place }));

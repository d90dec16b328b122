import { idsBetween, idsCounted } from '../document/stated/idList';
import type { IdElement } from '../facts/stated';
import type { AchievementId } from '../model/ids';
import { sliceOf, span } from '../model/text';
import type { TextEdit } from '../rule/finding';
import type { Swap } from './renaming';

/**
 * What changes in an id or a range as it is written. A range that a person would read as other achievements than
 * before is written out: with 1.3 renamed to 4.7, `1.1-1.3` becomes `1.1, 1.2, 4.7`.
 */
export const elementEdits = (text: string, element: IdElement, swap: Swap): readonly TextEdit[] => {
  const { from, to } = element;
  if (to === undefined) return from === swap.from ? [firstId(text, element, swap)] : [];
  const ids = idsBetween(from, to, swap.ids);
  if (!ids.includes(swap.from)) return [];
  const after = ids.map((id) => swapped(id, swap));
  const wasCounted = isCounted(from, to, ids, swap.ids);
  const newIds = swap.ids.map((id) => swapped(id, swap));
  if (wasCounted && !isCounted(swapped(from, swap), swapped(to, swap), after, newIds))
    return [{ span: element.span, newText: after.join(', ') }];
  return [
    ...(from === swap.from ? [firstId(text, element, swap)] : []),
    ...(to === swap.from ? [lastId(element, swap)] : []),
  ];
};

const swapped = (id: AchievementId, { from, to }: Swap): AchievementId => (id === from ? to : id);

/** Whether counting from one end to the other gives just these ids. */
const isCounted = (
  from: AchievementId,
  to: AchievementId,
  ids: readonly AchievementId[],
  all: readonly AchievementId[],
): boolean => {
  const counted = idsCounted(from, to, all);
  return counted.length === ids.length && counted.every((id) => ids.includes(id));
};

const PREFIX = 'PRP-';

/** The id of a PRP may stand there without its prefix, and stays so. */
const firstId = (text: string, element: IdElement, { from, to }: Swap): TextEdit => {
  const { start } = element.span;
  const digits = from.startsWith(PREFIX) ? from.slice(PREFIX.length) : from;
  const isBare = digits !== from && sliceOf(text, span(start, start + digits.length)) === digits;
  return isBare
    ? { span: span(start, start + digits.length), newText: to.slice(PREFIX.length) }
    : { span: span(start, start + from.length), newText: to };
};

const lastId = ({ span: { end } }: IdElement, { from, to }: Swap): TextEdit => ({
  span: span(end - from.length, end),
  newText: to,
});

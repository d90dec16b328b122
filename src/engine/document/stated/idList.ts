import type { IdElement } from '../../facts/stated';
import type { AchievementId } from '../../model/ids';
import { compareIds } from '../../model/ids';
import { span } from '../../model/text';

const ID = '(?:PRP-)?\\d+(?:\\.\\d+)*';
const PAIR = new RegExp(`(${ID})(?:[ \\t]*(?:-|–|—|to|through)[ \\t]*(?:Achievement[ \\t]+)?(${ID}))?`, 'gi');

/** The ids and ranges of a text that is a list of ids; `at` is its offset in the document. */
export const elementsIn = (list: string, at: number): readonly IdElement[] =>
  Array.from(list.matchAll(PAIR), ({ 0: whole, 1: from = '', 2: to, index }) => ({
    from,
    to,
    span: span(at + index, at + index + whole.length),
  }));

/** Ids of the plan from `from` to `to` in document order; both ends where one of them is unknown. */
export const idsBetween = (
  from: AchievementId,
  to: AchievementId,
  all: readonly AchievementId[],
): readonly AchievementId[] => {
  const first = all.indexOf(from);
  const last = all.indexOf(to);
  return first === -1 || last < first ? [from, to] : all.slice(first, last + 1);
};

/** Ids of the plan from `from` to `to` as a person counts them, in document order. */
export const idsCounted = (
  from: AchievementId,
  to: AchievementId,
  all: readonly AchievementId[],
): readonly AchievementId[] => all.filter((id) => compareIds(from, id) <= 0 && compareIds(id, to) <= 0);

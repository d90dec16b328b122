import type { Node } from 'jsonc-parser';
import type { Result } from '../../../shared/result';
import { readParallel } from '../../document/parallel/parallelFile';
import type { ParallelAchievement } from '../../facts/parallelFacts';
import type { AchievementId } from '../../model/ids';
import { span } from '../../model/text';
import { guarded } from '../guard/guard';
import type { RefusedEdit } from '../guard/refused';
import type { TextEdit } from '../textEdit';
import { jsonTreeOf, nodeAt } from './jsonTree';
import { readListLayout, writeListLayout } from './listSpacing';

/** Where each id belongs; what is not in it comes last. */
type Order = ReadonlyMap<AchievementId, number>;

/**
 * Brings the achievements of a parallel.json into the order of `ids`; those that are not in it come last, in the order
 * they have, and what is no achievement keeps its place. Where achievements stand in groups each group is sorted by
 * itself. Comments go with their achievement, everything else stays as it is. Nothing where the order is right
 * already or `text` is malformed.
 */
export const sortAchievements = (text: string, ids: readonly AchievementId[]): readonly TextEdit[] => {
  const { achievements } = readParallel(text);
  const order = orderOf(ids);
  if (isSorted(achievements, order)) return [];
  const root = jsonTreeOf(text);
  const idAt = new Map(achievements.map((each) => [each.span.start, each.id]));
  const rankOf = ({ offset }: Node): number | undefined => {
    const id = idAt.get(offset);
    return id === undefined ? undefined : rank(order, id);
  };
  return listsAround(root, achievements).flatMap((list) => sortList(text, list, rankOf));
};

/** The same, if nothing is lost by it; else the reason. */
export const sortGuarded = (
  text: string,
  ids: readonly AchievementId[],
): Result<readonly TextEdit[], RefusedEdit> =>
  guarded(text, { kind: 'order', document: 'parallel' }, sortAchievements(text, ids));

/** Whether the achievements stand in the order of `ids` all together; in groups they may be sorted although not so. */
export const areSorted = (
  achievements: readonly ParallelAchievement[],
  ids: readonly AchievementId[],
): boolean => isSorted(achievements, orderOf(ids));

/** An id that stands twice counts where it stands first. */
const orderOf = (ids: readonly AchievementId[]): Order =>
  new Map(ids.map((id, at) => [id, at] as const).reverse());

const rank = (order: Order, id: AchievementId): number => order.get(id) ?? order.size + 1;

const isSorted = (achievements: readonly ParallelAchievement[], order: Order): boolean =>
  achievements.every(({ id }, at) => {
    const before = achievements[at - 1];
    return !before || rank(order, before.id) <= rank(order, id);
  });

/** The lists that hold achievements, in document order. */
const listsAround = (
  root: Node | undefined,
  achievements: readonly ParallelAchievement[],
): readonly Node[] => {
  const lists: Node[] = [];
  const seen = new Set<number>();
  for (const achievement of achievements) {
    if (!root || seen.has(achievement.span.start)) continue;
    const list = nodeAt(root, achievement.span)?.parent;
    if (list?.type !== 'array') continue;
    for (const { offset } of list.children ?? []) seen.add(offset);
    lists.push(list);
  }
  return lists;
};

const sortList = (
  text: string,
  list: Node,
  rankOf: (element: Node) => number | undefined,
): readonly TextEdit[] => {
  const ranks = (list.children ?? []).map(rankOf);
  const places = [...ranks.keys()].filter((at) => ranks[at] !== undefined);
  const sorted = places.toSorted((one, other) => (ranks[one] ?? 0) - (ranks[other] ?? 0) || one - other);
  if (sorted.every((from, at) => from === places[at])) return [];
  const order = [...ranks.keys()];
  for (const [at, place] of places.entries()) order[place] = sorted[at] ?? place;
  const newText = writeListLayout(readListLayout(text, list), order);
  return [{ span: span(list.offset + 1, list.offset + list.length - 1), newText }];
};

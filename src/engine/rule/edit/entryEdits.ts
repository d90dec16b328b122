import { readParallel } from '../../document/parallel/parallelFile';
import type { ParallelFacts } from '../../facts/parallelFacts';
import type { AchievementId } from '../../model/ids';
import type { Span } from '../../model/text';
import { parallelStatements } from '../edge';
import type { TextEdit } from '../finding';
import { isRange, jsonTreeOf, writtenAt } from './jsonTree';
import { removeElements } from './removeElements';

/** Removes the achievement of an id from a parallel.json, and whatever there depends on it, blocks it or is crossed with it. */
export const removeEntry = (text: string, id: AchievementId): readonly TextEdit[] => {
  const facts = readParallel(text);
  const entries = facts.achievements.filter((each) => each.id === id).map(({ span }) => span);
  const isInside = ({ start, end }: Span): boolean =>
    entries.some((entry) => start >= entry.start && end <= entry.end);
  const uses = new Map(
    mentionsIn(facts, id)
      .filter(({ whole }) => !isInside(whole))
      .map(({ whole }) => [whole.start, whole]),
  );
  return removeElements(text, [...entries, ...uses.values()]);
};

/** Gives the achievement of an id another one, wherever a parallel.json names it. */
export const renameEntry = (text: string, id: AchievementId, newId: AchievementId): readonly TextEdit[] => {
  const root = jsonTreeOf(text);
  if (!root) return [];
  const facts = readParallel(text);
  const own = facts.achievements.filter((each) => each.id === id).map(({ idSpan }) => idSpan);
  const places = [...own, ...mentionsIn(facts, id).map(({ span }) => span)];
  return places
    .sort((one, other) => one.start - other.start)
    .filter((span) => !isRange(text, span))
    .map((span) => ({ span, newText: writtenAt(root, span, newId) }));
};

/** Gives the later achievements of an id that have this title another id; what others say of the id stays. */
export const renameTwin = (
  text: string,
  id: AchievementId,
  title: string | undefined,
  newId: AchievementId,
): readonly TextEdit[] => {
  if (!jsonTreeOf(text)) return [];
  return readParallel(text)
    .achievements.filter((each) => each.id === id)
    .slice(1)
    .filter((each) => each.title === title)
    .slice(0, 1)
    .map(({ idSpan }) => ({ span: idSpan, newText: JSON.stringify(newId) }));
};

const mentionsIn = (facts: ParallelFacts, id: AchievementId) =>
  parallelStatements('', facts).filter(({ named }) => named === id);

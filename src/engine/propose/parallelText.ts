import { groupBy } from '../../shared/groupBy';
import { statedEffort } from '../document/estimate/effort';
import { readParallel } from '../document/parallel/parallelFile';
import { type Asked, askedAddition, ENTRY } from '../edit/guard/asked';
import { addAchievements, type NewEntry, priorityValue } from '../edit/json/addAchievements';
import { render } from '../edit/json/jsonIndent';
import { addToEach } from '../edit/json/listEdits';
import type { TextEdit } from '../edit/textEdit';
import type { AchievementFacts } from '../facts/planFacts';
import { createGraph } from '../graph/graph';
import { levelsOf } from '../graph/levels';
import { type Edge, edgeKey } from '../model/edge';
import { hundredths, middleOf } from '../model/effort';
import type { AchievementId } from '../model/ids';
import { lineBreakOf } from '../model/text';
import { parallelStatements } from '../statement/statement';

/** What the PLAN says of its achievements, with what they are to depend on, in the order of the PLAN. */
export const entriesOf = (
  achievements: readonly AchievementFacts[],
  edges: readonly Edge[],
): readonly NewEntry[] => {
  const dependencies = groupBy(edges, ({ dependent }) => dependent);
  return achievements.map((facts) => ({
    id: facts.id,
    title: facts.title,
    priority: facts.priority,
    dependencies: (dependencies.get(facts.id) ?? []).map(({ dependency }) => dependency),
    hours: hoursOf(facts),
  }));
};

/** The middle of the estimate, as schedules count it. */
const hoursOf = (achievement: AchievementFacts): number | undefined => {
  const effort = statedEffort(achievement);
  return effort && hundredths(middleOf(effort));
};

/** A new parallel.json in the flat form, its lines broken as in `like`. */
export const newParallelText = (planName: string, entries: readonly NewEntry[], like: string): string => {
  const eol = lineBreakOf(like);
  const content = {
    plan_name: planName,
    parallelization_level: parallelizationOf(entries),
    achievements: entries.map(({ id, title, priority, dependencies, hours }) => ({
      achievement_id: id,
      title,
      ...(priority === undefined ? {} : { priority: priorityValue(priority) }),
      dependencies,
      ...(hours === undefined ? {} : { estimated_hours: hours }),
    })),
  };
  return render(eol, content, '') + eol;
};

/** `level_3` where achievements of different priorities can run together, else `level_2` (FORMAT B). */
const parallelizationOf = (entries: readonly NewEntry[]): 'level_2' | 'level_3' => {
  const nodes = new Map(entries.map(({ id }, node) => [id, node]));
  const pairs = entries.flatMap(({ dependencies }, node) =>
    dependencies.flatMap((id) => (nodes.has(id) ? [node, nodes.get(id) ?? 0] : [])),
  );
  const levels = levelsOf(createGraph(entries.length, pairs));
  const priorities = new Map<number | undefined, string | undefined>();
  for (const [node, { priority }] of entries.entries()) {
    const level = levels[node];
    if (priorities.has(level) && priorities.get(level) !== priority) return 'level_3';
    priorities.set(level, priority);
  }
  return 'level_2';
};

/**
 * Edits that let a parallel.json list these achievements and say what they depend on, each where it does not so far,
 * in any form a dependency can be said. Nothing is taken away and everything else stays as it is. No edits for text
 * that is malformed or has no list of achievements.
 */
export const updateEdits = (text: string, entries: readonly NewEntry[]): readonly TextEdit[] => {
  const facts = readParallel(text);
  const stated = new Set(parallelStatements('', facts).map(edgeKey));
  const listed = new Set(facts.achievements.map(({ id }) => id));
  const missing = entries.map((entry) => ({
    ...entry,
    dependencies: entry.dependencies.filter(
      (dependency) => !stated.has(edgeKey({ dependent: entry.id, dependency })),
    ),
  }));
  const added = new Map<AchievementId, readonly AchievementId[]>(
    missing.filter(({ id }) => listed.has(id)).map(({ id, dependencies }) => [id, dependencies]),
  );
  return [...addAchievements(text, missing), ...addToEach(text, added)].sort(
    (one, other) => one.span.start - other.span.start,
  );
};

/** What {@link updateEdits} is for: entries and dependencies more, and nothing less. */
export const updateAsked = (entries: readonly NewEntry[]): Asked => ({
  ...askedAddition(
    'parallel',
    entries.map(({ id }) => id),
    ...ENTRY.filter((kind) => kind !== 'dependency'),
  ),
  added: entries.flatMap(({ id, dependencies }) =>
    dependencies.map((dependency) => ({ dependent: id, dependency })),
  ),
});

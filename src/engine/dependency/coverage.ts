import { statesDependencies } from '../join/dependencies';
import type { AchievementId } from '../model/ids';
import type { DependencyCoverage, Plan } from '../model/plan';

/**
 * The achievements whose dependencies are stated by the document that gives the dependencies:
 *
 * - in a PLAN, those with a field for them, even with `None`;
 * - in parallel.json, those with `dependencies` or `blocks`, and PRPs with a list of them, even an empty one;
 * - in any document, those that depend on any other.
 */
export const statedAchievements = (plan: Plan): ReadonlySet<AchievementId> => {
  const stated = new Set<AchievementId>(ownStatements(plan));
  for (const { id, dependencies } of plan.achievements) if (dependencies.length > 0) stated.add(id);
  return stated;
};

export const coverageOf = (
  { achievements }: Pick<Plan, 'achievements'>,
  stated: ReadonlySet<AchievementId>,
): DependencyCoverage => {
  const ids = new Set(achievements.map(({ id }) => id));
  const named = new Set(achievements.flatMap(({ dependencies }) => dependencies.map(({ id }) => id)));
  const count = (holds: (id: AchievementId) => boolean): number => [...ids].filter(holds).length;
  return {
    stated: count((id) => stated.has(id)),
    named: count((id) => named.has(id) && !stated.has(id)),
    of: ids.size,
  };
};

/**
 * Too little is stated to call anything saved, ready or parallel because of it: nothing at all, or it is about fewer
 * than half of the achievements, those that others are said to depend on included.
 */
export const isThin = ({ stated, named, of }: DependencyCoverage): boolean => (stated + named) * 2 < of;

/** Whether a plan is not thin; where most achievements have dependencies that takes one look at a half of them. */
export const statesEnough = (
  { achievements }: Pick<Plan, 'achievements'>,
  coverage: () => DependencyCoverage,
): boolean => {
  let dependent = 0;
  for (const { dependencies } of achievements) {
    if (dependencies.length > 0 && ++dependent * 2 >= achievements.length) return true;
  }
  return !isThin(coverage());
};

const ownStatements = ({ dependencySource, parallel, facts, prps, achievements }: Plan): AchievementId[] => {
  const idsOf = (some: readonly { readonly id: AchievementId }[]) => some.map(({ id }) => id);
  if (dependencySource === 'none') return [];
  if (dependencySource === 'parallel.json' && parallel) {
    return idsOf(parallel.facts.achievements.filter((each) => each.statesDependencies));
  }
  if (dependencySource === 'plan' && facts) return idsOf(facts.achievements.filter(statesDependencies));
  return idsOf(prps ? prps.filter((prp) => prp.facts.dependencyList !== undefined) : achievements);
};

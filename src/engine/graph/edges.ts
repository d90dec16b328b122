import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';

/**
 * `satisfied`: the dependency is complete; `waiting`: it is not; `cycle`: both ends lie in cycles;
 * `behind`: the achievement waits for a cycle it is not part of; `unknown`: the plan has no such dependency.
 */
export type EdgeKind = 'satisfied' | 'waiting' | 'cycle' | 'behind' | 'unknown';

/** "`achievement` depends on `dependsOn`". */
export interface PlanEdge {
  readonly achievement: AchievementId;
  readonly dependsOn: AchievementId;
  readonly kind: EdgeKind;
}

/** Every dependency of a plan as drawn, in document order. */
export const edgesOf = (plan: AnalysedPlan): readonly PlanEdge[] => {
  const onCycle = cycleEdges(plan);
  return plan.achievements.flatMap((achievement) =>
    achievement.dependencies
      // what another plan has finished is in nobody's way, and has no place in a drawing of this one
      .filter(({ id, elsewhere }) => elsewhere?.status !== 'complete' || plan.byId.has(id))
      .map(({ id }) => ({
        achievement: achievement.id,
        dependsOn: id,
        kind: kindOf(achievement, plan.byId.get(id), onCycle),
      })),
  );
};

/** What achievements depend on without the plan having it, each once. */
export const unknownIn = (edges: readonly PlanEdge[]): readonly AchievementId[] => [
  ...new Set(edges.filter(({ kind }) => kind === 'unknown').map(({ dependsOn }) => dependsOn)),
];

const kindOf = (
  { id, levelReason }: AnalysedAchievement,
  dependency: AnalysedAchievement | undefined,
  onCycle: ReadonlySet<string>,
): EdgeKind => {
  if (!dependency) return 'unknown';
  if (onCycle.has(edgeKey(id, dependency.id))) return 'cycle';
  if (
    levelReason !== undefined &&
    dependency.level === undefined &&
    dependency.levelReason !== 'no-dependencies'
  ) {
    return levelReason === 'in-cycle' && dependency.levelReason === 'in-cycle' ? 'cycle' : 'behind';
  }
  return dependency.status === 'complete' ? 'satisfied' : 'waiting';
};

const edgeKey = (achievement: AchievementId, dependsOn: AchievementId): string =>
  JSON.stringify([achievement, dependsOn]);

const cycleEdges = ({ cycles }: AnalysedPlan): ReadonlySet<string> =>
  new Set(cycles.flatMap((cycle) => cycle.slice(1).map((id, index) => edgeKey(cycle[index] ?? id, id))));

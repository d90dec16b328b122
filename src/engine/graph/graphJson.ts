import type { Readiness, Status } from '../model/achievement';
import type { AnalysedPlan, Cycle, Level, Progress } from '../model/analysis';
import type { Effort } from '../model/effort';
import type { AchievementId } from '../model/ids';
import type { DependencySource, PlanKind } from '../model/plan';
import { isReady } from '../model/readiness';
import { edgesOf, type PlanEdge } from './edges';
import { criticalIn } from './nodeWords';

/** The dependency graph as data; a stable format, so names are only ever added. */
export interface GraphJson {
  readonly name: string;
  readonly kind: PlanKind;
  readonly dependencySource: DependencySource;
  readonly nodes: readonly GraphJsonNode[];
  /** Every dependency once, unknown ones included. */
  readonly edges: readonly PlanEdge[];
  readonly levels: readonly Level[];
  readonly cycles: readonly Cycle[];
  readonly progress: Progress;
}

export interface GraphJsonNode {
  readonly id: AchievementId;
  readonly title: string;
  readonly priority: string | null;
  /** Null in or behind a cycle, or without dependency information; `levelReason` says which. */
  readonly level: number | null;
  readonly levelReason: 'in-cycle' | 'behind-cycle' | 'no-dependencies' | null;
  readonly status: Status;
  readonly ready: boolean;
  readonly readiness: Readiness;
  /** Without slack in the schedule; false also where times would be guesses. */
  readonly critical: boolean;
  readonly blockedBy: readonly AchievementId[];
  readonly estimatedHours: Effort | null;
}

/** The graph as data. */
export const graphJsonOf = (plan: AnalysedPlan): GraphJson => {
  const critical = criticalIn(plan);
  return {
    name: plan.name,
    kind: plan.kind,
    dependencySource: plan.dependencySource,
    nodes: plan.achievements.map((achievement) => ({
      id: achievement.id,
      title: achievement.title,
      priority: achievement.priority ?? null,
      level: achievement.level ?? null,
      levelReason: achievement.levelReason ?? null,
      status: achievement.status,
      ready: isReady(achievement),
      readiness: achievement.readiness,
      critical: critical.has(achievement.id),
      blockedBy: achievement.blockedBy,
      estimatedHours: achievement.effort
        ? { min: achievement.effort.min, max: achievement.effort.max }
        : null,
    })),
    edges: edgesOf(plan),
    levels: plan.levels.map(({ level, achievements, complete }) => ({ level, achievements, complete })),
    cycles: plan.cycles,
    progress: { complete: plan.progress.complete, total: plan.progress.total },
  };
};

import type { AnalysedAchievement, AnalysedPlan } from '../engine/model/analysis';
import { findingJson } from './findingJson';
import { pathIn, type Workspace } from './workspace';

/** The stable machine format of `status`. */
export const statusJson = (workspace: Workspace): unknown => ({
  plans: workspace.plans.map((plan) => planJson(workspace, plan)),
  findings: workspace.findings.map((finding) => findingJson(workspace, finding)),
});

const planJson = (workspace: Workspace, plan: AnalysedPlan): unknown => ({
  name: plan.name,
  kind: plan.kind,
  path: pathIn(workspace, plan.uri),
  dependencySource: plan.dependencySource,
  achievements: plan.achievements.map((achievement) => achievementJson(workspace, achievement)),
  levels: plan.levels.map(({ level, achievements, complete }) => ({ level, achievements, complete })),
  cycles: plan.cycles,
  progress: { complete: plan.progress.complete, total: plan.progress.total },
});

const achievementJson = (workspace: Workspace, achievement: AnalysedAchievement): unknown => {
  const path = (uri: string | undefined): string | null =>
    uri === undefined ? null : pathIn(workspace, uri);
  const { effort } = achievement;
  return {
    id: achievement.id,
    title: achievement.title,
    line: achievement.line,
    priority: achievement.priority ?? null,
    level: achievement.level ?? null,
    dependencies: achievement.dependencies.map(({ id }) => id),
    status: achievement.status,
    evidence: achievement.evidence.map(({ uri }) => path(uri)),
    subplan: path(achievement.subplan),
    executions: achievement.executions.map(path),
    approved: path(achievement.approved),
    fix: path(achievement.fix),
    estimatedHours: effort ? { min: effort.min, max: effort.max } : null,
    ready: achievement.ready,
    blockedBy: achievement.blockedBy,
  };
};

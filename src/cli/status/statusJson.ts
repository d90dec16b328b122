import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { isReady } from '../../engine/model/readiness';
import { archivedWorkOf } from '../../engine/progress/archivedWork';
import { findingJson } from '../json/findingJson';
import { hoursJson, timeJson } from '../json/timeJson';
import { pathIn, type Workspace } from '../workspace/workspace';
import type { PlanRun, PlanRuns } from './planRun';
import { stateJson } from './stateJson';

/** The stable machine format of `status`. */
export const statusJson = (workspace: Workspace, runs: PlanRuns): unknown => ({
  plans: workspace.plans.map((plan) => ({
    ...planJson(workspace, plan),
    run: runJson(runs.get(plan.uri)),
  })),
  findings: workspace.findings.map((finding) => findingJson(workspace, finding)),
});

/** What the last run of a plan has of it; null where it has nothing. */
export const runJson = (run: PlanRun | undefined) =>
  run
    ? {
        run: run.run,
        status: run.status,
        taken: [...run.share.taken],
        landed: [...run.share.landed],
      }
    : null;

const planJson = (workspace: Workspace, plan: AnalysedPlan): Readonly<Record<string, unknown>> => {
  const time = plan.time();
  return {
    name: plan.name,
    kind: plan.kind,
    path: pathIn(workspace, plan.uri),
    ...stateJson(workspace, plan),
    dependencySource: plan.dependencySource,
    achievements: plan.achievements.map((achievement) => achievementJson(workspace, achievement)),
    levels: time.levels.map((each) => ({
      level: each.level,
      achievements: each.achievements,
      complete: each.complete,
      time: timeJson(each),
    })),
    priorities: time.priorities.map((each) => ({
      priority: each.priority ?? null,
      achievements: each.achievements,
      complete: each.complete,
      time: timeJson(each),
    })),
    cycles: plan.cycles,
    progress: { complete: plan.progress.complete, total: plan.progress.total },
    archive: archiveJson(workspace, plan),
    archivedWork: archivedWorkOf(plan),
    time: timeJson(time),
  };
};

/** Null for what has no PLAN: a batch of PRPs is archived by its folders. */
const archiveJson = (workspace: Workspace, { archive }: AnalysedPlan): unknown =>
  archive
    ? {
        declared: archive.declared ?? null,
        line: archive.line ?? null,
        problem: archive.problem ?? null,
        destination: pathIn(workspace, archive.destination()),
      }
    : null;

const achievementJson = (workspace: Workspace, achievement: AnalysedAchievement): unknown => {
  const path = (uri: string | undefined): string | null =>
    uri === undefined ? null : pathIn(workspace, uri);
  const { effort, actual } = achievement;
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
    attempts: achievement.attempts.map(({ execution, inForce, status }) => ({
      execution: path(execution),
      inForce,
      status,
    })),
    approved: path(achievement.approved),
    fix: path(achievement.fix),
    estimatedHours: effort ? { min: effort.min, max: effort.max } : null,
    actualHours: actual ? hoursJson(actual) : null,
    actualSaidIn: actual ? actual.saidIn.map(path) : [],
    ready: isReady(achievement),
    readiness: achievement.readiness,
    unread: achievement.unreadDependencies.map(({ text }) => text),
    notes: achievement.dependencyNotes.map(({ text }) => text),
    blockedBy: achievement.blockedBy,
    ...prpJson(achievement),
  };
};

/** What only PRPs have; `out` says why one is not to be done any more. */
const prpJson = ({ prp, dependencies }: AnalysedAchievement): Readonly<Record<string, unknown>> =>
  prp === undefined
    ? {}
    : {
        done: prp.done,
        doneBecause: prp.why,
        out: prp.out ?? null,
        declaredStage: prp.declaredStage ?? null,
        files: prp.files,
        soft: dependencies.filter(({ soft }) => soft).map(({ id }) => id),
      };

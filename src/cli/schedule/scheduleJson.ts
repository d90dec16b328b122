import type { Takes } from '../../engine/schedule/effect';
import type { CurvePoint, PlanSchedule, ScheduledTask } from '../../engine/schedule/planSchedule';
import { rounded } from '../json/timeJson';
import { pathIn, type Workspace } from '../workspace/workspace';
import type { ScheduleAnswer } from './scheduleAnswer';

/** The stable machine format of `schedule`; times in hours from now. */
export const scheduleJson = (
  workspace: Pick<Workspace, 'base'>,
  { plan, asked, schedule, effects }: ScheduleAnswer,
) => {
  const { criticalPath, executors, instead, forecast, assumption, tasks } = schedule;
  return {
    name: plan.name,
    path: pathIn(workspace, plan.uri),
    executors: executors.length,
    best: schedule.best,
    ...lengthJson(schedule),
    sequential: rounded(instead.sequential),
    byLevels: rounded(instead.byLevels),
    saved: {
      sequential: rounded(instead.sequential - schedule.makespan),
      byLevels: rounded(instead.byLevels - schedule.makespan),
    },
    forecast: {
      seed: asked.seed,
      samples: asked.samples,
      p50: rounded(forecast.p50),
      p90: rounded(forecast.p90),
    },
    criticalPath: { ...criticalPath, length: rounded(criticalPath.length) },
    slots: executors.map((name, executor) => ({
      executor: executor + 1,
      name: name ?? null,
      achievements: slotsOf(schedule, executor).map(slotJson),
    })),
    achievements: tasks.map(taskJson),
    curve: schedule.curve.map((point) => ({ executors: point.executors, ...lengthJson(point) })),
    assumed: {
      hours: rounded(assumption),
      achievements: tasks.flatMap(({ achievement, isAssumed }) => (isAssumed ? [achievement.id] : [])),
    },
    unreachable: schedule.unreachable,
    undefinedDependencies: schedule.undefinedDependencies,
    effects: effects.map(({ kind, id, dependsOn, before, after }) => ({
      change: kind,
      id,
      dependsOn,
      before: takesJson(before),
      after: takesJson(after),
    })),
  };
};

const lengthJson = ({ makespan, bound, isOptimal }: Omit<CurvePoint, 'executors'>) => ({
  makespan: rounded(makespan),
  bound: rounded(bound),
  optimal: isOptimal,
});

const takesJson = ({ criticalPath, makespan, achievements }: Takes) => ({
  criticalPath: rounded(criticalPath),
  makespan: rounded(makespan),
  achievements,
});

const slotsOf = ({ tasks }: PlanSchedule, executor: number): readonly ScheduledTask[] =>
  tasks
    .filter(({ together }) => together.includes(executor))
    .sort((one, other) => one.start - other.start || one.end - other.end);

const slotJson = ({ achievement, start, end }: ScheduledTask) => ({
  id: achievement.id,
  start: rounded(start),
  end: rounded(end),
});

const taskJson = (task: ScheduledTask) => ({
  id: task.achievement.id,
  title: task.achievement.title,
  hours: {
    optimistic: rounded(task.range.min),
    likely: rounded(task.end - task.start),
    pessimistic: rounded(task.range.max),
  },
  executor: task.executor + 1,
  ...(task.together.length > 1 ? { together: task.together.map((executor) => executor + 1) } : {}),
  start: rounded(task.start),
  end: rounded(task.end),
  earliestStart: rounded(task.earliestStart),
  earliestFinish: rounded(task.earliestFinish),
  latestStart: rounded(task.latestStart),
  latestFinish: rounded(task.latestFinish),
  slack: rounded(task.slack),
  critical: task.slack === 0,
});

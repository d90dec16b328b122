import type { AnalysedPlan } from '../../../engine/model/analysis';
import { USUAL_FORECAST } from '../../../engine/schedule/forecast';
import type { PlanSchedule, ScheduledTask } from '../../../engine/schedule/planSchedule';
import { effortWords, hoursWords } from '../../../engine/words/hours';
import { printable } from '../../../engine/words/printable';
import {
  criticalWords,
  forecastWords,
  makespanWords,
  NOTHING_TO_SCHEDULE,
  noScheduleWords,
  pointWords,
  savedWords,
  scheduleNotes,
  workWords,
} from '../../../engine/words/scheduleWords';
import { statusWords } from '../../../engine/words/status';
import { listed } from '../../../shared/listed';
import { finished, type Steps } from '../../../shared/steps';
import type { TimelineBar, TimelineChart, TimelineModel } from '../../../webview/protocol/timelineMessages';
import { achievementTags } from '../../achievementTags';
import { NO_ACHIEVEMENTS } from '../model/graphModel';

/**
 * What the timeline shows of a plan: the figures of its schedule as they are, and the words of the command line for
 * them. `schedule` is undefined where the plan has no network; `asked` is null for the best number of executors.
 */
export const timelineModelOf = (
  plan: AnalysedPlan,
  schedule: PlanSchedule | undefined,
  asked: number | null,
): TimelineModel => finished(makingTimeline(plan, schedule, asked));

/** The same in steps. */
export function* makingTimeline(
  plan: AnalysedPlan,
  schedule: PlanSchedule | undefined,
  asked: number | null,
): Steps<TimelineModel> {
  const { uri: planUri, achievements } = plan;
  if (achievements.length === 0) return nothingDrawn(planUri, NO_ACHIEVEMENTS);
  if (!schedule) return nothingDrawn(planUri, noScheduleWords(plan));
  const notes = scheduleNotes(schedule, { executors: asked ?? undefined });
  if (schedule.tasks.length === 0) return nothingDrawn(planUri, NOTHING_TO_SCHEDULE, notes);
  yield;
  return { planUri, instead: null, notes, chart: yield* makingChart(plan, schedule) };
}

/** A timeline without a picture, and why. */
export const nothingDrawn = (
  planUri: string,
  instead: string,
  notes: readonly string[] = [],
): TimelineModel => ({ planUri, instead, notes, chart: null });

function* makingChart(plan: AnalysedPlan, schedule: PlanSchedule): Steps<TimelineChart> {
  const { tasks, curve, executors, best, makespan } = schedule;
  const names = executors.map((name, at) => (name === undefined ? `Executor ${at + 1}` : printable(name)));
  const fewest = curve[0]?.executors ?? 1;
  const bars: TimelineBar[] = [];
  for (const task of [...tasks].sort(byExecutor)) {
    bars.push(barOf(plan, task, task.together.map((each) => names[each] ?? '').join(', ')));
    yield;
  }
  return {
    headline: makespanWords(schedule),
    facts: [
      workWords(schedule),
      ...criticalWords(schedule),
      savedWords(schedule),
      forecastWords(schedule, USUAL_FORECAST),
    ],
    executors: names,
    bars,
    makespan,
    curve: curve.map((point) => ({
      executors: point.executors,
      makespan: point.makespan,
      bound: point.bound,
      words: pointWords(point),
    })),
    best,
    fewest,
    most: Math.max(fewest, tasks.length),
  };
}

const byExecutor = (one: ScheduledTask, other: ScheduledTask): number =>
  one.executor - other.executor || one.start - other.start || one.end - other.end;

const barOf = (plan: AnalysedPlan, task: ScheduledTask, who: string): TimelineBar => {
  const { achievement, executor, start, end, slack, isAssumed } = task;
  const { id, title, status, dependencies } = achievement;
  const analysed = plan.byId.get(id);
  const needs = listed(dependencies.map((each) => printable(each.id)));
  return {
    id,
    title: printable(title),
    executor,
    start,
    end,
    status,
    critical: slack === 0,
    assumed: isAssumed,
    facts: [
      who,
      `${effortWords({ min: start, max: end })} from now`,
      ...durationWords(task),
      slack === 0 ? 'critical' : `slack ${hoursWords(slack)}`,
      statusWords(status),
      needs ? `depends on ${needs}` : 'depends on nothing',
    ],
    tags: analysed ? achievementTags(plan, analysed) : '',
  };
};

const durationWords = ({ start, end, range, isAssumed }: ScheduledTask): readonly string[] => {
  const likely = hoursWords(end - start);
  if (isAssumed) return ['no estimate', `counted as ${likely}`];
  return [range.min === range.max ? `takes ${likely}` : `takes ${effortWords(range)}, likely ${likely}`];
};

import { counted } from '../../shared/counted';
import type { AnalysedPlan } from '../model/analysis';
import type { ForecastOptions } from '../schedule/forecast';
import type { CurvePoint, PlanSchedule, ScheduleRequest } from '../schedule/planSchedule';
import { coverageWords } from './coverage';
import { hoursWords } from './hours';
import { idList } from './idList';
import { printable } from './printable';

/** `3 open achievements, 9 hours of work`. */
export const workWords = ({ tasks, instead }: PlanSchedule): string =>
  `${counted(tasks.length, 'open achievement')}, ${hoursWords(instead.sequential)} of work`;

export const NOTHING_TO_SCHEDULE = 'There is nothing to schedule.';

/** Why a plan that says nothing of its dependencies, or too little, has no schedule. */
export const noScheduleWords = (
  plan: Pick<AnalysedPlan, 'name' | 'dependencySource' | 'coverage' | 'isOrderKnown'>,
): string => {
  const name = printable(plan.name);
  const coverage = coverageWords(plan);
  const lacking = coverage === undefined ? `${name} states no dependencies` : `${name}: ${coverage}`;
  return `${lacking}: the order of work is not known, so nothing can be scheduled.`;
};

/** How long it takes with so many: `With 2 executors (more would hardly help): 6 hours, which cannot be less`. */
export const makespanWords = (schedule: PlanSchedule): string => {
  const { executors, best } = schedule;
  const isBest = executors.length === best ? ' (more would hardly help)' : '';
  return `With ${counted(executors.length, 'executor')}${isBest}: ${lengthWords(schedule)}`;
};

/** A point of the curve: `3 executors: 7 hours, at least 5 hours in any case`. */
export const pointWords = (point: CurvePoint): string =>
  `${counted(point.executors, 'executor')}: ${lengthWords(point)}`;

const lengthWords = ({ makespan, bound, isOptimal }: Omit<CurvePoint, 'executors'>): string =>
  `${hoursWords(makespan)}, ${isOptimal ? 'the shortest possible' : `no schedule takes less than ${hoursWords(bound)}`}`;

/** The critical path with the achievements that are as critical and not on it; a line each. */
export const criticalWords = ({ criticalPath }: PlanSchedule): readonly string[] => {
  const { length, path, achievements } = criticalPath;
  const onPath = new Set(path);
  const others = achievements.filter((id) => !onPath.has(id));
  return [
    `Critical path: ${hoursWords(length)}, ${path.map(printable).join(' \u2192 ')}`,
    ...(others.length > 0 ? [`Equally critical: ${idList(others)}`] : []),
  ];
};

/** What is saved against the two other ways to work. */
export const savedWords = ({ instead, makespan }: PlanSchedule): string =>
  `Saved: ${hoursWords(instead.sequential - makespan)} compared with one after the other, ${hoursWords(instead.byLevels - makespan)} compared with level after level`;

/** How long it takes in half and in nine of ten cases. */
export const forecastWords = ({ forecast }: PlanSchedule, { samples, seed }: ForecastOptions): string =>
  `Forecast from the ranges: P50 ${hoursWords(forecast.p50)}, P90 ${hoursWords(forecast.p90)} (${counted(samples, 'sample')}, seed ${seed})`;

/** What a reader has to know before believing the figures; a line each. */
export const scheduleNotes = (
  { tasks, executors, assumption, unreachable, undefinedDependencies }: PlanSchedule,
  asked: Pick<ScheduleRequest, 'executors'>,
): readonly string[] => {
  const assumed = tasks.filter(({ isAssumed }) => isAssumed).map(({ achievement }) => achievement.id);
  const names = executors.flatMap((name) => name ?? []);
  const unknown = [...new Set(undefinedDependencies.map(({ dependsOn }) => dependsOn))];
  return [
    ...((asked.executors ?? executors.length) < executors.length
      ? [
          `The documents name ${counted(names.length, 'executor')}, so there cannot be fewer: ${idList(names)}`,
        ]
      : []),
    ...(assumed.length > 0
      ? [
          `No estimate, counted as ${hoursWords(assumption)} each (assumed: ${assumed.length}): ${idList(assumed)}`,
        ]
      : []),
    ...(unreachable.length > 0
      ? [`Not scheduled, because in or behind a cycle: ${idList(unreachable)}`]
      : []),
    ...(unknown.length > 0 ? [`Counted as done, because nothing defines it: ${idList(unknown)}`] : []),
  ];
};

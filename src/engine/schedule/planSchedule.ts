import { finished, type Steps } from '../../shared/steps';
import type { Achievement } from '../model/achievement';
import type { BreakableDependency } from '../model/analysis';
import type { Effort } from '../model/effort';
import type { AchievementId } from '../model/ids';
import { workIn } from './bound';
import { criticalDependencies } from './criticalDependencies';
import { bestOf, curveOf } from './curve';
import { inHours } from './durations';
import { type Forecast, type ForecastOptions, forecasting } from './forecast';
import type { Network } from './network';
import { type Schedule, type Schedules, schedulesOf } from './schedules';
import { type TaskTimes, timesOf } from './taskTimes';

/** What a schedule is asked for; what is left out is the best number of executors. */
export interface ScheduleRequest extends ForecastOptions {
  readonly executors?: number | undefined;
}

/** Everything a view can show of the schedule of a plan; times in hours from now. */
export interface PlanSchedule {
  /** In id order. */
  readonly tasks: readonly ScheduledTask[];
  readonly criticalPath: CriticalPath;
  /** Who works; those who are named in documents come first. More than there is work for are not listed. */
  readonly executors: readonly (string | undefined)[];
  readonly makespan: number;
  /** No schedule for as many executors is shorter than this. */
  readonly bound: number;
  /** No schedule for as many executors is shorter. */
  readonly isOptimal: boolean;
  /** One after the other, and level after level with as many executors. */
  readonly instead: { readonly sequential: number; readonly byLevels: number };
  readonly curve: readonly CurvePoint[];
  /** The number of executors to which adding one is not worthwhile. */
  readonly best: number;
  readonly forecast: Forecast;
  /** What the achievements count that have no estimate. */
  readonly assumption: number;
  /** Achievements in or behind a cycle: they take no part. */
  readonly unreachable: readonly AchievementId[];
  /** Dependencies on what nothing defines: they hold up nobody here. */
  readonly undefinedDependencies: readonly BreakableDependency[];
}

export interface ScheduledTask extends TaskTimes {
  readonly achievement: Achievement;
  /** A place in {@link PlanSchedule.executors}. */
  readonly executor: number;
  /** Who does it together, `executor` first. */
  readonly together: readonly number[];
  readonly start: number;
  readonly end: number;
  /** The least and the most it may take. */
  readonly range: Effort;
  /** It has no estimate. */
  readonly isAssumed: boolean;
}

export interface CriticalPath {
  readonly length: number;
  /** One of them, in order of work. */
  readonly path: readonly AchievementId[];
  /** Every achievement on any of them, in id order, and every dependency along them. */
  readonly achievements: readonly AchievementId[];
  readonly dependencies: readonly BreakableDependency[];
}

export interface CurvePoint extends Pick<PlanSchedule, 'makespan' | 'bound' | 'isOptimal'> {
  readonly executors: number;
}

/** The schedule of what is left of a plan, with what surrounds it. The same request gives the same answer. */
export const planSchedule = (network: Network, request: ScheduleRequest): PlanSchedule =>
  finished(planningSchedule(schedulesOf(network), request));

/** The same in steps, from schedules that are kept for the next request. */
export function* planningSchedule(schedules: Schedules, request: ScheduleRequest): Steps<PlanSchedule> {
  const { network } = schedules;
  yield* schedules.making();
  const best = bestOf(schedules);
  const chosen = request.executors === undefined ? best : schedules.of(request.executors);
  yield;
  const { p50, p90 } = yield* forecasting(network, chosen, request);
  const { names } = network.executors;
  return {
    tasks: network.achievements.map((achievement, node) => taskOf(network, chosen, achievement, node)),
    criticalPath: criticalPathOf(network),
    executors: Array.from({ length: chosen.executors }, (_, executor) => names[executor]),
    ...lengthOf(chosen),
    instead: {
      sequential: inHours(workIn(network.durations.likely)),
      byLevels: inHours(chosen.byLevels()),
    },
    curve: curveOf(schedules).map((each) => ({ executors: each.executors, ...lengthOf(each) })),
    best: best.executors,
    forecast: { p50: inHours(p50), p90: inHours(p90) },
    assumption: inHours(network.durations.assumption),
    unreachable: network.unreachable,
    undefinedDependencies: network.undefinedDependencies,
  };
}

const lengthOf = ({ makespan, bound, isOptimal }: Schedule): Omit<CurvePoint, 'executors'> => ({
  makespan: inHours(makespan),
  bound: inHours(bound),
  isOptimal,
});

const taskOf = (
  network: Network,
  { starts, executorOf }: Schedule,
  achievement: Achievement,
  node: number,
): ScheduledTask => {
  const { optimistic, likely, pessimistic, isAssumed } = network.durations;
  const start = starts[node] as number;
  return {
    achievement,
    executor: executorOf[node] as number,
    together: [executorOf[node] as number, ...(network.executors.also.get(node) ?? [])],
    start: inHours(start),
    end: inHours(start + (likely[node] as number)),
    range: { min: inHours(optimistic[node] as number), max: inHours(pessimistic[node] as number) },
    isAssumed: isAssumed[node] === 1,
    ...timesOf(network, node),
  };
};

const criticalPathOf = (network: Network): CriticalPath => {
  const { timing, achievements } = network;
  const idOf = (node: number | undefined): AchievementId => (achievements[node as number] as Achievement).id;
  const pairs = criticalDependencies(network);
  return {
    length: inHours(timing.length),
    path: timing.path.map(idOf),
    achievements: achievements.flatMap(({ id }, node) => (timing.critical[node] === 1 ? [id] : [])),
    dependencies: Array.from({ length: pairs.length / 2 }, (_, at) => ({
      id: idOf(pairs[2 * at]),
      dependsOn: idOf(pairs[2 * at + 1]),
    })),
  };
};

import { lazy } from '../../shared/lazy';
import { finished, type Steps } from '../../shared/steps';
import type { Assignment, Tasks } from './assignment';
import { lowerBound } from './bound';
import { exactSchedule, MOST_EXACT } from './exactSchedule';
import { levelSchedule } from './levelSchedule';
import { listSchedule } from './listSchedule';
import type { Network } from './network';

/** A schedule for a number of executors. */
export interface Schedule extends Assignment {
  readonly executors: number;
  /** What no schedule can go below, in seconds: the critical path, the work shared out evenly, a named executor's own. */
  readonly bound: number;
  /** No schedule for as many executors is shorter. */
  readonly isOptimal: boolean;
  /** How long it takes to do one whole level after the other, in seconds; worked out when first asked for. */
  readonly byLevels: () => number;
}

/** The schedules of a network, each made when it is first asked for. */
export interface Schedules {
  readonly network: Network;
  /** The fewest executors there can be: everyone who is named, and one at least. */
  readonly fewest: number;
  /** From here on one more executor cannot change anything, or is not looked at. */
  readonly most: () => number;
  /** Finds `most` in steps, after which asking for the ones up to there takes no time. */
  readonly making: () => Steps<number>;
  /** Fewer executors than `fewest` count as `fewest`; more than there are achievements count as many as these. */
  of(executors: number): Schedule;
}

/** For how many executors every number below is tried too, and how far a curve goes. */
export const MOST_COMPARED = 32;

/**
 * List scheduling can take longer with one more executor (Graham's anomalies), and longer than waiting for whole
 * levels. Neither is a schedule anybody wants: whoever is too many stays idle, and the shortest one found counts. Up to
 * {@link MOST_EXACT} achievements it is a shortest there is.
 */
export const schedulesOf = (network: Network): Schedules => {
  const { graph, timing, executors, durations } = network;
  const named = executors.names.length;
  const fewest = Math.max(1, named);
  const tasks: Tasks = { graph, durations: durations.likely, executorOf: executors.of, also: executors.also };
  const found = new Map<number, Schedule>();
  const making = function* (): Steps<number> {
    const last = Math.max(fewest, Math.min(MOST_COMPARED, graph.nodeCount));
    for (let count = fewest; count < last; count++) {
      if (of(count).makespan === timing.length) return count;
      yield;
    }
    return last;
  };
  const most = lazy(() => finished(making()));

  const make = (count: number): Schedule => {
    const bound = lowerBound(tasks, timing.length, count, named);
    const leveled = lazy(() => levelSchedule(tasks, network.levels, count, named));
    const others = [leveled, ...(count > fewest ? [() => of(Math.min(count - 1, MOST_COMPARED))] : [])];
    let best: Assignment = listSchedule(tasks, timing.latestStart, count, named);
    for (const other of others) if (best.makespan > bound) best = shorterOf(best, other());
    // the search knows of one executor for each
    const isExact = graph.nodeCount <= MOST_EXACT && executors.also.size === 0;
    if (isExact && best.makespan > bound) {
      const tails = timing.latestStart.map((start) => timing.length - start);
      best = exactSchedule(tasks, { executors: count, named, tails, known: best, bound });
    }
    const { executorOf, starts, order, makespan } = best;
    return {
      executors: count,
      executorOf,
      starts,
      order,
      makespan,
      bound,
      isOptimal: isExact || makespan <= bound,
      byLevels: () => leveled().makespan,
    };
  };

  const of = (asked: number): Schedule => {
    const count = Math.max(fewest, Math.min(asked, graph.nodeCount));
    const schedule = found.get(count) ?? make(count);
    found.set(count, schedule);
    return schedule;
  };

  return { network, fewest, most, making, of };
};

const shorterOf = (one: Assignment, other: Assignment): Assignment =>
  other.makespan < one.makespan ? other : one;

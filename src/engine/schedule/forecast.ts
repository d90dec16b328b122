import { createRandom } from '../../shared/random';
import { finished, type Steps } from '../../shared/steps';
import type { Also } from './namedExecutors';
import type { Network } from './network';
import type { Schedule } from './schedules';

export interface ForecastOptions {
  /** An integer; the same one gives the same forecast. */
  readonly seed: number;
  /** How often the schedule is played through; at least once. */
  readonly samples: number;
}

/** What every view asks for that nobody told otherwise, so that all show the same figures. */
export const USUAL_FORECAST: ForecastOptions = { seed: 1, samples: 1000 };

/** How long a schedule takes, in seconds, in half and in nine of ten cases at most. */
export interface Forecast {
  readonly p50: number;
  readonly p90: number;
}

/**
 * Plays a schedule through with durations drawn from the ranges of the estimates, each on its own, from triangular
 * distributions: they need three figures, which is what a range gives, and no function that is computed differently
 * elsewhere. Everybody keeps to their own order of work and starts when all is ready, so longer work never makes the
 * whole shorter. Percentiles by nearest rank. Linear in nodes and edges per sample.
 */
export const forecastOf = (network: Network, schedule: Schedule, options: ForecastOptions): Forecast =>
  finished(forecasting(network, schedule, options));

/** The forecast, with a stop after each time the schedule was played through. */
export function* forecasting(
  network: Network,
  schedule: Schedule,
  { seed, samples }: ForecastOptions,
): Steps<Forecast> {
  const random = createRandom(seed);
  const play = playerOf(network, schedule);
  const durations = new Float64Array(network.graph.nodeCount);
  const makespans = new Float64Array(samples);
  for (let sample = 0; sample < samples; sample++) {
    draw(network, random, durations);
    makespans[sample] = play(durations);
    yield;
  }
  makespans.sort();
  const percentile = (share: number): number =>
    makespans[Math.max(0, Math.ceil(share * samples) - 1)] as number;
  return { p50: percentile(0.5), p90: percentile(0.9) };
}

const draw = ({ durations }: Network, random: () => number, into: Float64Array): void => {
  const { optimistic, likely, pessimistic } = durations;
  for (let node = 0; node < into.length; node++) {
    const [least, mode, most] = [
      optimistic[node] as number,
      likely[node] as number,
      pessimistic[node] as number,
    ];
    into[node] = least === most ? mode : triangular(least, mode, most, random());
  }
};

/** The figure below which a share of a triangular distribution lies. */
const triangular = (least: number, mode: number, most: number, share: number): number => {
  const width = most - least;
  return share * width < mode - least
    ? least + Math.sqrt(share * width * (mode - least))
    : most - Math.sqrt((1 - share) * width * (most - mode));
};

/** Tells how long the schedule takes with other durations. */
const playerOf = ({ graph, executors: { also } }: Network, { order, executorOf }: Schedule) => {
  const { starts, targets } = graph.dependencies;
  const ends = new Float64Array(graph.nodeCount);
  const before = previousOf(order, executorOf, also);
  /** When its executors are free. */
  const freeFrom = (node: number): number => {
    const previous = before.first[node] as number;
    const time = previous === -1 ? 0 : (ends[previous] as number);
    const others = before.others.get(node);
    return others === undefined ? time : Math.max(time, ...others.map((each) => ends[each] as number));
  };
  const startOf = (node: number): number => {
    let start = freeFrom(node);
    const last = starts[node + 1] as number;
    for (let edge = starts[node] as number; edge < last; edge++) {
      const end = ends[targets[edge] as number] as number;
      if (end > start) start = end;
    }
    return start;
  };
  return (durations: Float64Array): number => {
    let makespan = 0;
    for (let at = 0; at < order.length; at++) {
      const node = order[at] as number;
      const end = startOf(node) + (durations[node] as number);
      ends[node] = end;
      if (end > makespan) makespan = end;
    }
    return makespan;
  };
};

const NONE: readonly number[] = [];

interface Previous {
  /** Per node what its executor does before; -1 where it is the first. */
  readonly first: Int32Array;
  /** By node, what the others who work on it do before. */
  readonly others: ReadonlyMap<number, readonly number[]>;
}

const previousOf = (order: Int32Array, executorOf: Int32Array, also: Also): Previous => {
  const first = new Int32Array(order.length);
  const others = new Map<number, readonly number[]>();
  const last = new Map<number, number>();
  for (const node of order) {
    const executor = executorOf[node] as number;
    const more = also.get(node) ?? NONE;
    first[node] = last.get(executor) ?? -1;
    if (more.length > 0)
      others.set(
        node,
        more.flatMap((each) => last.get(each) ?? []),
      );
    for (const each of [executor, ...more]) last.set(each, node);
  }
  return { first, others };
};

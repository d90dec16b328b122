import type { Network } from '../../../src/engine/schedule/network';
import { schedulesOf } from '../../../src/engine/schedule/schedules';

/**
 * The least makespan there is, in seconds, straight from the definition: every order of the achievements, and, where
 * executors differ, everybody who may do each, without leaving anything out.
 */
export const shortestMakespan = ({ graph, durations, executors }: Network, count: number): number => {
  const named = executors.names.length;
  const { starts, targets } = graph.dependencies;
  const ends = new Array<number | undefined>(graph.nodeCount).fill(undefined);
  const freeFrom = new Array<number>(count).fill(0);
  const all = freeFrom.map((_, executor) => executor);
  let least = Number.POSITIVE_INFINITY;

  const candidates = (node: number): readonly number[] => {
    const own = executors.of[node] ?? -1;
    if (own !== -1) return [own];
    return named > 0 ? all : [freeFrom.indexOf(Math.min(...freeFrom))];
  };

  const search = (left: number, longest: number): void => {
    if (left === 0) least = Math.min(least, longest);
    for (let node = 0; node < graph.nodeCount; node++) {
      const before = [...targets.subarray(starts[node], starts[node + 1])].map((each) => ends[each]);
      if (ends[node] !== undefined || before.includes(undefined)) continue;
      for (const executor of candidates(node)) {
        const free = freeFrom[executor] ?? 0;
        const end = Math.max(free, ...before.map((each) => each ?? 0)) + (durations.likely[node] ?? 0);
        ends[node] = end;
        freeFrom[executor] = end;
        search(left - 1, Math.max(longest, end));
        freeFrom[executor] = free;
        ends[node] = undefined;
      }
    }
  };

  search(graph.nodeCount, 0);
  return least;
};

/** Every number of executors a plan can use. */
export const everyCount = (network: Network): readonly number[] => {
  const { fewest } = schedulesOf(network);
  const last = Math.max(fewest, network.graph.nodeCount);
  return Array.from({ length: last - fewest + 1 }, (_, more) => fewest + more);
};

import type { Network } from './network';

/**
 * The dependencies on any critical path, as `[node, dependency, …]`, by node: both ends have no slack, and one starts
 * when the other ends. Together with the nodes without slack these are all critical paths there are.
 */
export const criticalDependencies = ({ graph, timing, durations }: Network): readonly number[] => {
  const { starts, targets } = graph.dependencies;
  const { critical, earliestStart } = timing;
  const found: number[] = [];
  for (let node = 0; node < graph.nodeCount; node++) {
    if (critical[node] === 0) continue;
    const end = starts[node + 1] as number;
    for (let edge = starts[node] as number; edge < end; edge++) {
      const dependency = targets[edge] as number;
      const ends = (earliestStart[dependency] as number) + (durations.likely[dependency] as number);
      if (critical[dependency] === 1 && ends === earliestStart[node]) found.push(node, dependency);
    }
  }
  return found;
};

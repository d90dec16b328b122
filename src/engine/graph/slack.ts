import type { Achievement, AchievementId } from '../model/achievement';
import { middleOf } from '../model/effort';
import { isOver } from '../model/status';
import { timingOf } from './criticalPath';
import type { Graph } from './graph';
import type { Topology } from './levels';

/** Hours of work that are left: the middle of the estimate, nothing for what is over; NaN without an estimate. */
export const hoursOf = ({ effort, status }: Pick<Achievement, 'effort' | 'status'>): number => {
  if (isOver(status)) return 0;
  return effort ? middleOf(effort) : Number.NaN;
};

/**
 * Hours each open achievement can wait without the plan taking longer than it must; 0 on a critical path. An estimate
 * counts with the middle of its range, what is complete or skipped takes no time. Empty where any figure would be a
 * guess: an open achievement without an estimate, without a level, or waiting for an id that is not in `known`.
 * `achievements` are the nodes of `graph`.
 */
export const slackOf = (
  achievements: readonly Achievement[],
  known: { has(id: AchievementId): boolean },
  graph: Graph,
  topology: Topology,
): ReadonlyMap<AchievementId, number> => {
  const durations = new Float64Array(achievements.length);
  for (const [node, { effort, status, dependencies }] of achievements.entries()) {
    if (isOver(status)) continue;
    const hours = hoursOf({ effort, status });
    const isDefined = topology.levels[node] !== -1 && dependencies.every(({ id }) => known.has(id));
    if (!Number.isFinite(hours) || !isDefined) return new Map();
    durations[node] = hours;
  }
  const { slack, length } = timingOf(graph, topology, durations);
  if (!Number.isFinite(length)) return new Map();
  return new Map(
    achievements.flatMap(({ id, status }, node) =>
      isOver(status) ? [] : [[id, slack[node] as number] as const],
    ),
  );
};

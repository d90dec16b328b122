import type { AchievementId } from '../model/ids';
import { inHours } from './durations';
import type { Network } from './network';

/** When an achievement can and must be worked on for the plan to take no longer than it must; hours from now. */
export interface TaskTimes {
  readonly earliestStart: number;
  readonly earliestFinish: number;
  readonly latestStart: number;
  readonly latestFinish: number;
  /** What it can wait without the plan taking longer; 0 on a critical path. */
  readonly slack: number;
}

/** The times of a node of the network. */
export const timesOf = ({ timing, durations }: Network, node: number): TaskTimes => {
  const [earliest, latest] = [timing.earliestStart[node] as number, timing.latestStart[node] as number];
  const duration = durations.likely[node] as number;
  return {
    earliestStart: inHours(earliest),
    earliestFinish: inHours(earliest + duration),
    latestStart: inHours(latest),
    latestFinish: inHours(latest + duration),
    slack: inHours(timing.slack[node] as number),
  };
};

/**
 * The times of an open achievement where none of them is a guess: every open achievement has an estimate, a level and
 * only dependencies that are defined.
 */
export const knownTimes = (network: Network | undefined, id: AchievementId): TaskTimes | undefined => {
  const node = network?.nodes.get(id);
  return network && node !== undefined && isCertain(network) ? timesOf(network, node) : undefined;
};

/** Whether nothing in it is assumed and nothing left out. */
export const isCertain = ({ unreachable, undefinedDependencies, durations }: Network): boolean =>
  unreachable.length === 0 && undefinedDependencies.length === 0 && !durations.isAssumed.includes(1);

import type { AnalysedPlan } from '../../../engine/model/analysis';
import type { AchievementId } from '../../../engine/model/ids';
import { criticalDependencies } from '../../../engine/schedule/criticalDependencies';
import { inHours } from '../../../engine/schedule/durations';
import { networkIn } from '../../../engine/schedule/networkIn';
import { isCertain, timesOf } from '../../../engine/schedule/taskTimes';
import { hoursWords, shortHours } from '../../../engine/words/hours';

/** What the schedule of a plan says about its graph; nothing at all where a figure in it would be a guess. */
export interface ScheduleFacts {
  /** How long a critical path takes, in words; null where nothing is marked. */
  readonly criticalPath: string | null;
  isCritical(id: AchievementId): boolean;
  /** What an open achievement can wait, as `2.5 h`; null on a critical path and for what is over. */
  slackOf(id: AchievementId): string | null;
  /** Whether a critical path goes along this dependency. */
  isCriticalDependency(id: AchievementId, dependsOn: AchievementId): boolean;
}

export const scheduleFacts = (plan: AnalysedPlan): ScheduleFacts => {
  const network = networkIn(plan);
  if (!network || !isCertain(network) || network.achievements.length === 0) return UNKNOWN;
  const { achievements, nodes, timing } = network;
  const pairs = criticalDependencies(network);
  const onPath = new Set<string>();
  for (let at = 0; at < pairs.length; at += 2) {
    const [node, dependency] = [achievements[pairs[at] ?? -1], achievements[pairs[at + 1] ?? -1]];
    if (node && dependency) onPath.add(keyOf(node.id, dependency.id));
  }
  const slackOf = (id: AchievementId): number | undefined => {
    const node = nodes.get(id);
    return node === undefined ? undefined : timesOf(network, node).slack;
  };
  return {
    criticalPath: hoursWords(inHours(timing.length)),
    isCritical: (id) => slackOf(id) === 0,
    slackOf: (id) => {
      const slack = slackOf(id);
      return slack === undefined || slack === 0 ? null : shortHours(slack);
    },
    isCriticalDependency: (id, dependsOn) => onPath.has(keyOf(id, dependsOn)),
  };
};

const UNKNOWN: ScheduleFacts = {
  criticalPath: null,
  isCritical: () => false,
  slackOf: () => null,
  isCriticalDependency: () => false,
};

const keyOf = (id: AchievementId, dependsOn: AchievementId): string => JSON.stringify([id, dependsOn]);

import type { AchievementId } from '../model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { isKnownReady } from '../model/readiness';
import { isOver, stateWords } from '../model/status';
import { isCertain } from '../schedule/taskTimes';
import { unclearWords } from '../words/unclear';

/** What a drawing says of an achievement beside its title, in words: `in progress`, `ready`, `blocked`, `critical` … */
export type WordsOf = (achievement: AnalysedAchievement) => readonly string[];

/** The words of every achievement of a plan; what colours and lines say is always among them. */
export const wordsIn = (plan: AnalysedPlan): WordsOf => {
  const critical = criticalIn(plan);
  return (achievement) => {
    const words = [stateWords(achievement)];
    if (isKnownReady(achievement)) words.push('ready');
    else if (isBlocked(achievement)) words.push('blocked');
    else if (unclearWords(achievement) !== undefined) words.push('unclear dependencies');
    if (critical.has(achievement.id)) words.push('critical');
    if (achievement.levelReason === 'in-cycle') words.push('in a cycle');
    if (achievement.levelReason === 'behind-cycle') words.push('behind a cycle');
    return words;
  };
};

/** Waits for others that can be finished; `in a cycle` and `behind a cycle` say more. */
export const isBlocked = ({ status, blockedBy, levelReason }: AnalysedAchievement): boolean =>
  blockedBy.length > 0 && levelReason === undefined && !isOver(status);

/** Open achievements without slack; empty where times would be guesses. */
export const criticalIn = (plan: AnalysedPlan): ReadonlySet<AchievementId> => {
  const network = plan.network();
  if (!network || !isCertain(network)) return new Set();
  return new Set(
    network.achievements.filter((_, node) => network.timing.critical[node] === 1).map(({ id }) => id),
  );
};

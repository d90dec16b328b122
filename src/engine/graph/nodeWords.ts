import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { networkIn } from '../schedule/networkIn';
import { isCertain } from '../schedule/taskTimes';
import { readinessWord } from '../words/readiness';
import { stateWords } from '../words/status';

/** What a drawing says of an achievement beside its title, in words: `in progress`, `ready`, `blocked`, `critical` … */
export type WordsOf = (achievement: AnalysedAchievement) => readonly string[];

/** The words of every achievement of a plan; what colours and lines say is always among them. */
export const wordsIn = (plan: AnalysedPlan): WordsOf => {
  const critical = criticalIn(plan);
  return (achievement) => {
    const words = [stateWords(achievement)];
    const readiness = readinessWord(achievement);
    if (readiness !== undefined) words.push(readiness);
    if (critical.has(achievement.id)) words.push('critical');
    return words;
  };
};

/** Open achievements without slack; empty where times would be guesses. */
export const criticalIn = (plan: AnalysedPlan): ReadonlySet<AchievementId> => {
  const network = networkIn(plan);
  if (!network || !isCertain(network)) return new Set();
  return new Set(
    network.achievements.filter((_, node) => network.timing.critical[node] === 1).map(({ id }) => id),
  );
};

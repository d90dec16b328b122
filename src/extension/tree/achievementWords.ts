import type { AnalysedAchievement } from '../../engine/model/analysis';
import { readinessWords } from '../../engine/words/readiness';
import { stateWords } from '../../engine/words/status';

/** What stands beside an achievement in the tree. What can be done comes first: a narrow view cuts the end. */
export const achievementWords = (achievement: AnalysedAchievement): readonly string[] =>
  [readinessWords(achievement), stateWords(achievement)].filter((words) => words !== undefined);

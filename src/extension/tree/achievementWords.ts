import type { AnalysedAchievement } from '../../engine/model/analysis';
import { readinessWords } from '../../engine/words/readiness';
import { stateWords } from '../../engine/words/status';
import type { RunMark } from '../run/live/liveRuns';

/**
 * What stands beside an achievement in the tree. What can be done comes first: a narrow view cuts the end. While a run
 * has something to say of it, that stands in the place of what could be done.
 */
export const achievementWords = (achievement: AnalysedAchievement, mark?: RunMark): readonly string[] =>
  [mark ? mark.words : readinessWords(achievement), mark?.conflict, stateWords(achievement)].filter(
    (words) => words !== undefined,
  );

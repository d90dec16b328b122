import type { AnalysedAchievement } from '../model/analysis';
import { idList } from './idList';
import { CYCLE_WORDS } from './levels';
import { unclearWords } from './unclear';

/**
 * Whether an achievement can be started, in a word or two, as every surface says it: `ready`, `blocked`, `in a cycle`,
 * `behind a cycle`, `unclear dependencies`. Undefined if it is complete, failed or skipped, and in a plan that states no
 * dependencies.
 */
export const readinessWord = (achievement: AnalysedAchievement): string | undefined => {
  const { readiness } = achievement;
  switch (readiness) {
    case 'ready':
    case 'blocked':
      return readiness;
    case 'in-cycle':
    case 'behind-cycle':
      return CYCLE_WORDS[readiness];
    case 'over':
      return undefined;
    case 'unknown':
      return unclearWords(achievement) === undefined ? undefined : 'unclear dependencies';
  }
};

/** The same with what is in the way: `blocked by 1.2, 1.3`, `unclear dependencies: “TBD”`. */
export const readinessWords = (achievement: AnalysedAchievement): string | undefined =>
  achievement.readiness === 'blocked'
    ? `blocked by ${idList(achievement.blockedBy)}`
    : (unclearWords(achievement) ?? readinessWord(achievement));

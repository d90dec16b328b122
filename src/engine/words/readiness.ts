import { listed } from '../../shared/listed';
import type { AnalysedAchievement } from '../model/analysis';
import { printable } from './printable';
import { unclearWords } from './unclear';

/**
 * Whether an achievement can be started, in a word or two, as every surface says it: `ready`, `blocked`, `in a cycle`,
 * `behind a cycle`, `unclear dependencies`. Undefined for what is over, and where nobody stated dependencies.
 */
export const readinessWord = (achievement: AnalysedAchievement): string | undefined => {
  switch (achievement.readiness) {
    case 'ready':
      return 'ready';
    case 'blocked':
      return 'blocked';
    case 'in-cycle':
      return 'in a cycle';
    case 'behind-cycle':
      return 'behind a cycle';
    case 'over':
      return undefined;
    case 'unknown':
      return unclearWords(achievement) === undefined ? undefined : 'unclear dependencies';
  }
};

/** The same with what is in the way: `blocked by 1.2, 1.3`, `unclear dependencies: “TBD”`. */
export const readinessWords = (achievement: AnalysedAchievement): string | undefined =>
  achievement.readiness === 'blocked'
    ? `blocked by ${blockerWords(achievement)}`
    : (unclearWords(achievement) ?? readinessWord(achievement));

/** The ids that an achievement waits for, safe to print; a long list is cut. */
export const blockerWords = ({ blockedBy }: Pick<AnalysedAchievement, 'blockedBy'>): string =>
  listed(blockedBy.map(printable));

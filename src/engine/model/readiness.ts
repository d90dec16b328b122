import type { AnalysedAchievement } from './analysis';

/** Ready, and known to be: where nobody stated dependencies, or what is stated was not understood, no view may claim it. */
export const isKnownReady = ({ readiness }: AnalysedAchievement): boolean => readiness === 'ready';

/** How many achievements a view may call ready. */
export const countReady = (achievements: readonly AnalysedAchievement[]): number =>
  achievements.filter(isKnownReady).length;

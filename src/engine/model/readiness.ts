import type { AnalysedAchievement } from './analysis';

/**
 * Ready, and known to be: without dependency information every open achievement is ready by the rule, but nobody
 * knows what depends on what, so no view may claim it.
 */
export const isKnownReady = ({ ready, levelReason }: AnalysedAchievement): boolean =>
  ready && levelReason !== 'no-dependencies';

/** How many achievements a view may call ready. */
export const countReady = (achievements: readonly AnalysedAchievement[]): number =>
  achievements.filter(isKnownReady).length;

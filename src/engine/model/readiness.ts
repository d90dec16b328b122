import type { DependencyCoverage } from '../dependency/coverage';
import type { AnalysedAchievement, AnalysedPlan } from './analysis';
import { isGoing } from './lifecycle';

/** Ready, and known to be: where nobody stated dependencies, or what is stated was not understood, no view may claim it. */
export const isKnownReady = ({ readiness }: AnalysedAchievement): boolean => readiness === 'ready';

/** How many of some achievements of a plan, all of them when left out, a view may call ready. */
export const countReady = (
  plan: Pick<AnalysedPlan, 'isOrderKnown' | 'achievements'>,
  achievements: readonly AnalysedAchievement[] = plan.achievements,
): number => (plan.isOrderKnown() ? achievements.filter(isKnownReady).length : 0);

/** How many achievements of some plans a view may call ready, in those that go on: what badge and status bar count. */
export const countReadyIn = (plans: readonly AnalysedPlan[]): number =>
  plans.filter(isGoing).reduce((count, plan) => count + countReady(plan), 0);

/** `dependencies are stated for 2 of 18 achievements`; undefined where that is enough, or none are stated at all. */
export const coverageWords = (
  plan: Pick<AnalysedPlan, 'dependencySource' | 'coverage' | 'isOrderKnown'>,
): string | undefined => {
  if (plan.dependencySource === 'none' || plan.isOrderKnown()) return undefined;
  return `dependencies are ${statedWords(plan.coverage())}`;
};

/** `stated for only 2 of 18 achievements`: how much a plan says of what depends on what. */
export const statedWords = ({ stated, of }: DependencyCoverage): string =>
  `stated for ${stated === 0 ? 'none' : `only ${stated}`} of ${of} achievements`;

import type { AnalysedPlan } from '../model/analysis';
import type { DependencyCoverage } from '../model/plan';

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

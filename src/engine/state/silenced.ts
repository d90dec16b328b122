import type { AnalysedPlan } from '../model/analysis';
import { isFinished } from '../model/lifecycle';

/** What says that the state itself is in doubt. */
const DOUBTS: ReadonlySet<string> = new Set(['contradicting-state', 'legacy-claim']);

/**
 * Whether views leave a finding out unless a person asks for it: what it is about is a document of a plan that is over.
 * That the plan may not be over at all is told all the same, unless somebody moved it into a folder that says so.
 */
export const isSilenced = (plan: AnalysedPlan | undefined, { code }: { readonly code: string }): boolean => {
  if (!plan || !isFinished(plan)) return false;
  return !DOUBTS.has(code) || plan.stateEvidence.some(isSettled);
};

const isSettled = ({ source, says }: AnalysedPlan['stateEvidence'][number]): boolean =>
  source === 'folder' && isFinished({ state: says });

import type { AnalysedPlan } from '../model/analysis';
import type { SaidLink } from './link';
import { type MeantPlan, meantAmong, mentionLinks } from './mentionLinks';

/** Some plans and what their PLANs say of each other. */
export interface PlanWeb {
  readonly plans: readonly AnalysedPlan[];
  readonly links: readonly SaidLink[];
  readonly meant: MeantPlan;
}

const known = new WeakMap<readonly AnalysedPlan[], PlanWeb>();

/** Worked out once for a list of plans. */
export const planWebOf = (plans: readonly AnalysedPlan[]): PlanWeb => {
  const web = known.get(plans) ?? webOf(plans);
  known.set(plans, web);
  return web;
};

const webOf = (plans: readonly AnalysedPlan[]): PlanWeb => {
  const meant = meantAmong(plans);
  return { plans, links: mentionLinks(plans, meant), meant };
};

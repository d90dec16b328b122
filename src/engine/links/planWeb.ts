import { lazy } from '../../shared/lazy';
import type { AnalysedPlan } from '../model/analysis';
import type { ParentPlan } from '../model/parent';
import { type Family, familiesOf } from './family';
import type { SaidLink } from './link';
import { type MeantPlan, meantAmong, mentionLinks } from './mentionLinks';

/** Some plans and what their PLANs say of each other. */
export interface PlanWeb {
  readonly plans: readonly AnalysedPlan[];
  readonly links: readonly SaidLink[];
  /** The documents above them. */
  readonly parents: readonly ParentPlan[];
  readonly families: () => readonly Family[];
  readonly meant: MeantPlan;
}

const known = new WeakMap<readonly AnalysedPlan[], PlanWeb>();

/** Worked out once for a list of plans; without the documents above them. */
export const planWebOf = (plans: readonly AnalysedPlan[]): PlanWeb => {
  const web = known.get(plans) ?? webOf(plans, []);
  known.set(plans, web);
  return web;
};

export const webOf = (plans: readonly AnalysedPlan[], parents: readonly ParentPlan[]): PlanWeb => {
  const meant = meantAmong(plans);
  return {
    plans,
    links: mentionLinks(plans, meant),
    parents,
    families: lazy(() => familiesOf(plans, parents)),
    meant,
  };
};

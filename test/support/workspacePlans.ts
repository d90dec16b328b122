import type { AnalysedPlan } from '../../src/engine/model/analysis';
import { analysedPlan, rewritten } from './analysedPlan';
import { cyclic, graphPlan, nine, scheduled } from './graphPlans';

/** The plan with a PLAN that says `text` about others. */
export const saying = (plan: AnalysedPlan, text: string): AnalysedPlan => rewritten(plan, () => ({ text }));

const finished = (): AnalysedPlan =>
  graphPlan([{ id: '1.1', title: 'Move to the new host', status: 'complete' }], { name: 'HOSTING' });

const unordered = (): AnalysedPlan =>
  analysedPlan({
    name: 'IDEAS',
    achievements: [{ id: '1.1', title: 'Think about it', status: 'in_progress' }],
  });

/** Five plans: two that wait for each other's work, one with a cycle, one finished, one without dependencies. */
export const several = (): readonly AnalysedPlan[] => [
  saying(nine(), 'Depends on PLAN_TIMED.md Achievement 2.1.\n\nRelated: PLAN_HOSTING.md'),
  saying(scheduled(), 'Blocks PLAN_KNOT.'),
  cyclic(),
  finished(),
  saying(unordered(), 'Starts after PLAN_DOCUMENT-SEARCH.'),
];

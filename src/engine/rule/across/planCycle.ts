import { orderPlans, ordersOfPlans, type PlanOrder } from '../../links/planOrder';
import { printable } from '../../words/printable';
import { cycleWords } from '../../words/tiers';
import type { Problem } from '../rule';
import type { AcrossRule } from './acrossRule';

export const planCycle: AcrossRule = {
  code: 'plan-cycle',
  severity: 'error',
  summary: 'Plans wait for each other',
  explanation:
    'Each of these plans must be complete before another one of them can begin. So none of them can ever begin. Every ' +
    'place that says so is named. Only what makes a plan wait counts (`Depends on`, `Hard`, `Blocks`), and only plans ' +
    'that are not finished.',
  example: {
    language: 'markdown',
    text: '## Related Plans\n\n- **Depends on**: PLAN_SEARCH.md\n\n… and PLAN_SEARCH.md says `Depends on: PLAN_SHOP.md`',
  },
  fix:
    'Decide which plan comes first, and change what the others say: `Soft`, or a single achievement of the other plan ' +
    'instead of all of it.',
  *check({ plans, links }) {
    const orders = ordersOfPlans(links).filter(({ isHard }) => isHard);
    if (orders.length === 0) return;
    for (const cycle of orderPlans(plans, orders).cycles) yield cycleProblem(cycle, 'waits for');
  },
};

/** At the first place of a cycle, with all others beside it. */
export const cycleProblem = (cycle: readonly PlanOrder[], verb: string): Problem => {
  const path = printable(cycleWords(cycle));
  const [first] = cycle;
  return {
    uri: first?.link.said.uri ?? '',
    span: first?.link.said.span ?? { start: 0, end: 0 },
    message:
      verb === 'waits for'
        ? `These plans wait for each other, so none of them can begin: ${path}.`
        : `The order of these plans is a cycle, so they have no tier: ${path}.`,
    related: cycle.map(({ first: ahead, after, link }) => ({
      ...link.said,
      message: `${printable(after.plan.name)} ${verb} ${printable(ahead.plan.name)}`,
    })),
  };
};

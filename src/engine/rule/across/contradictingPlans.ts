import { groupBy } from '../../../shared/groupBy';
import { lazy } from '../../../shared/lazy';
import { askedAddition } from '../../edit/guard/asked';
import { addPlanRelation } from '../../edit/plan/addPlanRelation';
import type { PlanRelation } from '../../facts/planSays';
import type { SaidLink } from '../../links/link';
import { strongest } from '../../links/planLinks';
import { orderPlans, ordersOfPlans } from '../../links/planOrder';
import type { PlanWeb } from '../../links/planWeb';
import type { AnalysedPlan } from '../../model/analysis';
import { isFinished } from '../../model/lifecycle';
import { nameOf } from '../../model/uri';
import { printable } from '../../words/printable';
import type { Fix } from '../finding';
import type { Problem } from '../rule';
import type { AcrossRule } from './acrossRule';
import { cycleProblem } from './planCycle';

/** What a plan says that knows that it comes after the other one, or that says the contrary elsewhere. */
const AGREES: ReadonlySet<PlanRelation | undefined> = new Set(['hard', 'order', 'blocks', 'precedes']);

export const contradictingPlans: AcrossRule = {
  code: 'contradicting-plans',
  severity: 'warning',
  summary: 'Two PLANs say different things of each other',
  explanation:
    'One PLAN says that it blocks another one, and the other does not say that it waits; or it says that the first is ' +
    'only soft, or related. The other plan waits all the same, because one of them is sure. Whoever reads only the other ' +
    'PLAN does not know it. Reported too: plans that are said to come after each other (`after`, `Sequential`), where ' +
    'nothing has to wait, but nobody can tell which comes first.',
  example: {
    language: 'markdown',
    text: '## Related Plans\n\n- **Blocks**: PLAN_SYNC.md\n\n… and PLAN_SYNC.md does not name this plan',
  },
  fix:
    'Say the same in both. The quick fix adds `Depends on` to the section about related plans of the other PLAN, or adds ' +
    'the section.',
  *check({ plans, links }) {
    yield* unanswered(links);
    yield* cycles({ plans, links });
  },
};

function* unanswered(links: readonly SaidLink[]): Generator<Problem> {
  const answersTo = lazy(() => groupBy(links, ({ from, to }) => `${from.plan.uri}\n${to.plan.uri}`));
  for (const link of links) {
    const { from, to, relation, said } = link;
    if (relation !== 'blocks' || from.achievement !== undefined || to.achievement !== undefined) continue;
    if (isFinished(from.plan) || isFinished(to.plan)) continue;
    const answers = answersTo().get(`${to.plan.uri}\n${from.plan.uri}`) ?? [];
    const answer = strongest(answers.map((each) => each.relation));
    if (AGREES.has(answer)) continue;
    const [name, other] = [from, to].map(({ plan }) => printable(plan.name));
    const document = printable(nameOf(to.plan.uri));
    const says =
      answer === undefined ? `${document} does not name ${name}` : `${document} calls ${name} ${answer}`;
    yield {
      ...said,
      message: `${name} says that it blocks ${other}, but ${says}. ${other} waits all the same.`,
      related: answers.map((each) => ({ ...each.said, message: `What ${document} says of ${name}` })),
      fixes: [dependsFix(to.plan, from.plan)],
    };
  }
}

const dependsFix = (plan: AnalysedPlan, first: AnalysedPlan): Fix => ({
  title: `Say in PLAN_${plan.name} that it depends on PLAN_${first.name}`,
  preferred: false,
  uri: plan.uri,
  asked: askedAddition('plan', [], 'link', 'section'),
  edits: (text) => addPlanRelation(text, 'Depends on', `PLAN_${first.name}.md`),
});

function* cycles({ plans, links }: Pick<PlanWeb, 'plans' | 'links'>): Generator<Problem> {
  const orders = ordersOfPlans(links);
  if (orders.every(({ isHard }) => isHard)) return;
  for (const cycle of orderPlans(plans, orders).cycles) {
    if (!cycle.every(({ isHard }) => isHard)) yield cycleProblem(cycle, 'comes after');
  }
}

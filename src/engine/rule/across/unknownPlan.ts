import { lazy } from '../../../shared/lazy';
import { readPlan } from '../../document/plan/plan';
import { askedChange } from '../../edit/guard/asked';
import type { PlanMention, PlanRelation } from '../../facts/planSays';
import { planNameOf } from '../../model/fileName';
import { nameOf, parentUri } from '../../model/uri';
import { printable } from '../../words/printable';
import { suggestFrom } from '../common/suggestion';
import type { Fix } from '../finding';
import type { AcrossRule } from './acrossRule';

/** What says that one of the two plans has to come first. */
const ORDERS: ReadonlySet<PlanRelation> = new Set(['hard', 'order', 'blocks', 'precedes']);

export const unknownPlan: AcrossRule = {
  code: 'unknown-plan',
  severity: 'warning',
  summary: 'A PLAN waits for a plan that does not exist, or blocks one',
  explanation:
    'The PLAN says that it comes before or after another plan, but no plan in the workspace has that name. Then nobody ' +
    'waits for anything: a plan that is not known holds up nothing. The name may be misspelt, or the plan was renamed, ' +
    'removed, or never written. Names without `PLAN_` are not checked, and neither is a folder that holds a single plan: ' +
    'others may be elsewhere.',
  example: { language: 'markdown', text: '## Dependencies\n\n- PLAN_SERCH-INDEX.md must be complete first' },
  fix: 'Correct the name, or remove what is said of the plan. The quick fix writes the nearest name that exists.',
  *check({ plans, meant }) {
    const folders = new Set(plans.filter(({ kind }) => kind === 'plan').map(({ uri }) => parentUri(uri)));
    if (folders.size < 2) return;
    const suggest = lazy(() => suggestFrom(new Set(plans.map(({ name }) => name))));
    for (const plan of plans) {
      for (const mention of plan.facts?.planMentions() ?? []) {
        const { name, isBare, relation, span } = mention;
        if (isBare || !ORDERS.has(relation) || meant(mention, plan) !== 'unknown') continue;
        const near = suggest()(name, new Set([plan.name]));
        yield {
          uri: plan.uri,
          span,
          message: `No plan here is called ${printable(name)}, so nothing waits because of this.${near === undefined ? '' : ` Did you mean ${printable(near)}?`}`,
          fixes:
            near === undefined || mention.path !== undefined ? [] : [replaceFix(plan.uri, mention, near)],
        };
      }
    }
  },
};

const replaceFix = (uri: string, { name, relation }: PlanMention, near: string): Fix => ({
  title: `Replace PLAN_${name} by PLAN_${near}`,
  preferred: false,
  uri,
  asked: askedChange('plan', [], 'link'),
  edits: (text) =>
    readPlan(text, planNameOf(nameOf(uri)))
      .planMentions()
      .filter((each) => each.name === name && each.relation === relation && each.path === undefined)
      .map(({ span }) => {
        const ending = text.slice(span.start, span.end).endsWith('.md') ? '.md' : '';
        return { span, newText: `PLAN_${near}${ending}` };
      }),
});

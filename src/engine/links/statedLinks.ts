import { groupBy } from '../../shared/groupBy';
import type { PlanMention, PlanRelation } from '../facts/planSays';
import type { AnalysedPlan } from '../model/analysis';
import type { MeantPlan } from './mentionLinks';
import { strongest } from './planLinks';

/** Another plan that a PLAN names, with the most that it says of it. */
export interface StatedLink {
  /** The name, as the PLAN has it. */
  readonly to: string;
  readonly relation: PlanRelation;
  /** Undefined where no plan here has the name, or nobody can tell which one is meant. */
  readonly plan: AnalysedPlan | undefined;
  /** The place that says it. */
  readonly mention: PlanMention;
}

/**
 * The other plans that a PLAN names, each once, in text order. What its achievements say counts where the
 * plan as a whole says nothing. Of names that no
 * plan has, those without `PLAN_` and those that are only related are left out.
 */
export const statedLinks = (plan: AnalysedPlan, meant: MeantPlan): readonly StatedLink[] => {
  const others = (plan.facts?.planMentions() ?? []).flatMap((mention) => {
    const other = meant(mention, plan);
    const isNone = other === plan || mention.name === plan.name || (mention.isBare && other === 'unknown');
    return isNone ? [] : [{ mention, other: typeof other === 'string' ? undefined : other }];
  });
  const byName = groupBy(others, ({ mention, other }) => other?.uri ?? mention.name);
  return [...byName.values()].flatMap((each): readonly StatedLink[] => {
    const ofPlan = each.filter(({ mention }) => mention.own === undefined);
    const telling = ofPlan.length > 0 ? ofPlan : each;
    const relation = strongest(telling.map(({ mention }) => mention.relation));
    const said = telling.find(({ mention }) => mention.relation === relation);
    if (!said || relation === undefined || (!said.other && relation === 'related')) return [];
    return [{ to: said.other?.name ?? said.mention.name, relation, plan: said.other, mention: said.mention }];
  });
};

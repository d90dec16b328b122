import { groupBy } from '../../shared/groupBy';
import type { PlanRelation } from '../facts/planSays';
import type { AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import type { Place } from '../model/text';
import { batchLinks } from './batchLinks';
import { mentionLinks } from './mentionLinks';

/**
 * `depends`: `from` needs `to` first; `blocks`: `to` needs `from` first; `related`: `from` names `to` and neither is
 * said to wait.
 */
export type LinkKind = PlanRelation;

/** A plan, or one of its achievements. */
export interface LinkEnd {
  readonly plan: AnalysedPlan;
  readonly achievement: AchievementId | undefined;
}

/** What the documents of one plan say of another one. */
export interface PlanLink {
  readonly kind: LinkKind;
  /** Of the plan whose documents say it. */
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  /** Where it is said, at least once. */
  readonly said: readonly Place[];
}

/** A link as one place says it. */
export type SaidLink = Omit<PlanLink, 'said'> & { readonly said: Place };

/**
 * The links between plans, in the order of the plans and then of their text, each once with every place that says it.
 * `related` is only what is said to be nothing more. Names that no plan has, or that several have, link nothing.
 */
export const planLinks = (plans: readonly AnalysedPlan[]): readonly PlanLink[] => {
  const said = [...mentionLinks(plans), ...batchLinks(plans)];
  const order = new Map(plans.map((plan, at) => [plan, at]));
  const keyOf = ({ plan, achievement }: LinkEnd): string => `${order.get(plan)} ${achievement ?? ''}`;
  const byEnds = groupBy(said, ({ from, to }) => `${keyOf(from)}\n${keyOf(to)}`);
  return [...byEnds.values()].flatMap((links) => {
    const kinds = groupBy(links, ({ kind }) => kind);
    return [...kinds].flatMap(([kind, each]): readonly PlanLink[] => {
      const [first] = each;
      if (!first || (kind === 'related' && kinds.size > 1)) return [];
      return [{ kind, from: first.from, to: first.to, said: each.map((link) => link.said) }];
    });
  });
};

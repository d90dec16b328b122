import { groupBy } from '../../shared/groupBy';
import type { PlanRelation } from '../facts/planSays';
import type { AnalysedPlan } from '../model/analysis';
import { batchLinks } from './batchLinks';
import type { LinkEnd, PlanLink } from './link';
import { mentionLinks } from './mentionLinks';

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
      const relation = strongest(each.map((link) => link.relation)) ?? first.relation;
      return [{ kind, relation, from: first.from, to: first.to, said: each.map((link) => link.said) }];
    });
  });
};

/** The surest first. */
const STRENGTH: readonly PlanRelation[] = [
  'hard',
  'blocks',
  'order',
  'precedes',
  'soft',
  'informs',
  'related',
];

/** What says most of some relations; undefined for none. */
export const strongest = (relations: readonly PlanRelation[]): PlanRelation | undefined =>
  STRENGTH.find((each) => relations.includes(each));

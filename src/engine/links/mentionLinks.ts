import { groupBy } from '../../shared/groupBy';
import { idsBetween } from '../document/stated/idList';
import type { PlanMention } from '../facts/planSays';
import type { IdElement } from '../facts/stated';
import type { AnalysedPlan } from '../model/analysis';
import type { Span } from '../model/text';
import { parentUri, resolveUri } from '../model/uri';
import { LINK_KINDS, type LinkEnd, type SaidLink } from './link';

/** Whom the mentions of a PLAN mean among some plans: which one, or why none. */
export type MeantPlan = (mention: PlanMention, plan: AnalysedPlan) => AnalysedPlan | 'unknown' | 'unclear';

/** What the PLANs say of each other. */
export const mentionLinks = (
  plans: readonly AnalysedPlan[],
  meant: MeantPlan = meantAmong(plans),
): readonly SaidLink[] =>
  plans.flatMap((plan) =>
    (plan.facts?.planMentions() ?? []).flatMap((mention) => {
      const other = meant(mention, plan);
      return typeof other === 'string' || other === plan ? [] : linksOf(mention, plan, other);
    }),
  );

/** Where several plans have the name, only a link says which; one of another site names none. */
export const meantAmong = (plans: readonly AnalysedPlan[]): MeantPlan => {
  const byName = groupBy(
    plans.filter(({ kind }) => kind === 'plan'),
    ({ name }) => name,
  );
  return ({ name, path }, plan) => {
    const named = byName.get(name) ?? [];
    const target = path === undefined ? undefined : resolveUri(parentUri(plan.uri), path);
    if (path !== undefined && target === undefined) return 'unclear';
    const [only, second] = named;
    const meant = named.find(({ uri }) => uri === target) ?? (second ? undefined : only);
    return meant ?? (second ? 'unclear' : 'unknown');
  };
};

const linksOf = (
  { achievements, own, relation, span }: PlanMention,
  plan: AnalysedPlan,
  other: AnalysedPlan,
): readonly SaidLink[] => {
  const from: LinkEnd = { plan, achievement: own };
  const link = (to: LinkEnd, place: Span): SaidLink => ({
    kind: LINK_KINDS[relation],
    relation,
    from,
    to,
    said: { uri: plan.uri, span: place },
  });
  const links = achievements.flatMap((element) =>
    idsOf(element, other).map((achievement) => link({ plan: other, achievement }, element.span)),
  );
  return links.length > 0 ? links : [link({ plan: other, achievement: undefined }, span)];
};

const idsOf = ({ from, to }: IdElement, { achievements, byId }: AnalysedPlan): readonly string[] => {
  const ids =
    to === undefined
      ? [from]
      : idsBetween(
          from,
          to,
          achievements.map(({ id }) => id),
        );
  return ids.filter((id) => byId.has(id));
};

import { groupBy } from '../../shared/groupBy';
import { idsBetween } from '../document/stated/idList';
import type { PlanMention } from '../facts/planSays';
import type { IdElement } from '../facts/stated';
import type { AnalysedPlan } from '../model/analysis';
import type { Span } from '../model/text';
import { parentUri, resolveUri } from '../model/uri';
import type { LinkEnd, SaidLink } from './link';

/** What the PLANs say of each other. */
export const mentionLinks = (plans: readonly AnalysedPlan[]): readonly SaidLink[] => {
  const byName = groupBy(
    plans.filter(({ kind }) => kind === 'plan'),
    ({ name }) => name,
  );
  return plans.flatMap((plan) =>
    (plan.facts?.planMentions() ?? []).flatMap((mention) => {
      const other = meantBy(mention, plan, byName);
      return other === undefined || other === plan ? [] : linksOf(mention, plan, other);
    }),
  );
};

/** Where several plans have the name, only a link says which; and one of another site names none. */
const meantBy = (
  { name, path }: PlanMention,
  plan: AnalysedPlan,
  byName: ReadonlyMap<string, readonly AnalysedPlan[]>,
): AnalysedPlan | undefined => {
  const named = byName.get(name) ?? [];
  const target = path === undefined ? undefined : resolveUri(parentUri(plan.uri), path);
  if (path !== undefined && target === undefined) return undefined;
  return named.find(({ uri }) => uri === target) ?? (named.length === 1 ? named[0] : undefined);
};

const linksOf = (
  { achievements, own, relation, span }: PlanMention,
  plan: AnalysedPlan,
  other: AnalysedPlan,
): readonly SaidLink[] => {
  const from: LinkEnd = { plan, achievement: own };
  const link = (to: LinkEnd, place: Span): SaidLink => ({
    kind: relation,
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

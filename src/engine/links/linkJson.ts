import type { RangeJson } from '../model/rangeJson';
import type { Place } from '../model/text';
import type { LinkEnd, LinkKind, PlanLink } from './link';

/** Where documents are for whoever reads about them. */
interface Places {
  readonly pathOf: (uri: string) => string;
  readonly rangeOf: (place: Place) => RangeJson;
}

/** A plan, or one of its achievements. */
interface LinkEndJson {
  readonly plan: string;
  readonly path: string;
  readonly achievement: string | null;
}

export interface LinkJson {
  /** `depends`: `from` needs `to` first; `blocks`: the other way round; `related`: neither is said. */
  readonly kind: LinkKind;
  /** Of the plan whose documents say it. */
  readonly from: LinkEndJson;
  readonly to: LinkEndJson;
  readonly said: readonly { readonly path: string; readonly range: RangeJson }[];
}

/** A link between plans in the stable machine format. */
export const linkJson = ({ pathOf, rangeOf }: Places, { kind, from, to, said }: PlanLink): LinkJson => {
  const end = ({ plan, achievement }: LinkEnd): LinkEndJson => ({
    plan: plan.name,
    path: pathOf(plan.uri),
    achievement: achievement ?? null,
  });
  return {
    kind,
    from: end(from),
    to: end(to),
    said: said.map((place) => ({ path: pathOf(place.uri), range: rangeOf(place) })),
  };
};

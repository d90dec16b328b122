import type { PlanRelation } from '../facts/planSays';
import type { AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import type { Place } from '../model/text';

/** A link as one place says it. */
export type SaidLink = Omit<PlanLink, 'said'> & { readonly said: Place };

/** A plan, or one of its achievements. */
export interface LinkEnd {
  readonly plan: AnalysedPlan;
  readonly achievement: AchievementId | undefined;
}

/**
 * `depends`: `from` needs `to` first; `blocks`: `to` needs `from` first; `related`: `from` names `to` and neither is
 * said to wait.
 */
export type LinkKind = 'depends' | 'blocks' | 'related';

/** Which way a link goes by what is said. */
export const LINK_KINDS: Readonly<Record<PlanRelation, LinkKind>> = {
  hard: 'depends',
  order: 'depends',
  soft: 'depends',
  blocks: 'blocks',
  precedes: 'blocks',
  informs: 'related',
  related: 'related',
};

/** What the documents of one plan say of another one. */
export interface PlanLink {
  readonly kind: LinkKind;
  /** What is said, the strongest where several places say something. */
  readonly relation: PlanRelation;
  /** Of the plan whose documents say it. */
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  /** Where it is said, at least once. */
  readonly said: readonly Place[];
}

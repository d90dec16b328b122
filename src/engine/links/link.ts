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
export type LinkKind = PlanRelation;

/** What the documents of one plan say of another one. */
export interface PlanLink {
  readonly kind: LinkKind;
  /** Of the plan whose documents say it. */
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  /** Where it is said, at least once. */
  readonly said: readonly Place[];
}

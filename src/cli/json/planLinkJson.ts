import type { PlanRelation } from '../../engine/facts/planSays';
import { planWebOf } from '../../engine/links/planWeb';
import { statedLinks } from '../../engine/links/statedLinks';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { pathIn, type Workspace } from '../workspace/workspace';

/** What a PLAN says of another plan, as the stable machine format has it; what only comes before counts as informing. */
export const linkJson = (relation: PlanRelation): Exclude<PlanRelation, 'precedes'> =>
  relation === 'precedes' ? 'informs' : relation;

/**
 * The other plans that a PLAN names, each once; the path is null where no plan here has the name. `own` is the achievement
 * that says it, where the plan as a whole says nothing.
 */
export const planLinksJson = (workspace: Workspace, plan: AnalysedPlan): readonly unknown[] =>
  statedLinks(plan, planWebOf(workspace.known).meant).map(({ to, relation, plan: other, mention }) => ({
    to,
    kind: linkJson(relation),
    own: mention.own ?? null,
    path: other ? pathIn(workspace, other.uri) : null,
    line: (plan.facts?.lines.lineAt(mention.span.start) ?? 0) + 1,
  }));

import type { PlanWeb } from '../../links/planWeb';
import type { Problem, RuleDocumentation } from '../rule';

/** Looks for one kind of problem between the plans of a workspace; pure, and linear in plans and links. */
export interface AcrossRule extends RuleDocumentation {
  check(web: PlanWeb): Iterable<Problem>;
}

import { tiersOf } from '../../engine/links/tiers';
import type { AnalysedPlan } from '../../engine/model/analysis';
import type { DependencyCoverage } from '../../engine/model/plan';
import { parentsJson } from '../json/familyJson';
import { planLinksJson } from '../json/planLinkJson';
import { waitsJson } from '../json/waitJson';
import { pathIn, type Workspace } from '../workspace/workspace';

/** What `status` says of the state of a plan, and of what its figures rest on. */
export const stateJson = (workspace: Workspace, plan: AnalysedPlan) => ({
  state: plan.state,
  stateEvidence: plan.stateEvidence.map(({ source, says, uri, line }) => ({
    source,
    says,
    path: pathIn(workspace, uri),
    line: line ?? null,
  })),
  priority: plan.priority ?? null,
  tier: tiersOf(workspace.known).tierOf(plan) ?? null,
  parents: parentsJson(workspace, plan),
  links: planLinksJson(workspace, plan),
  waitsFor: waitsJson(workspace, plan),
  dependencyCoverage: coverageJson(plan.coverage()),
  legacyClaim: legacyClaimJson(plan),
});

const coverageJson = ({ stated, of }: DependencyCoverage) => ({ stated, of });

/** Claims of completion that no file proves; null where there are none. */
export const legacyClaimJson = (plan: AnalysedPlan) => {
  const claim = plan.legacyClaim();
  return claim ? { claimed: claim.claimed, of: claim.of, line: claim.line } : null;
};

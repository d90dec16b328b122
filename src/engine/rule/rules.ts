import type { PlanWeb } from '../links/planWeb';
import type { AnalysedPlan } from '../model/analysis';
import type { AcrossRule } from './across/acrossRule';
import { contradictingPlans } from './across/contradictingPlans';
import { parentDiffers } from './across/parentDiffers';
import { planCycle } from './across/planCycle';
import { unknownChild } from './across/unknownChild';
import { unknownPlan } from './across/unknownPlan';
import { unlistedChild } from './across/unlistedChild';
import { contradictingBlocks } from './dependency/contradictingBlocks';
import { contradictingGroup } from './dependency/contradictingGroup';
import { dependenciesDiffer } from './dependency/dependenciesDiffer';
import { dependencyCycle } from './dependency/dependencyCycle';
import { dependencyNote } from './dependency/dependencyNote';
import { dependencyOut } from './dependency/dependencyOut';
import { duplicateDependency } from './dependency/duplicateDependency';
import { isolatedAchievement } from './dependency/isolatedAchievement';
import { otherPlanNamed } from './dependency/otherPlanNamed';
import { redundantDependency } from './dependency/redundantDependency';
import { selfDependency } from './dependency/selfDependency';
import { unknownDependency } from './dependency/unknownDependency';
import { unreadDependency } from './dependency/unreadDependency';
import type { Finding } from './finding';
import { brokenParallel } from './parallel/brokenParallel';
import { claimedStatus } from './parallel/claimedStatus';
import { jsonSyntax } from './parallel/jsonSyntax';
import { missingFromParallel } from './parallel/missingFromParallel';
import { notInPlan } from './parallel/notInPlan';
import { otherKey } from './parallel/otherKey';
import { schemaRule } from './parallel/schemaRule';
import { titleDiffers } from './parallel/titleDiffers';
import { unreadValue } from './parallel/unreadValue';
import { contradictingState } from './plan/contradictingState';
import { duplicateId } from './plan/duplicateId';
import { estimateWithoutHours } from './plan/estimateWithoutHours';
import { incompleteAchievement } from './plan/incompleteAchievement';
import { indexMismatch } from './plan/indexMismatch';
import { legacyClaim } from './plan/legacyClaim';
import { missingDeliverable } from './plan/missingDeliverable';
import { missingSection } from './plan/missingSection';
import { noAchievements } from './plan/noAchievements';
import { planWithoutIds } from './plan/planWithoutIds';
import { staleNext } from './plan/staleNext';
import { unclearArchive } from './plan/unclearArchive';
import { unknownReference } from './plan/unknownReference';
import { unreadableHours } from './plan/unreadableHours';
import { unreadableRule } from './plan/unreadableRule';
import { unreadDefinition } from './plan/unreadDefinition';
import { unreadState } from './plan/unreadState';
import { wrongTotal } from './plan/wrongTotal';
import { declaredStage } from './prp/declaredStage';
import { fileConflict } from './prp/fileConflict';
import { frontMatterRule } from './prp/frontMatterRule';
import { misspeltKey } from './prp/misspeltKey';
import { prpDocumentRule } from './prp/prpDocumentRule';
import { prpId } from './prp/prpId';
import type { Rule, RuleDocumentation } from './rule';
import { RuleFinding } from './ruleFinding';
import { approvedWithoutWork } from './work/approvedWithoutWork';
import { differingCopies } from './work/differingCopies';
import { emptyDocument } from './work/emptyDocument';
import { headerContradictsName } from './work/headerContradictsName';
import { missingSynthesis } from './work/missingSynthesis';
import { missingWorkSection } from './work/missingWorkSection';
import { secondSubplan } from './work/secondSubplan';
import { nearSizeLimit, sizeLimit } from './work/sizeLimit';
import { statusContradiction } from './work/statusContradiction';
import { strayDocument } from './work/strayDocument';
import { openPlaceholder, unfilledPlaceholder } from './work/unfilledPlaceholder';

/** Every rule that is checked on a plan, in the order of docs/rules.md. */
export const rules: readonly Rule[] = [
  jsonSyntax,
  brokenParallel,
  unknownDependency,
  selfDependency,
  dependencyCycle,
  duplicateId,
  duplicateDependency,
  contradictingBlocks,
  contradictingGroup,
  notInPlan,
  missingFromParallel,
  dependenciesDiffer,
  redundantDependency,
  isolatedAchievement,
  titleDiffers,
  claimedStatus,
  unreadDependency,
  dependencyNote,
  unreadableHours,
  estimateWithoutHours,
  otherKey,
  unreadValue,
  otherPlanNamed,
  unreadDefinition,
  noAchievements,
  planWithoutIds,
  contradictingState,
  unreadState,
  legacyClaim,
  missingSection,
  indexMismatch,
  unknownReference,
  staleNext,
  incompleteAchievement,
  wrongTotal,
  missingDeliverable,
  strayDocument,
  headerContradictsName,
  secondSubplan,
  differingCopies,
  unclearArchive,
  emptyDocument,
  missingWorkSection,
  openPlaceholder,
  unfilledPlaceholder,
  statusContradiction,
  approvedWithoutWork,
  missingSynthesis,
  sizeLimit,
  nearSizeLimit,
  prpId,
  declaredStage,
  fileConflict,
  dependencyOut,
  misspeltKey,
];

/** Every rule that is checked between plans, in the order of docs/rules.md. */
export const acrossRules: readonly AcrossRule[] = [
  planCycle,
  unknownPlan,
  contradictingPlans,
  unknownChild,
  unlistedChild,
  parentDiffers,
];

/** Everything a finding's code can be, for docs/rules.md and settings. */
export const ruleDocumentation: readonly RuleDocumentation[] = [
  schemaRule,
  ...rules,
  ...acrossRules,
  frontMatterRule,
  prpDocumentRule,
  unreadableRule,
];

/** All findings of one plan, rule by rule; those of the schema come from `schemaFindings`. Pure. */
export const findingsOfPlan = (plan: AnalysedPlan): Finding[] => [...findingsByRule(plan)].flat();

/** The same rule by rule, for a caller that has other work to do between them. */
export function* findingsByRule(plan: AnalysedPlan): Generator<readonly Finding[]> {
  for (const { code, severity, check } of rules) {
    yield Array.from(check(plan), (problem) => new RuleFinding(code, severity, problem));
  }
}

/** What is to be said of some plans together. */
export const findingsAcross = (web: PlanWeb): Finding[] =>
  acrossRules.flatMap(({ code, severity, check }) =>
    Array.from(check(web), (problem) => new RuleFinding(code, severity, problem)),
  );

import type { AnalysedPlan } from '../model/analysis';
import { approvedWithoutWork } from './approvedWithoutWork';
import { brokenParallel } from './brokenParallel';
import { claimedStatus } from './claimedStatus';
import { contradictingBlocks } from './contradictingBlocks';
import { contradictingGroup } from './contradictingGroup';
import { contradictingState } from './contradictingState';
import { declaredStage } from './declaredStage';
import { dependenciesDiffer } from './dependenciesDiffer';
import { dependencyCycle } from './dependencyCycle';
import { dependencyNote } from './dependencyNote';
import { dependencyOut } from './dependencyOut';
import { differingCopies } from './differingCopies';
import { duplicateDependency } from './duplicateDependency';
import { duplicateId } from './duplicateId';
import { emptyDocument } from './emptyDocument';
import { estimateWithoutHours } from './estimateWithoutHours';
import { fileConflict } from './fileConflict';
import type { Finding } from './finding';
import { frontMatterRule } from './frontMatterRule';
import { headerContradictsName } from './headerContradictsName';
import { incompleteAchievement } from './incompleteAchievement';
import { indexMismatch } from './indexMismatch';
import { isolatedAchievement } from './isolatedAchievement';
import { jsonSyntax } from './jsonSyntax';
import { legacyClaim } from './legacyClaim';
import { missingDeliverable } from './missingDeliverable';
import { missingFromParallel } from './missingFromParallel';
import { missingSection } from './missingSection';
import { missingSynthesis } from './missingSynthesis';
import { missingWorkSection } from './missingWorkSection';
import { misspeltKey } from './misspeltKey';
import { noAchievements } from './noAchievements';
import { notInPlan } from './notInPlan';
import { otherKey } from './otherKey';
import { otherPlanNamed } from './otherPlanNamed';
import { planWithoutIds } from './planWithoutIds';
import { prpDocumentRule } from './prpDocumentRule';
import { prpId } from './prpId';
import { redundantDependency } from './redundantDependency';
import type { Rule, RuleDocumentation } from './rule';
import { RuleFinding } from './ruleFinding';
import { schemaRule } from './schemaRule';
import { secondSubplan } from './secondSubplan';
import { selfDependency } from './selfDependency';
import { nearSizeLimit, sizeLimit } from './sizeLimit';
import { staleNext } from './staleNext';
import { statusContradiction } from './statusContradiction';
import { strayDocument } from './strayDocument';
import { titleDiffers } from './titleDiffers';
import { unclearArchive } from './unclearArchive';
import { openPlaceholder, unfilledPlaceholder } from './unfilledPlaceholder';
import { unknownDependency } from './unknownDependency';
import { unknownReference } from './unknownReference';
import { unreadableHours } from './unreadableHours';
import { unreadableRule } from './unreadableRule';
import { unreadDefinition } from './unreadDefinition';
import { unreadDependency } from './unreadDependency';
import { unreadState } from './unreadState';
import { unreadValue } from './unreadValue';
import { wrongTotal } from './wrongTotal';

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

/** Everything a finding's code can be, for docs/rules.md and settings. */
export const ruleDocumentation: readonly RuleDocumentation[] = [
  schemaRule,
  ...rules,
  frontMatterRule,
  prpDocumentRule,
  unreadableRule,
];

/** All findings of one plan, rule by rule; those of the schema come from `schemaFindings`. Pure. */
export const findingsOfPlan = (plan: AnalysedPlan): Finding[] => [...findingsByRule(plan)].flat();

/** The same rule by rule, for who has other work to do between them. */
export function* findingsByRule(plan: AnalysedPlan): Generator<readonly Finding[]> {
  for (const { code, severity, check } of rules) {
    yield Array.from(check(plan), (problem) => new RuleFinding(code, severity, problem));
  }
}

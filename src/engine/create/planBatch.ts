import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { toFillSentence } from '../words/toFill';
import { subplanToFill } from '../workflow/step';
import type { CreationBatch, CreationRequest, SkippedCreation, UnfilledSubplan } from './batch';
import type { NewDocument } from './content';
import { select } from './selection';
import { type Wanted, wantedBy } from './wanted';

/** A batch whose documents are not written yet. */
export interface PlannedBatch extends Omit<CreationBatch, 'files'> {
  readonly targets: readonly NewDocument[];
}

/**
 * Decides which documents `request` is for. Fails when it names a level or achievement the plan does not have.
 */
export const planBatch = (
  plan: AnalysedPlan,
  { kind, selection, another }: CreationRequest,
): Result<PlannedBatch, UserError> => {
  if (plan.kind === 'prp-batch') {
    return fail(
      new UserError(`A PRP batch has no SUBPLANs: ${plan.name} has PRP files, which describe the work.`),
    );
  }
  const wantsOf = remembering(wantedBy(plan, { kind, another }));
  const selected = select(plan, selection, (achievement) => wantsOf(achievement).targets.length > 0);
  if (!selected.ok) return selected;
  const { achievements, level, reasons } = selected.value;
  const wanting = achievements.filter((each) => wantsOf(each).targets.length > 0 && !reasons.has(each.id));
  const missingSubplans =
    kind === 'execution' ? wanting.filter(({ subplan }) => subplan === undefined).map(({ id }) => id) : [];
  return ok({
    plan: plan.uri,
    planName: plan.name,
    kind,
    level,
    targets: missingSubplans.length > 0 ? [] : wanting.flatMap((each) => wantsOf(each).targets),
    skipped: achievements.flatMap((each): readonly SkippedCreation[] => {
      const reason = wantsOf(each).reason ?? reasons.get(each.id);
      return reason === undefined ? [] : [{ id: each.id, reason }];
    }),
    missingSubplans,
    unfilled: kind === 'execution' && missingSubplans.length === 0 ? unfilledIn(plan, wanting) : [],
  });
};

const unfilledIn = (
  plan: AnalysedPlan,
  achievements: readonly AnalysedAchievement[],
): readonly UnfilledSubplan[] =>
  achievements.flatMap((achievement): readonly UnfilledSubplan[] => {
    const { id, subplan } = achievement;
    const toFill = subplanToFill(plan, achievement);
    if (!toFill || subplan === undefined) return [];
    return [{ id, uri: subplan, places: toFill.placeholders.early, why: toFillSentence(toFill) }];
  });

const remembering = (
  wantsOf: (achievement: AnalysedAchievement) => Wanted,
): ((achievement: AnalysedAchievement) => Wanted) => {
  const known = new Map<AnalysedAchievement, Wanted>();
  return (achievement) => {
    const wanted = known.get(achievement) ?? wantsOf(achievement);
    known.set(achievement, wanted);
    return wanted;
  };
};

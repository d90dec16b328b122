import type { AchievementId } from '../model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { childUri } from '../model/uri';
import type { CreationKind } from './batch';
import { namesOf } from './naming';
import { select } from './selection';
import { skipReasons } from './skip';

/** What the `next` batch comes to, without its contents: cheap enough for every keystroke. */
export interface NextCount {
  /** Files it would create. */
  readonly files: number;
  /** SUBPLANs that keep an EXECUTION batch from creating any. */
  readonly missingSubplans: number;
}

/** The sizes of what `prepareCreation` answers to `{ by: 'next' }`; nothing for a PRP batch. */
export const countNext = (plan: AnalysedPlan, kind: CreationKind): NextCount => {
  if (plan.kind === 'prp-batch') return { files: 0, missingSubplans: 0 };
  const isMissing = missingIn(plan, kind);
  const selected = select(plan, { by: 'next' }, isMissing);
  if (!selected.ok) return { files: 0, missingSubplans: 0 };
  const { achievements, reasons } = selected.value;
  const missing = achievements.filter((each) => isMissing(each) && !reasons.has(each.id));
  const missingSubplans =
    kind === 'execution' ? missing.filter(({ subplan }) => subplan === undefined).length : 0;
  return { files: missingSubplans > 0 ? 0 : missing.length, missingSubplans };
};

/** Achievements that want a document of this kind, in document order; none for a PRP batch. */
export const missingDocuments = (plan: AnalysedPlan, kind: CreationKind): readonly AchievementId[] =>
  plan.kind === 'prp-batch' ? [] : plan.achievements.filter(missingIn(plan, kind)).map(({ id }) => id);

const missingIn = (
  plan: AnalysedPlan,
  kind: CreationKind,
): ((achievement: AnalysedAchievement) => boolean) => {
  const names = namesOf(plan);
  const reasonOf = skipReasons(plan, kind, ({ id }) =>
    kind === 'subplan'
      ? childUri(plan.folders.subplans, names.subplan(id))
      : childUri(plan.folders.executions, names.execution(id, 1)),
  );
  return (achievement) => reasonOf(achievement) === undefined;
};

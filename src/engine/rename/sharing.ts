import type { AnalysedPlan } from '../model/analysis';
import { readFeedbackName } from '../model/fileName';
import { nameOf, parentUri } from '../model/uri';
import type { Snapshot } from '../snapshot';
import type { Swap } from './renaming';

/**
 * Feedback files name no plan (FORMAT A11): in a folder that two plans share, a new id that the other plan has too
 * would leave it open whose they are.
 */
export const sharingRefusal = (
  { plans }: Snapshot,
  plan: AnalysedPlan,
  { from, to }: Swap,
): string | undefined => {
  const feedback = (plan.byId.get(from)?.evidence ?? []).filter(({ uri }) => readFeedbackName(nameOf(uri)));
  for (const { uri } of feedback) {
    const other = plans.find(
      (each) => each !== plan && each.byId.has(to) && usesFolder(each, parentUri(uri)),
    );
    if (other) return `${nameOf(uri)} is also in a folder of ${other.name}, which has an achievement ${to}.`;
  }
  return undefined;
};

const usesFolder = ({ folders, achievements }: AnalysedPlan, folder: string): boolean =>
  [folders.root, folders.executions, folders.feedbacks].includes(folder) ||
  achievements.some(({ evidence }) => evidence.some(({ uri }) => parentUri(uri) === folder));

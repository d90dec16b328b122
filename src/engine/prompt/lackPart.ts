import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { finishingChecks } from '../review/finishing';
import { type Part, quoted } from './part';

/** What is missing of achievements by the files alone, before anybody has looked into them. */
export const lackPart = (
  plan: AnalysedPlan,
  achievements: readonly AnalysedAchievement[],
  weight: number,
): Part =>
  quoted(
    'What the files lack',
    'Found by a program that cannot judge; look at these first:',
    achievements.flatMap((each) =>
      finishingChecks(plan, each).flatMap(({ missing }) =>
        missing === undefined ? [] : [`${each.id}: ${missing}`],
      ),
    ),
    weight,
    'things that the files lack',
  );

import type { CreationKind, CreationSelection } from '../../engine/create/batch';
import { missingDocuments } from '../../engine/create/count';
import type { AnalysedPlan } from '../../engine/model/analysis';
import type { AchievementId } from '../../engine/model/ids';
import { levelTitle } from '../../engine/words/levels';

/** One entry of the question which achievements a batch is for. */
export interface Choice {
  readonly label: string;
  readonly description: string;
  readonly selection: CreationSelection | 'choose';
}

/** An achievement to tick. */
export interface Candidate {
  readonly id: AchievementId;
  readonly title: string;
}

/** Achievements that would get a document if all were selected. */
export const candidatesOf = (plan: AnalysedPlan, kind: CreationKind): readonly Candidate[] => {
  const missing = new Set(missingDocuments(plan, kind));
  return plan.achievements.filter(({ id }) => missing.has(id)).map(({ id, title }) => ({ id, title }));
};

/** What can be selected, the default first; empty when nothing is missing. */
export const choicesOf = (plan: AnalysedPlan, kind: CreationKind): readonly Choice[] => {
  const missing = new Set(missingDocuments(plan, kind));
  if (missing.size === 0) return [];
  const levels = plan.levels.flatMap(({ level, achievements }): Choice[] => {
    const count = achievements.filter((id) => missing.has(id)).length;
    return count > 0
      ? [{ label: levelTitle(level), description: `${count} missing`, selection: { by: 'level', level } }]
      : [];
  });
  const next: readonly Choice[] =
    plan.dependencySource === 'none'
      ? [
          {
            label: 'Next priority',
            description: 'the first with something missing',
            selection: { by: 'next' },
          },
        ]
      : levels;
  return [
    ...next,
    { label: 'All levels', description: `${missing.size} missing`, selection: { by: 'all' } },
    { label: 'Choose achievements…', description: '', selection: 'choose' },
  ];
};

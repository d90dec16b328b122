import type { AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';

/** What of a plan's work lies at its declared Archive Location. */
export interface ArchivedWork {
  readonly subplans: number;
  readonly executions: number;
  /** Achievements with a document there, in the order of the PLAN. */
  readonly achievements: readonly AchievementId[];
}

/** Copies of what lies beside the plan are counted too: they are there. */
export const archivedWorkOf = ({ archive, work, achievements }: AnalysedPlan): ArchivedWork => {
  const roots = archive?.roots ?? [];
  const there = achievements.flatMap(({ id }) =>
    roots.length === 0
      ? []
      : (work.get(id) ?? [])
          .filter(({ file }) => roots.includes(file.root))
          .map(({ file }) => ({ id, kind: file.reads.kind })),
  );
  const countOf = (wanted: string): number => there.filter(({ kind }) => kind === wanted).length;
  return {
    subplans: countOf('subplan'),
    executions: countOf('execution'),
    achievements: [...new Set(there.map(({ id }) => id))],
  };
};

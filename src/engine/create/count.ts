import type { AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import type { CreationKind } from './batch';
import { planBatch } from './planBatch';
import { wantedBy } from './wanted';

/** What the `next` batch comes to, without its contents: cheap enough for every keystroke. */
export interface NextCount {
  /** Files it would create. */
  readonly files: number;
  /** SUBPLANs that keep an EXECUTION batch from creating any. */
  readonly missingSubplans: number;
  /** The level it is for; undefined where it is for a priority, for none, or nothing is missing. */
  readonly level: number | undefined;
  /** The priority it is for, in a plan that states no dependencies. */
  readonly priority: string | undefined;
  /** Achievements in and behind cycles that want a document, which only their ids select; none where others do. */
  readonly withoutLevel: number;
}

/** `level 0`, `priority 1`: what the `next` batch is for; undefined where it is for neither. */
export const groupWords = ({ level, priority }: NextCount): string | undefined => {
  if (level !== undefined) return `level ${level}`;
  return priority === undefined ? undefined : `priority ${priority}`;
};

/** The sizes of what `prepareCreation` answers to `{ by: 'next' }`; nothing for a PRP batch. */
export const countNext = (plan: AnalysedPlan, kind: CreationKind): NextCount => {
  const planned = planBatch(plan, { plan: plan.uri, kind, selection: { by: 'next' } });
  if (!planned.ok) {
    return { files: 0, missingSubplans: 0, level: undefined, priority: undefined, withoutLevel: 0 };
  }
  const { targets, missingSubplans, level } = planned.value;
  const [first] = missingSubplans;
  const member = targets[0]?.achievement ?? (first === undefined ? undefined : plan.byId.get(first));
  return {
    files: targets.length,
    missingSubplans: missingSubplans.length,
    level,
    priority: plan.dependencySource === 'none' ? member?.priority : undefined,
    withoutLevel: member || plan.cycles.length === 0 ? 0 : missingDocuments(plan, kind).length,
  };
};

/** Achievements that want a document of this kind, in document order; none for a PRP batch. */
export const missingDocuments = (plan: AnalysedPlan, kind: CreationKind): readonly AchievementId[] => {
  if (plan.kind === 'prp-batch') return [];
  const wantsOf = wantedBy(plan, { kind });
  return plan.achievements.filter((each) => wantsOf(each).targets.length > 0).map(({ id }) => id);
};

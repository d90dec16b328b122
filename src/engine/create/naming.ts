import { digitsOf, PREFIXES } from '../model/fileName';
import type { AchievementId } from '../model/ids';
import type { FeedbackKind } from './batch';

/** What naming needs of a plan. */
export interface NamedPlan {
  readonly name: string;
  readonly achievements: readonly { readonly id: AchievementId }[];
}

/** Base names of the documents of one plan. */
export interface DocumentNames {
  subplan(id: AchievementId): string;
  /** `number` counts the executions of one achievement from 1. */
  execution(id: AchievementId, number: number): string;
  feedback(kind: FeedbackKind, id: AchievementId): string;
}

/** Separators and control characters: nothing that could make a base name a path. */
const UNSAFE = /[/\\\p{Cc}\u2028\u2029]/gu;

/**
 * Names for new documents: the id without its dots (`SUBPLAN_X_11.md`), or with dashes where two ids of the
 * plan share their digits (`SUBPLAN_X_1-11.md`), so that no two ids of a plan ever share a name.
 */
export const namesOf = (plan: NamedPlan): DocumentNames => {
  const users = new Map<string, AchievementId>();
  const shared = new Set<string>();
  for (const { id } of plan.achievements) {
    const digits = digitsOf(id);
    if ((users.get(digits) ?? id) !== id) shared.add(digits);
    users.set(digits, id);
  }
  const part = (id: AchievementId): string => {
    const digits = digitsOf(id);
    return shared.has(digits) ? id.replaceAll('.', '-') : digits;
  };
  const safe = (name: string): string => name.replace(UNSAFE, '-');
  return {
    subplan: (id) => safe(`${PREFIXES.subplan}${plan.name}_${part(id)}.md`),
    execution: (id, number) =>
      safe(`${PREFIXES.execution}${plan.name}_${part(id)}_${String(number).padStart(2, '0')}.md`),
    feedback: (kind, id) => `${kind.toUpperCase()}_${part(id)}.md`,
  };
};

/** Base name of a new SUBPLAN; {@link namesOf} is quicker for many. */
export const subplanName = (plan: NamedPlan, id: AchievementId): string => namesOf(plan).subplan(id);

/** Base name of a new EXECUTION_TASK; {@link namesOf} is quicker for many. */
export const executionName = (plan: NamedPlan, id: AchievementId, number: number): string =>
  namesOf(plan).execution(id, number);

import type { AchievementId } from './ids';
import type { Place } from './text';

/** Another plan that must be complete before this one, or one achievement of it, can begin. */
export interface PlanWait {
  /** URI of the other plan, its name, and how far it is. */
  readonly plan: string;
  readonly name: string;
  readonly complete: number;
  readonly total: number;
  /** Open achievements of the other plan that are waited for; empty: the whole plan is. */
  readonly achievements: readonly AchievementId[];
  /** The achievement of this plan that waits; undefined: all of them do. */
  readonly own: AchievementId | undefined;
  /** Where it is said: in this plan, or in the other one (`blocks`). */
  readonly said: Place;
  /** One-based. */
  readonly line: number;
}

/** What is waited for, as it stands among blockers: `SEARCH-INDEX`, `SEARCH-INDEX 1.2`. */
export const waitLabel = ({ name, achievements }: Pick<PlanWait, 'name' | 'achievements'>): string =>
  [name, achievements.join(', ')].filter((part) => part !== '').join(' ');

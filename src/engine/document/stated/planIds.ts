import { lazy } from '../../../shared/lazy';
import { idsForDigits } from '../../model/fileName';
import type { AchievementId } from '../../model/ids';

/** What a PLAN says of one of its ids, as far as other documents and fields can refer to it. */
export interface NamedAchievement {
  readonly id: AchievementId;
  readonly title: string;
  /** `1`, `3.5`: the number of the priority heading above it. */
  readonly priority: string | undefined;
}

/** The ids of a plan and the other names people give them. */
export interface PlanIds {
  /** `<NAME>` of the plan; undefined where nobody knows it. */
  readonly planName: string | undefined;
  /** In document order. */
  readonly all: readonly AchievementId[];
  has(id: AchievementId): boolean;
  /** Place in `all`; undefined for ids the plan does not have. */
  placeOf(id: AchievementId): number | undefined;
  /** Of the priority with this number, in document order. */
  ofPriority(number: string): readonly AchievementId[];
  /** Below a number: `1.1`, `1.2` for `1`. */
  below(number: string): readonly AchievementId[];
  /** The only achievement with this title, whatever its case. */
  titled(title: string): AchievementId | undefined;
  /** What the digits of a file name can mean. */
  forDigits(digits: string): readonly AchievementId[];
}

/** @param named asked once, when needed: in document order; an id defined twice counts where it stands first */
export const planIds = (named: () => readonly NamedAchievement[], planName?: string): PlanIds => {
  const achievements = lazy(named);
  const all = lazy(() => [...new Set(achievements().map(({ id }) => id))]);
  const places = lazy(() => new Map(all().map((id, place) => [id, place])));
  const titles = lazy(() => byTitle(achievements()));
  return {
    planName,
    get all() {
      return all();
    },
    has: (id) => places().has(id),
    placeOf: (id) => places().get(id),
    ofPriority: (number) => {
      const own = new Set(
        achievements()
          .filter(({ priority }) => priority === number)
          .map(({ id }) => id),
      );
      return all().filter((id) => own.has(id));
    },
    below: (number) => all().filter((id) => id.startsWith(`${number}.`)),
    titled: (title) => titles().get(comparable(title)),
    forDigits: (digits) => idsForDigits(digits, all()),
  };
};

const comparable = (title: string): string => title.trim().replace(/\s+/g, ' ').toLowerCase();

const byTitle = (
  achievements: readonly NamedAchievement[],
): ReadonlyMap<string, AchievementId | undefined> => {
  const titles = new Map<string, AchievementId | undefined>();
  for (const { id, title } of achievements) {
    const key = comparable(title);
    titles.set(key, titles.has(key) && titles.get(key) !== id ? undefined : id);
  }
  return titles;
};

import type { Achievement, AchievementId } from '../model/achievement';
import type { Plan } from '../model/plan';

/** Who works on what, as the documents name them. */
export interface NamedExecutors {
  /** Each once, as first written, in the order of the achievements. */
  readonly names: readonly string[];
  /** Per achievement a place in `names`; -1 where anybody can do it. */
  readonly of: Int32Array;
}

const LABEL = /^(?:executor|owner|assignee|assigned to)$/i;
const NOBODY = /^(?:|[-–—?]+|none|nobody|null|n\/a|tb[acd]|unassigned|any(?:one|body)?|\[.*\])$/i;
/** Longer texts are no names. */
const LONGEST = 80;

/**
 * Reads who is to work on each of some achievements: `executor` in parallel.json, else the PLAN's field Executor,
 * Owner, Assignee or Assigned to. The same name in other letter case is the same person.
 */
export const namedExecutors = (
  { parallel }: Pick<Plan, 'parallel'>,
  achievements: readonly Achievement[],
): NamedExecutors => {
  const listed = new Map<AchievementId, string | undefined>(
    parallel?.facts.achievements.map(({ id, executor }) => [id, executor]),
  );
  const places = new Map<string, number>();
  const names: string[] = [];
  const of = Int32Array.from(achievements, (achievement) => {
    const name = nameIn(listed.get(achievement.id)) ?? nameIn(fieldOf(achievement));
    if (name === undefined) return -1;
    const key = name.toLowerCase();
    const place = places.get(key) ?? names.push(name) - 1;
    places.set(key, place);
    return place;
  });
  return { names, of };
};

const fieldOf = ({ fields }: Achievement): string | undefined =>
  fields.find(({ name, label }) => name === 'other' && LABEL.test(label))?.value;

const nameIn = (text: string | undefined): string | undefined => {
  const name = text?.slice(0, LONGEST).replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim();
  return name === undefined || NOBODY.test(name) ? undefined : name;
};

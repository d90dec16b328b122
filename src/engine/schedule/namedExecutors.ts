import { visibleText } from '../../shared/visibleText';
import type { Achievement } from '../model/achievement';
import type { AchievementId } from '../model/ids';
import type { Plan } from '../model/plan';

/** Who works on what, as the documents name them. */
export interface NamedExecutors {
  /** Each once, as first written, in the order of the achievements. */
  readonly names: readonly string[];
  /** Per achievement a place in `names`; -1 where anybody can do it. The first where several do it together. */
  readonly of: Int32Array;
  /** The others of several, as places in `names`, by achievement. */
  readonly also: Also;
}

/** By node, who works on it besides its executor. */
export type Also = ReadonlyMap<number, readonly number[]>;

const LABEL = /^(?:executor|owner|assignee|assigned to)$/i;
const NOBODY = /^(?:|[-–—?]+|none|nobody|null|n\/a|tb[acd]|unassigned|any(?:one|body)?|\[.*\])$/i;
/** Longer texts are no names. */
const LONGEST = 200;
/** What joins people who do something together. */
const TOGETHER = /[,;&+，、]|\s(?:and|und|et|y|with)\s/iu;

/**
 * Reads who is to work on each of some achievements: `executor` in parallel.json, else the PLAN's field Executor,
 * Owner, Assignee or Assigned to. `Ann`, `@ann` and `ann (lead)` are one person, `Ann, Bob` and `Ann & Bob` are two who
 * do it together.
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
  const also = new Map<number, readonly number[]>();
  const placeOf = (name: string): number => {
    const key = name.normalize('NFKC').toLowerCase();
    const place = places.get(key) ?? names.push(name) - 1;
    places.set(key, place);
    return place;
  };
  const of = Int32Array.from(achievements, (achievement, at) => {
    const stated = peopleIn(listed.get(achievement.id));
    const people = stated.length > 0 ? stated : peopleIn(fieldOf(achievement));
    const [first = -1, ...others] = new Set(people.map(placeOf));
    if (others.length > 0) also.set(at, others);
    return first;
  });
  return { names, of, also };
};

/** Everybody who is to do an achievement, by the place of it. */
export const peopleOf = ({ names, of, also }: NamedExecutors, at: number): readonly string[] =>
  [of[at] ?? -1, ...(also.get(at) ?? [])].flatMap((place) => names[place] ?? []);

const fieldOf = ({ fields }: Achievement): string | undefined =>
  fields.find(({ name, label }) => name === 'other' && LABEL.test(label))?.value;

const peopleIn = (text = ''): readonly string[] => {
  const plain = visibleText(text.slice(0, LONGEST))
    .visible.replace(/[*_`]/g, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/\([^()]*\)/g, ' ');
  return plain
    .split(TOGETHER)
    .map((name) => name.replace(/\s+/g, ' ').trim().replace(/^@/, ''))
    .filter((name) => !NOBODY.test(name));
};

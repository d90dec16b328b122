import type { DeclaredGroup, GroupMember } from '../../facts/parallelFacts';
import type { AchievementId } from '../../model/ids';
import { JsonCursor } from '../json/jsonSource';
import { idText } from './parallelValues';

/** A member whose place is looked up when asked for. Being a class, it must not be spread. */
class Member extends JsonCursor implements GroupMember {
  readonly id: AchievementId;

  constructor(id: AchievementId, cursor: JsonCursor, step: string | number, json: unknown) {
    super(json, cursor, step);
    this.id = id;
  }
}

/** The whole number of a group, written as a number or in a text like `Wave 2`. */
export const groupNumber = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  const digits = typeof value === 'string' ? /^\D{0,40}(\d{1,6})\D{0,40}$/.exec(value)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
};

const WAVES = ['parallel_execution_waves', 'execution_waves', 'waves'] as const;
const NUMBER_KEYS = ['wave', 'wave_number', 'wave_id', 'number', 'level', 'id'] as const;
const MEMBER_KEYS = ['achievements', 'achievement_ids', 'ids'] as const;

/** The groups of `levels[]` and of the waves. */
export const readGroups = (root: JsonCursor): readonly DeclaredGroup[] => [
  ...readLevels(root.member('levels')),
  ...WAVES.flatMap((key) => readWaves(root.member(key))),
];

const readLevels = (levels: JsonCursor): readonly DeclaredGroup[] => {
  const groups = (levels.list ?? []).map((_, at) => levels.element(at)).filter(({ object }) => object);
  return groups.map((group, at) => ({
    kind: 'level',
    number: groupNumber(group.object?.level) ?? at + 1,
    members: membersOf(group.member('achievements')),
  }));
};

/** A list of waves, or an object with one per key (`"wave_1": […]`); a wave is a list of ids or an object with one. */
const readWaves = (waves: JsonCursor): readonly DeclaredGroup[] => {
  const named = Object.keys(waves.object ?? {}).map((key) => ({ key, wave: waves.member(key) }));
  const listed = (waves.list ?? []).map((_, at) => ({ key: '', wave: waves.element(at) }));
  return [...named, ...listed]
    .filter(({ wave }) => wave.object ?? wave.list)
    .map(({ key, wave }, at) => ({
      kind: 'wave',
      number: numberIn(wave) ?? groupNumber(key) ?? at + 1,
      members: wave.list ? membersOf(wave) : MEMBER_KEYS.flatMap((each) => membersOf(wave.member(each))),
    }));
};

const numberIn = ({ object }: JsonCursor): number | undefined =>
  NUMBER_KEYS.map((key) => groupNumber(object?.[key])).find((number) => number !== undefined);

/** Ids, or objects that have one. */
const membersOf = (list: JsonCursor): readonly GroupMember[] =>
  (list.list ?? []).flatMap((json, at) => {
    const element = list.element(at);
    if (!element.object) return memberAt(json, list, at) ?? [];
    const { achievement_id: first, id } = element.object;
    return memberAt(first, element, 'achievement_id') ?? memberAt(id, element, 'id') ?? [];
  });

const memberAt = (json: unknown, around: JsonCursor, step: string | number): GroupMember | undefined => {
  const id = idText(json, around, step);
  return id === undefined ? undefined : new Member(id, around, step, json);
};

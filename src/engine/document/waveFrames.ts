import type { AchievementId } from '../model/achievement';
import { type Span, span } from '../model/text';
import { IGNORE, type JsonFrame, type JsonLiteral } from './jsonReader';
import { reference, type Source } from './parallelValues';

/** Achievements that parallel.json puts together, `levels[]` or one of the waves. */
export interface DeclaredGroup {
  /** `wave`: its members are said to run at the same time; `level`: a hand grouping. */
  readonly kind: 'level' | 'wave';
  /** As written, else its place in the list, from 1. */
  readonly number: number;
  readonly members: readonly GroupMember[];
}

export interface GroupMember {
  readonly id: AchievementId;
  /** Where the id stands, quotes included. */
  readonly span: Span;
}

/** The whole number of a group, written as a number or in a text like `Wave 2`. */
export const groupNumber = (value: JsonLiteral['value']): number | undefined => {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  const digits = typeof value === 'string' ? /^\D{0,40}(\d{1,6})\D{0,40}$/.exec(value)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
};

export const isWavesKey = (key: string): boolean =>
  key === 'parallel_execution_waves' || key === 'execution_waves' || key === 'waves';

const NUMBER_KEYS: ReadonlySet<string> = new Set(['wave', 'wave_number', 'wave_id', 'number', 'level', 'id']);
const MEMBER_KEYS: ReadonlySet<string> = new Set(['achievements', 'achievement_ids', 'ids']);

/** A list of waves, or an object with one per key (`"wave_1": […]`); a wave is a list of ids or an object with one. */
export const wavesFrame = (waves: DeclaredGroup[], source: Source): JsonFrame => {
  let position = 0;
  return {
    literal: IGNORE,
    open: (key, isArray) => {
      position++;
      const members: GroupMember[] = [];
      let number = groupNumber(key) ?? position;
      const close = (): void => {
        waves.push({ kind: 'wave', number, members });
      };
      const list = membersFrame(members, source);
      if (isArray) return { ...list, close };
      return {
        literal: (name, { value }) => {
          if (NUMBER_KEYS.has(name)) number = groupNumber(value) ?? number;
        },
        open: (name, isList) => (isList && MEMBER_KEYS.has(name) ? list : undefined),
        close,
      };
    },
    close: IGNORE,
  };
};

/** Ids, or objects that have one. */
const membersFrame = (members: GroupMember[], source: Source): JsonFrame => ({
  literal: (_key, literal) => {
    const found = reference(literal, source);
    if (found) members.push({ id: found.value, span: found.span });
  },
  open: (_key, isArray) =>
    isArray
      ? undefined
      : {
          literal: (key, literal) => {
            const found = key === 'achievement_id' || key === 'id' ? reference(literal, source) : undefined;
            if (found) members.push({ id: found.value, span: span(literal.start, literal.end) });
          },
          open: IGNORE,
          close: IGNORE,
        },
  close: IGNORE,
});

import { span } from '../model/text';
import { achievementFrame } from './achievementFrame';
import { IGNORE, type JsonFrame, type JsonLiteral } from './jsonReader';
import type {
  CrossPriorityDependency,
  IdReference,
  Located,
  ParallelAchievement,
  StatedTotal,
} from './parallelFile';
import { located, reference, type Source, sourceOf } from './parallelValues';
import { type DeclaredGroup, type GroupMember, groupNumber, isWavesKey, wavesFrame } from './waveFrames';

/** Achievement objects of one list, or of all lists in one array of groups. */
export interface AchievementList {
  readonly found: ParallelAchievement[];
  /** Just before the bracket that closes the (last) list. */
  end: number;
}

/** What the frames fill in. */
export interface ParallelDraft {
  planName: Located | undefined;
  parallelizationLevel: Located | undefined;
  direct: AchievementList | undefined;
  levels: AchievementList | undefined;
  groups: AchievementList | undefined;
  crossPriority: CrossPriorityDependency[];
  readonly totals: StatedTotal[];
  readonly declared: DeclaredGroup[];
}

const listOf = (start: number): AchievementList => ({ found: [], end: start + 1 });

/** The outermost object. */
export const parallelFrame = (draft: ParallelDraft, text: string): JsonFrame =>
  rootFrame(draft, sourceOf(text));

const rootFrame = (draft: ParallelDraft, source: Source): JsonFrame => ({
  literal: (key, literal) => {
    if (key === 'plan_name' || (key === 'plan' && !draft.planName)) draft.planName = located(literal);
    else if (key === 'parallelization_level') draft.parallelizationLevel = located(literal);
    else addTotal(draft, key, literal);
  },
  open: (key, isArray, start) => {
    if (isWavesKey(key)) return wavesFrame(draft.declared, source);
    if (!isArray) return undefined;
    if (key === 'cross_priority_dependencies') {
      draft.crossPriority = [];
      return crossingsFrame(draft.crossPriority, source);
    }
    if (key !== 'achievements' && key !== 'levels' && key !== 'priority_groups') return undefined;
    const list = listOf(start);
    if (key === 'achievements') draft.direct = list;
    else if (key === 'levels') draft.levels = list;
    else draft.groups = list;
    if (key === 'achievements') return achievementsFrame(list, source);
    return groupsFrame(list, source, key === 'levels' ? draft.declared : undefined);
  },
  close: IGNORE,
});

const addTotal = ({ totals }: ParallelDraft, key: string, { value, start, end }: JsonLiteral): void => {
  if (typeof value !== 'number') return;
  if (key !== 'total_achievements' && key !== 'completed_achievements' && key !== 'remaining_achievements')
    return;
  totals.push({ key, value, span: span(start, end) });
};

/** `declared` takes the groups themselves, where their order means something. */
const groupsFrame = (
  list: AchievementList,
  source: Source,
  declared: DeclaredGroup[] | undefined,
): JsonFrame => {
  let hasList = false;
  let position = 0;
  let number = 0;
  let first = 0;
  let named: GroupMember[] = [];
  const ids = (_key: string, literal: JsonLiteral): void => {
    const found = declared && reference(literal, source);
    if (found) named.push({ id: found.value, span: found.span });
  };
  const group: JsonFrame = {
    literal: (key, { value }) => {
      if (key === 'level') number = groupNumber(value) ?? number;
    },
    open: (key, isArray) => {
      if (key !== 'achievements' || !isArray) return undefined;
      hasList = true;
      return { ...achievementsFrame(list, source), literal: ids };
    },
    close: () => {
      const objects = list.found.slice(first).map(({ id, idSpan }) => ({ id, span: idSpan }));
      declared?.push({ kind: 'level', number, members: [...named, ...objects] });
    },
  };
  return {
    literal: IGNORE,
    open: (_key, isArray) => {
      if (isArray) return undefined;
      number = ++position;
      first = list.found.length;
      named = [];
      return group;
    },
    close: (end) => {
      if (!hasList) list.end = insideEnd(source, end, ']');
    },
  };
};

const achievementsFrame = (list: AchievementList, source: Source): JsonFrame => ({
  literal: IGNORE,
  open: (_key, isArray, start) => (isArray ? undefined : achievementFrame(list.found, start, source)),
  close: (end) => {
    list.end = insideEnd(source, end, ']');
  },
});

/** An unfinished file has no closing bracket to stay before. */
const insideEnd = (source: Source, end: number, bracket: string): number =>
  source.text[end - 1] === bracket ? end - 1 : end;

const crossingsFrame = (crossings: CrossPriorityDependency[], source: Source): JsonFrame => ({
  literal: IGNORE,
  open: (_key, isArray, start) => {
    if (isArray) return undefined;
    let from: IdReference | undefined;
    let to: IdReference | undefined;
    return {
      literal: (key, literal) => {
        if (key === 'from_achievement' || key === 'from') from = reference(literal, source);
        else if (key === 'to_achievement' || key === 'to') to = reference(literal, source);
      },
      open: IGNORE,
      close: (end) => {
        if (from && to) crossings.push({ from, to, span: span(start, end) });
      },
    };
  },
  close: IGNORE,
});

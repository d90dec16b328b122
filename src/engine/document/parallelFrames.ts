import type { Effort } from '../model/effort';
import { sliceOf, span } from '../model/text';
import { readEffort } from './effort';
import type { JsonFrame, JsonLiteral } from './jsonReader';
import type {
  CrossPriorityDependency,
  IdReference,
  Located,
  ParallelAchievement,
  SubExecution,
} from './parallelFile';

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
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

const IGNORE = (): undefined => undefined;

const listOf = (start: number): AchievementList => ({ found: [], end: start + 1 });

/** The text read, and its estimates: a file has few different ones. */
interface Source {
  readonly text: string;
  effortOf(value: JsonLiteral['value']): Effort | undefined;
}

const sourceOf = (text: string): Source => {
  const efforts = new Map<string | number, Effort | undefined>();
  return {
    text,
    effortOf: (value) => {
      if (typeof value !== 'string' && typeof value !== 'number') return undefined;
      if (!efforts.has(value)) efforts.set(value, readEffort(value));
      return efforts.get(value);
    },
  };
};

/** The outermost object. */
export const parallelFrame = (draft: ParallelDraft, text: string): JsonFrame =>
  rootFrame(draft, sourceOf(text));

const rootFrame = (draft: ParallelDraft, source: Source): JsonFrame => ({
  literal: (key, literal) => {
    if (key === 'plan_name' || (key === 'plan' && !draft.planName)) draft.planName = located(literal);
    else if (key === 'parallelization_level') draft.parallelizationLevel = located(literal);
  },
  open: (key, isArray, start) => {
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
    return key === 'achievements' ? achievementsFrame(list, source) : groupsFrame(list, source);
  },
  close: IGNORE,
});

const groupsFrame = (list: AchievementList, source: Source): JsonFrame => {
  let hasList = false;
  const group: JsonFrame = {
    literal: IGNORE,
    open: (key, isArray) => {
      if (key !== 'achievements' || !isArray) return undefined;
      hasList = true;
      return achievementsFrame(list, source);
    },
    close: IGNORE,
  };
  return {
    literal: IGNORE,
    open: (_key, isArray) => (isArray ? undefined : group),
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

const achievementFrame = (found: ParallelAchievement[], start: number, source: Source): JsonFrame => {
  let id: IdReference | undefined;
  let otherId: IdReference | undefined;
  const draft: Omit<Mutable<ParallelAchievement>, 'id' | 'idSpan' | 'span'> = {
    title: undefined,
    dependencies: [],
    blocks: [],
    claimedStatus: undefined,
    effort: undefined,
    priority: undefined,
    executor: undefined,
    subExecutions: [],
  };
  return {
    literal: (key, literal) => {
      if (key === 'achievement_id') id = reference(literal, source);
      else if (key === 'id') otherId = reference(literal, source);
      else readProperty(draft, key, literal, source);
    },
    open: (key, isArray) => {
      if (!isArray) return undefined;
      if (key === 'sub_executions') {
        const subExecutions: SubExecution[] = [];
        draft.subExecutions = subExecutions;
        return subExecutionsFrame(subExecutions, source);
      }
      if (key !== 'dependencies' && key !== 'blocks') return undefined;
      const references: IdReference[] = [];
      draft[key] = references;
      return referencesFrame(references, source);
    },
    close: (end) => {
      const own = id ?? otherId;
      if (own) found.push({ id: own.value, idSpan: own.span, span: span(start, end), ...draft });
    },
  };
};

const readProperty = (
  draft: Omit<Mutable<ParallelAchievement>, 'id' | 'idSpan' | 'span'>,
  key: string,
  literal: JsonLiteral,
  source: Source,
): void => {
  const { value } = literal;
  switch (key) {
    case 'title':
      draft.title = located(literal)?.value;
      return;
    case 'dependencies':
    case 'blocks':
      draft[key] = loneReference(literal, source);
      return;
    case 'status':
      draft.claimedStatus = located(literal);
      return;
    case 'estimated_hours':
      draft.effort = source.effortOf(value);
      return;
    case 'priority':
      draft.priority = reference(literal, source)?.value;
      return;
    case 'executor':
      draft.executor = located(literal)?.value;
  }
};

const referencesFrame = (references: IdReference[], source: Source): JsonFrame => ({
  literal: (_key, literal) => {
    const found = reference(literal, source);
    if (found) references.push(found);
  },
  open: IGNORE,
  close: IGNORE,
});

const subExecutionsFrame = (subExecutions: SubExecution[], source: Source): JsonFrame => ({
  literal: IGNORE,
  open: (_key, isArray, start) => {
    if (isArray) return undefined;
    let id: string | undefined;
    let title: string | undefined;
    return {
      literal: (key, literal) => {
        if (key === 'execution_id' || (key === 'id' && id === undefined))
          id = reference(literal, source)?.value;
        else if (key === 'title') title = located(literal)?.value;
      },
      open: IGNORE,
      close: (end) => {
        if (id !== undefined) subExecutions.push({ id, title, span: span(start, end) });
      },
    };
  },
  close: IGNORE,
});

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

const located = ({ value, span: at }: JsonLiteral): Located | undefined =>
  typeof value === 'string' ? { value, span: at } : undefined;

/** A number is taken as it is written: `1.10` stays `1.10`. */
const reference = ({ value, span: at }: JsonLiteral, source: Source): IdReference | undefined => {
  if (typeof value === 'string') return { value: value.trim(), span: at, wasString: true };
  return typeof value === 'number'
    ? { value: sliceOf(source.text, at), span: at, wasString: false }
    : undefined;
};

/** A string or number in place of a list is a list of one; an empty string says nothing. */
const loneReference = (literal: JsonLiteral, source: Source): readonly IdReference[] => {
  const found = reference(literal, source);
  return found && found.value !== '' ? [found] : [];
};

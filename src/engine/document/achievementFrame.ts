import { span } from '../model/text';
import { IGNORE, type JsonFrame, type JsonLiteral } from './jsonReader';
import type { DeclaredLevel, IdReference, ParallelAchievement, SubExecution } from './parallelFile';
import { located, loneReference, reference, type Source } from './parallelValues';
import { groupNumber } from './waveFrames';

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

type Draft = Mutable<ParallelAchievement>;

const NOWHERE = span(0, 0);
const NONE: readonly never[] = [];

/** An object of a list of achievements; adds what it says to `found` when it has an id. */
export const achievementFrame = (found: ParallelAchievement[], start: number, source: Source): JsonFrame => {
  let id: IdReference | undefined;
  let otherId: IdReference | undefined;
  const draft: Draft = {
    id: '',
    idSpan: NOWHERE,
    span: NOWHERE,
    title: undefined,
    titleSpan: undefined,
    dependencies: NONE,
    blocks: NONE,
    claimedStatus: undefined,
    effort: undefined,
    unreadableHours: undefined,
    priority: undefined,
    executor: undefined,
    declaredLevel: undefined,
    subExecutions: NONE,
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
      if (!own) return;
      draft.id = own.value;
      draft.idSpan = own.span;
      draft.span = span(start, end);
      found.push(draft);
    },
  };
};

const readProperty = (draft: Draft, key: string, literal: JsonLiteral, source: Source): void => {
  const { value } = literal;
  switch (key) {
    case 'title':
      readTitle(draft, literal);
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
      draft.unreadableHours =
        draft.effort || saysNothing(value) ? undefined : span(literal.start, literal.end);
      return;
    case 'priority':
      draft.priority = reference(literal, source)?.value;
      return;
    case 'executor':
      draft.executor = located(literal)?.value;
      return;
    case 'level':
    case 'dependency_level':
    case 'wave':
      readLevel(draft, key, literal);
  }
};

/** Where an achievement has several, the one that claims most counts. */
const readLevel = (draft: Draft, key: DeclaredLevel['key'], literal: JsonLiteral): void => {
  const number = groupNumber(literal.value);
  if (number === undefined || (key === 'level' && draft.declaredLevel)) return;
  draft.declaredLevel = { key, number, span: span(literal.start, literal.end) };
};

const readTitle = (draft: Draft, literal: JsonLiteral): void => {
  const title = located(literal);
  draft.title = title?.value;
  draft.titleSpan = title?.span;
};

/** Nobody has estimated yet; values of another kind are up to the schema. */
const NO_ESTIMATE = /^[\s?~–—-]*$|^\s*(?:tb[acd]|n\/?a|none|null|unknown|open|not (?:yet )?estimated)\b/i;

const saysNothing = (value: JsonLiteral['value']): boolean =>
  typeof value === 'string' ? NO_ESTIMATE.test(value) : typeof value !== 'number';

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

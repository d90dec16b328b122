import type { Edge } from '../../model/edge';
import type { AchievementId } from '../../model/ids';

/** Whose facts are read again after an edit; `work`: a SUBPLAN, EXECUTION_TASK or feedback file. */
export type DocumentKind = 'plan' | 'parallel' | 'prp' | 'work';

/** What a document can say, as far as an edit may be asked to change it. */
export type FactKind =
  // of a PLAN
  | 'definition'
  | 'field'
  | 'index'
  | 'section'
  | 'unnumbered'
  | 'next'
  /** What it says of another plan. */
  | 'link'
  // of a parallel.json; `twin`: a later entry of the same id, `double`: a value that a later one of its key replaces,
  // `key`: one that is written otherwise than the format has it
  | 'entry'
  | 'title'
  | 'hours'
  | 'level'
  | 'value'
  | 'twin'
  | 'double'
  | 'key'
  // of several
  | 'dependency'
  | 'status'
  | 'total'
  | 'header'
  /** Running text that names an achievement. */
  | 'mention';

/** Some facts become others, all else stays. */
export interface AskedChange {
  readonly kind: 'change';
  readonly document: DocumentKind;
  /** The achievements that `changed` and `gained` are about. */
  readonly ids: readonly AchievementId[];
  /** Facts about `ids`, or about no achievement at all, that may come, go and be written over. */
  readonly changed: readonly FactKind[];
  /** The same for facts that may come, while those that are there stay. */
  readonly gained: readonly FactKind[];
  /** Dependencies that must be gone afterwards; where they are among `added` too, only repetitions go. */
  readonly removed: readonly Edge[];
  /** Dependencies that must be stated afterwards. */
  readonly added: readonly Edge[];
}

/** One id becomes another, wherever it is named. */
export interface AskedRename {
  readonly kind: 'rename';
  readonly document: DocumentKind;
  readonly from: AchievementId;
  readonly to: AchievementId;
  /** All ids of the plan in its order: a range names what lies between its ends. */
  readonly all: readonly AchievementId[];
}

/** What an edit is for: the guard holds it to that. */
export type Asked =
  | AskedChange
  | AskedRename
  /** Another order of the same things. */
  | { readonly kind: 'order'; readonly document: 'parallel' }
  /** Text that can be read, with all that stands there now. */
  | { readonly kind: 'syntax'; readonly document: 'parallel' };

const nothing = (document: DocumentKind): AskedChange => ({
  kind: 'change',
  document,
  ids: [],
  changed: [],
  gained: [],
  removed: [],
  added: [],
});

/** Dependencies less and more in one document. */
export const askedEdges = (
  document: DocumentKind,
  removed: readonly Edge[],
  added: readonly Edge[] = [],
): AskedChange => ({ ...nothing(document), removed, added });

/** Other facts of these kinds about `ids`, or about no achievement at all. */
export const askedChange = (
  document: DocumentKind,
  ids: readonly AchievementId[],
  ...changed: readonly FactKind[]
): AskedChange => ({ ...nothing(document), ids, changed });

/** More facts of these kinds about `ids`, or about no achievement at all. */
export const askedAddition = (
  document: DocumentKind,
  ids: readonly AchievementId[],
  ...gained: readonly FactKind[]
): AskedChange => ({ ...nothing(document), ids, gained });

/** Everything that an entry of parallel.json says. */
export const ENTRY: readonly FactKind[] = [
  'entry',
  'twin',
  'title',
  'status',
  'hours',
  'level',
  'value',
  'dependency',
];

/** What all of them ask for, as one; undefined where they cannot be done together, and where there are none. */
export const askedTogether = (all: readonly Asked[]): Asked | undefined => {
  const [first] = all;
  if (!first || all.length === 1) return first;
  const changes = all.filter((each) => each.kind === 'change');
  if (changes.length < all.length || changes.some(({ document }) => document !== first.document))
    return undefined;
  return {
    kind: 'change',
    document: first.document,
    ids: changes.flatMap(({ ids }) => ids),
    changed: [...new Set(changes.flatMap(({ changed }) => changed))],
    gained: [...new Set(changes.flatMap(({ gained }) => gained))],
    removed: changes.flatMap(({ removed }) => removed),
    added: changes.flatMap(({ added }) => added),
  };
};

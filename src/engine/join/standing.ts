import { groupBy } from '../../shared/groupBy';
import type { EvidenceName } from '../model/fileName';
import type { AchievementId } from '../model/ids';
import { foldName } from '../model/names';
import type { DifferingCopies } from '../model/plan';
import type { EvidenceFile } from './evidenceFiles';
import type { ReadEvidence } from './matchEvidence';

/**
 * Names by which documents are copies of each other: equal for two files of the same name in different folders, and for
 * one that calls itself a copy (`_ARCHIVED`, ` (1)`).
 */
export const copyKey = ({ name, reads }: Pick<EvidenceFile, 'name' | 'reads'>): string =>
  reads.digits === '' ? foldName(name) : keyOf(reads);

const keyOf = ({ kind, digits, number, attempt, suffix }: EvidenceName): string =>
  `${kind} ${digits} ${number ?? ''} ${attempt} ${suffix ?? ''}`;

/** Of files with the same key the one in force first: beside the plan, not called a copy. */
const originalFirst =
  (rankOf: (root: string) => number) =>
  (one: ReadEvidence, other: ReadEvidence): number =>
    rankOf(one.file.root) - rankOf(other.file.root) ||
    Number(one.file.reads.isCopy) - Number(other.file.reads.isCopy) ||
    (one.file.uri < other.file.uri ? -1 : 1);

export interface SettledWork {
  readonly documents: readonly ReadEvidence[];
  readonly differing: readonly DifferingCopies[];
}

const NONE: readonly never[] = [];

/** The files that may be copies of others, by their names: their contents have to be compared. */
export const possibleCopies = (files: readonly EvidenceFile[]): readonly string[] => {
  const first = new Map<string, EvidenceFile>();
  const twins = new Set<string>();
  for (const file of files) {
    const key = copyKey(file);
    const before = first.get(key);
    if (before) twins.add(before.uri).add(file.uri);
    else first.set(key, file);
  }
  return twins.size > 0 ? [...twins] : NONE;
};

/**
 * Tells what of an achievement's documents proves nothing: copies, and attempts that a later one took the place of.
 * `roots` are the plan's, its own first.
 */
export const settleWork = (
  id: AchievementId,
  files: readonly ReadEvidence[],
  roots: readonly string[],
): SettledWork => {
  if (areOfDifferentKinds(files)) return { documents: files, differing: NONE };
  const groups = [...groupBy(files, ({ file }) => copyKey(file)).values()];
  const rankOf = (root: string): number => {
    const at = roots.indexOf(root);
    return at === -1 ? roots.length : at;
  };
  const originals: ReadEvidence[] = [];
  const copies: ReadEvidence[] = [];
  const differing: DifferingCopies[] = [];
  for (const group of groups) {
    const [original, ...others] = group.length < 2 ? group : [...group].sort(originalFirst(rankOf));
    if (!original) continue;
    originals.push(original);
    for (const other of others) copies.push({ ...other, standing: 'copy' });
    const different = others.filter(({ print }) => print !== original.print);
    if (different.length > 0)
      differing.push({ id, uri: original.file.uri, copies: different.map(({ file }) => file.uri) });
  }
  const superseded = supersededAmong(originals);
  const settled =
    superseded.size === 0
      ? originals
      : originals.map(
          (each): ReadEvidence => (superseded.has(each) ? { ...each, standing: 'superseded' } : each),
        );
  return { documents: copies.length > 0 ? [...settled, ...copies] : settled, differing };
};

/** One SUBPLAN, one EXECUTION_TASK, one approval: nothing to tell apart, as nearly everywhere. */
const areOfDifferentKinds = (files: readonly ReadEvidence[]): boolean =>
  files.every(({ file: { reads } }, at) =>
    files.slice(0, at).every(({ file: before }) => before.reads.kind !== reads.kind),
  );

/** Earlier attempts: those that the header of a later one names, then all but the highest of a name. */
const supersededAmong = (files: readonly ReadEvidence[]): ReadonlySet<ReadEvidence> => {
  const superseded = new Set<ReadEvidence>();
  for (const each of files) {
    const { previous } = each.facts;
    if (previous === undefined || each.file.reads.kind !== 'execution') continue;
    for (const other of files) {
      const isBoth = other.facts.previous !== undefined && isNamed(each, other.facts.previous);
      if (other !== each && isNamed(other, previous) && !isBoth) superseded.add(other);
    }
  }
  const attempts = files.filter(
    (each) => isWork(each) && each.file.reads.suffix === undefined && !superseded.has(each),
  );
  for (const group of groupBy(attempts, attemptKey).values()) {
    const last = Math.max(...group.map(({ file }) => file.reads.attempt));
    for (const each of group) if (each.file.reads.attempt < last) superseded.add(each);
  }
  return superseded;
};

const isWork = ({ file: { reads } }: ReadEvidence): boolean =>
  reads.kind === 'subplan' || reads.kind === 'execution';

const attemptKey = ({ file: { reads } }: ReadEvidence): string =>
  `${reads.kind} ${reads.digits} ${Number(reads.number ?? 0)}`;

/** Whether an EXECUTION_TASK is the one that a header names, whole or by the end of its name (`11_01`). */
const isNamed = ({ file: { name, reads } }: ReadEvidence, written: string): boolean => {
  const stem = foldName(name).replace(/\.md$/, '');
  const named = foldName(written);
  return reads.kind === 'execution' && (stem === named || stem.endsWith(`_${named}`));
};

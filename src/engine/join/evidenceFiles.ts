import { firstWhere } from '../../shared/firstWhere';
import {
  type EvidenceName,
  type PlanNames,
  readFeedbackName,
  readWorkName,
  workKindOf,
} from '../model/fileName';
import { foldName } from '../model/names';
import type { PlanFolders } from '../model/plan';
import { baseName, childUri, parentUri } from '../model/uri';
import type { FolderLookup, WorkFolderKind } from './folders';

/** A file that may prove something about an achievement of a plan. */
export interface EvidenceFile {
  readonly uri: string;
  readonly name: string;
  readonly reads: EvidenceName;
  /** Folder that holds `subplans/` and `execution/`; feedback files name no plan, so it decides whose they are. */
  readonly root: string;
  /** Whether the name of the file carries the plan's: then it is nobody else's. */
  readonly isNamed: boolean;
}

/** Folders whose name says that the evidence is one level up (FORMAT A11 d). */
const PLANNING = 'planning';

const belowOf = (
  folders: FolderLookup,
  root: string,
  ...kinds: readonly WorkFolderKind[]
): readonly string[] => {
  const below = folders.workFolders(root);
  if (below.length === 0) return [];
  return kinds.flatMap((kind) => below.filter((each) => each.kind === kind).map(({ uri }) => uri));
};

const isWorkFile = (name: string): boolean => workKindOf(name) !== undefined;

const holdsEvidence = (folders: FolderLookup, root: string): boolean =>
  folders.workFolders(root).length > 0 || (folders.get(root)?.some(isWorkFile) ?? false);

/** True when a file of this very plan lies in the shared folders of `root`. */
const sharesWith = (folders: FolderLookup, root: string, plan: PlanNames): boolean =>
  belowOf(folders, root, 'subplans', 'executions').some((folder) =>
    holdsFileOf(folders.get(folder) ?? [], plan),
  );

/** Names by what they are searched with, sorted: shared folders can be large and every plan looks into them. */
const searched = new WeakMap<readonly string[], readonly (readonly [key: string, name: string])[]>();

const searchKey = (name: string): string => foldName(name).replaceAll(/[-. ]/g, '_');

const namesBySearchKey = (files: readonly string[]) => {
  const sorted =
    searched.get(files) ??
    files
      .filter(isWorkFile)
      .map((name) => [searchKey(name), name] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1));
  searched.set(files, sorted);
  return sorted;
};

const SEARCHED_PREFIXES = ['subplan_', 'execution_task_', 'executiontask_'];

const holdsFileOf = (files: readonly string[], plan: PlanNames): boolean => {
  if (files.length === 0) return false;
  const sorted = namesBySearchKey(files);
  return SEARCHED_PREFIXES.some((prefix) => {
    const start = searchKey(`${prefix}${plan.name}_`);
    // figures follow, which sort below everything that other names go on with
    for (let at = lowerBound(sorted, start); at < sorted.length; at++) {
      const [key = '', name = ''] = sorted[at] ?? [];
      if (!/^\d/.test(key.slice(start.length)) || !key.startsWith(start)) return false;
      if (readWorkName(name, plan)) return true;
    }
    return false;
  });
};

const lowerBound = (sorted: readonly (readonly [key: string, name: string])[], key: string): number =>
  firstWhere(sorted.length, (at) => (sorted[at]?.[0] ?? '') >= key);

/**
 * Folders in which a plan's evidence lies, the one for new files first (FORMAT A11): the plan's own folder, the
 * one above for `planning/`, any folder above with shared `subplans/` or `execution/` that hold this plan's files.
 */
export const findRoots = (folders: FolderLookup, planFolder: string, plan: PlanNames): readonly string[] => {
  const roots: string[] = [];
  if (holdsEvidence(folders, planFolder)) roots.push(planFolder);
  let below = planFolder;
  for (let above = parentUri(planFolder); folders.has(above) && above !== below; above = parentUri(above)) {
    const isArchive =
      below === planFolder &&
      baseName(planFolder).toLowerCase() === PLANNING &&
      holdsEvidence(folders, above);
    if (isArchive || sharesWith(folders, above, plan)) roots.push(above);
    below = above;
  }
  return roots.length > 0 ? roots : [planFolder];
};

/** Where new documents go: existing folders are used, and a plan that keeps all in one folder stays that way. */
export const foldersOf = (folders: FolderLookup, root: string): PlanFolders => {
  const own = folders.get(root) ?? [];
  const place = (kind: 'subplans' | 'executions', name: string): string => {
    const [existing] = belowOf(folders, root, kind);
    if (existing !== undefined) return existing;
    const isFlat = own.some((file) => workKindOf(file) === (kind === 'subplans' ? 'subplan' : 'execution'));
    return isFlat ? root : childUri(root, name);
  };
  const executions = place('executions', 'execution');
  const [feedbacks] = [...belowOf(folders, executions, 'feedbacks'), ...belowOf(folders, root, 'feedbacks')];
  return {
    root,
    subplans: place('subplans', 'subplans'),
    executions,
    feedbacks: feedbacks ?? (executions === root ? root : childUri(executions, 'feedbacks')),
  };
};

/** The folders of a root in which evidence may lie. */
export const placesOf = (folders: FolderLookup, root: string): readonly string[] => {
  const work = [root, ...belowOf(folders, root, 'subplans', 'executions')];
  const feedback = [...work, root].flatMap((folder) => belowOf(folders, folder, 'feedbacks'));
  return [...new Set([...work, ...feedback])];
};

/** Every file of a folder that is the plan's by its name, or may be because it names none. */
export const evidenceIn = (
  folders: FolderLookup,
  folder: string,
  root: string,
  plan: PlanNames,
): readonly EvidenceFile[] => {
  const found: EvidenceFile[] = [];
  for (const name of folders.get(folder) ?? []) {
    if (!mayBeEvidence(name)) continue;
    const work = readWorkName(name, plan);
    const bare = work ? undefined : readFeedbackName(name);
    const reads = work ?? bare ?? readFeedbackName(name, plan);
    if (reads) found.push({ uri: childUri(folder, name), name, reads, root, isNamed: reads !== bare });
  }
  return found;
};

/** `S`, `E`, `A`, `F` in either case: a look that costs nothing. */
export const mayBeEvidence = (name: string): boolean => {
  const first = name.charCodeAt(0) | 0x20;
  return first === 0x73 || first === 0x65 || first === 0x61 || first === 0x66;
};

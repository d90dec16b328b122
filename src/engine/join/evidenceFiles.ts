import { type EvidenceName, PREFIXES, readFeedbackName, readWorkName } from '../model/fileName';
import type { PlanFolders } from '../model/plan';
import { baseName, childUri, parentUri } from '../model/uri';

/** A file that may prove something about an achievement of a plan. */
export interface EvidenceFile {
  readonly uri: string;
  readonly name: string;
  /** Undefined for a SUBPLAN or EXECUTION_TASK that carries another plan's name. */
  readonly reads: EvidenceName | undefined;
  /** Folder that holds `subplans/` and `execution/`; feedback files name no plan, so it decides whose they are. */
  readonly root: string;
}

/** File names by folder URI, sorted; undefined where there is no such folder. */
export interface FolderLookup {
  get(uri: string): readonly string[] | undefined;
  has(uri: string): boolean;
}

const SUBPLANS = ['subplans'];
const EXECUTIONS = ['execution', 'executions'];
const FEEDBACKS = ['feedbacks', 'feedback'];
/** Folders whose name says that the evidence is one level up (FORMAT A11 d). */
const PLANNING = new Set(['planning']);

const childFolders = (folders: FolderLookup, root: string, names: readonly string[]): readonly string[] =>
  names.map((name) => childUri(root, name)).filter((uri) => folders.has(uri));

const isWorkFile = (name: string): boolean =>
  name.startsWith(PREFIXES.subplan) || name.startsWith(PREFIXES.execution);

const holdsEvidence = (folders: FolderLookup, root: string): boolean =>
  childFolders(folders, root, [...SUBPLANS, ...EXECUTIONS, ...FEEDBACKS]).length > 0 ||
  (folders.get(root)?.some(isWorkFile) ?? false);

/** True when a file of this very plan lies in the shared folders of `root`. */
const sharesWith = (folders: FolderLookup, root: string, planName: string): boolean =>
  childFolders(folders, root, [...SUBPLANS, ...EXECUTIONS]).some((folder) => {
    const files = folders.get(folder) ?? [];
    return Object.values(PREFIXES).some((prefix) => hasPrefix(files, `${prefix}${planName}_`));
  });

/** Binary search: shared folders can be large and every plan looks into them. `files` are sorted. */
const hasPrefix = (files: readonly string[], prefix: string): boolean => {
  let low = 0;
  let high = files.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((files[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  return files[low]?.startsWith(prefix) ?? false;
};

/**
 * Folders in which a plan's evidence lies, the one for new files first (FORMAT A11): the plan's own folder, the
 * one above for `planning/`, any folder above with shared `subplans/` or `execution/` that hold this plan's files.
 */
export const findRoots = (folders: FolderLookup, planFolder: string, planName: string): readonly string[] => {
  const roots: string[] = [];
  if (holdsEvidence(folders, planFolder)) roots.push(planFolder);
  let below = planFolder;
  for (let above = parentUri(planFolder); folders.has(above) && above !== below; above = parentUri(above)) {
    const isArchive =
      below === planFolder && PLANNING.has(baseName(planFolder)) && holdsEvidence(folders, above);
    if (isArchive || sharesWith(folders, above, planName)) roots.push(above);
    below = above;
  }
  return roots.length > 0 ? roots : [planFolder];
};

/** Where new documents go: existing folders are used, and a plan that keeps all in one folder stays that way. */
export const foldersOf = (folders: FolderLookup, root: string): PlanFolders => {
  const own = folders.get(root) ?? [];
  const place = (names: readonly string[], prefix: string | undefined): string => {
    const [existing] = childFolders(folders, root, names);
    if (existing !== undefined) return existing;
    const isFlat = prefix !== undefined && own.some((name) => name.startsWith(prefix));
    return isFlat ? root : childUri(root, names[0] ?? '');
  };
  const executions = place(EXECUTIONS, PREFIXES.execution);
  const [feedbacks] = [
    ...childFolders(folders, executions, FEEDBACKS),
    ...childFolders(folders, root, FEEDBACKS),
  ];
  return {
    root,
    subplans: place(SUBPLANS, PREFIXES.subplan),
    executions,
    feedbacks: feedbacks ?? (executions === root ? root : childUri(executions, FEEDBACKS[0] ?? '')),
  };
};

/** Every evidence file of a root; files that carry another plan's name only from folders this plan has alone. */
export const evidenceOf = (
  folders: FolderLookup,
  root: string,
  planName: string,
): readonly EvidenceFile[] => {
  const work = [root, ...childFolders(folders, root, [...SUBPLANS, ...EXECUTIONS])];
  const feedback = [...work, root].flatMap((folder) => childFolders(folders, folder, FEEDBACKS));
  return [...new Set([...work, ...feedback])].flatMap((folder) => filesOf(folders, root, folder, planName));
};

const filesOf = (
  folders: FolderLookup,
  root: string,
  folder: string,
  planName: string,
): readonly EvidenceFile[] => {
  const found: EvidenceFile[] = [];
  for (const name of folders.get(folder) ?? []) {
    const isWork = isWorkFile(name);
    const reads = isWork ? readWorkName(name, planName) : readFeedbackName(name);
    if (reads || isWork) found.push({ uri: childUri(folder, name), name, reads, root });
  }
  return found;
};

import { isEvidenceName, readStrangeName } from '../model/fileName';
import { childUri, parentUri } from '../model/uri';
import { type EvidenceFile, mayBeEvidence } from './evidenceFiles';
import { workFolderKind } from './folders';

/** Files of a folder that look like evidence, and that no plan has by their names and place. */
export interface LooseFolder {
  readonly uri: string;
  /** Folder that holds `subplans/` and `execution/`. */
  readonly root: string;
  readonly files: readonly LooseFile[];
}

export interface LooseFile extends EvidenceFile {
  /** No name of a plan is in its own: the place may tell whose it is. */
  readonly isBare: boolean;
}

/** Names of a folder's files that look like evidence. */
export const evidenceNames = (files: readonly string[]): readonly string[] => {
  const found = files.filter((name) => mayBeEvidence(name) && isEvidenceName(name));
  return found.length > 0 ? found : NONE;
};

const NONE: readonly never[] = [];

/** @param claimed URIs of the files that plans have */
export const looseFilesIn = (
  folder: string,
  names: readonly string[],
  claimed: ReadonlySet<string>,
): LooseFolder | undefined => {
  const root = rootOf(folder);
  const files = names.flatMap((name): readonly LooseFile[] => {
    const uri = childUri(folder, name);
    if (claimed.has(uri)) return NONE;
    const strange = readStrangeName(name);
    return strange ? [{ uri, name, root, isNamed: false, ...strange }] : NONE;
  });
  return files.length > 0 ? { uri: folder, root, files } : undefined;
};

/** The folder that holds those for work. */
const rootOf = (folder: string): string => {
  const kind = workFolderKind(folder);
  if (kind === undefined) return folder;
  const parent = parentUri(folder);
  return kind === 'feedbacks' && workFolderKind(parent) === 'executions' ? parentUri(parent) : parent;
};

/** Guides and patterns for people who write such files. */
const PATTERN = /^(?:SUBPLAN|EXECUTION_TASK)_(?:TEMPLATE|EXAMPLE)/;
/** Spelled as the methodology has it: other files may begin with these words too. */
const SPELLED = /^(?:(?:SUBPLAN|EXECUTION_TASK)_|(?:APPROVED|FIX|SKIPPED)_\d)/;

/** Whether somebody should hear that a file belongs nowhere: surely meant as evidence, by its name or its folder. */
export const isSurelyMeant = ({ uri, name, reads }: LooseFile): boolean => {
  if (PATTERN.test(name)) return false;
  return SPELLED.test(name) || (reads.digits !== '' && workFolderKind(parentUri(uri)) !== undefined);
};

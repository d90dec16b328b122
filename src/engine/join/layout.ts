import { batchOf, prpIdOf } from '../document/prpName';
import { PARALLEL_NAMES, planNameOf } from '../model/fileName';
import type { PlanFolders } from '../model/plan';
import { childUri } from '../model/uri';
import { type EvidenceFile, evidenceOf, findRoots, foldersOf } from './evidenceFiles';

/** A file named like a plan with every file that may belong to it; contents are not looked at. */
export interface PlanLayout {
  readonly uri: string;
  readonly name: string;
  readonly folder: string;
  /** parallel.json files beside it, the usual name first. */
  readonly parallels: readonly string[];
  readonly folders: PlanFolders;
  readonly evidence: readonly EvidenceFile[];
}

/** A PRP file by its name; the front matter may say another id. */
export interface PrpFile {
  readonly uri: string;
  readonly name: string;
}

/** Where everything is, from folder listings alone. */
export interface WorkspaceLayout {
  readonly plans: readonly PlanLayout[];
  /** parallel.json files in folders without a PLAN file. */
  readonly lonelyParallels: readonly string[];
  readonly prps: readonly PrpFile[];
}

/** Sorts the files of a workspace into plans for every layout of FORMAT A11. */
export const readLayout = (folders: ReadonlyMap<string, readonly string[]>): WorkspaceLayout => {
  const plans: PlanLayout[] = [];
  const lonelyParallels: string[] = [];
  const prps: PrpFile[] = [];
  for (const [folder, files] of folders) {
    const found = filesThatMatter(files);
    const parallels = PARALLEL_NAMES.filter((name) => found.parallels.includes(name)).map((name) =>
      childUri(folder, name),
    );
    if (found.plans.length === 0) lonelyParallels.push(...parallels);
    for (const { file, name } of found.plans) plans.push(planLayout(folders, folder, file, name, parallels));
    for (const name of found.prps) prps.push({ uri: childUri(folder, name), name });
  }
  return { plans, lonelyParallels, prps };
};

interface FilesThatMatter {
  readonly plans: { readonly file: string; readonly name: string }[];
  readonly parallels: string[];
  readonly prps: string[];
}

const NOTHING: FilesThatMatter = { plans: [], parallels: [], prps: [] };

const filesThatMatter = (files: readonly string[]): FilesThatMatter => {
  let found = NOTHING;
  for (const file of files) {
    const first = file.charCodeAt(0) | 0x20;
    if (first !== 0x70) continue; // p, P: PLAN_, PRP-, parallel
    if (found === NOTHING) found = { plans: [], parallels: [], prps: [] };
    const name = planNameOf(file);
    if (name !== undefined) found.plans.push({ file, name });
    else if (PARALLEL_NAMES.includes(file)) found.parallels.push(file);
    else if (batchOf(prpIdOf(file) ?? '') !== undefined) found.prps.push(file);
  }
  return found;
};

const planLayout = (
  folders: ReadonlyMap<string, readonly string[]>,
  folder: string,
  file: string,
  name: string,
  parallels: readonly string[],
): PlanLayout => {
  const roots = findRoots(folders, folder, name);
  return {
    uri: childUri(folder, file),
    name,
    folder,
    parallels,
    folders: foldersOf(folders, roots[0] ?? folder),
    evidence: roots.flatMap((root) => evidenceOf(folders, root, name)),
  };
};

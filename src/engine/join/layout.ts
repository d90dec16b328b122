import { breathe, type Pace } from '../../shared/pace';
import { isPrpName } from '../document/prpName';
import { PARALLEL_NAMES, planNameOf } from '../model/fileName';
import type { PlanFolders } from '../model/plan';
import { childUri } from '../model/uri';
import { type EvidenceFile, evidenceOf, type FolderLookup, findRoots, foldersOf } from './evidenceFiles';
import { Looks } from './looks';

/** A file named like a plan with every file that may belong to it; contents are not looked at. */
export interface PlanLayout {
  readonly uri: string;
  readonly name: string;
  readonly folder: string;
  /** parallel.json files beside it, the usual name first. */
  readonly parallels: readonly string[];
  readonly folders: PlanFolders;
  /** Folders the evidence lies in. */
  readonly roots: readonly string[];
  readonly evidence: readonly EvidenceFile[];
}

/** A file that is named like a PRP; the front matter may say another id, or that it is none. */
export interface PrpFile {
  readonly uri: string;
  readonly name: string;
}

/** Where everything is, from folder listings alone. */
export interface WorkspaceLayout {
  readonly plans: readonly PlanLayout[];
  /** Every parallel.json, with its folder. */
  readonly parallels: readonly { readonly folder: string; readonly uri: string }[];
  readonly prps: readonly PrpFile[];
}

/**
 * Sorts the files of a workspace into plans for every layout of FORMAT A11. What was worked out from a folder that is
 * still the same (by identity) is not worked out again: a workspace has tens of thousands of files, and one changes.
 */
export class LayoutReader {
  readonly #matter = new WeakMap<readonly string[], FilesThatMatter>();
  #plans: ReadonlyMap<string, RememberedPlan> = new Map();

  read(folders: ReadonlyMap<string, readonly string[]>): WorkspaceLayout {
    const draft: Draft = { plans: new Map(), parallels: [], prps: [] };
    for (const [folder, files] of folders) this.#readFolder(draft, folders, folder, files);
    return this.#finish(draft);
  }

  /** The same with room for others between the folders. They may change meanwhile: look whether they did. */
  async readAhead(folders: ReadonlyMap<string, readonly string[]>, pace: Pace): Promise<WorkspaceLayout> {
    const draft: Draft = { plans: new Map(), parallels: [], prps: [] };
    for (const [folder, files] of [...folders]) {
      await breathe(pace);
      this.#readFolder(draft, folders, folder, files);
    }
    return this.#finish(draft);
  }

  #readFolder(draft: Draft, folders: FolderLookup, folder: string, files: readonly string[]): void {
    const found = this.#filesThatMatter(files);
    if (found === NOTHING) return;
    const parallels = PARALLEL_NAMES.filter((name) => found.parallels.includes(name)).map((name) =>
      childUri(folder, name),
    );
    draft.parallels.push(...parallels.map((uri) => ({ folder, uri })));
    for (const { file, name } of found.plans) {
      const uri = childUri(folder, file);
      draft.plans.set(uri, this.#plan(folders, { uri, name, folder, parallels }));
    }
    for (const name of found.prps) draft.prps.push({ uri: childUri(folder, name), name });
  }

  #finish({ plans, parallels, prps }: Draft): WorkspaceLayout {
    this.#plans = plans;
    return { plans: [...plans.values()].map(({ layout }) => layout), parallels, prps };
  }

  #filesThatMatter(files: readonly string[]): FilesThatMatter {
    const known = this.#matter.get(files) ?? filesThatMatter(files);
    this.#matter.set(files, known);
    return known;
  }

  #plan(folders: FolderLookup, place: PlanPlace): RememberedPlan {
    const before = this.#plans.get(place.uri);
    if (before?.looks.stillHold(folders)) return before;
    const looks = new Looks();
    return { layout: planLayout(looks.into(folders), place), looks };
  }
}

interface Draft {
  readonly plans: Map<string, RememberedPlan>;
  readonly parallels: { readonly folder: string; readonly uri: string }[];
  readonly prps: PrpFile[];
}

interface RememberedPlan {
  readonly layout: PlanLayout;
  /** Everything the layout depends on. */
  readonly looks: Looks;
}

type PlanPlace = Pick<PlanLayout, 'uri' | 'name' | 'folder' | 'parallels'>;

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
    else if (isPrpName(file)) found.prps.push(file);
  }
  return found;
};

const planLayout = (folders: FolderLookup, place: PlanPlace): PlanLayout => {
  const roots = findRoots(folders, place.folder, place.name);
  return {
    ...place,
    roots,
    folders: foldersOf(folders, roots[0] ?? place.folder),
    evidence: roots.flatMap((root) => evidenceOf(folders, root, place.name)),
  };
};

import { breathe, type Pace } from '../../shared/pace';
import { isPrpName } from '../document/prp/prpName';
import {
  isRival,
  looksLikeEvidence,
  PARALLEL_NAMES,
  type PlanNames,
  parentNameOf,
  planNameOf,
} from '../model/fileName';
import { foldName } from '../model/names';
import type { PlanFolders } from '../model/plan';
import { childUri } from '../model/uri';
import { type EvidenceFile, evidenceIn, findRoots, foldersOf, placesOf } from './evidenceFiles';
import { type FolderLookup, Folders, workFolderKind } from './folders';
import { Looks } from './looks';
import { evidenceNames, type LooseFolder, looseFilesIn } from './looseFiles';

/** A file named like a plan with every file that may belong to it; contents are not looked at. */
export interface PlanLayout {
  readonly uri: string;
  readonly name: string;
  /** Names of other plans that begin with this one's: their files are not this plan's. */
  readonly rivals: readonly string[];
  readonly folder: string;
  /** parallel.json files beside it, the usual name first. */
  readonly parallels: readonly string[];
  readonly folders: PlanFolders;
  /** Folders that hold `subplans/` and `execution/`. */
  readonly roots: readonly string[];
  /** Folders that were looked through for evidence, each with how many files it has of it. */
  readonly places: readonly { readonly uri: string; readonly files: number }[];
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
  /** GRAMMAPLANs and NORTH_STARs, as URIs. */
  readonly parents: readonly string[];
  /** What looks like evidence and no plan has by its name and place. */
  readonly loose: readonly LooseFolder[];
  /** Files in folders for work whose names only look like those of evidence, as URIs by folder. */
  readonly lookAlikes: readonly (readonly string[])[];
  readonly folders: FolderLookup;
}

/** Of a workspace without files. */
export const emptyLayout: WorkspaceLayout = {
  plans: [],
  parallels: [],
  prps: [],
  parents: [],
  loose: [],
  lookAlikes: [],
  folders: new Folders(new Map()),
};

/**
 * Sorts the files of a workspace into plans for every layout of FORMAT A11. What was worked out from a folder that is
 * still the same (by identity) is not worked out again: a workspace has tens of thousands of files, and one changes.
 */
export class LayoutReader {
  readonly #matter = new WeakMap<readonly string[], FilesThatMatter>();
  readonly #alike = new WeakMap<readonly string[], readonly string[]>();
  #plans: ReadonlyMap<string, RememberedPlan> = new Map();
  #looseBefore: ReadonlyMap<string, RememberedLoose> = new Map();

  read(folders: ReadonlyMap<string, readonly string[]>): WorkspaceLayout {
    const draft = newDraft(folders);
    for (const [folder, files] of folders) this.#readFolder(draft, folder, files);
    return this.#finish(draft);
  }

  /** The same with room for others between the folders. They may change meanwhile: look whether they did. */
  async readAhead(folders: ReadonlyMap<string, readonly string[]>, pace: Pace): Promise<WorkspaceLayout> {
    const draft = newDraft(new Map(folders));
    for (const [folder, files] of [...folders]) {
      await breathe(pace);
      this.#readFolder(draft, folder, files);
    }
    const rivals = rivalsAmong(draft.plans);
    for (const plan of draft.plans) {
      await breathe(pace);
      this.#plan(draft, plan, rivals);
    }
    return this.#finish(draft);
  }

  #readFolder(draft: Draft, folder: string, files: readonly string[]): void {
    if (workFolderKind(folder) !== undefined) {
      const alike = this.#filesAlike(files);
      if (alike.length > 0) draft.lookAlikes.push(alike.map((name) => childUri(folder, name)));
    }
    const found = this.#filesThatMatter(files);
    if (found === NOTHING) return;
    const parallels = PARALLEL_NAMES.filter((name) => found.parallels.includes(name)).map((name) =>
      childUri(folder, name),
    );
    draft.parallels.push(...parallels.map((uri) => ({ folder, uri })));
    for (const { file, name } of found.plans) {
      draft.plans.push({ uri: childUri(folder, file), name, folder, parallels });
    }
    for (const name of found.prps) draft.prps.push({ uri: childUri(folder, name), name });
    for (const name of found.parents) draft.parents.push(childUri(folder, name));
    if (found.evidence.length > 0) draft.evidence.push({ folder, files, names: found.evidence });
  }

  #finish(draft: Draft): WorkspaceLayout {
    const { plans, parallels, prps, parents, folders, laidOut, lookAlikes } = draft;
    const rivals = rivalsAmong(plans);
    for (const plan of plans) this.#plan(draft, plan, rivals);
    this.#plans = laidOut;
    const layouts = [...laidOut.values()].map(({ layout }) => layout);
    const loose = this.#loose(draft, layouts);
    return { plans: layouts, parallels, prps, parents, loose, lookAlikes, folders };
  }

  #filesAlike(files: readonly string[]): readonly string[] {
    const known = this.#alike.get(files) ?? files.filter(looksLikeEvidence);
    this.#alike.set(files, known);
    return known;
  }

  #filesThatMatter(files: readonly string[]): FilesThatMatter {
    const known = this.#matter.get(files) ?? filesThatMatter(files);
    this.#matter.set(files, known);
    return known;
  }

  #plan({ folders, laidOut }: Draft, place: PlanPlace, rivalsOf: (name: string) => readonly string[]): void {
    if (laidOut.has(place.uri)) return;
    const rivals = rivalsOf(place.name);
    const before = this.#plans.get(place.uri);
    const isSame = before?.layout.rivals.join('/') === rivals.join('/') && before.looks.stillHold(folders);
    if (before && isSame) {
      laidOut.set(place.uri, before);
      return;
    }
    const looks = new Looks();
    laidOut.set(place.uri, { layout: planLayout(looks.into(folders), { ...place, rivals }), looks });
  }

  /** A folder is looked through again when its files, or what plans have of them, are others than before. */
  #loose({ evidence }: Draft, layouts: readonly PlanLayout[]): readonly LooseFolder[] {
    const most = new Map<string, number>();
    for (const { places } of layouts) {
      for (const { uri, files } of places) if (files > (most.get(uri) ?? 0)) most.set(uri, files);
    }
    // nearly every folder with evidence is one plan's alone
    const open = evidence.filter(({ folder, names }) => most.get(folder) !== names.length);
    if (open.length === 0 && this.#looseBefore.size === 0) return NONE;
    const visitors = new Map<string, PlanLayout[]>(open.map(({ folder }) => [folder, []]));
    for (const layout of layouts) for (const { uri } of layout.places) visitors.get(uri)?.push(layout);
    const next = new Map<string, RememberedLoose>();
    for (const { folder, files, names } of open) {
      const plans = visitors.get(folder) ?? NONE;
      const before = this.#looseBefore.get(folder);
      const isSame =
        before?.files === files &&
        before.plans.length === plans.length &&
        plans.every((plan, at) => plan === before.plans[at]);
      next.set(
        folder,
        isSame ? before : { files, plans, found: looseFilesIn(folder, names, claimedBy(plans)) },
      );
    }
    this.#looseBefore = next;
    return [...next.values()].flatMap(({ found }) => found ?? NONE);
  }
}

const NONE: readonly never[] = [];

const claimedBy = (plans: readonly PlanLayout[]): ReadonlySet<string> =>
  new Set(plans.flatMap(({ evidence }) => evidence.map(({ uri }) => uri)));

interface RememberedLoose {
  readonly files: readonly string[];
  readonly plans: readonly PlanLayout[];
  readonly found: LooseFolder | undefined;
}

interface Draft {
  readonly folders: FolderLookup;
  readonly plans: PlanPlace[];
  readonly laidOut: Map<string, RememberedPlan>;
  readonly parallels: { readonly folder: string; readonly uri: string }[];
  readonly prps: PrpFile[];
  readonly parents: string[];
  readonly evidence: {
    readonly folder: string;
    readonly files: readonly string[];
    readonly names: readonly string[];
  }[];
  readonly lookAlikes: (readonly string[])[];
}

const newDraft = (folders: ReadonlyMap<string, readonly string[]>): Draft => ({
  folders: new Folders(folders),
  plans: [],
  laidOut: new Map(),
  parallels: [],
  prps: [],
  parents: [],
  evidence: [],
  lookAlikes: [],
});

/** The names of plans that begin with a name: few do, and they sort right behind it. */
const rivalsAmong = (plans: readonly PlanPlace[]): ((name: string) => readonly string[]) => {
  const names = [...new Map(plans.map(({ name }) => [foldName(name), name]))].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const places = new Map(names.map(([key], at) => [key, at]));
  return (name) => {
    const rivals: string[] = [];
    const start = foldName(name);
    for (let at = (places.get(start) ?? names.length) + 1; names[at]?.[0].startsWith(start); at++) {
      const longer = names[at]?.[1];
      if (longer !== undefined && isRival(name, longer)) rivals.push(longer);
    }
    return rivals.length > 0 ? rivals : NONE;
  };
};

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
  readonly parents: string[];
  readonly evidence: readonly string[];
}

const NOTHING: FilesThatMatter = { plans: [], parallels: [], prps: [], parents: [], evidence: [] };

const filesThatMatter = (files: readonly string[]): FilesThatMatter => {
  const evidence = evidenceNames(files);
  let found = evidence.length > 0 ? { ...NOTHING, evidence } : NOTHING;
  for (const file of files) {
    const first = file.charCodeAt(0) | 0x20;
    // p: PLAN_, PRP-, parallel; g: GRAMMAPLAN_; n: NORTH_STAR_
    const isParent = (first === 0x67 || first === 0x6e) && parentNameOf(file) !== undefined;
    if (first !== 0x70 && !isParent) continue;
    if (found.plans === NOTHING.plans) found = { plans: [], parallels: [], prps: [], parents: [], evidence };
    const name = planNameOf(file);
    if (name !== undefined) found.plans.push({ file, name });
    else if (PARALLEL_NAMES.includes(file)) found.parallels.push(file);
    else if (isPrpName(file)) found.prps.push(file);
    else if (isParent) found.parents.push(file);
  }
  return found;
};

const planLayout = (folders: FolderLookup, place: PlanPlace & Required<PlanNames>): PlanLayout => {
  const roots = findRoots(folders, place.folder, place);
  const found = roots.flatMap((root) =>
    placesOf(folders, root).map((uri) => ({ uri, evidence: evidenceIn(folders, uri, root, place) })),
  );
  return {
    ...place,
    roots,
    places: found.map(({ uri, evidence }) => ({ uri, files: evidence.length })),
    folders: foldersOf(folders, roots[0] ?? place.folder),
    evidence: found.flatMap(({ evidence }) => evidence),
  };
};

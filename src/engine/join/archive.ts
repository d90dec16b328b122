import type { PlanFacts } from '../facts/planFacts';
import type { ArchiveLocation } from '../facts/planSays';
import type { PlanArchive } from '../model/plan';
import { span } from '../model/text';
import { childUri, isInside, parentUri } from '../model/uri';
import { type EvidenceFile, evidenceIn, placesOf } from './evidenceFiles';
import type { FolderLookup } from './folders';
import { Looks } from './looks';
import type { PlanLayout } from './planFiles';

/** A plan's layout with the evidence at its declared Archive Location. */
export interface ArchivedLayout {
  readonly layout: PlanLayout;
  readonly archive: PlanArchive;
  /** The part of the evidence that lies there and nowhere else. */
  readonly archived: readonly EvidenceFile[];
}

interface Remembered {
  readonly found: ArchivedLayout;
  readonly facts: PlanFacts;
  readonly folders: FolderLookup;
  readonly looks: Looks;
}

/** Looks for the work that plans have archived; what was found holds while plan and folders are the same. */
export class ArchiveReader {
  readonly #known = new WeakMap<PlanLayout, Remembered>();

  read(folders: FolderLookup, layout: PlanLayout, facts: PlanFacts): ArchivedLayout {
    const before = this.#known.get(layout);
    const isSame = before?.facts === facts && (before.folders === folders || before.looks.stillHold(folders));
    if (before && isSame) return before.found;
    const looks = new Looks();
    const now = archivedLayout(looks.into(folders), layout, facts);
    const found = before && areEqual(before.found, now) ? before.found : now;
    this.#known.set(layout, { found, facts, folders, looks });
    return found;
  }
}

/** Most keystrokes in a PLAN make no other archive. */
const areEqual = (one: ArchivedLayout, other: ArchivedLayout): boolean =>
  JSON.stringify(one.archive) === JSON.stringify(other.archive) &&
  one.archived.length === other.archived.length &&
  one.archived.every(({ uri }, at) => uri === other.archived[at]?.uri);

const NONE: readonly never[] = [];

const archivedLayout = (folders: FolderLookup, layout: PlanLayout, facts: PlanFacts): ArchivedLayout => {
  const archive = archiveOf(folders, layout, facts);
  const roots = archive.roots.filter((root) => !layout.roots.includes(root));
  if (roots.length === 0) return { layout, archive, archived: NONE };
  const archived = roots.flatMap((root) =>
    placesOf(folders, root).flatMap((place) => evidenceIn(folders, place, root, layout)),
  );
  return {
    layout: { ...layout, roots: [...layout.roots, ...roots], evidence: [...layout.evidence, ...archived] },
    archive,
    archived,
  };
};

/** Other machines, home folders and addresses: nothing in a workspace. */
const ELSEWHERE = /^(?:~|[a-z][a-z\d+.-]*:)/i;

const archiveOf = (folders: FolderLookup, { folder, name }: PlanLayout, facts: PlanFacts): PlanArchive => {
  const places = facts.archiveLocations();
  const real = places.filter(({ isPlaceholder }) => !isPlaceholder);
  const found = real.map(({ path }) => placeOf(folders, folder, path));
  const first = real[0] ?? places[0];
  const roots = found.flatMap((each) => (each?.isThere ? [each.uri] : []));
  const declared = roots[0] ?? found.find((each) => each !== undefined)?.uri;
  return {
    declared: first?.path,
    span: first?.span ?? NOWHERE,
    line: first && facts.lines.lineAt(first.span.start) + 1,
    problem: problemOf(places, real, found),
    places: real.length > 0 ? real : places,
    roots: roots.length > 1 ? [...new Set(roots)] : roots,
    destination: () => declared ?? usualPlace(folders, folder, name),
  };
};

const NOWHERE = span(0, 0);

const problemOf = (
  places: readonly ArchiveLocation[],
  real: readonly ArchiveLocation[],
  found: readonly (Place | undefined)[],
): PlanArchive['problem'] => {
  const uris = new Set(found.map((each) => each?.uri));
  if (uris.size > 1) return 'several';
  if (real.length > 0) return uris.has(undefined) ? 'outside' : undefined;
  return places.length > 0 ? 'placeholder' : undefined;
};

interface Place {
  readonly uri: string;
  readonly isThere: boolean;
}

/**
 * The folder that a path names: from the workspace folder, from a repository in it or around it, or from the plan's own
 * folder; the nearest one that is there, else where it would be. Undefined for what lies outside of the workspace.
 */
const placeOf = (folders: FolderLookup, planFolder: string, path: string): Place | undefined => {
  if (ELSEWHERE.test(path)) return undefined;
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  const climbs = names.includes('..');
  for (const base of climbs ? [planFolder] : foldersUp(planFolder)) {
    for (const spelled of spellingsOf(names)) {
      const uri = walk(base, spelled);
      if (folders.has(uri)) return { uri, isThere: true };
    }
  }
  const bases = basesOf(folders, planFolder);
  const top = bases.at(-1) ?? planFolder;
  if (path.startsWith('/')) return undefined;
  const uri = walk(climbs ? planFolder : homeOf(folders, bases, names[0] ?? ''), names);
  return isInside(top, uri) ? { uri, isThere: false } : undefined;
};

/** Some systems keep names decomposed. */
const spellingsOf = (names: readonly string[]): readonly (readonly string[])[] => {
  const decomposed = names.map((name) => name.normalize('NFD'));
  return decomposed.every((name, at) => name === names[at]) ? [names] : [names, decomposed];
};

const walk = (base: string, names: readonly string[]): string =>
  names.reduce((uri, name) => (name === '..' ? parentUri(uri) : childUri(uri, name)), base);

/** A folder and all above it, whether they belong to the workspace or not. */
const foldersUp = (folder: string): readonly string[] => {
  const parent = parentUri(folder);
  return parent === folder ? [folder] : [folder, ...foldersUp(parent)];
};

/** Those of them that do. */
const basesOf = (folders: FolderLookup, planFolder: string): readonly string[] => {
  const up = foldersUp(planFolder);
  const end = up.findIndex((folder) => !folders.has(folder));
  return end === -1 ? up : up.slice(0, end);
};

/** The nearest folder that has the first one of a path, else the workspace folder. */
const homeOf = (folders: FolderLookup, bases: readonly string[], first: string): string =>
  bases.find((base) => folders.has(childUri(base, first))) ?? bases.at(-1) ?? '';

const USUAL = ['documentation', 'archive'] as const;

const usualPlace = (folders: FolderLookup, planFolder: string, name: string): string => {
  const home = homeOf(folders, basesOf(folders, planFolder), USUAL[0]);
  return walk(home || planFolder, [...USUAL, name.toLowerCase().replaceAll('/', '-')]);
};

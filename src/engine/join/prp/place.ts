import { childUri, isInside, nameOf, parentUri } from '../../model/uri';

/** Where a PRP file lies, as far as the workspace goes: folders above it say nothing. */
export interface PrpPlace {
  /** The PRPs folder: the nearest that is called so, else the folder that holds the folders for the states of PRPs. */
  readonly root: string;
  /** Names of the folders from the workspace folder to the file, those above the PRPs folder included. */
  readonly folders: readonly string[];
  /** Names of the folders below the PRPs folder, lower case. */
  readonly below: readonly string[];
}

const PRPS = /^prps?$/i;

/** Why a PRP is over: it is done, or it is not to be done any more. */
export type FolderSays =
  | { readonly kind: 'done'; readonly folder: string }
  | { readonly kind: 'out'; readonly reason: string; readonly folder: string }
  | { readonly kind: 'archived'; readonly folder: string };

const DONE =
  /^(?:executed|done|completed?|finished|implemented|already-implemented|already-executed)(?:-prps?)?$/;
const OUT =
  /^(superseded|replaced|obsolete|deprecated|rejected|declined|abandoned|cancelled|canceled|withdrawn|discarded|dropped|wont-do|wont-fix)(?:-.*)?$/;
const ARCHIVED = /^archived?s?(?:-prps?)?$/;
const OPEN =
  /^(?:feature-requests?|requests|backlog|todo|pending|planned|active|in-progress|wip|new|ready|mvp|prod|stage-\d+(?:-.*)?)$/;
const TEMPLATES = /^templates?$/;

const plain = (folder: string): string =>
  folder.toLowerCase().replace(/[ _']/g, (mark) => (mark === "'" ? '' : '-'));

/** Whether a folder says in which state its PRPs are, and not what they are about. */
const isState = (folder: string): boolean =>
  [DONE, OUT, ARCHIVED, OPEN, TEMPLATES].some((pattern) => pattern.test(plain(folder)));

export const placeOf = (uri: string, roots: readonly string[]): PrpPlace => {
  const around = roots.filter((root) => isInside(root, uri));
  const top =
    around.reduce((inner, root) => (root.length > inner.length ? root : inner), '') || parentUri(uri);
  const folders: string[] = [];
  for (let folder = parentUri(uri); folder !== top && isInside(top, folder); folder = parentUri(folder)) {
    folders.unshift(nameOf(folder));
  }
  const named = folders.findLastIndex((folder) => PRPS.test(folder));
  const state = folders.findIndex(isState);
  const depth = named === -1 ? (state === -1 ? folders.length : state) : named + 1;
  return {
    root: folders.slice(0, depth).reduce(childUri, top),
    folders,
    below: folders.slice(depth).map(plain),
  };
};

/** What the folders say; the innermost that says anything counts. */
export const folderSays = ({ below }: PrpPlace): FolderSays | undefined => {
  for (const folder of [...below].reverse()) {
    if (DONE.test(folder)) return { kind: 'done', folder };
    const reason = OUT.exec(folder)?.[1];
    if (reason !== undefined) return { kind: 'out', reason: reason.replace('canceled', 'cancelled'), folder };
    if (ARCHIVED.test(folder)) return { kind: 'archived', folder };
  }
  return undefined;
};

export const isTemplate = ({ below }: PrpPlace): boolean => below.some((folder) => TEMPLATES.test(folder));

/** The folder that a PRP belongs to, whatever state it is in: `web` of `executed/web` and `feature-requests/web`. */
export const homeOf = ({ root, below }: PrpPlace): string =>
  below.filter((folder) => !isState(folder)).reduce(childUri, root);

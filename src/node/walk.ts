import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Folder, KnownNames, Logger } from '../engine/files';
import { childUri } from '../engine/model/uri';
import { firstWhere } from '../shared/firstWhere';
import { isLeftOutFolder } from '../shared/leftOutFolders';
import { messageOf } from '../shared/userError';
import { isLinkedWorktree } from './git/repository';
import { NameList } from './nameList';
import { createNodePace } from './pace';

/** Which folders a listing leaves out, by their names and by what is in them. */
export interface LeftOut {
  byName(name: string): boolean;
  /** Looks into the folder. */
  byContent(path: string): boolean;
}

/** @param includeIgnored vendored folders and linked worktrees are listed too */
export const leftOut = (includeIgnored: boolean): LeftOut => ({
  byName: (name) => isLeftOutFolder(name, includeIgnored),
  byContent: (path) => !includeIgnored && isLinkedWorktree(path),
});

const GIT = '.git';

const isAmong = (sorted: readonly string[], name: string): boolean =>
  sorted[firstWhere(sorted.length, (at) => (sorted[at] ?? '') >= name)] === name;

interface Step {
  readonly path: string;
  readonly uri: string;
}

/** True for `path` itself and everything below it. */
export const isBelow = (folder: string, path: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/**
 * Every folder below a root. Links to files count where their target is below the root; links to folders are
 * followed where the target is below the root and not listed under its own name anyway, so nothing is listed
 * twice and no loop is entered.
 */
export const walk = async (
  rootPath: string,
  rootUri: string,
  logger: Logger,
  known: KnownNames = () => undefined,
  left: LeftOut = leftOut(false),
): Promise<readonly Folder[]> => new Walk(rootPath, rootUri, logger, known, left).run();

class Walk {
  readonly #logger: Logger;
  readonly #known: KnownNames;
  readonly #left: LeftOut;
  readonly #folders: Folder[] = [];
  readonly #open: Step[];
  readonly #links: Step[] = [];
  /** Real paths listed because a link led there. */
  readonly #followed: string[] = [];
  readonly #root: string;
  readonly #realRoot: string | undefined;

  constructor(rootPath: string, rootUri: string, logger: Logger, known: KnownNames, left: LeftOut) {
    this.#logger = logger;
    this.#known = known;
    this.#left = left;
    this.#root = rootPath;
    this.#realRoot = this.#attempt(rootPath, () => realpathSync(rootPath));
    this.#open = this.#realRoot === undefined ? [] : [{ path: rootPath, uri: rootUri }];
  }

  async run(): Promise<readonly Folder[]> {
    const pace = createNodePace();
    for (let step = this.#next(); step; step = this.#next()) {
      this.#list(step);
      const turn = pace();
      if (turn) await turn;
    }
    return this.#folders;
  }

  /** The next folder to list: links are looked at when everything reached without them is listed. */
  #next(): Step | undefined {
    for (;;) {
      const step = this.#open.pop();
      if (step) return step;
      const link = this.#links.pop();
      if (!link || this.#mayFollow(link)) return link;
    }
  }

  #list({ path, uri }: Step): void {
    const entries = this.#attempt(path, () => readdirSync(path, { withFileTypes: true }));
    if (!entries) return;
    const before = [this.#open.length, this.#links.length] as const;
    const names = new NameList(this.#known(uri));
    for (const entry of entries) {
      if (entry.isFile()) names.add(entry.name);
      else this.#addOther(path, uri, entry, names);
    }
    const files = names.sorted();
    if (path !== this.#root && isAmong(files, GIT) && this.#left.byContent(path)) {
      [this.#open.length, this.#links.length] = before;
      return;
    }
    this.#folders.push({ uri, files });
  }

  #addOther(path: string, uri: string, entry: Dirent, names: NameList): void {
    const { name } = entry;
    if (this.#left.byName(name)) return;
    const step = { path: join(path, name), uri: childUri(uri, name) };
    if (entry.isDirectory()) this.#open.push(step);
    else if (entry.isSymbolicLink()) {
      const target = this.#attempt(step.path, () => statSync(step.path));
      if (target?.isDirectory()) this.#links.push(step);
      else if (target?.isFile() && this.#targetBelowRoot(step.path) !== undefined) names.add(name);
    }
  }

  /** Where a link leads; undefined when that is outside the root or gone. */
  #targetBelowRoot(path: string): string | undefined {
    const target = this.#attempt(path, () => realpathSync(path));
    if (target === undefined || this.#realRoot === undefined) return undefined;
    if (isBelow(this.#realRoot, target)) return target;
    this.#logger.warn(`${path} is a link that leaves ${this.#root}, so it is not read.`);
    return undefined;
  }

  #mayFollow({ path }: Step): boolean {
    const target = this.#targetBelowRoot(path);
    if (target === undefined || this.#realRoot === undefined) return false;
    const inside = target.slice(this.#realRoot.length).split(sep);
    const listedAnyway = !inside.some((name) => this.#left.byName(name));
    if (listedAnyway || this.#followed.some((each) => isBelow(each, target))) return false;
    this.#followed.push(target);
    return true;
  }

  /** The outcome of a look at the disk; a failure is logged, because files come and go while we look. */
  #attempt<T>(path: string, look: () => T): T | undefined {
    try {
      return look();
    } catch (error) {
      this.#logger.warn(`${path} cannot be read and is left out: ${messageOf(error)}`);
      return undefined;
    }
  }
}

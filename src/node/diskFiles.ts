import { readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { URI } from 'vscode-uri';
import type { FileSystem, Logger } from '../engine/files';
import { breathe } from '../shared/pace';
import { messageOf } from '../shared/userError';
import { createDiskWatch } from './diskWatch';
import { createNodePace } from './pace';
import { isBelow, leftOut, walk } from './walk';

/** Larger files are not read: nothing written by hand comes near it, and they would stall everything. */
const LARGEST_FILE = 20 * 1024 * 1024;

/** Canonical URI of a path. */
export const uriOfPath = (path: string): string => URI.file(path).toString();

/** Path of a `file:` URI for this platform; undefined for other schemes. */
export const pathOfUri = (uri: string): string | undefined => {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
};

/**
 * The disk, seen the way the engine wants to see files. What is not on it (other schemes) is as good as gone.
 *
 * @param includeIgnored whether vendored folders and linked worktrees are listed too; asked each time
 */
export const createDiskFiles = (logger: Logger, includeIgnored: () => boolean = () => false): FileSystem => {
  const watch = createDiskWatch(logger, (name) => leftOut(includeIgnored()).byName(name));
  const pace = createNodePace();
  return {
    list: async (root, known) => {
      const path = pathOfUri(root);
      if (path === undefined) return [];
      watch.addRoot(path);
      return walk(path, root, logger, known, leftOut(includeIgnored()));
    },
    read: async (uri) => {
      await breathe(pace);
      const path = pathOfUri(uri);
      return path === undefined ? undefined : readText(path, logger);
    },
    exists: async (uri) => {
      const path = pathOfUri(uri);
      return path !== undefined && isThere(path);
    },
    changedSince: async (uri, time) => {
      await breathe(pace);
      const path = pathOfUri(uri);
      return path !== undefined && lastWritten(path) >= time;
    },
    isLeftOut: (root, uri) => {
      const [rootPath, path] = [pathOfUri(root), pathOfUri(uri)];
      if (rootPath === undefined || path === undefined || !isBelow(rootPath, path)) return false;
      const left = leftOut(includeIgnored());
      for (
        let folder = dirname(path);
        folder !== rootPath && isBelow(rootPath, folder);
        folder = dirname(folder)
      ) {
        if (left.byName(basename(folder)) || left.byContent(folder)) return true;
      }
      return left.byName(basename(path)) || left.byContent(path);
    },
    watch: (listener) => watch.subscribe(listener),
  };
};

/** In milliseconds since 1970; 0 for what is not there. */
const lastWritten = (path: string): number => {
  try {
    return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  } catch {
    return 0;
  }
};

const isThere = (path: string): boolean => {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
};

const readText = (path: string, logger: Logger): string | undefined => {
  try {
    const { size, isFile } = lookAt(path);
    if (!isFile) return undefined;
    if (size > LARGEST_FILE) {
      logger.warn(`${path} is larger than ${LARGEST_FILE / 1024 / 1024} MB and is not read.`);
      return undefined;
    }
    const bytes = readFileSync(path);
    if (bytes.includes(0)) {
      logger.warn(`${path} is not text (it has NUL bytes) and is not read.`);
      return undefined;
    }
    const text = bytes.toString('utf8');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  } catch (error) {
    logger.warn(`${path} cannot be read: ${messageOf(error)}`);
    return undefined;
  }
};

/** Looks before opening: opening a pipe would wait for a writer for ever. */
const lookAt = (path: string): { readonly size: number; readonly isFile: boolean } => {
  const stats = statSync(path);
  return { size: stats.size, isFile: stats.isFile() };
};

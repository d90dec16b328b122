import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gitEnvironment } from '../../src/node/git/gitEnvironment';
import type { Result } from '../../src/shared/result';

/** Settings of the person who runs the tests count for nothing. */
Object.assign(process.env, {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.com',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.com',
});

export type Files = Readonly<Record<string, string>>;

/** A repository of its own below a temporary folder, with room beside it for worktrees. */
export interface TestRepository {
  /** Holds the repository (`shop`) and what is made beside it. */
  readonly room: string;
  readonly top: string;
  /** Runs git there, or in another checkout; answers its output and fails with it. */
  run(args: readonly string[], cwd?: string): string;
  /** A branch with a commit of these files on top of another commit; no checkout changes. Answers the commit. */
  branch(name: string, from: string, files: Files): string;
  /** The same for many branches from one commit, all at once; answers the commits in their order. */
  branches(from: string, files: Readonly<Record<string, Files>>): readonly string[];
  write(files: Files, folder?: string): void;
  remove(): void;
}

/** Repositories that were made before, to copy: that is quicker than to make them. */
const made = new Map<string, string>();
process.once('exit', () => {
  for (const folder of made.values()) rmSync(folder, { recursive: true, force: true });
});

/** A repository with one commit of these files on `main`. */
export const makeRepository = (files: Files = { 'readme.md': 'A shop.\n' }): TestRepository => {
  const room = mkdtempSync(join(tmpdir(), 'parallel-plans-run-'));
  const top = join(room, 'shop');
  const run = (args: readonly string[], cwd = top, input = ''): string =>
    execFileSync('git', [...args], { cwd, encoding: 'utf8', env: gitEnvironment(process.env), input }).trim();
  const write = (written: Files, folder = top): void => {
    for (const [path, text] of Object.entries(written)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  const key = JSON.stringify(files);
  const known = made.get(key);
  if (known !== undefined) cpSync(known, top, { recursive: true });
  else {
    mkdirSync(top);
    run(['init', '--quiet', '--initial-branch=main']);
    write(files);
    run(['add', '--all']);
    run(['commit', '--quiet', '--message=Begin']);
    const copy = mkdtempSync(join(tmpdir(), 'parallel-plans-run-'));
    cpSync(top, copy, { recursive: true });
    made.set(key, copy);
  }
  return {
    room,
    top,
    run,
    write,
    branch: (name, from, changed) => run(['fast-import', '--quiet'], top, streamOf(name, from, changed)),
    branches: (from, all) => {
      const streams = Object.entries(all).map(([name, changed]) => streamOf(name, from, changed));
      return run(['fast-import', '--quiet'], top, streams.join('')).split('\n');
    },
    remove: () => rmSync(room, { recursive: true, force: true, maxRetries: 3 }),
  };
};

/** What `git fast-import` makes a commit of; it prints the hash. */
const streamOf = (name: string, from: string, files: Files): string => {
  const dataOf = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
  return [
    `commit refs/heads/${name}\nmark :1\ncommitter Ann <ann@example.com> 1700000000 +0000\n`,
    `${dataOf(name)}from ${from}\n`,
    ...Object.entries(files).map(([path, text]) => `M 100644 inline ${path}\n${dataOf(text)}`),
    'get-mark :1\n',
  ].join('');
};

/**
 * Everything a person has in a repository, as one text a line: the files of the checkout with their modes and times,
 * and of git's own the index, HEAD, stash, configuration, hooks, and their branches.
 */
export const everythingOf = ({ top, run }: TestRepository, ownBranches: readonly string[]): string => {
  const own = [
    'index',
    'HEAD',
    'config',
    'ORIG_HEAD',
    'refs/stash',
    'logs/refs/stash',
    'logs/HEAD',
    'info/exclude',
  ];
  const branches = ownBranches.flatMap((name) => [`refs/heads/${name}`, `logs/refs/heads/${name}`]);
  const inGit = [...own, ...branches].map((path) => join(top, '.git', path));
  const lines = [...filesBelow(top, (path) => path === join(top, '.git')), ...inGit].map((path) =>
    lineOf(path, relative(top, path)),
  );
  return [...lines, run(['stash', 'list'])].join('\n');
};

const lineOf = (path: string, name: string): string => {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return `${name}: none`;
  const content = stats.isSymbolicLink() ? readlinkSync(path) : readFileSync(path);
  return `${name}: ${stats.mode.toString(8)} ${stats.mtimeMs} ${createHash('sha256').update(content).digest('hex')}`;
};

const filesBelow = (folder: string, isLeftOut: (path: string) => boolean): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (isLeftOut(path)) return [];
    return entry.isDirectory() ? filesBelow(path, isLeftOut) : [path];
  });

/** The value of what has to succeed. */
export const given = <T>(result: Result<T, Error>): T => {
  if (!result.ok) throw result.error;
  return result.value;
};

/** The message of what has to fail. */
export const messageIn = (result: Result<unknown, Error>): string => {
  if (result.ok) throw new Error(`it succeeded: ${JSON.stringify(result.value)}`);
  return result.error.message;
};

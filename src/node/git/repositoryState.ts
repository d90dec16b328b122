import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ok, type Result } from '../../shared/result';
import type { UserError } from '../../shared/userError';
import { gitText } from './command';
import { repositoryOf } from './repository';

/** What all worktrees of a repository share, as it was at a moment. */
export interface RepositoryState {
  /** That moment, in whole seconds since 1970. */
  readonly at: number;
  /** Branches, tags and the stash, by their full names. */
  readonly refs: Readonly<Record<string, string>>;
  /** The repository's own settings, as `key=value`, but for those that editors keep of branches. */
  readonly config: readonly string[];
}

export const repositoryState = async (top: string): Promise<Result<RepositoryState, UserError>> => {
  const at = Math.floor(Date.now() / 1000);
  const format = '--format=%(refname) %(objectname)';
  const refs = await gitText(['for-each-ref', format, 'refs/heads', 'refs/tags', 'refs/stash'], { cwd: top });
  if (!refs.ok) return refs;
  const config = await gitText(['config', '--local', '--list', '-z'], { cwd: top });
  if (!config.ok) return config;
  return ok({
    at,
    refs: Object.fromEntries(
      refs.value
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split(' ')),
    ),
    config: config.value
      .split('\0')
      .filter((entry) => entry !== '' && !entry.startsWith('branch.'))
      .map((entry) => entry.replace('\n', '=')),
  });
};

/** Names that differ between two states: of refs in full, of settings their keys. */
export const changedState = (
  before: RepositoryState,
  after: RepositoryState,
): { readonly refs: readonly string[]; readonly settings: readonly string[] } => {
  const names = new Set([...Object.keys(before.refs), ...Object.keys(after.refs)]);
  const [old, now] = [new Set(before.config), new Set(after.config)];
  const differing = [
    ...before.config.filter((each) => !now.has(each)),
    ...after.config.filter((each) => !old.has(each)),
  ];
  return {
    refs: [...names].filter((name) => before.refs[name] !== after.refs[name]).sort(),
    settings: [...new Set(differing.map((entry) => entry.slice(0, entry.indexOf('='))))].sort(),
  };
};

/** Whether a HEAD came to a commit since a time, in a checkout that is not below `outside`: somebody worked there. */
export const wasCheckedOut = (
  top: string,
  commit: string,
  { since, outside }: { readonly since: number; readonly outside: string },
): boolean =>
  headLogs(top, outside).some((log) =>
    readFileSync(log, 'utf8')
      .split('\n')
      .some((line) => line.includes(` ${commit} `) && timeIn(line) >= since),
  );

/** `<from> <to> <name> <mail> <seconds> <zone>\t<message>` */
const timeIn = (line: string): number => Number(/ (\d+) [+-]\d{4}(?:\t|$)/.exec(line)?.[1] ?? 0);

const headLogs = (top: string, outside: string): readonly string[] => {
  const common = repositoryOf(top)?.commonFolder;
  if (common === undefined) return [];
  const linked = join(common, 'worktrees');
  const others = existsSync(linked) ? readdirSync(linked).map((name) => join(linked, name)) : [];
  return [common, ...others.filter((folder) => !placeOf(folder).startsWith(outside))]
    .map((folder) => join(folder, 'logs', 'HEAD'))
    .filter((path) => existsSync(path));
};

/** Where a linked worktree is. */
const placeOf = (gitFolder: string): string => {
  try {
    return dirname(readFileSync(join(gitFolder, 'gitdir'), 'utf8').trim());
  } catch {
    // it is being removed this very moment
    return '';
  }
};

/** What the log of a ref says last, as `update-ref -m` writes it; empty where there is none. */
export const lastMove = async (top: string, ref: string): Promise<string> => {
  const said = await gitText(['reflog', '-1', '--format=%gs', ref], { cwd: top });
  return said.ok ? said.value : '';
};

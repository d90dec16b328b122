import { printableLine } from '../../engine/words/printable';
import { fail, ok, type Result } from '../../shared/result';
import type { UserError } from '../../shared/userError';
import { type GitVariables, git, gitText, refused } from './command';

/** Who commits, where that is not for git to know. */
export interface Identity {
  readonly name: string;
  readonly email: string;
}

/** The last lines of a message, by which programs find it: `Plan-Item: 2.1`. */
export type Trailers = Readonly<Record<string, string>>;

/** The full hash of what `name` is: a commit of a branch, tag or hash; undefined where there is no such commit. */
export const commitOf = async (top: string, name: string): Promise<Result<string | undefined, UserError>> => {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  const done = await git(args, { cwd: top });
  if (!done.ok) return done;
  return ok(done.value.code === 0 ? done.value.out.trim() : undefined);
};

/** The hash of the tree of a commit: equal for equal files. */
export const treeOf = (top: string, commit: string): Promise<Result<string, UserError>> =>
  gitText(['rev-parse', '--verify', '--end-of-options', `${commit}^{tree}`], { cwd: top });

/** Whether `descendant` holds `ancestor`; a commit holds itself. Fails where one of them is no commit. */
export const isAncestor = async (
  top: string,
  ancestor: string,
  descendant: string,
): Promise<Result<boolean, UserError>> => {
  const args = ['merge-base', '--is-ancestor', ancestor, descendant];
  const done = await git(args, { cwd: top });
  if (!done.ok) return done;
  return done.value.code <= 1 ? ok(done.value.code === 0) : fail(refused(args, done.value));
};

/** Those of the commits that `base` does not hold: the proof of a lineage is that there are none. */
export const missingIn = async (
  top: string,
  base: string,
  commits: readonly string[],
): Promise<Result<readonly string[], UserError>> => {
  const missing: string[] = [];
  for (const commit of commits) {
    const holds = await isAncestor(top, commit, base);
    if (!holds.ok) return holds;
    if (!holds.value) missing.push(commit);
  }
  return ok(missing);
};

/** A new commit of a tree; nothing points to it yet. Parents in their order; no hook runs. */
export const commitTree = (
  top: string,
  commit: {
    readonly tree: string;
    readonly parents: readonly string[];
    readonly message: string;
    readonly identity?: Identity | undefined;
    /** Where its objects go and come from, if that is not the repository alone. */
    readonly env?: GitVariables | undefined;
  },
): Promise<Result<string, UserError>> =>
  gitText(['commit-tree', commit.tree, ...commit.parents.flatMap((parent) => ['-p', parent])], {
    cwd: top,
    input: commit.message,
    env: { ...commit.env, ...identityVariables(commit.identity) },
  });

/** A message with its trailers, each on one line. */
export const messageWith = (subject: string, body: string, trailers: Trailers): string => {
  const lines = Object.entries(trailers).map(([name, value]) => `${name}: ${inOneLine(value)}`);
  return `${[inOneLine(subject), body.trim(), lines.join('\n')].filter((part) => part !== '').join('\n\n')}\n`;
};

/** Whether git knows who commits here. */
export const hasIdentity = async (top: string): Promise<boolean> => {
  const done = await git(['var', 'GIT_COMMITTER_IDENT'], { cwd: top });
  return done.ok && done.value.code === 0;
};

export const identityVariables = (identity: Identity | undefined): Readonly<Record<string, string>> =>
  identity
    ? {
        GIT_AUTHOR_NAME: identity.name,
        GIT_AUTHOR_EMAIL: identity.email,
        GIT_COMMITTER_NAME: identity.name,
        GIT_COMMITTER_EMAIL: identity.email,
      }
    : {};

const inOneLine = (text: string): string => printableLine(text).replace(/\s+/g, ' ').trim();

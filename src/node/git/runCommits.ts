import { ok, type Result } from '../../shared/result';
import type { UserError } from '../../shared/userError';
import { type GitVariables, gitText } from './command';

/** What a commit of a run says of itself by its trailers. */
export interface LandedCommit {
  readonly commit: string;
  readonly run: string;
  readonly item: string;
  /** Number of the attempt; 0 where it does not say. */
  readonly attempt: number;
  /** When it was made, in milliseconds since 1970, by the clock of whoever made it. */
  readonly t: number;
}

/** The trailer that names the plan. */
export const PLAN_TRAILER = 'Plan-Name';

const FIELD = '\u001f';
const RECORD = '\u001e';
const trailerOf = (trailer: string): string => `%(trailers:key=${trailer},valueonly,separator=)`;
const FORMAT = [
  '%H',
  '%ct',
  '%s',
  ...['Plan-Run', 'Plan-Item', PLAN_TRAILER, 'Plan-Attempt'].map(trailerOf),
  '%b',
];
const COMPLETE = /^\S+: Complete - /;
const REVERTS = /\bThis reverts commit ([\da-f]{7,64})\b/;

/**
 * The items of a plan that a branch, or a range of commits, holds by commits of runs, with the newest commit of each: `<id>: Complete - <title>` with
 * trailers, reachable and not taken back. A revert that was reverted counts for nothing.
 */
export const landedIn = async (
  top: string,
  branch: string,
  plan: string,
): Promise<Result<ReadonlyMap<string, LandedCommit>, UserError>> => {
  const said = await gitText(
    [
      'log',
      `--format=${FORMAT.join(FIELD)}${RECORD}`,
      '-E',
      '--grep=: Complete - |This reverts commit',
      branch,
      '--',
    ],
    { cwd: top },
  );
  if (!said.ok) return said;
  const reverted = new Set<string>();
  const found = new Map<string, LandedCommit>();
  // newest first, so a revert comes before what it takes back
  for (const record of said.value.split(RECORD)) {
    const [commit = '', seconds = '', subject = '', run = '', item = '', name = '', attempt = '', body = ''] =
      record.trimStart().split(FIELD);
    if (commit === '' || [...reverted].some((hash) => commit.startsWith(hash))) continue;
    const reverts = REVERTS.exec(body)?.[1];
    if (reverts !== undefined) reverted.add(reverts);
    const isOfPlan = COMPLETE.test(subject) && run !== '' && item !== '' && name === plan;
    if (isOfPlan && !found.has(item)) {
      const t = 1000 * Number(seconds);
      found.set(item, { commit, run, item, attempt: Number.parseInt(attempt, 10) || 0, t });
    }
  }
  return ok(found);
};

/** Files that differ between two commits, by path. */
export interface ChangedFiles {
  readonly created: readonly string[];
  /** Removed ones are among them. */
  readonly modified: readonly string[];
}

export const changedBetween = async (
  top: string,
  from: string,
  to: string,
  env: GitVariables = {},
): Promise<Result<ChangedFiles, UserError>> => {
  const said = await gitText(['diff', '--name-status', '--no-renames', '-z', from, to], { cwd: top, env });
  if (!said.ok) return said;
  const fields = said.value.split('\0');
  const created: string[] = [];
  const modified: string[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    (fields[at] === 'A' ? created : modified).push(fields[at + 1] ?? '');
  }
  return ok({ created, modified });
};

/** The commits behind one up to another, oldest first. */
export const commitsBetween = async (
  top: string,
  from: string,
  to: string,
): Promise<Result<readonly string[], UserError>> => {
  const said = await gitText(['rev-list', '--reverse', `${from}..${to}`], { cwd: top });
  return said.ok ? ok(said.value.split('\n').filter((line) => line !== '')) : said;
};

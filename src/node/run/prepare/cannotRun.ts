import { isAbsolute, relative, sep } from 'node:path';
import type { AnalysedPlan } from '../../../engine/model/analysis';
import type { Executor } from '../../../engine/run/executor/executor';
import type { RunItem } from '../../../engine/run/item';
import { orThrow } from '../../../shared/result';
import { pathOfUri } from '../../diskFiles';
import { git, gitText } from '../../git/command';
import { hasIdentity } from '../../git/commits';
import { pathInGit } from '../../git/repository';
import { executorProgram } from '../executorProgram';
import { stateOf } from '../identity';
import { readLock } from '../lock';
import { lockPath } from '../record/runFolder';

/** A plan that runs is not run a second time. */
export const runningRefusals = async (home: string, plan: string): Promise<readonly string[]> => {
  const holder = await readLock(lockPath(home, plan));
  if (!holder || (await stateOf(holder)) !== 'running') return [];
  return [
    `Run ${holder.run} of this plan is still running (process ${holder.pid}). Wait for its end, or stop it first.`,
  ];
};

/** Why nobody could say that work is right. */
export const reviewRefusals = (review: string | undefined, hasGates: boolean): readonly string[] => {
  if (hasGates || (review !== undefined && review !== 'gates')) return [];
  return [
    review === 'gates'
      ? 'The gates are to do the review, but there are none. Add "gates" to .parallel-plans/run.json.'
      : 'Nothing would prove the work. Add "gates" to .parallel-plans/run.json, or choose a --review: person, agent or none.',
  ];
};

/** What a run works on has to be in the commit that it begins from. */
export const commitRefusals = async (
  plan: AnalysedPlan,
  open: readonly RunItem[],
  top: string,
  base: string,
): Promise<readonly string[]> => {
  const achievements = open.flatMap(({ id }) => plan.byId.get(id) ?? []);
  const paths = [...new Set(achievements.flatMap(({ uri }) => pathOfUri(uri) ?? []))].map((path) =>
    pathInGit(top, path),
  );
  if (paths.length === 0) return [];
  const listed = orThrow(
    await gitText(['ls-tree', '-r', '--name-only', '-z', '--full-tree', base, '--', ...paths], { cwd: top }),
  );
  const there = new Set(listed.split('\0'));
  const missing = paths.filter((path) => !there.has(path));
  const changed = await changedOf(plan, paths, top);
  return [
    ...(missing.length > 0
      ? [
          `${missing.join(', ')} is not in commit ${base.slice(0, 12)}, where the run begins. Commit it first.`,
        ]
      : []),
    ...(changed.length > 0
      ? [`${changed.join(', ')} has uncommitted changes, which a run would not see. Commit them first.`]
      : []),
    ...((await hasIdentity(top)) ? [] : ['git does not know who commits. Set user.name and user.email.']),
  ];
};

/** Those of the documents that define work and dependencies which differ from what is committed. */
const changedOf = async (
  { parallel }: AnalysedPlan,
  paths: readonly string[],
  top: string,
): Promise<readonly string[]> => {
  const file = parallel && pathOfUri(parallel.uri);
  const all = file === undefined ? paths : [...paths, pathInGit(top, file)];
  const said = orThrow(
    await gitText(['status', '--porcelain', '-z', '--no-renames', '--untracked-files=no', '--', ...all], {
      cwd: top,
    }),
  );
  return said.split('\0').flatMap((entry) => (entry === '' ? [] : [entry.slice(3)]));
};

/** Programs that would have to be on the PATH and are not; one with a folder may come with a set-up. */
export const programRefusals = (
  executors: readonly (Executor | undefined)[],
  top: string,
): readonly string[] =>
  executors.flatMap((executor) => {
    const program = executor?.command[0] ?? '';
    if (!executor || /[\\/]/.test(program) || executorProgram(executor, top) !== null) return [];
    return [
      `There is no program ${program} on the PATH. ${executor.title} needs it. Install it, or choose another executor.`,
    ];
  });

/** Worktrees in a checkout would be work of that checkout, unless git ignores them. */
export const worktreeRefusals = async (top: string, worktrees: string): Promise<readonly string[]> => {
  const inTop = relative(top, worktrees);
  if (inTop === '..' || inTop.startsWith(`..${sep}`) || isAbsolute(inTop)) return [];
  const ignored =
    inTop !== '' && orThrow(await git(['check-ignore', '--quiet', '--', inTop], { cwd: top })).code === 0;
  return ignored
    ? []
    : [
        `The folder for worktrees, ${worktrees}, is in your checkout. Choose one outside, or one that git ignores ("worktrees" in run.json).`,
      ];
};

/**
 * Why nothing can land on a branch: git has no such names, or the person's own checkout has it, whose files would stay
 * behind the branch that moves.
 */
export const branchRefusals = async (top: string, branch: string): Promise<readonly string[]> => {
  const named = orThrow(await git(['check-ref-format', `refs/heads/${branch}`], { cwd: top }));
  if (named.code !== 0 || branch.startsWith('-'))
    return [`git takes no branch called ${branch}: change "branch" in run.json.`];
  const own = orThrow(await git(['symbolic-ref', '--quiet', 'HEAD'], { cwd: top }));
  return own.out.trim() === `refs/heads/${branch}`
    ? [
        `${branch} is checked out here, and landing would move it away from your files. Switch to another branch first, ` +
          'or let the run land on another one ("branch" in run.json).',
      ]
    : [];
};

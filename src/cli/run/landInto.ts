import { printableLine } from '../../engine/words/printable';
import { mergeInto, planMerge } from '../../node/git/mergeInto';
import { repositoryOf } from '../../node/git/repository';
import type { FoundRun } from '../../node/run/record/openRun';
import { counted } from '../../shared/counted';
import { orThrow } from '../../shared/result';
import { toJson } from '../../shared/toJson';
import { NothingToDo, UserError } from '../../shared/userError';
import type { Terminal } from '../terminal/terminal';
import { findRun } from './findRun';
import { ALL_LANDED, NOT_ALL_LANDED } from './options';
import { runsAt } from './runsAt';

export interface LandOptions {
  /** The last one of the plan where it is left out. */
  readonly run: string | undefined;
  /** The branch to merge into; it has to be checked out here. */
  readonly into: string;
  readonly yes: boolean;
  readonly format: 'text' | 'json';
}

/** `land --into`: merges what a run has landed into the branch that is checked out, once a person has seen the files. */
export const landInto = async (
  terminal: Terminal,
  path: string | undefined,
  { run, into, yes, format }: LandOptions,
): Promise<number> => {
  const { head, home } = run === undefined ? await lastRun(path) : await findRun(run);
  const top = repositoryOf(home)?.top ?? home;
  const planned = orThrow(await planMerge(top, head.branch));
  if (planned.into !== into) {
    throw new UserError(
      `${printableLine(into)} is not checked out here, but ${printableLine(planned.into)}. Switch to it first.`,
    );
  }
  const files = planned.files.map(({ path: file }) => file);
  const words = `${head.branch} into ${into}`;
  if (!yes) {
    for (const file of files) terminal.err(`  ${file}`);
    if (!terminal.interactive) {
      throw new UserError('Cannot ask for confirmation, because this is not a terminal. Add --yes to merge.');
    }
    if (!(await terminal.confirm(`Merge ${words}? It writes ${counted(files.length, 'file')}.`))) {
      terminal.err('Nothing was merged.');
      return NOT_ALL_LANDED;
    }
  }
  const commit = orThrow(await mergeInto(planned, `Merge ${head.branch} (run ${head.run})`));
  terminal.out(
    format === 'json'
      ? toJson({ run: head.run, branch: head.branch, into, commit, files })
      : printableLine(`Merged ${words}: ${counted(files.length, 'file')}, commit ${commit.slice(0, 12)}.`),
  );
  return ALL_LANDED;
};

const lastRun = async (path: string | undefined): Promise<FoundRun> => {
  const last = (await runsAt(path)).at(-1);
  if (!last) throw new NothingToDo('No run was started here.');
  return last;
};

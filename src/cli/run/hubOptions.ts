import { Option } from 'commander';
import { printableLine } from '../../engine/words/printable';
import { UserError } from '../../shared/userError';

/** What all commands that work for a hub say of it. */
export const hubOption = (): Option =>
  new Option(
    '--hub <remote>',
    'the repository that all machines of the run reach: a remote, a URL or a path',
  );

/** The name of a run on a hub, which others choose; fails where nobody has said it, or git has no such branches. */
export const runOnHub = (run: string | undefined): string => {
  if (run === undefined) throw new UserError('Name the run with --run: on a hub, no run is the last one.');
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u.test(run) && !/\.\.|\.$|\.lock$/.test(run)) return run;
  throw new UserError(`A run cannot be called ${printableLine(run)}: use letters, digits, dots and dashes.`);
};

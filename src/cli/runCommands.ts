import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import type { Work } from './terminal/commandParts';
import { exitCodeOfError, WRONG_USAGE } from './terminal/errorCode';
import type { Terminal } from './terminal/terminal';
import type { OpenWorkspace, Workspace } from './workspace/workspace';

/** Adds commands to the program. */
type AddCommands<W extends Workspace> = (
  program: Command,
  terminal: Terminal,
  work: Work<W>,
  /** For commands that open no plans. */
  exitWith: (code: number) => void,
) => void;

/**
 * Runs the commands that `add` adds. Resolves with the exit code: 0 fine, 1 findings of severity error or nothing could be
 * done, 2 wrong usage. Never rejects for what a person did; a bug shows its stack on standard error.
 */
export const runCommands = async <W extends Workspace>(
  args: readonly string[],
  terminal: Terminal,
  open: OpenWorkspace<W>,
  add: AddCommands<W>,
): Promise<number> => {
  let exitCode = 0;
  const work: Work<W> = async (paths, job) => {
    const workspace = await open(paths, { includeIgnored: program.opts().includeIgnored === true });
    try {
      exitCode = await job(workspace);
    } finally {
      workspace.dispose();
    }
  };
  const program = createProgram(terminal);
  add(program, terminal, work, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    return exitCodeOfError(terminal, error);
  }
};

const createProgram = (terminal: Terminal): Command =>
  new Command('parallel-plans')
    .description('Reads PLAN documents and says what is done, what may run together and what is wrong.')
    .version(version)
    .option('--include-ignored', 'read vendored folders, linked worktrees and PRPs that git ignores too')
    .exitOverride()
    .showHelpAfterError('(add --help for the options)')
    .configureOutput({
      writeOut: (text) => terminal.out(text.trimEnd()),
      writeErr: (text) => terminal.err(text.trimEnd()),
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
    })
    .addHelpText(
      'after',
      '\nExit code: 0 fine, 1 errors were found or nothing could be done, 2 wrong usage.',
    );

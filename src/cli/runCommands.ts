import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import type { CliCommand } from './terminal/cliCommand';
import type { Work } from './terminal/commandParts';
import { exitCodeOfError, WRONG_USAGE } from './terminal/errorCode';
import type { Terminal } from './terminal/terminal';
import type { OpenWorkspace, Workspace } from './workspace/workspace';

/** What a command line is made of. */
interface CommandLine<W extends Workspace> {
  readonly terminal: Terminal;
  readonly open: OpenWorkspace<W>;
  readonly commands: readonly CliCommand<W>[];
}

/**
 * Runs one of the commands. Resolves with the exit code: 0 fine, 1 findings of severity error or nothing could be done,
 * 2 wrong usage. Never rejects for what a person did; a bug shows its stack on standard error.
 */
export const runCommands = async <W extends Workspace>(
  args: readonly string[],
  { terminal, open, commands }: CommandLine<W>,
): Promise<number> => {
  let exitCode = 0;
  const exitWith = (code: number): void => {
    exitCode = code;
  };
  const work: Work<W> = async (paths, job) => {
    const workspace = await open(paths, { includeIgnored: program.opts().includeIgnored === true });
    try {
      exitCode = await job(workspace);
    } finally {
      workspace.dispose();
    }
  };
  const program = createProgram(terminal);
  for (const { name, define } of commands) {
    define(program.command(name), { terminal, work, open, exitWith });
  }
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
    .description(
      'Reads PLAN documents and shows which work is done, which work can run in parallel, and which problems there are.',
    )
    .version(version)
    .option('--include-ignored', 'also read vendored folders, linked worktrees and PRPs that git ignores')
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

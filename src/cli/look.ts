import { lookingCommands } from './lookingCommands';
import { runCommands } from './runCommands';
import { loggerTo } from './terminal/logger';
import { processTerminal } from './terminal/terminal';
import { openWorkspace } from './workspace/openWorkspace';

/** The names of the commands in this bundle; the build gives them to `main.ts`. */
export const names: readonly string[] = lookingCommands.map(({ name }) => name);

/** The command line for commands that only look; answers as {@link runCommands} does. */
export const main = (args: readonly string[]): Promise<number> => {
  const terminal = processTerminal();
  return runCommands(args, {
    terminal,
    open: (paths, options) => openWorkspace(paths, loggerTo(terminal), options),
    commands: lookingCommands,
  });
};

import { addLooking } from './lookingCommands';
import { runCommands } from './runCommands';
import { loggerTo } from './terminal/logger';
import { processTerminal } from './terminal/terminal';
import { openWorkspace } from './workspace/openWorkspace';

/** The command line for commands that only look; answers as {@link runCommands} does. */
export const main = (args: readonly string[]): Promise<number> => {
  const terminal = processTerminal();
  return runCommands(
    args,
    terminal,
    (paths, options) => openWorkspace(paths, loggerTo(terminal), options),
    addLooking,
  );
};

import { loggerTo } from './logger';
import { addLooking } from './lookingCommands';
import { openWorkspace } from './openWorkspace';
import { runCommands } from './runCommands';
import { processTerminal } from './terminal';

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

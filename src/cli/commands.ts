import { run } from './program';
import { loggerTo } from './terminal/logger';
import { processTerminal } from './terminal/terminal';
import { openMakingWorkspace } from './workspace/openMakingWorkspace';

/** The command line with all commands; answers as {@link run} does. */
export const main = (args: readonly string[]): Promise<number> => {
  const terminal = processTerminal();
  return run(args, terminal, (paths, options) => openMakingWorkspace(paths, loggerTo(terminal), options));
};

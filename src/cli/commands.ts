import { loggerTo } from './logger';
import { openMakingWorkspace } from './openMakingWorkspace';
import { run } from './program';
import { processTerminal } from './terminal';

/** The command line with all commands; answers as {@link run} does. */
export const main = (args: readonly string[]): Promise<number> => {
  const terminal = processTerminal();
  return run(args, terminal, (paths, options) => openMakingWorkspace(paths, loggerTo(terminal), options));
};

import { createCommand } from './create/createCommand';
import { promptCommand } from './create/promptCommand';
import { undoCommand } from './create/undoCommand';
import { lookingCommands } from './lookingCommands';
import { lspCommand } from './lspCommand';
import { parallelCommand } from './parallel/parallelCommand';
import { exportCommand } from './run/exportCommand';
import { importCommand, runItemCommand } from './run/hubCommands';
import { landCommand } from './run/landCommand';
import { approveCommand, fixCommand } from './run/reviewingCommands';
import { runCommand } from './run/runCommand';
import { resumeCommand, retryCommand, stopCommand } from './run/steeringCommands';
import { attachCommand, logCommand, runsCommand } from './run/watchingCommands';
import { runCommands } from './runCommands';
import { scheduleCommand } from './schedule/scheduleCommand';
import type { CliCommand } from './terminal/cliCommand';
import type { Terminal } from './terminal/terminal';
import type { MakingWorkspace, OpenWorkspace } from './workspace/workspace';

/** Every command, in the order of the help. */
const allCommands: readonly CliCommand<MakingWorkspace>[] = [
  ...lookingCommands,
  scheduleCommand,
  createCommand,
  promptCommand,
  parallelCommand,
  undoCommand,
  lspCommand,
  runCommand,
  runsCommand,
  attachCommand,
  logCommand,
  stopCommand,
  retryCommand,
  resumeCommand,
  landCommand,
  exportCommand,
  runItemCommand,
  importCommand,
  approveCommand,
  fixCommand,
];

/** Runs the command line with all of its commands; answers as {@link runCommands} does. */
export const run = (
  args: readonly string[],
  terminal: Terminal,
  open: OpenWorkspace<MakingWorkspace>,
): Promise<number> => runCommands(args, { terminal, open, commands: allCommands });

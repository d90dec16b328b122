import { dashboardCommand } from './across/dashboardCommand';
import { tiersCommand } from './across/tiersCommand';
import { checkCommand } from './check/checkCommand';
import { graphCommand } from './graph/graphCommand';
import { explainCommand } from './status/explainCommand';
import { levelsCommand } from './status/levelsCommand';
import { nextCommand } from './status/nextCommand';
import { statusCommand } from './status/statusCommand';
import type { CliCommand } from './terminal/cliCommand';
import { complianceCommand } from './validate/complianceCommand';
import type { Workspace } from './workspace/workspace';

/** The commands that only look, in the order of the help. Their bundle holds nothing that only other commands need. */
export const lookingCommands: readonly CliCommand<Workspace>[] = [
  statusCommand,
  nextCommand,
  checkCommand,
  levelsCommand,
  tiersCommand,
  dashboardCommand,
  explainCommand,
  complianceCommand,
  graphCommand,
];

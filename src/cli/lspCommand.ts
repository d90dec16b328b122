import type { CliCommand } from './terminal/cliCommand';
import { loggerTo } from './terminal/logger';
import type { Workspace } from './workspace/workspace';

/** The language server, which is in a bundle of its own. */
export const lspCommand: CliCommand<Workspace> = {
  name: 'lsp',
  define: (command, { terminal }) =>
    command
      .description('a language server for editors, on standard input and output')
      .option('--stdio', 'accepted because editors add it; there is no other way to connect')
      .action(async () => (await import('./lsp')).serve(loggerTo(terminal))),
};

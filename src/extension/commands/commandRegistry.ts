import { commands as editor, type LogOutputChannel, window } from 'vscode';
import { RefusedEdit } from '../../engine/edit/guard/refused';
import type { Logger } from '../../engine/files';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import { messageOf, UserError } from '../../shared/userError';
import { fromGraphMenu } from '../graph/panel/menuTarget';

/** A command: arguments come from menus (tree nodes), lenses (URIs and ids) or not at all (palette). */
export type Command = (...args: readonly unknown[]) => Promise<void>;

/** Registers every command as `parallelPlans.<name>`; a failure becomes a message and, if a bug, a log entry. */
export type RegisterCommands = (commands: Readonly<Record<string, Command>>) => Disposable;

export const commandRegistry = (log: Pick<LogOutputChannel, 'show'>, logger: Logger): RegisterCommands => {
  const report = async (name: string, error: unknown): Promise<void> => {
    if (error instanceof UserError) {
      if (error instanceof RefusedEdit) logger.warn(`${name}: ${error.message}`);
      void window.showErrorMessage(error.message);
      return;
    }
    logger.error(`${name} failed`, error);
    const show = 'Show output';
    const answer = await window.showErrorMessage(`Plans: ${messageOf(error)}`, show);
    if (answer === show) log.show();
  };
  return (commands) => {
    const store = new DisposableStore();
    for (const [key, command] of Object.entries(commands)) {
      const name = `parallelPlans.${key}`;
      store.add(
        editor.registerCommand(name, async (...args: readonly unknown[]) => {
          try {
            await command(...fromGraphMenu(args));
          } catch (error) {
            await report(name, error);
          }
        }),
      );
    }
    return store;
  };
};

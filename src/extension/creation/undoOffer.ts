import { commands, StatusBarAlignment, type StatusBarItem, window, workspace } from 'vscode';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import type { MadeBatch } from './flow';

/** Something was created in this workspace; a step of the walkthrough waits for it. */
const CONTEXT = 'parallelPlans.hasCreated';

/**
 * Keeps the way back in sight when the message about a batch is gone: an item in the status bar, until the batch is
 * taken back, another one is made, or every file of it was edited or removed.
 */
export class UndoOffer implements Disposable {
  readonly #store = new DisposableStore();
  readonly #item: StatusBarItem;
  #name = '';
  #untouched = new Set<string>();

  constructor() {
    this.#item = this.#store.add(
      window.createStatusBarItem('parallelPlans.undo', StatusBarAlignment.Left, -10),
    );
    this.#item.name = 'Undo Last Batch';
    this.#store.add(workspace.onDidSaveTextDocument(({ uri }) => this.#touched(uri.toString())));
    this.#store.add(
      workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files) this.#touched(uri.toString());
      }),
    );
  }

  make({ name, what, planName, files }: MadeBatch): void {
    void commands.executeCommand('setContext', CONTEXT, true);
    this.#name = name;
    this.#untouched = new Set(files);
    this.#item.text = `$(discard) Undo ${what}`;
    this.#item.tooltip = `Removes the ${what} created for ${planName}, except what was edited since`;
    this.#item.accessibilityInformation = {
      label: `Undo ${what}, ${planName}`,
      role: 'button',
    };
    this.#item.command = {
      command: 'parallelPlans.undoLastBatch',
      title: 'Undo Last Batch',
      arguments: [name],
    };
    this.#item.show();
  }

  /** There is no such batch any more; without a name: there is none at all. */
  withdraw(name?: string): void {
    if (name === undefined || name === this.#name) this.#item.hide();
  }

  #touched(uri: string): void {
    if (this.#untouched.delete(uri) && this.#untouched.size === 0) this.withdraw();
  }

  dispose(): void {
    this.#store.dispose();
  }
}

import { commands, EventEmitter, type Memento } from 'vscode';
import type { Disposable } from '../../shared/dispose';

/** Where the choice is kept, for each workspace. */
const KEY = 'tree.showsFinished';
/** What the menu of the view asks for. */
const CONTEXT = 'parallelPlans.hidesFinished';

/** Whether the tree shows plans that are over; they are shown until a person hides them. */
export class FinishedPlans implements Disposable {
  readonly #state: Memento;
  readonly #changes = new EventEmitter<void>();
  readonly onDidChange = this.#changes.event;

  constructor(state: Memento) {
    this.#state = state;
    this.#tellMenu();
  }

  get areShown(): boolean {
    return this.#state.get(KEY, true);
  }

  async show(shown: boolean): Promise<void> {
    await this.#state.update(KEY, shown);
    this.#tellMenu();
    this.#changes.fire();
  }

  #tellMenu(): void {
    void commands.executeCommand('setContext', CONTEXT, !this.areShown);
  }

  dispose(): void {
    this.#changes.dispose();
  }
}

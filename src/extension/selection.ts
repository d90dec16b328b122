import type { Disposable } from '../shared/dispose';
import { Emitter, type Event } from '../shared/event';

/** What somebody looks at. */
export interface Selected {
  readonly planUri: string;
  /** Undefined where it is no achievement of the plan. */
  readonly id: string | undefined;
  /** The SUBPLAN, EXECUTION_TASK or feedback file of the achievement, where it is one of these. */
  readonly file: string | undefined;
}

/** Where somebody chose it. */
export type SelectionSource = 'editor' | 'tree' | 'graph';

export interface SelectionChange {
  readonly selected: Selected;
  readonly from: SelectionSource;
}

/**
 * The one selection that editors, tree and graphs share: each tells what a person chooses in it, and follows what was
 * chosen in the others. A view ignores what it already shows, so updates cannot loop.
 */
export class Selection implements Disposable {
  readonly #changes: Emitter<SelectionChange>;
  #current: Selected | undefined;
  #from: SelectionSource | undefined;

  constructor(onError: (error: unknown) => void) {
    this.#changes = new Emitter(onError);
  }

  get onDidChange(): Event<SelectionChange> {
    return this.#changes.event;
  }

  /** Undefined until something is chosen. */
  get current(): Selected | undefined {
    return this.#current;
  }

  /** Where something was chosen last, be it what was selected already. */
  get from(): SelectionSource | undefined {
    return this.#from;
  }

  select(selected: Selected, from: SelectionSource): void {
    this.#from = from;
    const { planUri, id, file } = this.#current ?? {};
    if (selected.planUri === planUri && selected.id === id && selected.file === file) return;
    this.#current = selected;
    this.#changes.fire({ selected, from });
  }

  dispose(): void {
    this.#changes.dispose();
  }
}

import type { Engine, Snapshot } from '../engine/engine';
import type { Logger } from '../engine/files';
import type { Disposable } from '../shared/dispose';
import { Emitter } from '../shared/event';
import type { Runtime } from './startRuntime';

/** The one engine of the extension, started on first demand; every view hears of its snapshots here. */
export class EngineHost implements Disposable {
  readonly #start: () => Promise<Runtime>;
  readonly #changes: Emitter<Snapshot>;
  #runtime: Promise<Runtime> | undefined;
  #snapshot: Snapshot | undefined;

  constructor(start: () => Promise<Runtime>, logger: Logger) {
    this.#start = start;
    this.#changes = new Emitter((error) => logger.error('A view could not follow a change', error));
  }

  /** Fires with the first snapshot and after each that differs from the one before. */
  get onDidChange(): Emitter<Snapshot>['event'] {
    return this.#changes.event;
  }

  /** The last snapshot; undefined until the workspace was read for the first time. */
  get snapshot(): Snapshot | undefined {
    return this.#snapshot;
  }

  /** Loads and starts the engine when nobody did yet; resolves when the workspace was read. */
  async engine(): Promise<Engine> {
    return (await this.runtime()).engine;
  }

  runtime(): Promise<Runtime> {
    this.#runtime ??= this.#launch().catch((error: unknown) => {
      // the next demand tries again
      this.#runtime = undefined;
      throw error;
    });
    return this.#runtime;
  }

  /** The snapshot, as soon as there is one. */
  async current(): Promise<Snapshot> {
    return (await this.engine()).snapshot;
  }

  dispose(): void {
    this.#changes.dispose();
  }

  /** Stops the language server and the engine; resolves when both are gone. */
  async stop(): Promise<void> {
    const runtime = await this.#runtime?.catch(() => undefined);
    await runtime?.stop();
  }

  async #launch(): Promise<Runtime> {
    const runtime = await this.#start();
    runtime.engine.onDidChange((snapshot) => this.#take(snapshot));
    this.#take(runtime.engine.snapshot);
    return runtime;
  }

  #take(snapshot: Snapshot): void {
    this.#snapshot = snapshot;
    this.#changes.fire(snapshot);
  }
}

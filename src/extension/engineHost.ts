import type { Engine } from '../engine/engine';
import type { Logger } from '../engine/files';
import type { Snapshot } from '../engine/snapshot';
import type { Disposable } from '../shared/dispose';
import { Emitter } from '../shared/event';
import type { Runtime } from './platform';

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

  /** The last snapshot; undefined until the first plans were read. It may not be complete yet. */
  get snapshot(): Snapshot | undefined {
    return this.#snapshot;
  }

  /** Loads and starts the engine when nobody did yet; resolves when the workspace was read. */
  async engine(): Promise<Engine> {
    const { engine, isRead } = await this.runtime();
    await isRead;
    return engine;
  }

  /** The engine as soon as it reads; its snapshot may not be complete yet. */

  runtime(): Promise<Runtime> {
    this.#runtime ??= this.#launch().catch((error: unknown) => {
      // the next demand tries again
      this.#runtime = undefined;
      throw error;
    });
    return this.#runtime;
  }

  /** Resolves when there is something to show: the first plans of a large workspace, or that there are none. */
  async hasSnapshot(): Promise<void> {
    const { isRead } = await this.runtime();
    if (this.#snapshot) return;
    await new Promise<void>((resolve, reject) => {
      const first = this.#changes.event(() => {
        first.dispose();
        resolve();
      });
      isRead.catch(reject);
    });
  }

  /** The snapshot of the whole workspace, as soon as there is one. */
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
    return runtime;
  }

  #take(snapshot: Snapshot): void {
    this.#snapshot = snapshot;
    this.#changes.fire(snapshot);
  }
}

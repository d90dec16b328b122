import type { Disposable } from '../../../shared/dispose';

/** Something that works elsewhere and may end at any time. */
export interface Worker {
  isRunning(): boolean;
  stop(): void;
}

export interface JobQueueOptions<W> {
  readonly start: () => Promise<W>;
  /** Calls back once the worker has had nothing to do for long enough; dispose the result to have it not called. */
  readonly rest: (isOver: () => void) => Disposable;
}

interface Job<W> {
  run(worker: W): Promise<void>;
  readonly isWanted: () => boolean;
  readonly fail: (error: unknown) => void;
}

/** Nobody waited for a job any more when it was dropped. */
export class Dropped extends Error {
  override readonly name = 'Dropped';
}

/**
 * Has jobs done one after the other by a worker that is started with the first of them, stays for a while and is
 * started again when it has ended. What nobody wants any more is not begun; when it runs already, it is ended
 * together with its worker as soon as something else waits.
 */
export class JobQueue<W extends Worker> implements Disposable {
  readonly #options: JobQueueOptions<W>;
  #waiting: readonly Job<W>[] = [];
  #running: Job<W> | undefined;
  /** The running job, once it was given up. */
  #ended: Job<W> | undefined;
  #worker: Promise<W> | undefined;
  #resting: Disposable | undefined;
  #isOver = false;

  constructor(options: JobQueueOptions<W>) {
    this.#options = options;
  }

  /** Gives what `run` gives; rejects with {@link Dropped}, or with what the worker ended with in the middle of it. */
  add<T>(run: (worker: W) => Promise<T>, isWanted: () => boolean): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#isOver) return reject(new Dropped());
      const job: Job<W> = {
        run: async (worker) => resolve(await run(worker)),
        isWanted,
        fail: reject,
      };
      this.#waiting = [...this.#waiting, job];
      this.tidy();
      if (!this.#running) void this.#work();
    });
  }

  /** Call when something is no longer wanted. */
  tidy(): void {
    this.#keep(({ isWanted }) => isWanted());
    if (this.#waiting.length > 0 && this.#running?.isWanted() === false) this.#end();
  }

  dispose(): void {
    this.#isOver = true;
    this.#keep(() => false);
    this.#end();
  }

  #keep(isKept: (job: Job<W>) => boolean): void {
    const unwanted = this.#waiting.filter((job) => !isKept(job));
    this.#waiting = this.#waiting.filter(isKept);
    for (const { fail } of unwanted) fail(new Dropped());
  }

  #end(): void {
    this.#ended = this.#running;
    this.#stop();
  }

  async #work(): Promise<void> {
    this.#resting?.dispose();
    for (let job = this.#take(); job; job = this.#take()) await this.#do(job);
    if (this.#worker) this.#resting = this.#options.rest(() => this.#stop());
  }

  #take(): Job<W> | undefined {
    const [job, ...rest] = this.#waiting;
    this.#waiting = rest;
    this.#running = job;
    return job;
  }

  async #do(job: Job<W>): Promise<void> {
    const starting = this.#worker ?? this.#options.start();
    this.#worker = starting;
    let worker: W | undefined;
    try {
      worker = await starting;
      await job.run(worker);
    } catch (error) {
      job.fail(this.#ended === job ? new Dropped() : error);
    }
    // what has ended is replaced with the next job
    if (!worker?.isRunning() && this.#worker === starting) this.#worker = undefined;
  }

  #stop(): void {
    this.#resting?.dispose();
    const worker = this.#worker;
    this.#worker = undefined;
    worker?.then(
      (started) => started.stop(),
      () => undefined,
    );
  }
}

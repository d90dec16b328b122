import type { Raster, RasterParts } from '../../../raster/raster';
import type { Disposable } from '../../../shared/dispose';
import { Dropped, JobQueue, type JobQueueOptions, type Worker } from './jobQueue';

/** Lays out and draws, one thing at a time; where that is possible not in this process's own thread. */
export interface LayoutWorker extends Worker {
  /** From the text of a structure to the layout as JSON. */
  layout(structure: string): Promise<string>;
  /** From DOT to a picture; undefined when graphviz gives up. */
  svg(dot: string): Promise<string | undefined>;
  /** From an SVG to a PNG. */
  png(svg: string, parts: RasterParts): Promise<Raster>;
}

/** How long the worker stays when it has nothing to do, in milliseconds. */
const REST = 60_000;

interface Known {
  readonly layout: Promise<string>;
  /** Who waits for it. */
  readonly waiting: Set<AbortSignal>;
}

/** Layouts that are kept: some graphs, each with what it was before a few changes. */
const MOST_KEPT = 12;

/**
 * The layouts of all graphs. What was laid out lately is there at once, whichever graph asks for it; what several ask
 * for is laid out once; and what nobody waits for any more makes room for what somebody does.
 */
export class Layouts implements Disposable {
  readonly #queue: JobQueue<LayoutWorker>;
  /** By structure, the one asked for last at the end. */
  readonly #known = new Map<string, Known>();
  #isOver = false;

  constructor(options: JobQueueOptions<LayoutWorker>) {
    this.#queue = new JobQueue(options);
  }

  /**
   * The layout of a structure as JSON.
   * @param signal says that the caller does not wait for it any more; whether the layout comes then is open
   */
  async layout(structure: string, signal: AbortSignal): Promise<string> {
    const known = this.#known.get(structure) ?? this.#begin(structure, signal);
    this.#keep(structure, known);
    known.waiting.add(signal);
    const leave = (): void => {
      known.waiting.delete(signal);
      this.#queue.tidy();
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await known.layout;
    } catch (error) {
      // it was dropped in the very moment in which it became wanted again
      if (error instanceof Dropped && !signal.aborted && !this.#isOver) return this.layout(structure, signal);
      throw error;
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  /** The picture of a graph in DOT, as SVG; undefined when graphviz gives up. */
  svg(dot: string): Promise<string | undefined> {
    return this.#queue.add(
      (worker) => worker.svg(dot),
      () => true,
    );
  }

  /** An SVG as a PNG. */
  png(svg: string, parts: RasterParts): Promise<Raster> {
    return this.#queue.add(
      (worker) => worker.png(svg, parts),
      () => true,
    );
  }

  dispose(): void {
    this.#isOver = true;
    this.#known.clear();
    this.#queue.dispose();
  }

  #begin(structure: string, signal: AbortSignal): Known {
    const waiting = new Set([signal]);
    const layout = this.#queue.add(
      (worker) => worker.layout(structure),
      () => waiting.size > 0,
    );
    const known = { layout, waiting };
    layout.catch(() => {
      if (this.#known.get(structure) === known) this.#known.delete(structure);
    });
    return known;
  }

  #keep(structure: string, known: Known): void {
    this.#known.delete(structure);
    this.#known.set(structure, known);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST_KEPT) break;
      this.#known.delete(oldest);
    }
  }
}

/** Layouts by what is started with the first graph. */
export const createLayouts = (start: () => Promise<LayoutWorker>): Layouts =>
  new Layouts({
    start,
    rest: (isOver) => {
      const timer = setTimeout(isOver, REST);
      return { dispose: () => clearTimeout(timer) };
    },
  });

import type { Assignment, Tasks } from './assignment';

/** More nodes than these are not searched through. */
export const MOST_EXACT = 8;

/** A node as it was appended to what its executor does. */
interface Step {
  readonly node: number;
  readonly executor: number;
  readonly start: number;
}

export interface ExactOptions {
  readonly executors: number;
  /** How many of them have names, the first by number. */
  readonly named: number;
  /** Per node the longest chain of work from its start to the end. */
  readonly tails: Float64Array;
  /** A schedule found already; it is the answer where none is shorter. */
  readonly known: Assignment;
  /** No schedule is shorter than this. */
  readonly bound: number;
}

/**
 * A shortest schedule of at most {@link MOST_EXACT} nodes, by branch and bound. Nodes are appended to what the executors
 * do in the order of their starts; so whoever has no name and is free by then is as good as any other, and the first
 * to be free stands for all. A state that was met before leads nowhere new.
 */
export const exactSchedule = (tasks: Tasks, options: ExactOptions): Assignment => {
  const search = new Search(tasks, options);
  search.goOn(0);
  return search.best ? assignmentOf(search.best, search.makespan) : options.known;
};

class Search {
  best: readonly Step[] | undefined;
  makespan: number;
  readonly #tasks: Tasks;
  readonly #options: ExactOptions;
  /** When each node ends; NaN while it is not placed. */
  readonly #ends: Float64Array;
  readonly #freeFrom: Float64Array;
  readonly #taken: Step[] = [];
  /** By state, the earliest time from which the search has gone on. */
  readonly #met = new Map<string, number>();

  constructor(tasks: Tasks, options: ExactOptions) {
    this.#tasks = tasks;
    this.#options = options;
    this.makespan = options.known.makespan;
    this.#ends = new Float64Array(tasks.graph.nodeCount).fill(Number.NaN);
    this.#freeFrom = new Float64Array(options.executors);
  }

  /** Tries every next node that starts at `earliest` or later. Calls itself, at most {@link MOST_EXACT} deep. */
  goOn(earliest: number): void {
    const { nodeCount } = this.#tasks.graph;
    if (this.#taken.length === nodeCount) {
      // it was only followed as long as it was shorter
      this.best = [...this.#taken];
      this.makespan = Math.max(0, ...this.#freeFrom);
      return;
    }
    if (!this.#canBeShorter(earliest) || this.#wasMet(earliest)) return;
    for (let node = 0; node < nodeCount; node++) {
      const ready = this.#readyAt(node);
      if (!Number.isNaN(this.#ends[node]) || Number.isNaN(ready)) continue;
      for (const executor of this.#candidatesFor(node)) {
        const start = Math.max(ready, this.#freeFrom[executor] as number);
        if (start >= earliest) this.#follow({ node, executor, start });
      }
    }
  }

  #follow(step: Step): void {
    const { node, executor, start } = step;
    const { tails, bound } = this.#options;
    const before = this.#freeFrom[executor] as number;
    if (this.makespan <= bound || start + (tails[node] as number) >= this.makespan) return;
    const end = start + (this.#tasks.durations[node] as number);
    this.#ends[node] = end;
    this.#freeFrom[executor] = end;
    this.#taken.push(step);
    this.goOn(start);
    this.#taken.pop();
    this.#freeFrom[executor] = before;
    this.#ends[node] = Number.NaN;
  }

  /** When everything the node depends on has ended; NaN while some of it is not placed. */
  #readyAt(node: number): number {
    const { starts, targets } = this.#tasks.graph.dependencies;
    let time = 0;
    for (let edge = starts[node] as number; edge < (starts[node + 1] as number); edge++) {
      time = Math.max(time, this.#ends[targets[edge] as number] as number);
    }
    return time;
  }

  /** Its own executor; else every one with a name, and the first of the others to be free. */
  #candidatesFor(node: number): readonly number[] {
    const { executors, named } = this.#options;
    const own = this.#tasks.executorOf[node] as number;
    if (own !== -1) return [own];
    const some = Array.from({ length: named }, (_, executor) => executor);
    if (named === executors) return some;
    let first = named;
    for (let executor = named + 1; executor < executors; executor++) {
      if ((this.#freeFrom[executor] as number) < (this.#freeFrom[first] as number)) first = executor;
    }
    return [first, ...some];
  }

  /** Whether what is left fits in before the shortest makespan so far. */
  #canBeShorter(earliest: number): boolean {
    const busyUntil = this.#freeFrom.map((time) => Math.max(time, earliest));
    let work = busyUntil.reduce((sum, time) => sum + time, 0);
    this.#ends.forEach((end, node) => {
      if (!Number.isNaN(end)) return;
      const duration = this.#tasks.durations[node] as number;
      const own = this.#tasks.executorOf[node] as number;
      work += duration;
      if (own !== -1) busyUntil[own] = (busyUntil[own] as number) + duration;
    });
    return work < this.makespan * busyUntil.length && busyUntil.every((time) => time < this.makespan);
  }

  /** A state is what is placed, when executors are free, and the ends that may still hold something up. */
  #wasMet(earliest: number): boolean {
    const { named } = this.#options;
    const soonest = Math.min(...this.#freeFrom);
    const ends = Array.from(this.#ends, (end, node) => {
      if (Number.isNaN(end)) return '';
      return this.#isAwaited(node) ? Math.max(end, soonest) : 0;
    });
    const others = this.#freeFrom.slice(named).sort();
    const state = `${ends.join()} ${this.#freeFrom.slice(0, named).join()} ${others.join()}`;
    const before = this.#met.get(state);
    if (before !== undefined && before <= earliest) return true;
    this.#met.set(state, earliest);
    return false;
  }

  /** Whether something that depends on the node is not placed. */
  #isAwaited(node: number): boolean {
    const { starts, targets } = this.#tasks.graph.dependents;
    const dependents = targets.subarray(starts[node] as number, starts[node + 1] as number);
    return dependents.some((dependent) => Number.isNaN(this.#ends[dependent]));
  }
}

const assignmentOf = (steps: readonly Step[], makespan: number): Assignment => {
  const executorOf = new Int32Array(steps.length);
  const starts = new Float64Array(steps.length);
  for (const { node, executor, start } of steps) {
    executorOf[node] = executor;
    starts[node] = start;
  }
  return { executorOf, starts, order: Int32Array.from(steps, ({ node }) => node), makespan };
};

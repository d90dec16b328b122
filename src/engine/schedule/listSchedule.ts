import type { Assignment, Tasks } from './assignment';
import { NodeHeap } from './nodeHeap';

const NOBODY: readonly number[] = [];

/** The state of executors and nodes while time goes on. */
class Run {
  readonly executorOf: Int32Array;
  readonly starts: Float64Array;
  readonly order: Int32Array;
  started = 0;
  makespan = 0;
  readonly #tasks: Tasks;
  readonly #ends: Float64Array;
  readonly #waiting: Int32Array;
  /** Nodes that anybody can start now. */
  readonly #ready: NodeHeap;
  /** Nodes that one executor has to do and can start now, by executor. */
  readonly #own: readonly NodeHeap[];
  /** Nodes that several have to do together and can start now, the most urgent first. */
  readonly #together: number[] = [];
  readonly #priorities: Float64Array;
  readonly #running: NodeHeap;
  /** Free executors without a name, lowest number first. */
  readonly #free: NodeHeap;
  readonly #isBusy: Uint8Array;

  constructor(tasks: Tasks, priorities: Float64Array, executors: number, named: number) {
    const { nodeCount, dependencies } = tasks.graph;
    this.#tasks = tasks;
    this.#priorities = priorities;
    this.executorOf = new Int32Array(nodeCount);
    this.starts = new Float64Array(nodeCount);
    this.order = new Int32Array(nodeCount);
    this.#ends = new Float64Array(nodeCount);
    this.#waiting = Int32Array.from(
      { length: nodeCount },
      (_, node) => (dependencies.starts[node + 1] as number) - (dependencies.starts[node] as number),
    );
    this.#ready = new NodeHeap(priorities);
    this.#own = Array.from({ length: named }, () => new NodeHeap(priorities));
    this.#running = new NodeHeap(this.#ends);
    this.#isBusy = new Uint8Array(executors);
    this.#free = new NodeHeap(new Float64Array(executors));
    for (let executor = named; executor < executors; executor++) this.#free.push(executor);
    this.#waiting.forEach((count, node) => {
      if (count === 0) this.#makeReady(node);
    });
  }

  /** Starts what can start at `time`: what is done together first, then everybody's own work, then the rest by priority. */
  startAll(time: number): void {
    if (this.#together.length > 0) this.#startTogether(time);
    const idle: number[] = [];
    for (const [executor, own] of this.#own.entries()) {
      if (this.#isBusy[executor] === 1) continue;
      const node = own.pop();
      if (node === undefined) idle.push(executor);
      else this.#start(node, executor, time);
    }
    let next = 0;
    while (this.#ready.size > 0) {
      const executor = this.#free.pop() ?? idle[next++];
      if (executor === undefined) return;
      this.#start(this.#ready.pop() as number, executor, time);
    }
  }

  #startTogether(time: number): void {
    this.#together.sort(
      (one, other) => (this.#priorities[one] as number) - (this.#priorities[other] as number) || one - other,
    );
    let idle = this.#own.reduce((sum, _, executor) => sum + (this.#isBusy[executor] === 1 ? 0 : 1), 0);
    for (let at = 0; at < this.#together.length && idle > 1; ) {
      const node = this.#together[at] as number;
      const people = this.#peopleOf(node);
      if (people.some((each) => this.#isBusy[each] === 1)) {
        at++;
        continue;
      }
      this.#together.splice(at, 1);
      this.#start(node, people[0] as number, time);
      idle -= people.length;
    }
  }

  #peopleOf(node: number): readonly number[] {
    return [this.#tasks.executorOf[node] as number, ...this.#othersOf(node)];
  }

  #othersOf(node: number): readonly number[] {
    return this.#tasks.also.get(node) ?? NOBODY;
  }

  /** Ends everything that ends next; returns when that is, undefined when nothing is going on. */
  endNext(): number | undefined {
    const first = this.#running.first;
    if (first === undefined) return undefined;
    const time = this.#ends[first] as number;
    for (let node = this.#running.first; node !== undefined && this.#ends[node] === time; ) {
      this.#running.pop();
      this.#end(node);
      node = this.#running.first;
    }
    this.makespan = time;
    return time;
  }

  #start(node: number, executor: number, time: number): void {
    this.executorOf[node] = executor;
    this.starts[node] = time;
    this.order[this.started++] = node;
    this.#ends[node] = time + (this.#tasks.durations[node] as number);
    this.#isBusy[executor] = 1;
    for (const other of this.#othersOf(node)) this.#isBusy[other] = 1;
    this.#running.push(node);
  }

  #end(node: number): void {
    const executor = this.executorOf[node] as number;
    this.#isBusy[executor] = 0;
    for (const other of this.#othersOf(node)) this.#isBusy[other] = 0;
    if (executor >= this.#own.length) this.#free.push(executor);
    const { starts, targets } = this.#tasks.graph.dependents;
    const end = starts[node + 1] as number;
    for (let edge = starts[node] as number; edge < end; edge++) {
      const dependent = targets[edge] as number;
      const left = (this.#waiting[dependent] as number) - 1;
      this.#waiting[dependent] = left;
      if (left === 0) this.#makeReady(dependent);
    }
  }

  #makeReady(node: number): void {
    if (this.#tasks.also.has(node)) {
      this.#together.push(node);
      return;
    }
    const executor = this.#tasks.executorOf[node] as number;
    (this.#own[executor] ?? this.#ready).push(node);
  }
}

/**
 * List scheduling: whenever an executor is free, it starts what is ready and has the least figure in `priorities`,
 * among equals the lowest node. Nobody waits while there is work for them. Needs an executor at least, and all of the
 * `named` ones, the first by number; n log n in nodes and edges.
 */
export const listSchedule = (
  tasks: Tasks,
  priorities: Float64Array,
  executors: number,
  named: number,
): Assignment => {
  const run = new Run(tasks, priorities, executors, named);
  for (let time: number | undefined = 0; time !== undefined; time = run.endNext()) run.startAll(time);
  const { executorOf, starts, order, makespan } = run;
  return { executorOf, starts, order, makespan };
};

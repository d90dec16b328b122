import type { Graph } from '../graph/graph';
import type { Also } from './namedExecutors';

/** Work to be shared out: nodes without cycles, how long each takes, and who has to do it. */
export interface Tasks {
  readonly graph: Graph;
  readonly durations: Float64Array;
  /** Per node an executor that has to do it; -1 for any. */
  readonly executorOf: Int32Array;
  /** Who has to do it together with that one: they work at the same time. */
  readonly also: Also;
}

/** Who does what, and when. */
export interface Assignment {
  /** Per node, from 0. Named executors come first. Who else works on it is up to {@link Tasks.also}. */
  readonly executorOf: Int32Array;
  readonly starts: Float64Array;
  /** The nodes by start; every node after its dependencies and after what its executor did before. */
  readonly order: Int32Array;
  /** The end of the last. */
  readonly makespan: number;
}

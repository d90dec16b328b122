/** A queue of nodes by key, the least first, among equals the lowest number. */
export class NodeHeap {
  readonly #keys: Float64Array;
  readonly #nodes: number[] = [];

  /** `keys` has one figure per node; that of a node must not change while it is in the queue. */
  constructor(keys: Float64Array) {
    this.#keys = keys;
  }

  get size(): number {
    return this.#nodes.length;
  }

  /** The first node; undefined when there is none. */
  get first(): number | undefined {
    return this.#nodes[0];
  }

  push(node: number): void {
    const nodes = this.#nodes;
    let at = nodes.push(node) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = nodes[parent] as number;
      if (!this.#isBefore(node, above)) break;
      nodes[at] = above;
      at = parent;
    }
    nodes[at] = node;
  }

  /** Takes the first node out. */
  pop(): number | undefined {
    const nodes = this.#nodes;
    const first = nodes[0];
    const last = nodes.pop();
    if (last !== undefined && nodes.length > 0) this.#sink(last);
    return first;
  }

  #sink(node: number): void {
    const nodes = this.#nodes;
    let at = 0;
    for (let child = 1; child < nodes.length; child = 2 * at + 1) {
      const right = child + 1;
      if (right < nodes.length && this.#isBefore(nodes[right] as number, nodes[child] as number))
        child = right;
      const below = nodes[child] as number;
      if (!this.#isBefore(below, node)) break;
      nodes[at] = below;
      at = child;
    }
    nodes[at] = node;
  }

  #isBefore(one: number, other: number): boolean {
    const difference = (this.#keys[one] as number) - (this.#keys[other] as number);
    return difference < 0 || (difference === 0 && one < other);
  }
}

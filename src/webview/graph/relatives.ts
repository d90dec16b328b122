import type { GraphEdge } from '../protocol/messages';

export interface Relatives {
  /** What a node depends on, directly and through others; never the node itself. */
  readonly ancestors: ReadonlySet<string>;
  /** What depends on it, directly and through others; never the node itself. */
  readonly descendants: ReadonlySet<string>;
}

/**
 * Linear in the edges; in a cycle the same node is both. Links between plans count where they say what comes first.
 */
export const relativesOf = (edges: readonly GraphEdge[], id: string): Relatives => {
  const ordering = edges.filter(({ kind }) => kind !== 'related');
  return {
    ancestors: reachedFrom(id, neighbours(ordering.map(({ from, to }) => [to, from]))),
    descendants: reachedFrom(id, neighbours(ordering.map(({ from, to }) => [from, to]))),
  };
};

/** A node and those it depends on or that depend on it directly; nothing for undefined. */
export const besides = (edges: readonly GraphEdge[], id: string | undefined): readonly string[] =>
  id === undefined
    ? []
    : [id, ...edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))];

/** The second of all pairs with the same first, by that. */
export const neighbours = (
  pairs: readonly (readonly [string, string])[],
): ReadonlyMap<string, readonly string[]> => {
  const lists = new Map<string, string[]>();
  for (const [from, to] of pairs) {
    const list = lists.get(from);
    if (list) list.push(to);
    else lists.set(from, [to]);
  }
  return lists;
};

const reachedFrom = (id: string, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> => {
  const reached = new Set([id]);
  // a set that grows while it is walked is walked to its end
  for (const each of reached) for (const neighbour of next.get(each) ?? []) reached.add(neighbour);
  reached.delete(id);
  return reached;
};

import { type GraphModel, isLink, type Layout, type Point } from '../protocol/messages';
import { neighbours } from './relatives';

export type Step = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/** Finds the node a key leads to. */
export interface Walk {
  /** All nodes in reading order: column by column, each from top to bottom. */
  readonly order: readonly string[];
  /** Where `step` leads from `id`; `id` itself where there is nothing further. */
  from(id: string, step: Step): string;
}

/**
 * Keyboard paths through a graph. Left leads to a dependency and right to a dependent, the nearest
 * one; where there is none, to the neighbouring column. Up and down stay in the column. Together they
 * reach every node. Links between plans lead nowhere: along them a column could be left out for good.
 */
export const walkOf = ({ nodes, edges: all, bands }: GraphModel, { nodes: places }: Layout): Walk => {
  const edges = all.filter((edge) => !isLink(edge));
  const place = new Map(nodes.map(({ id }, at): [string, Point] => [id, places[at] ?? { x: 0, y: 0 }]));
  const at = (id: string): Point => place.get(id) ?? { x: 0, y: 0 };
  const columns = bands
    .map((band) => [...band.nodes].sort((a, b) => at(a).x - at(b).x || at(a).y - at(b).y))
    .filter(({ length }) => length > 0);
  const columnOf = new Map(columns.flatMap((ids, column) => ids.map((id) => [id, column])));
  const before = neighbours(edges.map(({ from, to }) => [to, from]));
  const after = neighbours(edges.map(({ from, to }) => [from, to]));
  const distance = (from: string, to: string): number =>
    Math.abs((columnOf.get(from) ?? 0) - (columnOf.get(to) ?? 0));
  // by column first: that way no column is ever jumped over for good
  const nearest = (id: string, candidates: readonly string[]): string | undefined =>
    candidates
      .filter((each) => each !== id)
      .sort(
        (a, b) =>
          distance(id, a) - distance(id, b) || Math.abs(at(a).y - at(id).y) - Math.abs(at(b).y - at(id).y),
      )[0];
  const beside = (id: string, by: -1 | 1): readonly string[] => columns[(columnOf.get(id) ?? 0) + by] ?? [];
  const along = (id: string, by: -1 | 1): string | undefined => {
    const column = columns[columnOf.get(id) ?? 0] ?? [];
    return column[column.indexOf(id) + by];
  };
  const order = columns.flat();
  const step: Readonly<Record<Step, (id: string) => string | undefined>> = {
    left: (id) => nearest(id, before.get(id) ?? []) ?? nearest(id, beside(id, -1)),
    right: (id) => nearest(id, after.get(id) ?? []) ?? nearest(id, beside(id, 1)),
    up: (id) => along(id, -1),
    down: (id) => along(id, 1),
    first: () => order[0],
    last: () => order.at(-1),
  };
  return { order, from: (id, towards) => step[towards](id) ?? id };
};

import type { Group } from '../../../engine/graph/groups';
import type { BandChoice, GraphEdge } from '../../../webview/protocol/messages';
import { spanOf } from './essential';

/** Above these a graph of single achievements is neither readable nor quick, so its columns are collapsed at first. */
export const MOST_NODES = 1500;
const WIDEST_SPAN = 10_000;

/**
 * Titles of the columns that are drawn as one box: all in a graph too large to draw, else none, but for those of which
 * a person chose otherwise. Of what was expanded the last stays so as far as there is room.
 */
export const collapsedBands = (
  groups: readonly Group[],
  edges: readonly GraphEdge[],
  levelOf: (id: string) => number | undefined,
  choices: readonly BandChoice[],
): ReadonlySet<string> => {
  const sizes = new Map(groups.map(({ title, achievements }) => [title, achievements.length]));
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const isLarge = total > MOST_NODES || spanOf(edges, levelOf) > WIDEST_SPAN;
  const asked = new Map(choices.map(({ band, isCollapsed }) => [band, isCollapsed]));
  if (!isLarge) return new Set([...sizes.keys()].filter((title) => asked.get(title) === true));
  const expanded = new Set<string>();
  let room = MOST_NODES;
  for (const title of [...asked.keys()].reverse()) {
    const size = sizes.get(title) ?? 0;
    if (asked.get(title) !== false || size > room) continue;
    expanded.add(title);
    room -= size;
  }
  return new Set([...sizes.keys()].filter((title) => !expanded.has(title)));
};

/** Whether a column can be collapsed and expanded: one of too many achievements stays collapsed. */
export const canCollapse = ({ achievements }: Group): boolean => achievements.length <= MOST_NODES;

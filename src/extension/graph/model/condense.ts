import type { Group } from '../../../engine/graph/groups';
import type { Status } from '../../../engine/model/achievement';
import type { AnalysedAchievement } from '../../../engine/model/analysis';
import type { AchievementId } from '../../../engine/model/ids';
import { isOver } from '../../../engine/model/status';
import { printable } from '../../../engine/words/printable';
import { counted } from '../../../shared/counted';
import { groupBy } from '../../../shared/groupBy';
import type { GraphBand, GraphEdge, GraphModel, GraphNode } from '../../../webview/protocol/messages';
import { canCollapse } from './arrangement';
import { essentialEdges, MOST_ARROWS } from './essential';

/** What is not drawn one by one. */
interface LeftOut {
  /** For every achievement of a collapsed group the title of that, which is the id of its box. */
  readonly boxes: ReadonlyMap<AchievementId, string>;
  /** How many arrows are left out because they follow from others. */
  readonly thinned: number;
  /** How many of some achievements a view may call ready. */
  countReady(achievements: readonly AnalysedAchievement[]): number;
  isCritical(id: AchievementId): boolean;
}

/** The graph with a box for each collapsed group beside the nodes of all other achievements. */
export const condense = (
  header: GraphHeader,
  groups: readonly Group[],
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  { boxes, thinned, countReady, isCritical }: LeftOut,
): GraphModel => {
  const collapsed = new Set(boxes.values());
  if (collapsed.size === 0) {
    return {
      ...header,
      notes: [...header.notes, ...thinnedNote(thinned, edges)],
      nodes,
      edges,
      bands: bandsOf(groups),
    };
  }
  const all = merged(edges, boxes);
  const needs = groupBy(all, ({ to }) => to);
  const box = (group: Group): GraphNode => ({
    ...boxFor(group, countReady(group.achievements)),
    dependencies: (needs.get(group.title) ?? []).map(({ from }) => from),
    critical: group.achievements.some(({ id }) => isCritical(id)),
  });
  const drawn = inColumns(groups, collapsed, nodes, box);
  return {
    ...header,
    notes: [...header.notes, ...collapsedNote(header.total, groups, collapsed)],
    nodes: drawn,
    edges: all.length > MOST_ARROWS ? mainEdges(drawn, all) : all,
    bands: bandsOf(groups, collapsed),
  };
};

const bandsOf = (
  groups: readonly Group[],
  collapsed: ReadonlySet<string> = new Set(),
): readonly GraphBand[] => groups.map((group) => bandOf(group, collapsed.has(group.title)));

/** What does not follow from others, and what a critical path goes along. */
const mainEdges = (nodes: readonly GraphNode[], edges: readonly GraphEdge[]): readonly GraphEdge[] => {
  const ids = nodes.map(({ id }) => id);
  const essential = new Set(essentialEdges(ids, edges));
  return edges.filter((edge) => edge.critical || essential.has(edge));
};

/** Column by column, as they are read; graphviz keeps to the order of the nodes where it can. */
const inColumns = (
  groups: readonly Group[],
  collapsed: ReadonlySet<string>,
  nodes: readonly GraphNode[],
  box: (group: Group) => GraphNode,
): readonly GraphNode[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return groups.flatMap((group) =>
    collapsed.has(group.title) ? [box(group)] : group.achievements.flatMap(({ id }) => byId.get(id) ?? []),
  );
};

/** What most of the graph is then. */
const collapsedNote = (
  total: number,
  groups: readonly Group[],
  collapsed: ReadonlySet<string>,
): readonly string[] =>
  collapsed.size > groups.length / 2
    ? [`${total} achievements. Each box stands for one column; a click or Enter expands it.`]
    : [];

const thinnedNote = (thinned: number, { length }: readonly GraphEdge[]): readonly string[] =>
  thinned > 0 ? [`Arrows that follow from others are not drawn: ${thinned} of ${thinned + length}.`] : [];

const bandOf = (group: Group, isCollapsed: boolean): GraphBand => ({
  kind: group.kind,
  title: printable(group.title),
  nodes: isCollapsed ? [group.title] : group.achievements.map(({ id }) => id),
  complete: completeIn(group),
  total: group.achievements.length,
  isCollapsed,
  canCollapse: canCollapse(group),
});

/** The boxes of collapsed groups, given their titles. */
export const boxesOf = (
  groups: readonly Group[],
  collapsed: ReadonlySet<string>,
): ReadonlyMap<AchievementId, string> =>
  new Map(
    groups
      .filter(({ title }) => collapsed.has(title))
      .flatMap(({ title, achievements }) => achievements.map(({ id }) => [id, title])),
  );

/** Arrows from and to the boxes, each once and none within a box. */
const merged = (edges: readonly GraphEdge[], boxes: ReadonlyMap<string, string>): readonly GraphEdge[] => {
  const between = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    const drawn =
      from === undefined && to === undefined
        ? edge
        : { ...edge, from: from ?? edge.from, to: to ?? edge.to, redundant: false };
    if (drawn !== edge && drawn.from === drawn.to) continue;
    const key = JSON.stringify([drawn.from, drawn.to]);
    const known = between.get(key);
    const worst = !known || RANK[drawn.kind] > RANK[known.kind] ? drawn : known;
    between.set(key, { ...worst, critical: drawn.critical || known?.critical === true });
  }
  return [...between.values()];
};

/** Where edges between two boxes differ, the one a person must see wins. */
const RANK: Readonly<Record<GraphEdge['kind'], number>> = {
  satisfied: 0,
  waiting: 1,
  behind: 2,
  cycle: 3,
  related: 4,
  depends: 5,
  blocks: 6,
};

const completeIn = ({ achievements }: Group): number =>
  achievements.filter(({ status }) => status === 'complete').length;

/** A box that stands for a whole group, `ready` of which a view may call ready. */
export const boxFor = (group: Group, ready: number): Omit<GraphNode, 'dependencies' | 'critical'> => {
  const { title, level, achievements } = group;
  const complete = completeIn(group);
  const next = achievements.find(isOpen) ?? achievements[0];
  return {
    id: title,
    opens: next?.id ?? title,
    kind: 'level',
    title:
      ready > 0
        ? `${counted(achievements.length, 'achievement')}, ${ready} ready`
        : counted(achievements.length, 'achievement'),
    status: statusOf(achievements, complete),
    statusWords: `${complete} of ${achievements.length} complete`,
    readiness: ready > 0 ? 'ready' : null,
    readinessWords: ready > 0 ? 'ready' : null,
    level: level ?? null,
    levelReason: null,
    priority: null,
    effort: null,
    owner: null,
    slack: null,
    tags: null,
    context: null,
  };
};

const isOpen = ({ status }: AnalysedAchievement): boolean => !isOver(status);

const statusOf = (achievements: readonly AnalysedAchievement[], complete: number): Status => {
  if (complete === achievements.length) return 'complete';
  if (achievements.some(({ status }) => status === 'failed')) return 'failed';
  return achievements.every(({ status }) => status === 'not_started') ? 'not_started' : 'in_progress';
};

export type GraphHeader = Omit<GraphModel, 'nodes' | 'edges' | 'bands'>;

import type { Group } from '../../engine/graph/groups';
import { printable } from '../../engine/graph/plainText';
import type { Status } from '../../engine/model/achievement';
import type { AnalysedAchievement } from '../../engine/model/analysis';
import { countReady } from '../../engine/model/readiness';
import { isOver } from '../../engine/model/status';
import { counted } from '../../language/words';
import type { GraphEdge, GraphModel, GraphNode } from '../../webview/messages';
import type { GraphHeader } from './graphModel';

/** A graph with one box per level, for plans too large to draw each achievement. */
export const collapsed = (
  header: GraphHeader,
  groups: readonly Group[],
  edges: readonly GraphEdge[],
): GraphModel => {
  const boxOf = new Map(
    groups.flatMap(({ title, achievements }) => achievements.map(({ id }) => [id, title])),
  );
  const between = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const from = boxOf.get(edge.from);
    const to = boxOf.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    const known = between.get(`${from}\n${to}`);
    if (!known || RANK[edge.kind] > RANK[known.kind])
      between.set(`${from}\n${to}`, { ...edge, from, to, critical: false });
  }
  const drawn = [...between.values()];
  const dependencies = new Map<string, string[]>();
  for (const { from, to } of drawn) dependencies.set(to, [...(dependencies.get(to) ?? []), from]);
  return {
    ...header,
    notes: [
      ...header.notes,
      `Too large to draw each of ${header.total} achievements: a box stands for all of its column.`,
    ],
    nodes: groups.map((group) => boxFor(group, dependencies.get(group.title) ?? [])),
    edges: drawn,
    bands: groups.map(({ kind, title }) => ({ kind, title: printable(title), nodes: [title] })),
  };
};

/** Where edges between two levels differ, the one a person must see wins. */
const RANK: Readonly<Record<GraphEdge['kind'], number>> = {
  depends: 0,
  blocks: 0,
  related: 0,
  satisfied: 0,
  waiting: 1,
  behind: 2,
  cycle: 3,
};

/** One box for all of a group. */
export const boxFor = ({ title, level, achievements }: Group, dependencies: readonly string[]): GraphNode => {
  const complete = achievements.filter(({ status }) => status === 'complete').length;
  const ready = countReady(achievements);
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
    ready: ready > 0,
    blockedBy: [],
    level: level ?? null,
    levelReason: null,
    priority: null,
    effort: null,
    owner: null,
    critical: false,
    slack: null,
    dependencies,
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

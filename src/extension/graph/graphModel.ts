import { edgesOf } from '../../engine/graph/edges';
import { groupsOf, NO_DEPENDENCIES } from '../../engine/graph/groups';
import { printable } from '../../engine/graph/plainText';
import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { shortEffort } from '../../engine/model/effort';
import { countReady, isKnownReady } from '../../engine/model/readiness';
import { namedExecutors } from '../../engine/schedule/namedExecutors';
import { counted, levelReasonWords, statusWords } from '../../language/words';
import type { GraphEdge, GraphModel, GraphNode } from '../../webview/messages';
import { achievementTags } from '../achievementTags';
import { collapsed } from './collapsed';
import { essentialEdges, spanOf } from './essential';
import { type ScheduleFacts, scheduleFacts } from './scheduleFacts';

/** Above these a graph of single achievements is neither readable nor quick, so its levels are shown instead. */
const MOST_NODES = 1500;
const WIDEST_SPAN = 10_000;
/** Up to here every arrow is drawn; beyond, those that follow from others would hide the rest. */
const MOST_ARROWS = 100;

/** What the graph page shows of a plan. Pure: nothing in it is computed from anything but the analysis. */
export const graphModelOf = (plan: AnalysedPlan): GraphModel => {
  const schedule = scheduleFacts(plan);
  const all = drawnEdges(plan, schedule);
  const ids = plan.achievements.map(({ id }) => id);
  const edges = all.length > MOST_ARROWS ? essentialEdges(ids, all) : all;
  const groups = groupsOf(plan);
  const header = headerOf(plan);
  if (ids.length > MOST_NODES || spanOf(edges, (id) => plan.byId.get(id)?.level) > WIDEST_SPAN) {
    return collapsed(header, groups, edges);
  }
  const left = all.length - edges.length;
  const note = `Arrows that follow from others are not drawn: ${left} of ${all.length}.`;
  const owners = namedExecutors(plan, plan.achievements);
  return {
    ...header,
    criticalPath: schedule.criticalPath,
    notes: left > 0 ? [...header.notes, note] : header.notes,
    nodes: plan.achievements.map((achievement, at) =>
      nodeOf(plan, achievement, owners.names[owners.of[at] ?? -1], schedule),
    ),
    edges,
    bands: groups.map(({ kind, title, achievements }) => ({
      kind,
      title: printable(title),
      nodes: achievements.map(({ id }) => id),
    })),
  };
};

export type GraphHeader = Omit<GraphModel, 'nodes' | 'edges' | 'bands'>;

const headerOf = (plan: AnalysedPlan): GraphHeader => ({
  planUri: plan.uri,
  name: printable(plan.name),
  complete: plan.progress.complete,
  total: plan.progress.total,
  ready: countReady(plan.achievements),
  criticalPath: null,
  notes: notesOf(plan),
});

/** What there is to say about an empty plan. */
export const NO_ACHIEVEMENTS = 'This plan has no achievements yet.';

const notesOf = ({ achievements, cycles, dependencySource }: AnalysedPlan): readonly string[] => {
  if (achievements.length === 0) return [NO_ACHIEVEMENTS];
  const notes: string[] = [];
  if (dependencySource === 'none') notes.push(`${NO_DEPENDENCIES}.`);
  if (cycles.length > 0) {
    const first = cycles[0] ?? [];
    const path = (first.length > 9 ? [...first.slice(0, 8), '\u2026'] : first)
      .map(printable)
      .join(' \u2192 ');
    notes.push(`${counted(cycles.length, 'cycle')}${cycles.length > 1 ? ', the first' : ''}: ${path}`);
  }
  return notes;
};

const nodeOf = (
  plan: AnalysedPlan,
  achievement: AnalysedAchievement,
  owner: string | undefined,
  schedule: ScheduleFacts,
): GraphNode => ({
  id: achievement.id,
  opens: achievement.id,
  kind: 'achievement',
  title: printable(achievement.title),
  status: achievement.status,
  statusWords: statusWords(achievement.status),
  ready: isKnownReady(achievement),
  blockedBy: achievement.blockedBy.map(printable),
  level: achievement.level ?? null,
  levelReason: levelReasonWords(achievement) ?? null,
  priority: achievement.priority === undefined ? null : printable(achievement.priority),
  effort: achievement.effort ? shortEffort(achievement.effort) : null,
  owner: owner === undefined ? null : printable(owner),
  critical: schedule.isCritical(achievement.id),
  slack: schedule.slackOf(achievement.id),
  dependencies: achievement.dependencies.map(({ id }) => printable(id)),
  tags: achievementTags(plan, achievement),
});

const drawnEdges = (plan: AnalysedPlan, schedule: ScheduleFacts): readonly GraphEdge[] =>
  edgesOf(plan).flatMap(({ achievement, dependsOn, kind }) =>
    kind === 'unknown'
      ? []
      : [
          {
            from: dependsOn,
            to: achievement,
            kind,
            critical: schedule.isCriticalDependency(achievement, dependsOn),
          },
        ],
  );

import { edgesOf } from '../../../engine/graph/edges';
import { groupsOf, NO_DEPENDENCIES } from '../../../engine/graph/groups';
import type { AnalysedAchievement, AnalysedPlan } from '../../../engine/model/analysis';
import type { BreakableDependency } from '../../../engine/model/edge';
import { isGoing } from '../../../engine/model/lifecycle';
import { countReady } from '../../../engine/model/readiness';
import { namedExecutors, peopleOf } from '../../../engine/schedule/namedExecutors';
import { networkIn } from '../../../engine/schedule/networkIn';
import { planStateWords } from '../../../engine/state/words';
import { coverageWords } from '../../../engine/words/coverage';
import { shortEffort } from '../../../engine/words/hours';
import { levelReasonWords } from '../../../engine/words/levels';
import { printable } from '../../../engine/words/printable';
import { readinessWords } from '../../../engine/words/readiness';
import { stateWords } from '../../../engine/words/status';
import { counted } from '../../../shared/counted';
import { sentence } from '../../../shared/sentence';
import { finished, type Steps } from '../../../shared/steps';
import type { Arrangement, GraphEdge, GraphModel, GraphNode } from '../../../webview/protocol/messages';
import { achievementTags } from '../../achievementTags';
import { collapsedBands, MOST_NODES } from './arrangement';
import { boxesOf, condense, type GraphHeader } from './condense';
import { essentialEdges, MOST_ARROWS } from './essential';
import { type ScheduleFacts, scheduleFacts } from './scheduleFacts';
import { waysOutOf } from './waysOut';

/** What is shown before a person asks for anything else. */
export const AS_IT_IS: Arrangement = { choices: [], redundant: false };

/** What the graph page shows of a plan. Pure: nothing in it is computed from anything but the analysis. */
export const graphModelOf = (plan: AnalysedPlan, arrangement: Arrangement = AS_IT_IS): GraphModel =>
  finished(graphModelSteps(plan, arrangement));

/** The same in small steps: for a thousand achievements it takes longer than an editor may be kept waiting. */
export function* graphModelSteps(plan: AnalysedPlan, arrangement: Arrangement): Steps<GraphModel> {
  // what the network asks for all at once is read here one by one; the plan keeps both
  for (const achievement of plan.achievements) {
    void achievement.effort;
    yield;
  }
  networkIn(plan);
  yield;
  const schedule = scheduleFacts(plan);
  yield;
  const redundant = plan.redundant();
  yield;
  const all = drawnEdges(plan, schedule, arrangement.redundant ? redundant : []);
  yield;
  const ids = plan.achievements.map(({ id }) => id);
  // of what is too large to draw one by one only arrows between boxes are left
  const isThinned = !arrangement.redundant && all.length > MOST_ARROWS && ids.length <= MOST_NODES;
  const edges = isThinned ? essentialEdges(ids, all) : all;
  yield;
  const groups = groupsOf(plan);
  const collapsed = collapsedBands(groups, edges, (id) => plan.byId.get(id)?.level, arrangement.choices);
  const owners = namedExecutors(plan, plan.achievements);
  const boxes = boxesOf(groups, collapsed);
  const nodes: GraphNode[] = [];
  for (const [at, achievement] of plan.achievements.entries()) {
    if (boxes.has(achievement.id)) continue;
    nodes.push(nodeOf(plan, achievement, peopleOf(owners, at), schedule));
    yield;
  }
  const header = {
    ...headerOf(plan),
    criticalPath: schedule.criticalPath,
    redundant: redundant.map(({ id, dependsOn }) => ({ id, dependsOn })),
  };
  yield;
  const thinned = all.length - edges.length;
  return condense(header, groups, nodes, edges, {
    boxes,
    thinned,
    countReady: (some) => countReady(plan, some),
    isCritical: schedule.isCritical,
  });
}

const headerOf = (plan: AnalysedPlan): GraphHeader => ({
  planUri: plan.uri,
  name: printable(plan.name),
  complete: plan.progress.complete,
  total: plan.progress.total,
  ready: countReady(plan),
  criticalPath: null,
  notes: notesOf(plan),
  waysOut: waysOutOf(plan),
  canEdit: plan.achievements.length > 1,
  hasTimeline: true,
  redundant: [],
  strips: [],
});

/** What there is to say about an empty plan. */
export const NO_ACHIEVEMENTS = 'This plan has no achievements yet.';

const notesOf = (plan: AnalysedPlan): readonly string[] => {
  const { achievements, cycles, dependencySource } = plan;
  if (achievements.length === 0) return [NO_ACHIEVEMENTS];
  const notes: string[] = [];
  if (!isGoing(plan)) notes.push(`${sentence(planStateWords(plan))}.`);
  if (dependencySource === 'none') notes.push(`${NO_DEPENDENCIES}.`);
  const coverage = coverageWords(plan);
  if (coverage !== undefined) notes.push(`${sentence(coverage)}. Other dependencies are not known.`);
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
  owners: readonly string[],
  schedule: ScheduleFacts,
): GraphNode => ({
  id: achievement.id,
  opens: achievement.id,
  kind: 'achievement',
  title: printable(achievement.title),
  status: achievement.status,
  statusWords: stateWords(achievement),
  readiness: achievement.readiness,
  readinessWords: readinessWords(achievement) ?? null,
  level: achievement.level ?? null,
  levelReason: levelReasonWords(achievement) ?? null,
  priority: achievement.priority === undefined ? null : printable(achievement.priority),
  effort: achievement.effort ? shortEffort(achievement.effort) : null,
  owner: owners.length === 0 ? null : printable(owners.join(', ')),
  critical: schedule.isCritical(achievement.id),
  slack: schedule.slackOf(achievement.id),
  dependencies: achievement.dependencies.map(({ id }) => printable(id)),
  tags: achievementTags(plan, achievement),
  context: null,
});

const drawnEdges = (
  plan: AnalysedPlan,
  schedule: ScheduleFacts,
  redundant: readonly BreakableDependency[],
): readonly GraphEdge[] => {
  const implied = new Set(redundant.map(({ id, dependsOn }) => JSON.stringify([id, dependsOn])));
  return edgesOf(plan).flatMap(({ achievement, dependsOn, kind }) =>
    kind === 'unknown'
      ? []
      : [
          {
            from: dependsOn,
            to: achievement,
            kind,
            critical: schedule.isCriticalDependency(achievement, dependsOn),
            redundant: implied.size > 0 && implied.has(JSON.stringify([achievement, dependsOn])),
          },
        ],
  );
};

import { lazy } from '../../shared/lazy';
import { coverageOf, statedAchievements, statesEnough } from '../dependency/coverage';
import type { Achievement } from '../model/achievement';
import type {
  AnalysedAchievement,
  AnalysedPlan,
  Cycle,
  CycleBreaks,
  Level,
  RedundantDependency,
} from '../model/analysis';
import type { BreakableDependency } from '../model/edge';
import type { AchievementId } from '../model/ids';
import { compareIds } from '../model/ids';
import type { Plan } from '../model/plan';
import type { PlanWait } from '../model/wait';
import { planTime } from '../progress/planTime';
import { hoursOf } from '../schedule/durations';
import { legacyClaimOf } from '../state/legacyClaim';
import { priorityOf } from '../state/priority';
import { stateOfPlan } from '../state/stateOfPlan';
import { analysedAchievement, type GraphFacts } from './analysedAchievement';
import { closedCycle } from './closedCycle';
import type { NodeEdge } from './componentGraph';
import { cycleBreaksOf } from './cycleBreaks';
import { cyclesOf } from './cycles';
import type { Graph } from './graph';
import { cycleMembersOf, type Topology, topologyOf } from './levels';
import { graphOf, idsOf, type Numbering, numbered } from './numbering';
import { readinessFacts } from './readiness';
import { redundantDependencies } from './redundant';

const factsOf = (
  numbering: Numbering,
  graph: Graph,
  topology: Topology,
  layered: boolean,
  isCovered: (id: AchievementId) => boolean,
  waitsFor: readonly PlanWait[],
): GraphFacts => {
  const { readiness, blockers } = readinessFacts(numbering, graph, topology, layered, isCovered, waitsFor);
  const inCycle = cycleMembersOf(graph, topology);
  const { starts, targets } = graph.dependents;
  const hasLevel = (node: number): boolean => topology.levels[node] !== -1;
  return {
    level: (node) => (layered && hasLevel(node) ? topology.levels[node] : undefined),
    levelReason: (node) => {
      if (!layered) return 'no-dependencies';
      if (hasLevel(node)) return undefined;
      return inCycle[node] === 1 ? 'in-cycle' : 'behind-cycle';
    },
    readiness,
    isCovered: (node) => isCovered((numbering.achievements[node] as Achievement).id),
    blockedBy: blockers,
    dependents: (node) => idsOf(numbering, targets.subarray(starts[node], starts[node + 1])).sort(compareIds),
  };
};

const levelsAmong = (achievements: Iterable<AnalysedAchievement>): Level[] => {
  const levels: { level: number; achievements: AchievementId[]; complete: number }[] = [];
  for (const { id, level, status } of achievements) {
    if (level === undefined) continue;
    for (let next = levels.length; next <= level; next++) {
      levels.push({ level: next, achievements: [], complete: 0 });
    }
    const entry = levels[level];
    entry?.achievements.push(id);
    if (entry && status === 'complete') entry.complete++;
  }
  return levels;
};

const cyclesAmong = (numbering: Numbering, graph: Graph, topology: Topology): Cycle[] =>
  cyclesOf(graph, { topology }).map((nodes) => closedCycle(idsOf(numbering, nodes)));

const breaksAmong = (numbering: Numbering, graph: Graph, topology: Topology): CycleBreaks[] => {
  const achievementOf = (node: number): Achievement => numbering.achievements[node] as Achievement;
  const hours = Float64Array.from(numbering.achievements, hoursOf);
  const isEstimated = hours.every(Number.isFinite);
  const durations = isEstimated ? hours : hours.fill(1);
  const named = ({ node, dependency }: NodeEdge): BreakableDependency => ({
    id: achievementOf(node).id,
    dependsOn: achievementOf(dependency).id,
  });
  return cycleBreaksOf(graph, topology, durations).map(({ nodes, alone, together, exact }) => ({
    achievements: idsOf(numbering, nodes),
    alone: alone.map((edge) => ({ ...named(edge), chain: edge.chain })),
    unit: isEstimated ? 'hours' : 'achievements',
    together: together.map(named),
    exact,
  }));
};

const redundantAmong = (numbering: Numbering, graph: Graph, topology: Topology): RedundantDependency[] => {
  const idOf = (node: number): AchievementId => (numbering.achievements[node] as Achievement).id;
  return redundantDependencies(graph, topology).map(({ node, dependency, way }) => ({
    id: idOf(node),
    dependsOn: idOf(dependency),
    way: way?.map(idOf),
  }));
};

/**
 * Works out what follows from the dependencies of a plan: levels, cycles, what is ready and what blocks
 * the rest. Ids that nothing defines do not count for levels and cycles, but they block. Where an id is
 * defined twice the first definition decides, and the later ones get the same answers. `blockedBy` and
 * `dependents` are in the order of {@link compareIds}; both levels and progress count each id once.
 *
 * @param waitsFor Other plans that must be complete first.
 */
export const analysePlan = (plan: Plan, waitsFor: readonly PlanWait[] = []): AnalysedPlan => {
  const numbering = numbered(plan);
  const graph = graphOf(numbering);
  const topology = topologyOf(graph);
  const layered = plan.dependencySource !== 'none';
  const stated = lazy(() => statedAchievements(plan));
  const coverage = lazy(() => coverageOf(plan, stated()));
  const isOrderKnown = lazy(() => layered && statesEnough(plan, coverage));
  const isCovered = (id: AchievementId): boolean => layered && (isOrderKnown() || stated().has(id));
  const facts = factsOf(numbering, graph, topology, layered, isCovered, waitsFor);
  const byId = new Map<AchievementId, AnalysedAchievement>();
  const achievements = plan.achievements.map((achievement) => {
    const node = numbering.numbers.get(achievement.id) as number;
    const analysed = analysedAchievement(achievement, facts, node);
    if (!byId.has(achievement.id)) byId.set(achievement.id, analysed);
    return analysed;
  });
  let complete = 0;
  for (const { status } of byId.values()) if (status === 'complete') complete++;
  return {
    ...plan,
    achievements,
    byId,
    levels: levelsAmong(byId.values()),
    cycles: cyclesAmong(numbering, graph, topology),
    progress: { complete, total: byId.size },
    ...stateOfPlan(plan),
    waitsFor,
    priority: priorityOf(plan),
    legacyClaim: lazy(() => legacyClaimOf(plan)),
    coverage,
    isOrderKnown,
    cycleBreaks: lazy(() => breaksAmong(numbering, graph, topology)),
    redundant: lazy(() => redundantAmong(numbering, graph, topology)),
    time: lazy(() => planTime({ byId }, isOrderKnown())),
  };
};

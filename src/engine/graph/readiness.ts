import { lazy } from '../../shared/lazy';
import type { Achievement, Dependency, Readiness, Status } from '../model/achievement';
import type { AchievementId } from '../model/ids';
import { compareIds } from '../model/ids';
import { type PlanWait, waitLabel } from '../model/wait';
import { createGraph, type Graph } from './graph';
import { cycleMembersOf, type Topology, topologyOf } from './levels';
import { type Numbering, waitingGraph } from './numbering';
import { blockedBy, readyOf } from './ready';

/** Nobody starts these (again): what failed is worked on already. */
const CLOSED: ReadonlySet<Status> = new Set<Status>(['complete', 'failed', 'skipped']);

/** The one answer, for every surface, to whether an achievement can be started and what is in its way. */
export interface ReadinessFacts {
  readiness(node: number): Readiness;
  /**
   * The minimal set of unfinished achievements it waits for, in id order, then the other plans; empty for what is over.
   */
  blockers(node: number): readonly AchievementId[];
}

/**
 * Whether each achievement of a plan can be started.
 *
 * @param topology Of `graph`, soft dependencies included.
 * @param layered Whether anybody stated dependencies.
 * @param isCovered Whether the documents say what an achievement depends on.
 * @param waitsFor Other plans that must be complete first. One that the whole plan waits for blocks what nothing else
 *   does.
 */
export const readinessFacts = (
  numbering: Numbering,
  graph: Graph,
  topology: Topology,
  layered: boolean,
  isCovered: (id: AchievementId) => boolean,
  waitsFor: readonly PlanWait[],
): ReadinessFacts => {
  const { achievements } = numbering;
  const waiting = waitingGraph(numbering, graph);
  const flags = (holds: (achievement: Achievement) => boolean) =>
    Uint8Array.from(achievements, (each) => (holds(each) ? 1 : 0));
  const done = flags(({ status }) => status === 'complete');
  const closed = flags(({ status }) => CLOSED.has(status));
  const startable = readyOf(waiting, done, closed);
  achievements.forEach(({ dependencies, unreadDependencies }, node) => {
    const isUnsure = unreadDependencies.length > 0;
    if (isUnsure || dependencies.some((each) => isOpenElsewhere(numbering, each))) startable[node] = 0;
  });
  const minimal = lazy(() => blockedBy(waiting, waiting === graph ? topology : topologyOf(waiting), done));
  const knots = lazy(() => (topology.acyclic ? undefined : knotsIn(waiting, done)));
  const inside = (node: number): readonly AchievementId[] =>
    closed[node] === 1 ? [] : blockersOf(numbering, node, minimal()[node] ?? []);
  const outside = (node: number): readonly string[] => {
    if (closed[node] === 1 || waitsFor.length === 0) return [];
    const { id } = achievements[node] as Achievement;
    return waitsFor
      .filter(({ own }) => own === id || (own === undefined && inside(node).length === 0))
      .map(waitLabel);
  };
  const blockers = (node: number): readonly AchievementId[] =>
    waitsFor.length === 0 ? inside(node) : [...new Set([...inside(node), ...outside(node)])];
  return {
    blockers,
    readiness: (node) => {
      if (closed[node] === 1) return 'over';
      if (outside(node).length > 0) return knots()?.(node) ?? 'blocked';
      if (!layered) return 'unknown';
      if (startable[node] === 1)
        return isCovered((achievements[node] as Achievement).id) ? 'ready' : 'unknown';
      const knot = knots()?.(node);
      if (knot !== undefined) return knot;
      return blockers(node).length > 0 ? 'blocked' : 'unknown';
    },
  };
};

/** Waited for, of another plan or none, and not known to be complete. */
const isOpenElsewhere = ({ numbers }: Numbering, { id, soft, elsewhere }: Dependency): boolean =>
  !numbers.has(id) && soft !== true && elsewhere?.status !== 'complete';

/** Its own dependencies in id order: those of no plan always block, known ones if they are needed to. */
const blockersOf = (numbering: Numbering, node: number, known: readonly number[]): AchievementId[] => {
  const { dependencies } = numbering.achievements[node] as Achievement;
  if (dependencies.length === 0) return [];
  const blocking = new Set(known);
  const ids = dependencies
    .filter((each) => {
      const number = numbering.numbers.get(each.id);
      return number === undefined
        ? isOpenElsewhere(numbering, each)
        : each.soft !== true && blocking.has(number);
    })
    .map(({ id }) => id);
  return [...new Set(ids)].sort(compareIds);
};

/** Where a node waits for a cycle, seen without what is done: a cycle of which a part is complete holds nobody up. */
const knotsIn = (
  waiting: Graph,
  done: Uint8Array,
): ((node: number) => 'in-cycle' | 'behind-cycle' | undefined) => {
  const pairs: number[] = [];
  const { starts, targets } = waiting.dependencies;
  for (let node = 0; node < waiting.nodeCount; node++) {
    if (done[node] === 1) continue;
    for (let edge = starts[node] as number; edge < (starts[node + 1] as number); edge++) {
      const target = targets[edge] as number;
      if (done[target] !== 1) pairs.push(node, target);
    }
  }
  const open = createGraph(waiting.nodeCount, pairs);
  const topology = topologyOf(open);
  const members = cycleMembersOf(open, topology);
  return (node) => {
    if (topology.levels[node] !== -1) return undefined;
    return members[node] === 1 ? 'in-cycle' : 'behind-cycle';
  };
};

import { type Timing, timingOf } from '../graph/criticalPath';
import { createGraph, type Graph } from '../graph/graph';
import { type Topology, topologyOf } from '../graph/levels';
import { type Numbering, numbered, pairsOf } from '../graph/numbering';
import type { Achievement } from '../model/achievement';
import type { BreakableDependency, DependencyChange } from '../model/edge';
import type { AchievementId } from '../model/ids';
import { compareIds } from '../model/ids';
import type { Plan } from '../model/plan';
import { isOver } from '../model/status';
import { type Durations, durationsOf } from './durations';
import { type NamedExecutors, namedExecutors } from './namedExecutors';

/**
 * The open achievements of a plan as tasks of a project: what is complete or skipped is done, takes no time and holds
 * up nobody. Times are in whole seconds.
 */
export interface Network {
  /** The nodes of `graph`, in id order. */
  readonly achievements: readonly Achievement[];
  readonly nodes: ReadonlyMap<AchievementId, number>;
  /** Dependencies among open achievements; without cycles. */
  readonly graph: Graph;
  readonly topology: Topology;
  /** The dependency level in the whole plan, per node. */
  readonly levels: Int32Array;
  readonly durations: Durations;
  /** By the likely durations and as many executors as there can be work for. */
  readonly timing: Timing;
  readonly executors: NamedExecutors;
  /** Open achievements in or behind a cycle, in id order: they can never start and take no part. */
  readonly unreachable: readonly AchievementId[];
  /** Dependencies of `achievements` on ids that this plan does not define; they take part as if these were done. */
  readonly undefinedDependencies: readonly BreakableDependency[];
}

const NOTHING: ReadonlySet<AchievementId> = new Set();

/**
 * Makes the network of a plan, or what it would be with a dependency more or less. Linear but for the sorting.
 *
 * @param landed what counts as done, although the files of the plan do not prove it: what a run has landed
 */
export const networkOf = (
  plan: Pick<Plan, 'achievements' | 'parallel'>,
  change?: DependencyChange,
  landed: ReadonlySet<AchievementId> = NOTHING,
): Network => {
  const numbering = numbered(plan);
  const pairs = change ? changedPairs(numbering, change) : pairsOf(numbering);
  const { levels } = topologyOf(createGraph(numbering.achievements.length, pairs));
  const open = [...numbering.achievements.keys()]
    .filter((number) => {
      const { id, status } = numbering.achievements[number] as Achievement;
      return !isOver(status) && !landed.has(id);
    })
    .sort((one, other) => compareIds(idIn(numbering, one), idIn(numbering, other)));
  const taking = open.filter((number) => levels[number] !== -1);
  const achievements = taking.map((number) => numbering.achievements[number] as Achievement);
  const graph = subgraph(numbering, pairs, taking);
  const topology = topologyOf(graph);
  const durations = durationsOf(achievements);
  return {
    achievements,
    nodes: new Map(achievements.map(({ id }, node) => [id, node])),
    graph,
    topology,
    levels: Int32Array.from(taking, (number) => levels[number] as number),
    durations,
    timing: timingOf(graph, topology, durations.likely),
    executors: namedExecutors(plan, achievements),
    unreachable: open.filter((number) => levels[number] === -1).map((number) => idIn(numbering, number)),
    undefinedDependencies: achievements.flatMap(({ id, dependencies }) =>
      dependencies
        .filter((each) => !numbering.numbers.has(each.id) && each.elsewhere?.status !== 'complete')
        .map((each) => ({ id, dependsOn: each.id })),
    ),
  };
};

const idIn = ({ achievements }: Numbering, number: number): AchievementId =>
  (achievements[number] as Achievement).id;

/** Both ends of the change have numbers. */
const changedPairs = (numbering: Numbering, { kind, id, dependsOn }: DependencyChange): number[] => {
  const pairs = pairsOf(numbering);
  const node = numbering.numbers.get(id) as number;
  const dependency = numbering.numbers.get(dependsOn) as number;
  if (kind === 'add') return [...pairs, node, dependency];
  const kept: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    if (pairs[at] !== node || pairs[at + 1] !== dependency)
      kept.push(pairs[at] as number, pairs[at + 1] as number);
  }
  return kept;
};

/** The pairs both ends of which are among `members`, numbered as they stand there. */
const subgraph = (
  { achievements }: Numbering,
  pairs: readonly number[],
  members: readonly number[],
): Graph => {
  const places = new Int32Array(achievements.length).fill(-1);
  members.forEach((number, place) => {
    places[number] = place;
  });
  const kept: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const [node, dependency] = [
      places[pairs[at] as number] as number,
      places[pairs[at + 1] as number] as number,
    ];
    if (node !== -1 && dependency !== -1) kept.push(node, dependency);
  }
  return createGraph(members.length, kept);
};

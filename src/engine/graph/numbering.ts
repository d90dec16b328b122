import type { Achievement, Dependency } from '../model/achievement';
import type { AchievementId } from '../model/ids';
import type { Plan } from '../model/plan';
import { createGraph, type Graph } from './graph';

/** The achievements of a plan as numbered nodes, in document order. */
export interface Numbering {
  /** One per id: the first that defines it. */
  readonly achievements: readonly Achievement[];
  readonly numbers: ReadonlyMap<AchievementId, number>;
}

export const numbered = ({ achievements: all }: Pick<Plan, 'achievements'>): Numbering => {
  const byId = new Map<AchievementId, Achievement>();
  for (const achievement of all) if (!byId.has(achievement.id)) byId.set(achievement.id, achievement);
  const achievements = [...byId.values()];
  return { achievements, numbers: new Map(achievements.map(({ id }, number) => [id, number])) };
};

/** The dependencies as `[node, dependency, …]`, by node; ids that nothing defines are left out. */
export const pairsOf = (numbering: Numbering): number[] => pairsAmong(numbering, () => true);

const pairsAmong = (
  { achievements, numbers }: Numbering,
  counts: (dependency: Dependency) => boolean,
): number[] => {
  const pairs: number[] = [];
  achievements.forEach(({ dependencies }, node) => {
    for (const each of dependencies) {
      const dependency = numbers.get(each.id);
      if (dependency !== undefined && counts(each)) pairs.push(node, dependency);
    }
  });
  return pairs;
};

export const graphOf = (numbering: Numbering): Graph =>
  createGraph(numbering.achievements.length, pairsOf(numbering));

/** The graph of what is waited for: `graph` itself where no dependency is soft. */
export const waitingGraph = (numbering: Numbering, graph: Graph): Graph => {
  // only PRPs have any, and a plan has nothing else then
  const hasSoft =
    numbering.achievements[0]?.prp !== undefined &&
    numbering.achievements.some(({ dependencies }) => dependencies.some(({ soft }) => soft));
  return hasSoft
    ? createGraph(
        numbering.achievements.length,
        pairsAmong(numbering, ({ soft }) => soft !== true),
      )
    : graph;
};

export const idsOf = ({ achievements }: Numbering, nodes: Iterable<number>): AchievementId[] =>
  Array.from(nodes, (node) => (achievements[node] as Achievement).id);

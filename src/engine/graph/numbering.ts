import type { Achievement, AchievementId } from '../model/achievement';
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
export const pairsOf = ({ achievements, numbers }: Numbering): number[] => {
  const pairs: number[] = [];
  achievements.forEach(({ dependencies }, node) => {
    for (const { id } of dependencies) {
      const dependency = numbers.get(id);
      if (dependency !== undefined) pairs.push(node, dependency);
    }
  });
  return pairs;
};

export const graphOf = (numbering: Numbering): Graph =>
  createGraph(numbering.achievements.length, pairsOf(numbering));

export const idsOf = ({ achievements }: Numbering, nodes: Iterable<number>): AchievementId[] =>
  Array.from(nodes, (node) => (achievements[node] as Achievement).id);

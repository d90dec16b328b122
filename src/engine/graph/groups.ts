import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { levelTitle, NO_LEVEL, priorityTitle } from '../words/levels';

/** Achievements that are shown together; every achievement of a plan is in exactly one group. */
export interface Group {
  /** `cycle` holds what has no level because of a cycle; `priority` stands in where nobody stated dependencies. */
  readonly kind: 'level' | 'cycle' | 'priority';
  /** `Level 0`, `Priority 2`. */
  readonly title: string;
  /** Set for kind `level`. */
  readonly level: number | undefined;
  readonly achievements: readonly AnalysedAchievement[];
}

/** What to say of a plan that is empty. */
export const NO_ACHIEVEMENTS = 'No achievements';

/** What to say of a plan in which nobody stated any dependency. */
export const NO_DEPENDENCIES = 'No dependency information: add a parallel.json';

/** The groups of a plan in the order people read them. Empty for a plan without achievements. */
export const groupsOf = (plan: AnalysedPlan): readonly Group[] => {
  if (plan.dependencySource === 'none') return prioritiesOf(plan);
  const levels = plan.levels.map(
    ({ level, achievements }): Group => ({
      kind: 'level',
      title: levelTitle(level),
      level,
      achievements: achievements.flatMap((id) => plan.byId.get(id) ?? []),
    }),
  );
  const without = plan.achievements.filter(({ level }) => level === undefined);
  if (without.length === 0) return levels;
  return [...levels, { kind: 'cycle', title: NO_LEVEL, level: undefined, achievements: without }];
};

const prioritiesOf = ({ achievements }: AnalysedPlan): readonly Group[] => {
  const byPriority = new Map<string | undefined, AnalysedAchievement[]>();
  for (const achievement of achievements) {
    const group = byPriority.get(achievement.priority);
    if (group) group.push(achievement);
    else byPriority.set(achievement.priority, [achievement]);
  }
  return [...byPriority].map(([priority, group]) => ({
    kind: 'priority',
    title: priorityTitle(priority),
    level: undefined,
    achievements: group,
  }));
};

import type { AnalysedAchievement } from '../model/analysis';

/** `Level 2`: the heading of a dependency level. */
export const levelTitle = (level: number): string => `Level ${level}`;

/** `Priority 3.5`, `No priority`: the heading of what stands under a priority of the PLAN. */
export const priorityTitle = (priority: string | undefined): string =>
  priority === undefined ? 'No priority' : `Priority ${priority}`;

/** The heading of what has no level where dependencies are stated. */
export const NO_LEVEL = 'No level: in or behind a cycle';

/** What a cycle means for an achievement. */
export const CYCLE_WORDS = { 'in-cycle': 'in a cycle', 'behind-cycle': 'behind a cycle' } as const;

/** Why an achievement has no level; undefined when it has one or nobody stated dependencies. */
export const levelReasonWords = ({
  levelReason,
}: Pick<AnalysedAchievement, 'levelReason'>): string | undefined => {
  if (levelReason === undefined || levelReason === 'no-dependencies') return undefined;
  return CYCLE_WORDS[levelReason];
};

/** Where it stands in the order of the plan: `level 2`, `in a cycle`; undefined where nobody stated dependencies. */
export const placeWords = (
  achievement: Pick<AnalysedAchievement, 'level' | 'levelReason'>,
): string | undefined =>
  achievement.level === undefined ? levelReasonWords(achievement) : `level ${achievement.level}`;

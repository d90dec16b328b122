import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import type { CreationSelection } from './batch';

/** The achievements a request is about, in document order. */
export interface Selected {
  readonly achievements: readonly AnalysedAchievement[];
  readonly level: number | undefined;
  /** Achievements that were looked at but are not meant, with the reason. */
  readonly reasons: ReadonlyMap<AchievementId, string>;
}

type IsMissing = (achievement: AnalysedAchievement) => boolean;

/** Resolves a selection; fails for levels and ids the plan does not have. */
export const select = (
  plan: AnalysedPlan,
  selection: CreationSelection,
  isMissing: IsMissing,
): Result<Selected, UserError> => {
  switch (selection.by) {
    case 'all':
      return ok(selected(plan.achievements));
    case 'level':
      return selectLevel(plan, selection.level);
    case 'achievements':
      return selectIds(plan, selection.ids);
    case 'next':
      return ok(selectNext(plan, isMissing));
  }
};

const selected = (achievements: readonly AnalysedAchievement[], level?: number): Selected => ({
  achievements,
  level,
  reasons: new Map(),
});

const ofLevel = (plan: AnalysedPlan, level: number): readonly AnalysedAchievement[] =>
  plan.achievements.filter((achievement) => achievement.level === level);

const selectLevel = (plan: AnalysedPlan, level: number): Result<Selected, UserError> => {
  if (plan.levels.some((each) => each.level === level)) return ok(selected(ofLevel(plan, level), level));
  const there = plan.levels.map((each) => each.level);
  if (there.length > 0) {
    return fail(new UserError(`${plan.name} has no level ${level}. Its levels are ${there.join(', ')}.`));
  }
  const why =
    plan.cycles.length > 0 ? 'every achievement is in or behind a cycle' : 'no dependencies are stated';
  return fail(
    new UserError(`${plan.name} has no dependency levels: ${why}. Select achievements by id, or all.`),
  );
};

const selectIds = (plan: AnalysedPlan, ids: readonly AchievementId[]): Result<Selected, UserError> => {
  const unknown = [...new Set(ids)].filter((id) => !plan.byId.has(id));
  if (unknown.length > 0) {
    const known = plan.achievements.map(({ id }) => id).join(', ') || 'none';
    return fail(new UserError(`${plan.name} has no achievement ${unknown.join(', ')}. It has ${known}.`));
  }
  const wanted = new Set(ids);
  return ok(selected(plan.achievements.filter(({ id }) => wanted.has(id))));
};

/**
 * The lowest level with something missing; without dependency information the first priority group, in
 * document order, with something missing. When nothing is missing: everything, so that the reasons can be shown.
 */
const selectNext = (plan: AnalysedPlan, isMissing: IsMissing): Selected => {
  if (plan.dependencySource === 'none') {
    const first = plan.achievements.find(isMissing);
    return first
      ? selected(plan.achievements.filter(({ priority }) => priority === first.priority))
      : selected(plan.achievements);
  }
  const levels = plan.achievements.filter(isMissing).flatMap(({ level }) => level ?? []);
  if (levels.length > 0) {
    const lowest = levels.reduce((one, other) => Math.min(one, other));
    return selected(ofLevel(plan, lowest), lowest);
  }
  const left = plan.achievements.filter(isMissing);
  return {
    ...selected(plan.achievements),
    reasons: new Map(left.map(({ id, levelReason }) => [id, whyNot(levelReason)])),
  };
};

const whyNot = (reason: AnalysedAchievement['levelReason']): string =>
  reason === 'behind-cycle'
    ? 'waits for a dependency cycle, so it has no level; select it by its id'
    : 'in a dependency cycle, so it has no level; select it by its id';

import type { AnalysedAchievement, AnalysedPlan, Cycle } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { isOver } from '../model/status';
import { type PlanWait, waitLabel } from '../model/wait';
import { stepOf, type WorkflowStep } from './step';

/** An unfinished achievement that others wait for. */
export interface Blocker {
  readonly id: AchievementId;
  /** Undefined for an id that the plan does not define, and for another plan. */
  readonly achievement: AnalysedAchievement | undefined;
  /** The other plan, where it is one. */
  readonly elsewhere: PlanWait | undefined;
  /** How many unfinished achievements wait for it, at any distance. */
  readonly waiting: number;
}

/** Why an achievement cannot start, or what it is waiting for now. */
export interface Explanation {
  readonly achievement: AnalysedAchievement;
  readonly step: WorkflowStep;
  /** The minimal set of unfinished achievements that blocks it; empty when nothing does. */
  readonly blockedBy: readonly Blocker[];
  /** Of everything it waits for at any distance: what waits for nothing itself. The one that unblocks most first. */
  readonly startHere: readonly Blocker[];
  /** The cycle it is in or behind, if any: then nothing but breaking it helps. */
  readonly cycle: Cycle | undefined;
}

/** Explains one achievement of a plan; undefined for an id it does not have. Walks the plan once per place to start. */
export const explain = (plan: AnalysedPlan, id: AchievementId): Explanation | undefined => {
  const achievement = plan.byId.get(id);
  if (!achievement) return undefined;
  const ahead = everythingAhead(plan, achievement);
  const blocker = (each: AchievementId): Blocker => {
    const elsewhere = plan.byId.has(each)
      ? undefined
      : plan.waitsFor.find((wait) => waitLabel(wait) === each);
    return {
      id: each,
      achievement: plan.byId.get(each),
      elsewhere,
      waiting: elsewhere ? waitingForPlan(plan, elsewhere) : waitingFor(plan, each).length,
    };
  };
  const startable = [...ahead].filter((each) => (plan.byId.get(each)?.blockedBy.length ?? 0) === 0);
  return {
    achievement,
    step: stepOf(plan, achievement),
    blockedBy: achievement.blockedBy.map(blocker),
    startHere: startable.map(blocker).sort((one, other) => other.waiting - one.waiting),
    cycle: plan.cycles.find((cycle) => cycle.some((each) => each === id || ahead.has(each))),
  };
};

/** Every unfinished achievement it waits for, at any distance, nearest first. */
const everythingAhead = (
  plan: AnalysedPlan,
  { id, blockedBy }: AnalysedAchievement,
): ReadonlySet<AchievementId> => {
  const found = new Set(blockedBy);
  for (const each of found) for (const further of plan.byId.get(each)?.blockedBy ?? []) found.add(further);
  found.delete(id);
  return found;
};

/** Unfinished achievements that wait for one, at any distance, nearest first. */
export const waitingFor = (plan: AnalysedPlan, id: AchievementId): readonly AchievementId[] => {
  const found = new Set<AchievementId>([id]);
  for (const each of found) {
    for (const dependent of dependentsOf(plan, each)) {
      const status = plan.byId.get(dependent)?.status;
      if (status !== undefined && !isOver(status)) found.add(dependent);
    }
  }
  found.delete(id);
  return [...found];
};

/** How many of its unfinished achievements wait for another plan, at any distance. */
const waitingForPlan = (plan: AnalysedPlan, { own }: PlanWait): number =>
  own === undefined
    ? plan.achievements.filter(({ status }) => !isOver(status)).length
    : 1 + waitingFor(plan, own).length;

/** An id that nothing defines has dependents all the same. */
const dependentsOf = (plan: AnalysedPlan, id: AchievementId): readonly AchievementId[] =>
  plan.byId.get(id)?.dependents ??
  plan.achievements
    .filter(({ dependencies }) => dependencies.some((each) => each.id === id))
    .map((each) => each.id);

import type { AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { isFinished, isGoing } from '../model/lifecycle';
import { isReady, type Taken } from '../model/readiness';
import { isOver } from '../model/status';
import { claimToSettle, type NextStep, nextSteps } from './next';
import type { WorkflowAction } from './step';

/** What there is to do in a plan: what comes first, and what is folded away behind it. */
export interface Agenda {
  readonly plan: AnalysedPlan;
  /** All that can be done now by {@link nextSteps}: what comes first and what is folded. */
  readonly steps: readonly NextStep[];
  /** Most urgent first. */
  readonly now: readonly NextStep[];
  /**
   * What may begin as well for all that is known, in later priorities: where a plan does not say what depends on what,
   * nobody can tell. Empty where it does.
   */
  readonly later: readonly NextStep[];
  /** What a run has, which is no part of the steps. */
  readonly taken: Taken;
  /** Stating dependencies comes before all that may begin. */
  readonly lacksDependencies: boolean;
}

/** So many steps of one plan are listed one by one; the rest is counted, with the way to see it. */
export const MOST_STEPS = 12;

/** What kind of thing there is to do, the most urgent first. */
const URGENCIES = ['fix', 'review', 'going', 'start'] as const;
export type Urgency = (typeof URGENCIES)[number];

const OF_ACTION: Readonly<Record<WorkflowAction, Urgency>> = {
  address_fixes: 'fix',
  review: 'review',
  synthesize: 'going',
  continue_execution: 'going',
  create_next_execution: 'going',
  create_execution: 'going',
  fill_subplan: 'going',
  execute: 'start',
  create_subplan: 'start',
  next_achievement: 'start',
};

export const urgencyOf = ({ step }: NextStep): Urgency => OF_ACTION[step.action];

/**
 * The agenda of one plan. Where its order is not known, what has begun and what is known to be ready comes first, then
 * the lowest priority that is not finished; the rest is folded.
 *
 * @param taken what the last run of the plan has: nobody else does it
 */
export const agendaOf = (plan: AnalysedPlan, taken: Taken = new Set()): Agenda => {
  const steps = nextSteps(plan).filter(({ achievement }) => !taken.has(achievement.id));
  if (plan.isOrderKnown()) return { plan, taken, steps, now: steps, later: [], lacksDependencies: false };
  const first = lowestPriority(plan);
  const isNow = (each: NextStep): boolean =>
    urgencyOf(each) !== 'start' || isReady(each.achievement) || first.has(each.achievement.id);
  return {
    plan,
    taken,
    steps,
    now: steps.filter(isNow),
    later: steps.filter((each) => !isNow(each)),
    lacksDependencies: steps.length > 1 && !isFinished(plan),
  };
};

/** The achievements of the first priority that is not over; of the whole plan where it has none. */
const lowestPriority = ({ achievements }: AnalysedPlan): ReadonlySet<AchievementId> => {
  const open = achievements.filter(({ status }) => !isOver(status)).map(({ priority }) => priority);
  const first = open.sort(byNumber)[0];
  return new Set(achievements.filter(({ priority }) => priority === first).map(({ id }) => id));
};

/** `2` before `10`, whatever comes first in the document; what stands below no priority comes last. */
const byNumber = (one: string | undefined, other: string | undefined): number =>
  one === undefined || other === undefined
    ? Number(one === undefined) - Number(other === undefined)
    : one.localeCompare(other, 'en', { numeric: true });

/**
 * The agendas of all plans that go on and have anything to do: the plan with the most urgent thing first. Those that can
 * do nothing but wait for other plans come last.
 */
export const agendasOf = (
  plans: readonly AnalysedPlan[],
  takenIn?: (planUri: string) => Taken,
): readonly Agenda[] =>
  plans
    .filter(isGoing)
    .map((plan) => agendaOf(plan, takenIn?.(plan.uri)))
    .filter(
      ({ plan, now }) => now.length > 0 || claimToSettle(plan) !== undefined || plan.waitsFor.length > 0,
    )
    .sort((one, other) => rankOf(one) - rankOf(other));

const rankOf = ({ plan, now: [first] }: Agenda): number => {
  if (first) return URGENCIES.indexOf(urgencyOf(first));
  return claimToSettle(plan) ? URGENCIES.indexOf('review') : URGENCIES.length;
};

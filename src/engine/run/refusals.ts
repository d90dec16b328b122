import { counted } from '../../shared/counted';
import { firstOf, listed } from '../../shared/listed';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { waitPlace, waitWords, wholePlanWaits } from '../words/waits';
import type { RunItem } from './item';

interface Asked {
  /** What is to be done. */
  readonly open: readonly AnalysedAchievement[];
  readonly items: readonly RunItem[];
  readonly jobs: number;
}

/** Why a plan cannot be run, one sentence each: what is wrong and what to do. */
export const refusalsOf = (plan: AnalysedPlan, asked: Asked): readonly string[] => [
  ...nothingAsked(plan, asked),
  ...otherPlans(plan, asked),
  ...equalIds(plan),
  ...cycles(plan, asked),
  ...unknownIds(plan, asked),
  ...unread(asked),
  ...unknownOrder(plan, asked),
  ...nothingCanStart(asked),
];

const nothingAsked = ({ name }: AnalysedPlan, { items }: Asked): readonly string[] =>
  items.length === 0 ? [`There is nothing to run in ${name}.`] : [];

/** Until another plan is complete nothing of this one may begin. */
const otherPlans = (plan: AnalysedPlan, { open }: Asked): readonly string[] =>
  open.length === 0
    ? []
    : wholePlanWaits(plan).map(
        (wait) =>
          `${plan.name} waits for ${waitWords(wait)}, as ${waitPlace(wait)} says. Complete that first, or change what is said.`,
      );

/** The plan has each once, whatever the PLAN says: what else is said of it would be lost. */
const equalIds = ({ facts, name }: AnalysedPlan): readonly string[] => {
  const ids = facts?.achievements.map(({ id }) => id) ?? [];
  const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
  return twice.length === 0 ? [] : [`${name} defines ${listed(twice)} more than once.`];
};

const cycles = (plan: AnalysedPlan, { open }: Asked): readonly string[] => {
  const stuck = open.filter(({ readiness }) => readiness === 'in-cycle' || readiness === 'behind-cycle');
  if (stuck.length === 0) return [];
  const found = plan.cycles.map((cycle) => cycle.join(' → '));
  return [
    `${listed(stuck.map(({ id }) => id))} can never start: ${plan.name} has ${counted(found.length, 'cycle')} (${firstOf(found).first.join('; ')}).`,
  ];
};

const unknownIds = ({ byId, name }: AnalysedPlan, { open }: Asked): readonly string[] =>
  open.flatMap(({ id, dependencies }) =>
    dependencies
      .filter((each) => each.soft !== true && !byId.has(each.id) && !each.elsewhere)
      .map((each) => `${id} depends on ${each.id}, which nothing in ${name} defines.`),
  );

const unread = ({ open }: Asked): readonly string[] =>
  open.flatMap(({ id, unreadDependencies }) =>
    unreadDependencies.map(({ text }) => `A dependency of ${id} was not understood: "${text}".`),
  );

const unknownOrder = (plan: AnalysedPlan, { open, jobs }: Asked): readonly string[] =>
  plan.isOrderKnown() || jobs === 1 || open.length < 2
    ? []
    : [
        `${plan.name} states too few dependencies to run anything in parallel. State them in a parallel.json, or use ` +
          'one job, which runs one after the other.',
      ];

const nothingCanStart = ({ open, items }: Asked): readonly string[] => {
  const ids = new Set(open.map(({ id }) => id));
  const doable = items.filter((item) => ids.has(item.id));
  if (doable.length === 0 || doable.some(({ missing }) => missing.length === 0)) return [];
  return doable.map(
    ({ id, missing }) => `${id} depends on ${listed(missing)}, which is not done and not part of this run.`,
  );
};

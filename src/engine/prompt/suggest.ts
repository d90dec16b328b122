import { missingDocuments } from '../create/count';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { nextSteps } from '../workflow/next';
import { stepOf, subplanToFill, type WorkflowAction } from '../workflow/step';
import type { PromptKind } from './prompt';

const KINDS: Readonly<Record<WorkflowAction, PromptKind | undefined>> = {
  create_subplan: 'subplan',
  fill_subplan: 'subplan',
  create_execution: 'execution',
  execute: 'continue',
  continue_execution: 'continue',
  create_next_execution: 'next-execution',
  synthesize: 'synthesize',
  review: 'review',
  address_fixes: 'fix',
  next_achievement: undefined,
};

/** The prompt that takes an achievement on from where it stands; undefined when nothing is left to do. */
export const suggestedKind = (plan: AnalysedPlan, achievement: AnalysedAchievement): PromptKind | undefined =>
  KINDS[stepOf(plan, achievement).action];

/** What can be asked about an achievement, the suggested kind first. */
export const kindsFor = (plan: AnalysedPlan, achievement: AnalysedAchievement): readonly PromptKind[] => {
  const suggested = suggestedKind(plan, achievement);
  const possible: readonly PromptKind[] = [
    ...(suggested === undefined ? [] : [suggested]),
    ...PER_ACHIEVEMENT.filter((kind) => applies(kind, plan, achievement)),
    ...(plan.kind === 'plan' ? (['discovery'] as const) : []),
  ];
  return [...new Set(possible)];
};

/** What can be asked about a plan as a whole, in the order of the work. */
export const kindsForPlan = (plan: AnalysedPlan): readonly PromptKind[] =>
  plan.kind === 'prp-batch'
    ? ['resume']
    : [
        ...(hasBegun(plan) ? [] : (['plan'] as const)),
        'discovery',
        ...(missingDocuments(plan, 'subplan').length > 0 ? (['subplans'] as const) : []),
        ...(missingDocuments(plan, 'execution').length > 0 ? (['executions'] as const) : []),
        ...(plan.achievements.some((each) => applies('fill', plan, each)) ? (['fill'] as const) : []),
        ...(plan.achievements.some((each) => applies('reviews', plan, each)) ? (['reviews'] as const) : []),
        'add-achievement',
        'mid-plan-review',
        'resume',
        'pause',
        'complete',
      ];

/** Somebody has written a document about an achievement: the PLAN is more than a beginning. */
const hasBegun = ({ achievements }: AnalysedPlan): boolean =>
  achievements.some(({ evidence }) => evidence.length > 0);

/** Kinds that are about one achievement. */
const PER_ACHIEVEMENT: readonly PromptKind[] = [
  'subplan',
  'execution',
  'continue',
  'next-execution',
  'synthesize',
  'review',
  'fix',
  'verify',
];

/** Whether there is what a kind works on. */
export const applies = (kind: PromptKind, plan: AnalysedPlan, achievement: AnalysedAchievement): boolean => {
  const { subplan, executions, fix, evidence } = achievement;
  if (plan.kind === 'prp-batch')
    return kind === 'verify' || (kind === 'continue' && isOpen(plan, achievement));
  switch (kind) {
    case 'subplan':
    case 'subplans':
      return subplan === undefined || subplanToFill(plan, achievement) !== undefined;
    case 'fill':
      return subplanToFill(plan, achievement) !== undefined && isOpen(plan, achievement);
    case 'reviews':
      return stepOf(plan, achievement).action === 'review';
    case 'execution':
    case 'executions':
      return executions.length === 0 && subplan !== undefined;
    case 'next-execution':
    case 'review':
      return executions.length > 0;
    case 'continue':
      return stepOf(plan, achievement).unfinished.length > 0;
    case 'synthesize':
      return executions.length > 0 && subplan !== undefined;
    case 'fix':
      return fix !== undefined;
    case 'verify':
      return evidence.length > 0;
    case 'discovery':
    case 'pause':
    case 'resume':
    case 'plan':
    case 'add-achievement':
    case 'mid-plan-review':
    case 'complete':
      return true;
  }
};

const isOpen = (plan: AnalysedPlan, achievement: AnalysedAchievement): boolean =>
  stepOf(plan, achievement).action !== 'next_achievement';

/** The achievement for which `kind` is most urgent now; undefined when it is for none. */
export const mostUrgentFor = (kind: PromptKind, plan: AnalysedPlan): AnalysedAchievement | undefined => {
  const now = nextSteps(plan).map(({ achievement }) => achievement);
  return (
    now.find((each) => suggestedKind(plan, each) === kind) ?? now.find((each) => applies(kind, plan, each))
  );
};

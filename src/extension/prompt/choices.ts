import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import type { Parallelism, PromptKind, PromptRequest } from '../../engine/prompt/prompt';
import { kindsFor, kindsForPlan, suggestedKind } from '../../engine/prompt/suggest';
import { printable } from '../../engine/words/printable';
import { nextSteps } from '../../engine/workflow/next';

/** A prompt to choose. */
export interface PromptChoice {
  readonly label: string;
  readonly description: string;
  readonly asks: Pick<PromptRequest, 'kind' | 'selection' | 'parallelism'>;
}

const WORDS: Readonly<Record<PromptKind, string>> = {
  plan: 'Write the PLAN',
  discovery: 'Find what can run at the same time',
  subplan: 'Write the SUBPLAN',
  subplans: 'Write the next SUBPLANs',
  fill: 'Fill in every SUBPLAN',
  execution: 'Write the EXECUTION_TASK',
  executions: 'Write the next EXECUTION_TASKs',
  continue: 'Do the work',
  'next-execution': 'Write the next EXECUTION_TASK',
  synthesize: 'Bring the results together',
  review: 'Review the work',
  reviews: 'Review everything that waits for it',
  fix: 'Fix what the review found',
  verify: 'Verify what is claimed',
  pause: 'Pause: leave the work for somebody else',
  resume: 'Resume: take the work up again',
  'add-achievement': 'Add an achievement',
  'mid-plan-review': 'Review the plan on its way',
  complete: 'Complete the plan',
};

const SCOPES: Readonly<Record<Parallelism, string>> = {
  3: 'across priorities',
  2: 'inside a priority',
  1: 'inside an achievement',
};

/** The prompts that make sense for an achievement, or for the plan as a whole; what comes next is the first. */
export const promptChoices = (
  plan: AnalysedPlan,
  achievement: AnalysedAchievement | undefined,
): readonly PromptChoice[] => (achievement ? choicesFor(plan, achievement) : choicesForPlan(plan));

const choicesFor = (plan: AnalysedPlan, achievement: AnalysedAchievement): readonly PromptChoice[] => {
  const suggested = suggestedKind(plan, achievement);
  const selection = { by: 'achievements', ids: [achievement.id] } as const;
  return kindsFor(plan, achievement).map((kind) => {
    const parallelism = kind === 'discovery' ? 1 : undefined;
    return {
      label: WORDS[kind],
      description: kind === suggested ? 'comes next' : parallelism ? SCOPES[parallelism] : '',
      asks: { kind, selection, parallelism },
    };
  });
};

const choicesForPlan = (plan: AnalysedPlan): readonly PromptChoice[] => {
  const next = nextSteps(plan).find(({ achievement }) => suggestedKind(plan, achievement) !== undefined);
  const kind = next && suggestedKind(plan, next.achievement);
  return [
    ...(next && kind
      ? [
          {
            label: WORDS[kind],
            description: printable(`${next.achievement.id} ${next.achievement.title} comes next`),
            asks: { kind, selection: { by: 'achievements', ids: [next.achievement.id] } } as const,
          },
        ]
      : []),
    ...kindsForPlan(plan).flatMap((each): readonly PromptChoice[] =>
      each === 'discovery'
        ? ([3, 2, 1] as const).map((parallelism) => ({
            label: WORDS.discovery,
            description: SCOPES[parallelism],
            asks: { kind: 'discovery', parallelism },
          }))
        : [{ label: WORDS[each], description: '', asks: { kind: each } }],
    ),
  ];
};

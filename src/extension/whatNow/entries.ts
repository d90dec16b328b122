import { countNext } from '../../engine/create/count';
import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { isFinished, stateMark } from '../../engine/model/lifecycle';
import { claimWords } from '../../engine/state/words';
import { actionWords } from '../../engine/workflow/actionWords';
import { waitingFor } from '../../engine/workflow/explain';
import { claimToSettle, type NextStep, nextSteps } from '../../engine/workflow/next';
import type { WorkflowAction, WorkflowStep } from '../../engine/workflow/step';
import { counted, listed, plainText, sentence } from '../../language/words';

/** A command of the extension with its arguments. */
export interface Invocation {
  /** Without `parallelPlans.`. */
  readonly command: string;
  readonly args: readonly unknown[];
}

/** Something to choose. */
export interface Entry {
  readonly group: 'now' | 'batch' | 'plan';
  /** Name of a codicon. */
  readonly icon: string;
  readonly label: string;
  readonly description: string;
  /** Why, or what is missing. */
  readonly detail: string;
  /** What choosing it does; with several, the person is asked which. Empty: it cannot be done now. */
  readonly does: readonly (Invocation & { readonly label: string })[];
}

/** So many steps are listed one by one. */
const MOST_STEPS = 12;

/** What can be done in a plan now, the most urgent first, then batches, then what concerns the plan as a whole. */
export const entriesOf = (plan: AnalysedPlan): readonly Entry[] => [
  ...(isFinished(plan) ? [] : [...claimEntries(plan), ...stepEntries(plan)]),
  ...(plan.kind === 'plan' && !isFinished(plan)
    ? [batchEntry(plan, 'subplan'), batchEntry(plan, 'execution')]
    : []),
  ...planEntries(plan),
];

/** `Level 0 3/3 · Level 1 1/4`: how far the plan is, level by level, behind the state of one that does not go on. */
export const progressLine = (plan: AnalysedPlan): string => {
  const { levels, progress } = plan;
  const steps =
    levels.length === 0
      ? [`${progress.complete}/${progress.total} complete`]
      : levels.map(
          ({ level, achievements, complete }) => `Level ${level} ${complete}/${achievements.length}`,
        );
  return [stateMark(plan), ...steps].filter((each) => each !== undefined).join(' · ');
};

const ICONS: Readonly<Record<WorkflowAction, string>> = {
  address_fixes: 'error',
  review: 'eye',
  synthesize: 'combine',
  continue_execution: 'sync',
  create_next_execution: 'checklist',
  execute: 'play',
  create_execution: 'checklist',
  create_subplan: 'new-file',
  next_achievement: 'pass',
};

/** Claims that nobody proved are settled together. */
const claimEntries = (plan: AnalysedPlan): readonly Entry[] => {
  const claim = claimToSettle(plan);
  if (!claim) return [];
  return [
    {
      group: 'now',
      icon: 'eye',
      label: plainText(claimWords(claim)),
      description: 'Approve what is done',
      detail: 'You choose which; what is not approved stays open',
      does: [
        { label: 'Choose what to approve', command: 'approve', args: [plan.uri] },
        { label: 'Open what the PLAN says', command: 'openFile', args: [plan.uri, claim.span] },
      ],
    },
  ];
};

const stepEntries = (plan: AnalysedPlan): readonly Entry[] => {
  const steps = nextSteps(plan);
  const entries = steps.slice(0, MOST_STEPS).map((step) => stepEntry(plan, step));
  const more = steps.length - entries.length;
  if (more <= 0) return entries;
  return [
    ...entries,
    {
      group: 'now',
      icon: 'list-tree',
      label: `${more} more in the Plans view`,
      description: '',
      detail: 'Everything that can be done now',
      does: [{ label: 'Show', command: 'plans.focus', args: [] }],
    },
  ];
};

const stepEntry = (plan: AnalysedPlan, { achievement, step }: NextStep): Entry => ({
  group: 'now',
  icon: ICONS[step.action],
  label: plainText(`${achievement.id} ${achievement.title}`),
  description: actionWords(step.action),
  detail: plainText(`${sentence(step.why)}${impactOf(plan, achievement)}`),
  does: doesFor(plan, achievement, step),
});

/** Who waits for what failed should be known before deciding about it. */
const impactOf = (plan: AnalysedPlan, { id, status }: AnalysedAchievement): string => {
  const waiting = status === 'failed' ? waitingFor(plan, id) : [];
  if (waiting.length === 0) return '';
  return `; ${listed(waiting)} ${waiting.length === 1 ? 'waits' : 'wait'} for it`;
};

const doesFor = (
  plan: AnalysedPlan,
  achievement: AnalysedAchievement,
  { action, unfinished }: WorkflowStep,
): Entry['does'] => {
  const target = [plan.uri, achievement.id];
  const open = (label: string, uri: string | undefined): Entry['does'] =>
    uri === undefined ? [] : [{ label, command: 'openFile', args: [uri] }];
  const approve = { label: 'Approve', command: 'approve', args: target };
  const skip = { label: 'Skip it, with a reason', command: 'skip', args: target };
  const fixes = { label: 'Request fixes', command: 'requestFixes', args: target };
  const prompt = { label: 'Copy the prompt for it', command: 'copyNextPrompt', args: target };
  switch (action) {
    case 'create_subplan':
      return [{ label: 'Create the SUBPLAN', command: 'createSubplan', args: target }, prompt];
    case 'create_execution':
      return [{ label: 'Create the EXECUTION_TASK', command: 'createExecution', args: target }, prompt];
    case 'create_next_execution':
      return [
        { label: 'Create the next EXECUTION_TASK', command: 'createNextExecution', args: target },
        ...open('Open the SUBPLAN', achievement.subplan),
        prompt,
      ];
    case 'continue_execution':
      return [...open('Open the EXECUTION_TASK', unfinished[0]), prompt];
    case 'synthesize':
      return [...open('Open the SUBPLAN', achievement.subplan), prompt, approve];
    case 'review':
      return [...open('Open the work', achievement.executions[0]), approve, fixes, skip, prompt];
    case 'address_fixes':
      return [
        ...open('Open what to fix', achievement.fix),
        ...open('Open the EXECUTION_TASK', achievement.executions[0]),
        prompt,
        { ...approve, label: 'Approve: it is fixed' },
        skip,
      ];
    case 'execute':
      return [...open('Open the PRP', achievement.uri), prompt];
    case 'next_achievement':
      return [];
  }
};

const batchEntry = (plan: AnalysedPlan, kind: 'subplan' | 'execution'): Entry => {
  const { files, missingSubplans } = countNext(plan, kind);
  const word = kind === 'subplan' ? 'SUBPLAN' : 'EXECUTION';
  const command = kind === 'subplan' ? 'batchCreateSubplans' : 'batchCreateExecutions';
  const isPossible = files > 0 || missingSubplans > 0;
  return {
    group: 'batch',
    icon: kind === 'subplan' ? 'new-file' : 'checklist',
    label: `Create ${word}s of the next level`,
    description: files > 0 ? counted(files, 'file') : '',
    detail:
      missingSubplans > 0
        ? `${counted(missingSubplans, 'SUBPLAN')} of this level ${missingSubplans === 1 ? 'is' : 'are'} missing: created first, when you agree`
        : files > 0
          ? 'You see the list before anything is written, and can choose others'
          : `Not now: every achievement that wants ${word === 'SUBPLAN' ? 'a SUBPLAN' : 'an EXECUTION'} has one`,
    does: isPossible ? [{ label: 'Create', command, args: [plan.uri] }] : [],
  };
};

const parallelEntry = ({ uri, parallel }: AnalysedPlan): Entry => ({
  group: 'plan',
  icon: 'json',
  label: parallel ? 'Update parallel.json' : 'Generate parallel.json',
  description: '',
  detail: 'Dependencies that the PLAN suggests, each with its evidence, to be ticked one by one',
  does: [{ label: 'Review', command: 'generateParallel', args: [uri] }],
});

const planEntries = (plan: AnalysedPlan): readonly Entry[] => [
  ...(plan.kind === 'plan' ? [parallelEntry(plan)] : []),
  {
    group: 'plan',
    icon: 'comment-discussion',
    label: 'Copy a prompt for a language model',
    description: '',
    detail: 'For what comes next, or for what can run at the same time, written from the plan',
    does: [{ label: 'Copy', command: 'copyPrompt', args: [plan.uri] }],
  },
  {
    group: 'plan',
    icon: 'type-hierarchy',
    label: 'Show the graph',
    description: '',
    detail: 'What depends on what, level by level',
    does: [{ label: 'Show', command: 'showGraph', args: [plan.uri] }],
  },
  {
    group: 'plan',
    icon: 'discard',
    label: 'Undo the last batch',
    description: '',
    detail: 'Removes what it created and nobody edited since',
    does: [{ label: 'Undo', command: 'undoLastBatch', args: [] }],
  },
];

import { countNext } from '../../engine/create/count';
import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { isFinished, stateMark } from '../../engine/model/lifecycle';
import { countReady, countReadyIn, coverageWords } from '../../engine/model/readiness';
import { claimWords } from '../../engine/state/words';
import { actionWords } from '../../engine/workflow/actionWords';
import { type Agenda, agendaOf, type Urgency, urgencyOf } from '../../engine/workflow/agenda';
import { waitingFor } from '../../engine/workflow/explain';
import { claimToSettle, type NextStep } from '../../engine/workflow/next';
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
  readonly group: 'now' | 'batch' | 'plan' | 'plans';
  /** Written above the first of several that have the same; the group's own words where it is left out. */
  readonly heading?: string;
  /** Chosen by `0`, wherever it stands. */
  readonly isWayOut?: boolean;
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
/** So many of one plan among several. */
const MOST_OF_ONE = 5;

/** How much of a plan is listed: what comes first, or also what is folded away behind it. */
export type Extent = 'first' | 'whole';

/**
 * What can be done in a plan now, the most urgent first, then batches, then what concerns the plan as a whole.
 * @param others what there is to do in other plans
 */
export const entriesOf = (
  plan: AnalysedPlan,
  extent: Extent = 'first',
  others: readonly Agenda[] = [],
): readonly Entry[] => [
  ...(isFinished(plan) ? [] : [...claimEntries(plan), ...agendaEntries(agendaOf(plan), extent)]),
  ...(plan.kind === 'plan' && !isFinished(plan)
    ? [batchEntry(plan, 'subplan'), batchEntry(plan, 'execution')]
    : []),
  ...planEntries(plan),
  ...(others.length > 0 ? [allPlansEntry(others)] : []),
];

/**
 * What can be done in several plans, each under its name: the plan with the most urgent thing first.
 * @param inFront the plan somebody looks at
 */
export const workspaceEntries = (
  agendas: readonly Agenda[],
  inFront: AnalysedPlan | undefined,
): readonly Entry[] => [...agendas.flatMap(planPart), onePlanEntry(inFront)];

/** `2 to fix, 1 to review, 7 ready in 4 plans`: what there is to do, and how much is ready as every view counts it. */
export const agendaWords = (agendas: readonly Agenda[]): string => {
  const steps = agendas.flatMap(({ now }) => now);
  const count = (urgency: Urgency): number => steps.filter((each) => urgencyOf(each) === urgency).length;
  const [fix, review] = [count('fix'), count('review')];
  const parts = [
    ...(fix > 0 ? [`${fix} to fix`] : []),
    ...(review > 0 ? [`${review} to review`] : []),
    `${countReadyIn(agendas.map(({ plan }) => plan))} ready`,
  ];
  const unordered = agendas.filter(({ lacksDependencies }) => lacksDependencies).length;
  const order = unordered === 0 ? '' : `; ${unordered} ${unordered === 1 ? 'states' : 'state'} no order`;
  return `${parts.join(', ')} in ${counted(agendas.length, 'plan')}${order}`;
};

const planPart = (agenda: Agenda): readonly Entry[] => {
  const { plan } = agenda;
  const ready = agenda.lacksDependencies ? 'no order stated' : `${countReady(plan)} ready`;
  const heading = `${plainText(plan.name)}: ${plan.progress.complete} of ${plan.progress.total} complete, ${ready}`;
  const entries = [
    ...claimEntries(plan),
    ...dependencyEntries(agenda),
    ...agenda.now.map((step) => stepEntry(plan, step)),
  ];
  const shown = entries.length > MOST_OF_ONE ? entries.slice(0, MOST_OF_ONE - 1) : entries;
  const more = agenda.later.length + entries.length - shown.length;
  return [...shown, ...(more > 0 ? [moreEntry(plan, more, 'first')] : [])].map((each) => ({
    ...each,
    group: 'plans' as const,
    heading,
  }));
};

const moreEntry = (plan: AnalysedPlan, more: number, extent: Extent): Entry => ({
  group: 'now',
  icon: 'list-tree',
  label: plainText(`${more} more in ${plan.name}`),
  description: '',
  detail:
    extent === 'whole'
      ? 'They may begin too, for all that is known: nobody said what they wait for'
      : 'Everything that can be done in this plan',
  does: [{ label: 'Show', command: 'whatNow', args: [plan.uri, extent] }],
});

const onePlanEntry = (inFront: AnalysedPlan | undefined): Entry => ({
  group: 'plans',
  heading: inFront ? 'The plan in front' : 'Plans',
  icon: 'list-selection',
  isWayOut: true,
  label: inFront ? plainText(`Only ${inFront.name}`) : 'Choose a plan…',
  description: '',
  detail: 'Everything that can be done in one plan, several documents at once, its graph and its prompts',
  does: [{ label: 'Show', command: 'whatNow', args: inFront ? [inFront.uri] : [undefined, 'choose'] }],
});

const allPlansEntry = (others: readonly Agenda[]): Entry => ({
  group: 'plans',
  icon: 'layers',
  isWayOut: true,
  label: 'All plans',
  description: `${agendaWords(others)} besides`,
  detail: 'What can be done now in every plan that goes on',
  does: [{ label: 'Show', command: 'whatNow', args: [undefined, 'all'] }],
});

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
  fill_subplan: 'edit',
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

const agendaEntries = (agenda: Agenda, extent: Extent): readonly Entry[] => {
  const { plan, later } = agenda;
  const steps = extent === 'whole' ? [...agenda.now, ...later] : agenda.now;
  const entries = steps.slice(0, MOST_STEPS).map((step) => stepEntry(plan, step));
  const more = steps.length - entries.length;
  return [
    ...dependencyEntries(agenda),
    ...entries,
    ...(more > 0 ? [moreInTheView(more)] : []),
    ...(extent === 'first' && later.length > 0 ? [moreEntry(plan, later.length, 'whole')] : []),
  ];
};

const moreInTheView = (more: number): Entry => ({
  group: 'now',
  icon: 'list-tree',
  label: `${more} more in the Plans view`,
  description: '',
  detail: 'Everything that can be done now',
  does: [{ label: 'Show', command: 'plans.focus', args: [] }],
});

/** Nobody can tell what may begin before the plan says what waits for what. */
const dependencyEntries = ({ plan, lacksDependencies }: Agenda): readonly Entry[] =>
  lacksDependencies && plan.kind === 'plan'
    ? [
        {
          group: 'now',
          icon: 'git-merge',
          label: 'State the dependencies',
          description: sentence(coverageWords(plan) ?? 'none are stated'),
          detail:
            'Until then nothing counts as ready. You review what the PLAN suggests, each with its evidence',
          does: [{ label: 'Review', command: 'generateParallel', args: [plan.uri] }],
        },
      ]
    : [];

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
    case 'fill_subplan':
      return [
        ...(achievement.subplan === undefined
          ? []
          : [
              {
                label: 'Go to the next place to fill in',
                command: 'nextPlaceholder',
                args: [achievement.subplan],
              },
            ]),
        prompt,
      ];
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

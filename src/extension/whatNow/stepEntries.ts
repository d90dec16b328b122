import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { claimWords } from '../../engine/state/words';
import { coverageWords } from '../../engine/words/coverage';
import { printable } from '../../engine/words/printable';
import { waitPlace, waitWords, wholePlanWaits } from '../../engine/words/waits';
import { actionWords } from '../../engine/workflow/actionWords';
import type { Agenda } from '../../engine/workflow/agenda';
import { waitingFor } from '../../engine/workflow/explain';
import { claimToSettle, type NextStep } from '../../engine/workflow/next';
import type { WorkflowAction, WorkflowStep } from '../../engine/workflow/step';
import { listed } from '../../shared/listed';
import { sentence } from '../../shared/sentence';
import type { Entry, Extent } from './entry';

export const moreEntry = (plan: AnalysedPlan, more: number, extent: Extent): Entry => ({
  group: 'now',
  icon: 'list-tree',
  label: printable(`${more} more in ${plan.name}`),
  description: '',
  detail:
    extent === 'whole'
      ? 'They may also begin, as far as is known: nobody stated their dependencies'
      : 'Everything that can be done in this plan',
  does: [{ label: 'Show', command: 'whatNow', args: [plan.uri, extent] }],
});

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
export const claimEntries = (plan: AnalysedPlan): readonly Entry[] => {
  const claim = claimToSettle(plan);
  if (!claim) return [];
  return [
    {
      group: 'now',
      icon: 'eye',
      label: printable(claimWords(claim)),
      description: 'Approve what is done',
      detail: 'You choose which achievements; the others stay open',
      does: [
        { label: 'Choose what to approve', command: 'approve', args: [plan.uri] },
        { label: 'Open what the PLAN says', command: 'openFile', args: [plan.uri, claim.span] },
      ],
    },
  ];
};

/** Other plans that come first, each with what can be done in it. */
export const waitEntries = (plan: AnalysedPlan): readonly Entry[] =>
  wholePlanWaits(plan).map((wait) => ({
    group: 'now',
    icon: 'watch',
    label: printable(`Waits for ${waitWords(wait)}`),
    description: '',
    detail: printable(`${sentence(waitPlace(wait))} says so. Work that has begun goes on`),
    does: [
      { label: printable(`What now in ${wait.name}?`), command: 'whatNow', args: [wait.plan] },
      { label: 'Open what says so', command: 'openFile', args: [wait.said.uri, wait.said.span] },
    ],
  }));

/** Nobody can tell what may begin before the plan says what waits for what. */
export const dependencyEntries = ({ plan, lacksDependencies }: Agenda): readonly Entry[] =>
  lacksDependencies && plan.kind === 'plan'
    ? [
        {
          group: 'now',
          icon: 'git-merge',
          label: 'State the dependencies',
          description: sentence(coverageWords(plan) ?? 'none are stated'),
          detail:
            'Until then nothing counts as ready. You review each suggestion of the PLAN with its evidence',
          does: [{ label: 'Review', command: 'generateParallel', args: [plan.uri] }],
        },
      ]
    : [];

export const stepEntry = (plan: AnalysedPlan, { achievement, step }: NextStep): Entry => ({
  group: 'now',
  icon: ICONS[step.action],
  label: printable(`${achievement.id} ${achievement.title}`),
  description: actionWords(step.action),
  detail: printable(`${sentence(step.why)}${impactOf(plan, achievement)}`),
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

import { countNext, groupWords } from '../../engine/create/count';
import type { AnalysedPlan } from '../../engine/model/analysis';
import { isFinished, stateMark } from '../../engine/model/lifecycle';
import { levelTitle } from '../../engine/words/levels';
import { type Agenda, MOST_STEPS } from '../../engine/workflow/agenda';
import { counted } from '../../shared/counted';
import type { Entry, Extent } from './entry';
import { claimEntries, dependencyEntries, moreEntry, stepEntry, waitEntries } from './stepEntries';
import { agendaWords } from './workspaceEntries';

/**
 * What can be done in a plan now, the most urgent first, then batches, then what concerns the plan as a whole.
 * @param others what there is to do in other plans
 */
export const entriesOf = (
  agenda: Agenda,
  extent: Extent = 'first',
  others: readonly Agenda[] = [],
): readonly Entry[] => {
  const { plan } = agenda;
  return [
    ...(isFinished(plan)
      ? []
      : [...waitEntries(plan), ...claimEntries(plan), ...agendaEntries(agenda, extent)]),
    ...(plan.kind === 'plan' && !isFinished(plan)
      ? [batchEntry(plan, 'subplan'), batchEntry(plan, 'execution')]
      : []),
    ...planEntries(plan),
    UNDO,
    ...(others.length > 0 ? [allPlansEntry(others)] : []),
  ];
};

const allPlansEntry = (others: readonly Agenda[]): Entry => ({
  group: 'plans',
  icon: 'layers',
  isWayOut: true,
  label: 'All plans',
  description: `${agendaWords(others)} besides`,
  detail: 'What can be done now in every current plan',
  does: [{ label: 'Show', command: 'whatNow', args: [undefined, 'all'] }],
});

/** `Level 0 3/3 · Level 1 1/4`: how far the plan is, level by level, behind the state of one that does not go on. */
export const progressLine = (plan: AnalysedPlan): string => {
  const { levels, progress } = plan;
  const steps =
    levels.length === 0
      ? [`${progress.complete}/${progress.total} complete`]
      : levels.map(
          ({ level, achievements, complete }) => `${levelTitle(level)} ${complete}/${achievements.length}`,
        );
  return [stateMark(plan), ...steps].filter((each) => each !== undefined).join(' · ');
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

const batchEntry = (plan: AnalysedPlan, kind: 'subplan' | 'execution'): Entry => {
  const count = countNext(plan, kind);
  const { files, missingSubplans } = count;
  const group = groupWords(count);
  const word = kind === 'subplan' ? 'SUBPLAN' : 'EXECUTION';
  const command = kind === 'subplan' ? 'batchCreateSubplans' : 'batchCreateExecutions';
  const isPossible = files > 0 || missingSubplans > 0;
  return {
    group: 'batch',
    icon: kind === 'subplan' ? 'new-file' : 'checklist',
    label: `Create ${word}s${group === undefined ? '' : ` of ${group}`}`,
    description: files > 0 ? counted(files, 'file') : '',
    detail:
      missingSubplans > 0
        ? `${counted(missingSubplans, 'SUBPLAN')} ${missingSubplans === 1 ? 'is' : 'are'} missing; they are created first, if you agree`
        : files > 0
          ? 'You see the list before anything is written, and can choose other achievements'
          : `Not now: every achievement that needs ${word === 'SUBPLAN' ? 'a SUBPLAN' : 'an EXECUTION'} has one`,
    does: isPossible ? [{ label: 'Create', command, args: [plan.uri] }] : [],
  };
};

const parallelEntry = ({ uri, parallel }: AnalysedPlan): Entry => ({
  group: 'plan',
  icon: 'json',
  label: parallel ? 'Update parallel.json' : 'Generate parallel.json',
  description: '',
  detail: 'Tick the dependencies that the PLAN suggests; each one shows its evidence',
  does: [{ label: 'Review', command: 'generateParallel', args: [uri] }],
});

const planEntries = (plan: AnalysedPlan): readonly Entry[] => [
  ...(plan.kind === 'plan' ? [parallelEntry(plan)] : []),
  {
    group: 'plan',
    icon: 'comment-discussion',
    label: 'Copy a prompt for a language model',
    description: '',
    detail: 'For the next step, or to find what can run at the same time',
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
];

export const NEW_PLAN: Entry = {
  group: 'plans',
  heading: 'Plans',
  icon: 'new-file',
  label: 'New plan',
  description: '',
  detail: 'A few questions; you see the PLAN before anything is written',
  does: [{ label: 'Create', command: 'newPlan', args: [] }],
};

const UNDO: Entry = {
  group: 'undo',
  icon: 'discard',
  label: 'Undo the last batch',
  description: 'of any plan',
  detail: 'Removes the files it created, except those edited since',
  does: [{ label: 'Undo', command: 'undoLastBatch', args: [] }],
};

import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { stateMark } from '../../engine/model/lifecycle';
import { isOver } from '../../engine/model/status';
import { planTimeWith } from '../../engine/progress/planTime';
import { timeLeftWords } from '../../engine/progress/timeWords';
import { claimWords } from '../../engine/state/words';
import { statedWords } from '../../engine/words/coverage';
import { idList } from '../../engine/words/idList';
import { printable, printableLine } from '../../engine/words/printable';
import { readinessWords } from '../../engine/words/readiness';
import { unclearWords, unreadQuotes } from '../../engine/words/unclear';
import { waitPlace, waitWords, wholePlanWaits } from '../../engine/words/waits';
import { actionWords } from '../../engine/workflow/actionWords';
import { type Agenda, agendaOf, MOST_STEPS } from '../../engine/workflow/agenda';
import { claimToSettle, type NextStep } from '../../engine/workflow/next';
import { planStateOf } from '../../engine/workflow/planState';
import { stepOf } from '../../engine/workflow/step';
import { toJson } from '../../shared/toJson';
import { timeJson } from '../json/timeJson';
import { waitsJson } from '../json/waitJson';
import { type Paint, painter } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import { type AskedStates, inStates, leftOutLine, noneAskedLine } from '../workspace/stateOption';
import { exitCodeOf, pathIn, type Workspace } from '../workspace/workspace';
import type { PlanRun, PlanRuns } from './planRun';
import { legacyClaimJson } from './stateJson';
import { runJson } from './statusJson';

interface NextOptions {
  readonly format: 'text' | 'json';
  readonly states?: AskedStates | undefined;
  readonly isWhole?: boolean;
  readonly runs?: PlanRuns;
}

/** `next`: what can be done now in every plan, and why; what is blocked, and by what. */
export const next = (
  terminal: Terminal,
  all: Workspace,
  { format, states, isWhole = false, runs = new Map() }: NextOptions,
): number => {
  const workspace = inStates(all, states, false);
  const leftOut = leftOutLine(all, workspace, states);
  const text = () =>
    noneAskedLine(all, workspace, states) ??
    nextText(workspace, { paint: painter(terminal), most: isWhole ? Infinity : MOST_STEPS, runs }, leftOut);
  terminal.out(format === 'json' ? toJson(nextJson(workspace, runs)) : text());
  return exitCodeOf(workspace);
};

/** The stable machine format of `next`. */
const nextJson = (workspace: Workspace, runs: PlanRuns): unknown => ({
  plans: workspace.plans.map((plan) => {
    const { isComplete, parallel } = planStateOf(plan);
    const run = runs.get(plan.uri);
    const { steps, later } = agendaOf(plan, run?.share.taken);
    return {
      name: plan.name,
      path: pathIn(workspace, plan.uri),
      state: plan.state,
      complete: isComplete,
      parallel,
      time: timeJson(plan.time()),
      waitsFor: waitsJson(workspace, plan),
      next: idsOf(steps),
      run: runJson(run),
      orderKnown: plan.isOrderKnown(),
      later: idsOf(later),
      legacyClaim: legacyClaimJson(plan),
      achievements: plan.achievements.map((achievement) => stepJson(workspace, plan, achievement)),
    };
  }),
});

const idsOf = (steps: readonly NextStep[]): readonly string[] =>
  steps.map(({ achievement }) => achievement.id);

/** The workflow state of one achievement, for `next` and `explain`. */
export const stepJson = (
  workspace: Workspace,
  plan: AnalysedPlan,
  achievement: AnalysedAchievement,
): Readonly<Record<string, unknown>> => {
  const { state, action, why, proof, executions } = stepOf(plan, achievement);
  return {
    id: achievement.id,
    title: achievement.title,
    state,
    action,
    why,
    proof: proof.map((uri) => pathIn(workspace, uri)),
    executions,
    blockedBy: achievement.blockedBy,
  };
};

interface Style {
  readonly paint: Paint;
  /** So many lines of a kind are written for each plan; the rest is counted. */
  readonly most: number;
  readonly runs: PlanRuns;
}

const nextText = (workspace: Workspace, style: Style, leftOut: readonly string[]): string => {
  const { plans } = workspace;
  if (plans.length === 0)
    return leftOut.length > 0 ? `Everything is done. ${leftOut.join('')}` : 'No plans found.';
  return [...plans.map((plan) => planLines(workspace, plan, style).join('\n')), ...leftOut].join('\n\n');
};

/** `landed in SHOP-1`, of what the last run has. */
const runWords = (run: PlanRun | undefined, { id }: AnalysedAchievement): string | undefined => {
  const words = run?.share.taken.has(id) ? run.words.get(id) : undefined;
  return run && words !== undefined ? `${words} in ${run.run}` : undefined;
};

const planLines = (
  workspace: Workspace,
  plan: AnalysedPlan,
  { paint, most, runs }: Style,
): readonly string[] => {
  const run = runs.get(plan.uri);
  const { complete, total } = plan.progress;
  const left = timeLeftWords(planTimeWith(plan, run?.share.landed ?? new Set()));
  const agenda = agendaOf(plan, run?.share.taken);
  const { now: first, later } = agenda;
  const claim = claimToSettle(plan);
  const now = new Set(agenda.steps.map(({ achievement }) => achievement));
  const waiting = plan.achievements.filter(
    (each) => !isOver(each.status) && !now.has(each) && !claim?.achievements.has(each.id),
  );
  const mark = stateMark(plan);
  return [
    `${paint('bold', plan.name)}${mark === undefined ? '' : ` (${mark})`}  ${complete} of ${total} complete${left === undefined ? '' : `, ${left}`}`,
    ...(claim ? [`  ${claimWords(claim)} (line ${claim.line}): approve what is done.`] : []),
    ...(first.length === 0 && !(claim && waiting.length === 0)
      ? [`  ${nothingText(plan, waiting.length)}`]
      : []),
    ...wholePlanWaits(plan).map(
      (wait) => `  It waits for ${printable(waitWords(wait))}, as ${printable(waitPlace(wait))} says.`,
    ),
    ...plan.cycles.map((cycle) => paint('red', `  A cycle must be broken first: ${cycle.join(' → ')}`)),
    ...unknownOrder(workspace, agenda),
    ...first
      .slice(0, most)
      .map(({ achievement, step }) =>
        [
          `  ${paint('bold', achievement.id)} ${paint('plain', achievement.title)}`,
          `${paint('cyan', actionWords(step.action))}: ${printable(step.why)}`,
        ].join('\n      '),
      ),
    ...moreLines(first.slice(most)).map((line) => paint('dim', line)),
    ...laterLines(later).map((line) => paint('dim', line)),
    ...waiting
      .slice(0, most)
      .map((each) => paint('dim', `  ${each.id} ${runWords(run, each) ?? waitingWords(each)}`)),
    ...(waiting.length > most
      ? [paint('dim', `  ${waiting.length - most} more wait too (--all lists them)`)]
      : []),
  ];
};

/** Where nobody can tell what may begin at the same time, saying it comes first. */
const unknownOrder = (workspace: Workspace, { plan, lacksDependencies }: Agenda): readonly string[] => {
  if (!lacksDependencies) return [];
  const stated =
    plan.dependencySource === 'none' ? 'none are stated' : `they are ${statedWords(plan.coverage())}`;
  const path = printableLine(pathIn(workspace, plan.uri));
  const how = plan.kind === 'plan' ? ` (\`parallel-plans parallel generate ${path}\` proposes some)` : '';
  return [`  First state the dependencies: ${stated}${how}.`];
};

const moreLines = (more: readonly NextStep[]): readonly string[] =>
  more.length === 0
    ? []
    : [`  ${more.length} more can be done now (--all lists them): ${idList(idsOf(more))}`];

const laterLines = (later: readonly NextStep[]): readonly string[] =>
  later.length === 0
    ? []
    : [
        `  ${later.length} more in later priorities may also begin, as far as is known: ${idList(idsOf(later))}`,
      ];

const waitingWords = (achievement: AnalysedAchievement): string =>
  unclearWords(achievement) === undefined
    ? (readinessWords(achievement) ?? 'waits')
    : `may wait for something: ${unreadQuotes(achievement)} was not understood`;

const nothingText = (plan: AnalysedPlan, waiting: number): string => {
  if (plan.achievements.length === 0) return 'It defines no achievements.';
  return waiting > 0
    ? 'Nothing can be done now: everything waits for something else.'
    : 'Everything is done.';
};

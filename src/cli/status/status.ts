import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { isFinished, stateMark } from '../../engine/model/lifecycle';
import { countReady } from '../../engine/model/readiness';
import { isOver } from '../../engine/model/status';
import type { PlanTime, Time } from '../../engine/model/time';
import { planTimeWith } from '../../engine/progress/planTime';
import { actualWords, planTimeWords, timeLeftWords } from '../../engine/progress/timeWords';
import { contradictionsOf } from '../../engine/state/stateOfPlan';
import { claimWords, contradictionWords, isStated, planStateWords } from '../../engine/state/words';
import { coverageWords } from '../../engine/words/coverage';
import { levelTitle, NO_LEVEL, priorityTitle } from '../../engine/words/levels';
import { printable } from '../../engine/words/printable';
import { readinessWords } from '../../engine/words/readiness';
import { LONGEST_STATUS, stateWords } from '../../engine/words/status';
import { waitPlace, waitWords, wholePlanWaits } from '../../engine/words/waits';
import { counted } from '../../shared/counted';
import { toJson } from '../../shared/toJson';
import { type Paint, painter, READINESS_COLORS, STATUS_COLORS } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import {
  type AskedStates,
  inStates,
  noneAskedLine,
  silencedIn,
  silencedLine,
} from '../workspace/stateOption';
import { exitCodeOf, pathIn, type Workspace } from '../workspace/workspace';
import { familyLines } from './familyLines';
import type { PlanRun, PlanRuns } from './planRun';
import { statusJson } from './statusJson';

interface StatusOptions {
  readonly format: 'text' | 'json';
  readonly states?: AskedStates | undefined;
  readonly runs?: PlanRuns;
}

/** `status`: every plan with its levels, its achievements and what is ready or blocked. */
export const status = (
  terminal: Terminal,
  all: Workspace,
  { format, states, runs = new Map() }: StatusOptions,
): number => {
  const workspace = inStates(all, states, true);
  const silenced = states ? [] : silencedIn(workspace);
  const text = () =>
    noneAskedLine(all, workspace, states) ??
    statusText(workspace, { paint: painter(terminal), runs }, silencedLine(workspace, silenced));
  terminal.out(format === 'json' ? toJson(statusJson(workspace, runs)) : text());
  return exitCodeOf(workspace);
};

interface Style {
  readonly paint: Paint;
  readonly runs: PlanRuns;
}

const statusText = (workspace: Workspace, style: Style, silenced: readonly string[]): string => {
  if (workspace.plans.length === 0) return 'No plans found.';
  const plans = workspace.plans.map((plan) => planLines(workspace, plan, style).join('\n'));
  return [...plans, ...familyLines(workspace), ...problemLine(workspace), ...silenced].join('\n\n');
};

const problemLine = ({ findings }: Workspace): readonly string[] =>
  findings.length === 0
    ? []
    : [`${counted(findings.length, 'problem')} found: see \`parallel-plans check\`.`];

const planLines = (workspace: Workspace, plan: AnalysedPlan, { paint, runs }: Style): readonly string[] => {
  const run = runs.get(plan.uri);
  const { complete, total } = plan.progress;
  const idWidth = plan.achievements.reduce((width, { id }) => Math.max(width, id.length), 0);
  const line = (achievement: AnalysedAchievement): string =>
    achievementLine(achievement, { idWidth, paint, run });
  const time = plan.time();
  const rest = plan.achievements.filter(({ level }) => level === undefined);
  const mark = stateMark(plan);
  const name = `${paint('bold', plan.name)}${mark === undefined ? '' : ` (${mark})`}`;
  return [
    `${name}: ${complete}/${total} complete${readyText(plan, run)} (${paint('dim', pathIn(workspace, plan.uri))})`,
    ...(total === 0 ? ['  No achievements with an id.'] : []),
    ...stateLines(plan),
    ...runLines(run),
    ...sentence('Time', planTimeWords(planTimeWith(plan, run?.share.landed ?? new Set()))),
    ...sentence('Took', time.actual && actualWords(time.actual)),
    ...time.levels.flatMap((level) => [
      paint('bold', `  ${levelTitle(level.level)}: ${progressText(level, time)}`),
      ...level.achievements.flatMap((id) => plan.byId.get(id) ?? []).map(line),
    ]),
    ...(rest.length > 0 ? [paint('bold', `  ${restTitle(plan)}`), ...rest.map(line)] : []),
    ...priorityLines(time, paint),
    ...plan.cycles.map((cycle) => paint('red', `  Cycle: ${cycle.join(' → ')}`)),
  ];
};

/** What the last run has, until it is in the files here. */
const runLines = (run: PlanRun | undefined): readonly string[] =>
  run ? sentence('Run', [`${run.run} ${run.statusWords}`, run.share.words].filter(Boolean).join(': ')) : [];

/** Nothing of a plan that is over, and where too few dependencies are stated to say it. */
const readyText = (plan: AnalysedPlan, run: PlanRun | undefined): string =>
  isFinished(plan) || coverageWords(plan) !== undefined
    ? ''
    : `, ${countReady(plan, plan.achievements, run?.share.taken)} ready`;

/** What a PLAN says beside its fields may tell the rest. */
const PROPOSAL = '; `parallel-plans parallel generate` proposes the others';

/** The state where something says it, what contradicts it, claims without proof, and what is not known. */
const stateLines = (plan: AnalysedPlan): readonly string[] => {
  const contradicting = contradictionsOf(plan);
  const claim = plan.legacyClaim();
  const coverage = coverageWords(plan);
  return [
    ...sentence('State', isStated(plan) ? printable(planStateWords(plan)) : undefined),
    ...sentence('But', contradicting.length > 0 ? printable(contradictionWords(contradicting)) : undefined),
    ...(claim ? [`  ${claimWords(claim)} (line ${claim.line}).`] : []),
    ...wholePlanWaits(plan).map(
      (wait) => `  Waits for: ${printable(waitWords(wait))}, as ${printable(waitPlace(wait))} says`,
    ),
    ...sentence('Known', coverage && `${coverage}${plan.kind === 'plan' ? PROPOSAL : ''}`),
  ];
};

const sentence = (label: string, words: string | undefined): readonly string[] =>
  words === undefined ? [] : [`  ${label}: ${words}`];

const progressText = (group: Time, plan: Time): string => {
  const left = timeLeftWords(group, plan);
  const { complete, total } = group;
  return `${complete}/${total} complete${left === undefined ? '' : `, ${left}`}`;
};

/** Where there are several. */
const priorityLines = (plan: PlanTime, paint: Paint): readonly string[] =>
  plan.priorities.length < 2
    ? []
    : plan.priorities.map((group) => {
        return `  ${paint('plain', priorityTitle(group.priority))}: ${progressText(group, plan)}`;
      });

const restTitle = ({ dependencySource }: AnalysedPlan): string =>
  dependencySource === 'none' ? 'No dependencies stated' : NO_LEVEL;

const achievementLine = (
  achievement: AnalysedAchievement,
  {
    idWidth,
    paint,
    run,
  }: Pick<Style, 'paint'> & { readonly idWidth: number; readonly run: PlanRun | undefined },
): string => {
  const word = stateWords(achievement);
  const parts = [
    `    ${paint('bold', achievement.id)}${' '.repeat(idWidth - achievement.id.length)}`,
    `${paint(STATUS_COLORS[achievement.status], word)}${' '.repeat(LONGEST_STATUS - word.length)}`,
    paint('plain', achievement.title),
  ];
  const inRun = isOver(achievement.status) ? undefined : run?.words.get(achievement.id);
  const readiness = readinessWords(achievement);
  if (run && inRun !== undefined) parts.push(paint('cyan', `[${inRun} in ${run.run}]`));
  else if (readiness !== undefined)
    parts.push(paint(READINESS_COLORS[achievement.readiness], `[${readiness}]`));
  return parts.join('  ');
};

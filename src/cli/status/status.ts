import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { isFinished, stateMark } from '../../engine/model/lifecycle';
import { countReady } from '../../engine/model/readiness';
import type { PlanTime, Time } from '../../engine/model/time';
import { actualWords, planTimeWords, timeLeftWords } from '../../engine/progress/timeWords';
import { contradictionsOf } from '../../engine/state/stateOfPlan';
import { claimWords, contradictionWords, isStated, planStateWords } from '../../engine/state/words';
import { coverageWords } from '../../engine/words/coverage';
import { levelTitle, NO_LEVEL, priorityTitle } from '../../engine/words/levels';
import { printable } from '../../engine/words/printable';
import { readinessWords } from '../../engine/words/readiness';
import { LONGEST_STATUS, stateWords } from '../../engine/words/status';
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
import { statusJson } from './statusJson';

/** `status`: every plan with its levels, its achievements and what is ready or blocked. */
export const status = (
  terminal: Terminal,
  all: Workspace,
  format: 'text' | 'json',
  states?: AskedStates,
): number => {
  const workspace = inStates(all, states, true);
  const silenced = states ? [] : silencedIn(workspace);
  const text = () =>
    noneAskedLine(all, workspace, states) ??
    statusText(workspace, painter(terminal), silencedLine(workspace, silenced));
  terminal.out(format === 'json' ? toJson(statusJson(workspace)) : text());
  return exitCodeOf(workspace);
};

const statusText = (workspace: Workspace, paint: Paint, silenced: readonly string[]): string => {
  if (workspace.plans.length === 0) return 'No plans found.';
  const plans = workspace.plans.map((plan) => planLines(workspace, plan, paint).join('\n'));
  return [...plans, ...problemLine(workspace), ...silenced].join('\n\n');
};

const problemLine = ({ findings }: Workspace): readonly string[] =>
  findings.length === 0
    ? []
    : [`${counted(findings.length, 'problem')} found: see \`parallel-plans check\`.`];

const planLines = (workspace: Workspace, plan: AnalysedPlan, paint: Paint): readonly string[] => {
  const { complete, total } = plan.progress;
  const idWidth = plan.achievements.reduce((width, { id }) => Math.max(width, id.length), 0);
  const line = (achievement: AnalysedAchievement): string => achievementLine(achievement, idWidth, paint);
  const time = plan.time();
  const rest = plan.achievements.filter(({ level }) => level === undefined);
  const mark = stateMark(plan);
  const name = `${paint('bold', plan.name)}${mark === undefined ? '' : ` (${mark})`}`;
  return [
    `${name}: ${complete}/${total} complete${readyText(plan)} (${paint('dim', pathIn(workspace, plan.uri))})`,
    ...(total === 0 ? ['  No achievements with an id.'] : []),
    ...stateLines(plan),
    ...sentence('Time', planTimeWords(time)),
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

/** Nothing of a plan that is over, and where too few dependencies are stated to say it. */
const readyText = (plan: AnalysedPlan): string =>
  isFinished(plan) || coverageWords(plan) !== undefined ? '' : `, ${countReady(plan)} ready`;

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

const achievementLine = (achievement: AnalysedAchievement, idWidth: number, paint: Paint): string => {
  const word = stateWords(achievement);
  const parts = [
    `    ${paint('bold', achievement.id)}${' '.repeat(idWidth - achievement.id.length)}`,
    `${paint(STATUS_COLORS[achievement.status], word)}${' '.repeat(LONGEST_STATUS - word.length)}`,
    paint('plain', achievement.title),
  ];
  const readiness = readinessWords(achievement);
  if (readiness !== undefined) parts.push(paint(READINESS_COLORS[achievement.readiness], `[${readiness}]`));
  return parts.join('  ');
};

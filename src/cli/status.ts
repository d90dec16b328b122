import type { AnalysedAchievement, AnalysedPlan } from '../engine/model/analysis';
import { isFinished, stateMark } from '../engine/model/lifecycle';
import { countReady, coverageWords, isKnownReady } from '../engine/model/readiness';
import { isOver, plainState } from '../engine/model/status';
import type { PlanTime, Time } from '../engine/model/time';
import { actualWords, planTimeWords, timeLeftWords } from '../engine/progress/timeWords';
import { contradictionsOf } from '../engine/state/stateOfPlan';
import { claimWords, contradictionWords, isStated, planStateWords } from '../engine/state/words';
import { unclearWords } from '../engine/words/unclear';
import { counted } from '../shared/counted';
import { plain, toJson } from './plain';
import { type AskedStates, inStates, silencedIn, silencedLine } from './stateOption';
import { statusJson } from './statusJson';
import { idList, type Paint, painter, STATUS_COLORS } from './style';
import type { Terminal } from './terminal';
import { exitCodeOf, pathIn, type Workspace } from './workspace';

/** `status`: every plan with its levels, its achievements and what is ready or blocked. */
export const status = (
  terminal: Terminal,
  all: Workspace,
  format: 'text' | 'json',
  states?: AskedStates,
): number => {
  const workspace = inStates(all, states, true);
  const silenced = states ? [] : silencedIn(workspace);
  const text = () => statusText(workspace, painter(terminal), silencedLine(workspace, silenced));
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
      paint('bold', `  Level ${level.level}: ${progressText(level, time)}`),
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
    ...sentence('State', isStated(plan) ? plain(planStateWords(plan)) : undefined),
    ...sentence('But', contradicting.length > 0 ? plain(contradictionWords(contradicting)) : undefined),
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
        const name = group.priority === undefined ? 'No priority' : `Priority ${group.priority}`;
        return `  ${paint('plain', name)}: ${progressText(group, plan)}`;
      });

const restTitle = ({ dependencySource }: AnalysedPlan): string =>
  dependencySource === 'none' ? 'No dependencies stated' : 'No level: in or behind a cycle';

const LONGEST_STATUS = 'execution created'.length;

const achievementLine = (achievement: AnalysedAchievement, idWidth: number, paint: Paint): string => {
  const word = plainState(achievement);
  const parts = [
    `    ${paint('bold', achievement.id)}${' '.repeat(idWidth - achievement.id.length)}`,
    `${paint(STATUS_COLORS[achievement.status], word)}${' '.repeat(LONGEST_STATUS - word.length)}`,
    paint('plain', achievement.title),
  ];
  const unclear = unclearWords(achievement);
  if (isKnownReady(achievement)) parts.push(paint('cyan', '[ready]'));
  else if (achievement.blockedBy.length > 0 && !isOver(achievement.status))
    parts.push(paint('dim', `[blocked by ${idList(achievement.blockedBy)}]`));
  else if (unclear !== undefined) parts.push(paint('yellow', `[${unclear}]`));
  return parts.join('  ');
};

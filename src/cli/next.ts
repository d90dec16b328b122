import type { AnalysedAchievement, AnalysedPlan } from '../engine/model/analysis';
import { isOver } from '../engine/model/status';
import { timeLeftWords } from '../engine/progress/timeWords';
import { unclearWords, unreadQuotes } from '../engine/words/unclear';
import { actionWords } from '../engine/workflow/actionWords';
import { nextSteps } from '../engine/workflow/next';
import { planStateOf } from '../engine/workflow/planState';
import { stepOf } from '../engine/workflow/step';
import { plain, toJson } from './plain';
import { idList, type Paint, painter } from './style';
import type { Terminal } from './terminal';
import { timeJson } from './timeJson';
import { exitCodeOf, pathIn, type Workspace } from './workspace';

/** `next`: what can be done now in every plan, and why; what is blocked, and by what. */
export const next = (terminal: Terminal, workspace: Workspace, format: 'text' | 'json'): number => {
  terminal.out(format === 'json' ? toJson(nextJson(workspace)) : nextText(workspace, painter(terminal)));
  return exitCodeOf(workspace);
};

/** The stable machine format of `next`. */
const nextJson = (workspace: Workspace): unknown => ({
  plans: workspace.plans.map((plan) => {
    const { isComplete, parallel } = planStateOf(plan);
    return {
      name: plan.name,
      path: pathIn(workspace, plan.uri),
      complete: isComplete,
      parallel,
      time: timeJson(plan.time()),
      next: nextSteps(plan).map(({ achievement }) => achievement.id),
      achievements: plan.achievements.map((achievement) => stepJson(workspace, plan, achievement)),
    };
  }),
});

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

const nextText = ({ plans }: Workspace, paint: Paint): string =>
  plans.length === 0
    ? 'No plans found.'
    : plans.map((plan) => planLines(plan, paint).join('\n')).join('\n\n');

const planLines = (plan: AnalysedPlan, paint: Paint): readonly string[] => {
  const { complete, total } = plan.progress;
  const left = timeLeftWords(plan.time());
  const steps = nextSteps(plan);
  const now = new Set(steps.map(({ achievement }) => achievement));
  const waiting = plan.achievements.filter((each) => !isOver(each.status) && !now.has(each));
  return [
    `${paint('bold', plan.name)}  ${complete} of ${total} complete${left === undefined ? '' : `, ${left}`}`,
    ...(steps.length === 0 ? [`  ${nothingText(plan, waiting.length)}`] : []),
    ...steps.map(({ achievement, step }) =>
      [
        `  ${paint('bold', achievement.id)} ${paint('plain', achievement.title)}`,
        `${paint('cyan', actionWords(step.action))}: ${plain(step.why)}`,
      ].join('\n      '),
    ),
    ...waiting.map((each) => paint('dim', `  ${each.id} ${waitingWords(each)}`)),
  ];
};

const waitingWords = (achievement: AnalysedAchievement): string => {
  const { blockedBy } = achievement;
  if (blockedBy.length > 0) return `waits for ${idList(blockedBy)}`;
  return unclearWords(achievement) === undefined
    ? 'waits for a cycle'
    : `may wait for something: ${unreadQuotes(achievement)} was not understood`;
};

const nothingText = (plan: AnalysedPlan, waiting: number): string => {
  if (plan.achievements.length === 0) return 'It defines no achievements.';
  return waiting > 0
    ? 'Nothing can be done now: everything waits for something else.'
    : 'Everything is done.';
};

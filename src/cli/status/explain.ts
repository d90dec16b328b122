import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import type { AchievementId } from '../../engine/model/ids';
import { suggestFrom } from '../../engine/rule/common/suggestion';
import { unknownOrderWords } from '../../engine/words/coverage';
import { printable } from '../../engine/words/printable';
import { stateWords } from '../../engine/words/status';
import { unclearWords, unreadQuotes } from '../../engine/words/unclear';
import { waitProgress } from '../../engine/words/waits';
import { actionWords } from '../../engine/workflow/actionWords';
import { type Blocker, type Explanation, explain as explainIn } from '../../engine/workflow/explain';
import { toJson } from '../../shared/toJson';
import { NothingToDo, UserError } from '../../shared/userError';
import { type Paint, painter } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import { exitCodeOf, pathIn, type Workspace } from '../workspace/workspace';
import { stepJson } from './next';

interface Found {
  readonly plan: AnalysedPlan;
  readonly explanation: Explanation;
}

/** `explain ID`: what the achievement waits for, and where to start so that it can begin. */
export const explain = (
  terminal: Terminal,
  workspace: Workspace,
  id: AchievementId,
  format: 'text' | 'json',
): number => {
  const found = find(workspace, id);
  const paint = painter(terminal);
  terminal.out(
    format === 'json'
      ? toJson({ explanations: found.map((each) => explanationJson(workspace, each)) })
      : found.map((each) => explanationLines(each, paint).join('\n')).join('\n\n'),
  );
  return exitCodeOf(workspace);
};

const find = ({ plans }: Workspace, id: AchievementId): readonly Found[] => {
  if (plans.length === 0)
    throw new NothingToDo('There is no plan here. Name a PLAN file or the folder that holds one.');
  const found = plans.flatMap((plan): readonly Found[] => {
    const meant = spellingsOf(id).find((each) => plan.byId.has(each));
    const explanation = meant === undefined ? undefined : explainIn(plan, meant);
    return explanation ? [{ plan, explanation }] : [];
  });
  if (found.length === 0)
    throw new UserError(`No plan here has an achievement ${printable(id)}.${hint(plans, id)}`);
  return found;
};

/** PRPs are meant with and without their prefix. */
const spellingsOf = (id: AchievementId): readonly AchievementId[] => {
  const digits = /^\s*(?:PRP-?)?(\d+(?:\.\d+)*)\s*$/i.exec(id)?.[1];
  return digits === undefined ? [id] : [id, digits, `PRP-${digits}`];
};

const hint = (plans: readonly AnalysedPlan[], id: AchievementId): string => {
  const suggest = suggestFrom(new Set(plans.flatMap(({ byId }) => [...byId.keys()])));
  const [meant] = spellingsOf(id).flatMap((each) => suggest(each, new Set()) ?? []);
  return meant === undefined ? '' : ` Did you mean ${printable(meant)}?`;
};

const explanationJson = (
  workspace: Workspace,
  { plan, explanation: { achievement, blockedBy, startHere, cycle } }: Found,
): unknown => ({
  plan: plan.name,
  path: pathIn(workspace, plan.uri),
  ...stepJson(workspace, plan, achievement),
  blockedBy: blockedBy.map(blockerJson),
  startHere: startHere.map(blockerJson),
  cycle: cycle ?? null,
});

const blockerJson = ({ id, achievement, waiting }: Blocker): unknown => ({
  id,
  status: achievement?.status ?? null,
  waiting,
});

const explanationLines = (
  { plan, explanation: { achievement, step, blockedBy, startHere, cycle } }: Found,
  paint: Paint,
): readonly string[] => [
  `${paint('bold', `${plan.name} ${achievement.id}`)} ${paint('plain', achievement.title)}: ${stateWords(achievement)}`,
  ...(blockedBy.length === 0
    ? [`  ${freeWords(plan, achievement)} ${actionWords(step.action)}: ${printable(step.why)}.`]
    : ['  It waits for:', ...blockedBy.map((each) => blockerLine(each, paint))]),
  ...(cycle ? [paint('red', `  A cycle must be broken first: ${cycle.join(' → ')}`)] : []),
  ...(startHere.length > 0
    ? ['  Start with what unblocks most:', ...startHere.map((each) => blockerLine(each, paint))]
    : []),
];

const freeWords = (plan: AnalysedPlan, achievement: AnalysedAchievement): string => {
  if (unclearWords(achievement) !== undefined)
    return `Nobody can tell what it waits for: ${unreadQuotes(achievement)} was not understood.`;
  const unknown = achievement.readiness === 'unknown' ? unknownOrderWords(plan) : undefined;
  return unknown === undefined ? 'Nothing blocks it.' : `Nobody can tell what it waits for: ${unknown}.`;
};

const blockerLine = ({ id, achievement, elsewhere, waiting }: Blocker, paint: Paint): string => {
  const title = achievement ? ` ${achievement.title}` : '';
  const status = achievement
    ? stateWords(achievement)
    : elsewhere
      ? `another plan, ${waitProgress(elsewhere)}`
      : 'not in the plan';
  return `    ${paint('bold', id)}${paint('plain', title)} (${status}; ${waiting} ${waiting === 1 ? 'waits' : 'wait'} for it)`;
};

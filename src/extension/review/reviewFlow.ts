import type { FeedbackKind } from '../../engine/create/batch';
import type { Engine } from '../../engine/engine';
import type { Logger } from '../../engine/files';
import type { AnalysedAchievement, AnalysedPlan } from '../../engine/model/analysis';
import { type Feedback, feedbackFiles, feedbackHead } from '../../engine/review/feedback';
import { type FinishingCheck, finishingChecks } from '../../engine/review/finishing';
import { printable } from '../../engine/words/printable';
import { counted } from '../../shared/counted';
import { listed } from '../../shared/listed';
import { UserError } from '../../shared/userError';
import type { ApplyBatch } from '../creation/apply';
import { failureLines } from '../creation/summary';
import type { ReviewUi } from './reviewUi';

export interface ReviewDeps {
  readonly engine: () => Promise<Engine>;
  readonly apply: ApplyBatch;
  readonly undo: () => Promise<void>;
  readonly logger: Logger;
  /** From the settings; empty for nobody in particular. */
  readonly reviewer: () => string;
  readonly now: () => Date;
}

/** A decision about achievements of one plan. */
export interface ReviewTask {
  readonly plan: AnalysedPlan;
  readonly achievements: readonly AnalysedAchievement[];
  readonly kind: FeedbackKind;
}

/**
 * Asks what has to be asked, then writes the feedback as one batch that can be taken back. Resolves with the names of
 * the files; undefined when the person turned away.
 */
export const giveFeedback = async (
  deps: ReviewDeps,
  ui: ReviewUi,
  task: ReviewTask,
): Promise<readonly string[] | undefined> => {
  const feedbacks = await ask(ui, task);
  if (!feedbacks) return undefined;
  const { plan, kind } = task;
  const review = { reviewer: deps.reviewer() || undefined, date: dayOf(deps.now()) };
  const files = feedbackFiles(plan, feedbacks, review);
  const outcome = await deps.apply({ batch: feedbackHead(plan, kind), files, name: crypto.randomUUID() }, ui);
  await (await deps.engine()).refresh();
  if (outcome.failed.length > 0) ui.failed(failureLines(outcome.failed));
  const names = outcome.created.map(({ name }) => name);
  const [first] = outcome.created;
  if (first) {
    ui.done(`Created ${listed(names)}.`, deps.undo);
    if (kind === 'fix') await ui.open(first.uri);
  }
  return names;
};

const ask = async (
  ui: ReviewUi,
  { plan, achievements, kind }: ReviewTask,
): Promise<readonly Feedback[] | undefined> => {
  const checked = achievements.map((achievement) => ({
    achievement,
    checks: kind === 'approved' ? finishingChecks(plan, achievement) : [],
  }));
  if (kind === 'approved') {
    const answer = await ui.confirmApproval(...approvalQuestion(checked));
    const work = achievements[0]?.executions[0] ?? achievements[0]?.subplan;
    if (answer === 'open' && work !== undefined) await ui.open(work);
    return answer === 'approve' ? checked.map((each) => ({ ...each, kind, reason: undefined })) : undefined;
  }
  const who = namesOf(achievements);
  const reason =
    kind === 'fix'
      ? await ui.askReason(`What is wrong with ${who}?`, 'The FIX file opens for the details', false)
      : await ui.askReason(`Why is ${who} skipped?`, skipHint(achievements), true);
  return reason === undefined ? undefined : checked.map((each) => ({ ...each, kind, reason }));
};

type Checked = { readonly achievement: AnalysedAchievement; readonly checks: readonly FinishingCheck[] };

const approvalQuestion = (
  checked: readonly Checked[],
): [question: string, details: string, isWhole: boolean] => {
  const missing = checked.flatMap(({ achievement, checks }) =>
    checks.flatMap((check) => (check.missing === undefined ? [] : [`${achievement.id}: ${check.missing}`])),
  );
  const who = namesOf(checked.map(({ achievement }) => achievement));
  return missing.length === 0
    ? [`Approve ${who}?`, (checked[0]?.checks ?? []).map(({ what }) => `✓ ${what}`).join('\n'), true]
    : [`Approve ${who}, although something is missing?`, plainLines(missing), false];
};

const plainLines = (lines: readonly string[]): string => lines.map(printable).join('\n');

const namesOf = (achievements: readonly AnalysedAchievement[]): string => {
  const [one] = achievements;
  return achievements.length === 1 && one
    ? printable(`${one.id} ${one.title}`)
    : `${counted(achievements.length, 'achievement')} (${listed(achievements.map(({ id }) => id))})`;
};

/** Who skips something should know that what waits for it goes on waiting. */
const skipHint = (achievements: readonly AnalysedAchievement[]): string => {
  const dependents = [...new Set(achievements.flatMap((each) => each.dependents))];
  return dependents.length === 0
    ? 'Nothing waits for it'
    : `${listed(dependents)} wait for it and keep waiting`;
};

/** Local day as `2026-11-21`. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');

/** Fails where a batch of PRPs is meant, which has no feedback. */
export const refusePrps = ({ kind, name }: AnalysedPlan): void => {
  if (kind === 'prp-batch')
    throw new UserError(
      `A PRP batch has no feedback files: ${name} is complete when its files are in a folder for executed PRPs.`,
    );
};

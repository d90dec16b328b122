import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { readAchievementContent } from '../document/achievementContent';
import type { AnalysedAchievement, AnalysedPlan } from '../model/analysis';
import { childUri, nameOf } from '../model/uri';
import type { CreationBatch, CreationKind, CreationRequest, NewFile } from './batch';
import { executionText } from './execution';
import { type DocumentNames, namesOf } from './naming';
import { select } from './selection';
import { skipReasons } from './skip';
import { subplanText } from './subplan';

/** New executions are the first of their achievement. */
const FIRST_EXECUTION = 1;

/**
 * Works out what `request` would create, from the plan and the text of its PLAN file (the very text the plan
 * was read from). Fails when the request names a level or achievement the plan does not have.
 */
export const prepareCreation = (
  plan: AnalysedPlan,
  planText: string,
  request: CreationRequest,
): Result<CreationBatch, UserError> => {
  if (plan.kind === 'prp-batch') {
    return fail(
      new UserError(`A PRP batch has no SUBPLANs: ${plan.name} is worked from its PRP files directly.`),
    );
  }
  const names = namesOf(plan);
  const reasonOf = skipReasons(plan, request.kind, (achievement) =>
    targetOf(plan, names, request.kind, achievement),
  );
  const selected = select(plan, request.selection, (achievement) => reasonOf(achievement) === undefined);
  if (!selected.ok) return selected;
  const { achievements, level, reasons } = selected.value;
  const missing = achievements.filter(
    (achievement) => reasonOf(achievement) === undefined && !reasons.has(achievement.id),
  );
  const missingSubplans =
    request.kind === 'execution'
      ? missing.filter(({ subplan }) => subplan === undefined).map(({ id }) => id)
      : [];
  return ok({
    plan: plan.uri,
    planName: plan.name,
    kind: request.kind,
    level,
    files:
      missingSubplans.length > 0
        ? []
        : missing.map((each) => newFile(plan, planText, names, request.kind, each)),
    skipped: achievements.flatMap((achievement) => {
      const reason = reasonOf(achievement) ?? reasons.get(achievement.id);
      return reason === undefined ? [] : [{ id: achievement.id, reason }];
    }),
    missingSubplans,
  });
};

const targetOf = (
  plan: AnalysedPlan,
  names: DocumentNames,
  kind: CreationKind,
  { id }: AnalysedAchievement,
): string =>
  kind === 'subplan'
    ? childUri(plan.folders.subplans, names.subplan(id))
    : childUri(plan.folders.executions, names.execution(id, FIRST_EXECUTION));

const newFile = (
  plan: AnalysedPlan,
  planText: string,
  names: DocumentNames,
  kind: CreationKind,
  achievement: AnalysedAchievement,
): NewFile => {
  const uri = targetOf(plan, names, kind, achievement);
  const folder = kind === 'subplan' ? plan.folders.subplans : plan.folders.executions;
  const content = readAchievementContent(planText, achievement);
  const source = { plan, achievement, content, names, folder };
  const text = kind === 'subplan' ? subplanText(source) : executionText(source, FIRST_EXECUTION);
  return {
    id: achievement.id,
    title: achievement.title,
    uri,
    name: nameOf(uri),
    content: withEolOf(planText, text),
  };
};

/** New documents end their lines as the PLAN does. */
const withEolOf = (planText: string, text: string): string =>
  /^[^\n]*\r\n/.test(planText) ? text.replace(/\n/g, '\r\n') : text;

import { type Compliance, type ComplianceScore, complianceOfPlans } from '../../engine/validate/compliance';
import { counted } from '../../shared/counted';
import { toJson } from '../../shared/toJson';
import { NothingToDo } from '../../shared/userError';
import { type Paint, painter } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import { pathIn, type Workspace } from '../workspace/workspace';

export interface ComplianceOptions {
  /** The least score that passes. */
  readonly min: number;
  readonly format: 'text' | 'json';
}

/** `compliance`: the score of each PLAN, point by point. Exit code 1 if one is below the minimum. */
export const compliance = (
  terminal: Terminal,
  workspace: Workspace,
  { min, format }: ComplianceOptions,
): number => {
  const result = complianceOfPlans(workspace.plans, min);
  if (result.scores.length === 0) throw new NothingToDo('There is no PLAN here.');
  terminal.out(
    format === 'json' ? toJson(jsonOf(workspace, result)) : textOf(workspace, result, min, painter(terminal)),
  );
  return result.failed > 0 ? 1 : 0;
};

/** The stable machine format. */
const jsonOf = (workspace: Workspace, { scores, mean, passed, failed }: Compliance): unknown => ({
  plans: scores.map(({ plan, score, max, missing, present, points }) => ({
    name: plan.name,
    path: pathIn(workspace, plan.uri),
    score,
    max,
    missing,
    present,
    points,
  })),
  mean: mean ?? null,
  passed,
  failed,
});

const textOf = (
  workspace: Workspace,
  { scores, mean, failed }: Compliance,
  min: number,
  paint: Paint,
): string =>
  [
    ...scores.map((each) => planText(workspace, each, min, paint)),
    `${counted(scores.length, 'plan')}, mean ${mean}. ${failed === 0 ? `All have at least ${min}.` : `${failed} below ${min}.`}`,
  ].join('\n\n');

const planText = (
  workspace: Workspace,
  { plan, score, max, points, missing }: ComplianceScore,
  min: number,
  paint: Paint,
): string =>
  [
    `${paint('bold', plan.name)} ${paint(score < min ? 'red' : 'green', `${score} of ${max}`)} ${paint('dim', pathIn(workspace, plan.uri))}`,
    ...points.map((each) => `  ${each.got} of ${each.max} ${each.of}`),
    ...(missing.length > 0 ? [`  Missing: ${missing.join(', ')}`] : []),
  ].join('\n');

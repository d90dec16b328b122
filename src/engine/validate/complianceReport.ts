import { counted } from '../../shared/counted';
import type { AnalysedPlan } from '../model/analysis';
import { escapeMarkdown } from '../words/markdown';
import { type ComplianceScore, complianceOfPlans, LEAST_SCORE } from './compliance';

/** The scores of plans as a Markdown document, the lowest first; undefined where there is no PLAN. */
export const complianceReport = (plans: readonly AnalysedPlan[]): string | undefined => {
  const { scores, mean, failed } = complianceOfPlans(plans, LEAST_SCORE);
  if (mean === undefined) return undefined;
  const sorted = [...scores].sort((one, other) => one.score - other.score);
  return `${[
    '# Compliance',
    `${counted(scores.length, 'plan')}, mean ${mean}. ${failed === 0 ? `All have at least ${LEAST_SCORE}.` : `${failed} below ${LEAST_SCORE}.`}`,
    ...sorted.map(section),
  ].join('\n\n')}\n`;
};

const section = ({ plan, score, max, points, missing }: ComplianceScore): string =>
  [
    `## ${escapeMarkdown(plan.name)}: ${score} of ${max}`,
    '',
    '| Points | For |',
    '| --- | --- |',
    ...points.map((each) => `| ${each.got} of ${each.max} | ${each.of} |`),
    ...(missing.length > 0 ? ['', `Missing: ${missing.join(', ')}`] : []),
  ].join('\n');

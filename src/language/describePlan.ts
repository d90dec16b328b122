import { complianceOf, FURTHER_SECTIONS } from '../engine/document/compliance';
import type { PlanFacts } from '../engine/document/plan';
import type { AnalysedPlan } from '../engine/model/analysis';
import { escapeMarkdown } from './markdown';
import { listed } from './words';

/** The card of a plan as Markdown, for hovers and tooltips: progress, and which of the usual sections it has. */
export const describePlan = (plan: AnalysedPlan): string => {
  const { complete, total } = plan.progress;
  return [
    `**${escapeMarkdown(plan.name)}**`,
    `${complete} of ${total} achievements complete`,
    ...(plan.facts ? sectionLines(plan.facts) : []),
  ].join('\n\n');
};

const sectionLines = (facts: PlanFacts): readonly string[] => {
  const { present, of, percent, missing, missingFurther } = complianceOf(facts);
  const further = FURTHER_SECTIONS.length;
  const lacks =
    missing.length > 0 ? `; lacks ${escapeMarkdown(listed(missing.map(({ title }) => title)))}` : '';
  return [
    `Sections: ${present} of ${of} usual (${percent} %)${lacks}`,
    `${further - missingFurther.length} of ${further} further sections of the template`,
  ];
};

import { CompletionItemKind } from 'vscode-languageserver-types';
import { complianceOf } from '../../engine/document/plan/compliance';
import type { PlanFacts } from '../../engine/facts/planFacts';
import { type Offer, sortKey } from './item';
import { achievementSnippet } from './newAchievement';
import type { PlanStyle } from './planStyle';
import { escapeSnippet, placeholder } from './snippet';

/** As many as a person reads in an index; a longer one is left to be written. */
const LONGEST_INDEX = 200;

/** The sections of the template that the plan lacks, the usual ones first, each with a short body. */
export const sectionOffers = (facts: PlanFacts, style: PlanStyle): readonly Offer[] => {
  // achievements defined by headings are no sections, and may be thousands
  const sections = facts.sections.filter(({ title }) => !/^achievement\s+\d/i.test(title));
  const { missing, missingFurther } = complianceOf({ sections });
  const bodies = bodiesOf(facts, style);
  const offer = (title: string, prompt: string, group: number, order: number): Offer => ({
    label: `## ${title}`,
    detail: group === 4 ? 'usual section' : 'section',
    kind: CompletionItemKind.Module,
    snippet: `## ${escapeSnippet(title)}\n\n${bodies[title]?.() ?? placeholder(1, prompt)}\n`,
    filter: title,
    sort: sortKey(group, order),
  });
  return [
    ...missing.map(({ title, holds }, order) => offer(title, holds, 4, order)),
    ...missingFurther.map(({ title }, order) => offer(title, '', 5, order)),
  ];
};

/** Bodies that are more than a sentence to fill in. */
const bodiesOf = (
  { achievements }: PlanFacts,
  style: PlanStyle,
): Readonly<Record<string, (() => string) | undefined>> => ({
  'Success Criteria': () => `- [ ] ${placeholder(1, 'how everybody can tell that the goal is reached')}`,
  'Scope Definition': () =>
    `**In scope**:\n\n- ${placeholder(1, 'what is part of this plan')}\n\n**Out of scope**:\n\n- ${placeholder(2, 'what is not')}`,
  'Desirable Achievements': () =>
    `${style.priority(1, placeholder(1, 'Name'))}\n\n${achievementSnippet(style, '1.1', 2)}`,
  'Current Status & Handoff': () =>
    `**Status**: ${placeholder(1, 'Planning')}\n\n**Next**: ${placeholder(2, achievements[0] ? `Achievement ${achievements[0].id}` : '')}`,
  'Achievement Index': () =>
    achievements.length === 0 || achievements.length > LONGEST_INDEX
      ? `- ${placeholder(1)}`
      : achievements.map(({ id, title }) => escapeSnippet(`- Achievement ${id}: ${title}`)).join('\n'),
});

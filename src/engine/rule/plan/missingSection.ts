import { complianceOf, type PlanSection, USUAL_SECTIONS } from '../../document/plan/compliance';
import { fill } from '../../document/work/fillMark';
import { askedAddition } from '../../edit/guard/asked';
import { insertSection } from '../../edit/plan/insertSection';
import type { TextEdit } from '../../edit/textEdit';
import { headPlace } from '../common/headPlace';
import type { Fix } from '../finding';
import type { Rule } from '../rule';

/** With fewer of the usual sections as main sections a plan is written in a way of its own. */
const LEAST = 4;

export const missingSection: Rule = {
  code: 'missing-section',
  severity: 'hint',
  summary: 'The PLAN lacks sections that plans of its kind have',
  explanation:
    'Plans have eight usual sections: Context for LLM Execution, Goal, Problem Statement, Success Criteria, Scope ' +
    'Definition, Desirable Achievements, Subplan Tracking and Current Status & Handoff. A heading of level 2 with ' +
    'these words counts, with any numbers or punctuation around them. Deeper headings are part of other sections. ' +
    'The score is the share of these sections that the plan has. A plan with fewer than four of them is not checked.',
  example: {
    language: 'markdown',
    text: '# PLAN: Shop\n\n## Goal\n\n## Problem Statement\n\n## Success Criteria\n\n## Desirable Achievements',
  },
  fix:
    'Add a section if the plan has something to say in it. The quick fixes insert one or all of them at their places ' +
    'in the template, with a place to fill in.',
  *check({ uri, facts }) {
    if (!facts) return;
    const { present, of, percent, missing } = complianceOf(facts);
    if (present < LEAST || missing.length === 0) return;
    const titles = missing.map(({ title }) => title).join(', ');
    yield {
      ...headPlace(uri, facts),
      message: `This plan has ${present} of ${of} usual sections (${percent} %); it lacks ${titles}.`,
      fixes: fixesFor(uri, missing),
    };
  },
};

const fixesFor = (uri: string, missing: readonly PlanSection[]): readonly Fix[] => {
  const fix = (title: string, sections: readonly PlanSection[]): Fix => ({
    title,
    preferred: false,
    uri,
    asked: askedAddition('plan', [], 'section'),
    edits: (text) => insertAll(text, sections),
  });
  const single = missing.map((section) => fix(`Insert the section "${section.title}"`, [section]));
  return missing.length > 1
    ? [fix(`Insert all ${missing.length} missing sections`, missing), ...single]
    : single;
};

/** Sections that go to the same place follow one another as in the template. */
const insertAll = (text: string, sections: readonly PlanSection[]): readonly TextEdit[] =>
  sections
    .flatMap(({ title, holds }) => insertSection(text, USUAL_SECTIONS, title, fill(holds)))
    .sort((one, other) => one.span.start - other.span.start);

import { deepEqual, equal } from 'node:assert/strict';
import {
  complianceOf,
  FURTHER_SECTIONS,
  USUAL_SECTIONS,
} from '../../../../src/engine/document/plan/compliance';
import { readPlan } from '../../../../src/engine/document/plan/plan';

const scoreOf = (...headings: readonly string[]) => complianceOf(readPlan(headings.join('\n\n')));

describe('the compliance of a plan', () => {
  it('is full with every section under its own title', () => {
    const all = [...USUAL_SECTIONS, ...FURTHER_SECTIONS].map(({ title }) => `## ${title}`);
    const { present, percent, missing, missingFurther } = scoreOf('# PLAN: Shop', ...all);
    deepEqual([present, percent, missing, missingFurther], [8, 100, [], []]);
  });

  it('counts by words, whatever marks stand around them, and never the title of the document', () => {
    equal(scoreOf('# PLAN: Goals and scope', '## 🎯 Goal', '## Scope').percent, 25);
    equal(scoreOf('# PLAN: Goals and scope').percent, 0);
    equal(scoreOf('').percent, 0);
  });

  it('takes no heading for a section that is part of another one', () => {
    const { missing, missingFurther } = scoreOf(
      '# PLAN: Shop',
      '## Goal',
      '## Phases',
      '### Success of phase 1',
      '#### Scope',
      '### Key Learnings',
      '### Related Plans',
    );
    equal(missing.length, 7);
    const names = missingFurther.map(({ title }) => title);
    deepEqual([names.includes('Key Learnings'), names.includes('Related Plans')], [true, false]);
    equal(scoreOf('#### Related Plans').missingFurther.length, FURTHER_SECTIONS.length);
  });
});

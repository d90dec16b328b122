import { deepEqual, equal } from 'node:assert/strict';
import { planText } from '../../support/planBuilder';
import { findings, shown } from './findings';

describe('rule no-achievements', () => {
  const places = (plan: string, parallel?: string): readonly string[] =>
    shown({ plan, ...(parallel && { parallel }) }, 'no-achievements').map(({ at }) => at);

  it('marks the title, or the start of a file without one', () => {
    deepEqual(places('Intro\n\n# PLAN: Shop\n\n## Goal\n'), ['PLAN_SHOP.md: # PLAN: Shop']);
    deepEqual(places('## Goal\n'), ['PLAN_SHOP.md: ']);
    deepEqual(places(''), ['PLAN_SHOP.md: ']);
  });

  it('says how to define one, in words that then count', () => {
    const [found] = findings({ plan: '# PLAN: Shop\n' }, 'no-achievements');
    const [, heading = '', definition = ''] = /"(## [^"]+)".*"(\*\*[^"]+)"/.exec(found?.message ?? '') ?? [];
    deepEqual(places(`# PLAN: Shop\n\n${heading}\n\n${definition}\n`), []);
    equal(found?.severity, 'info');
  });

  it('is quiet about plans with achievements or numbered results, and without a PLAN', () => {
    deepEqual(places(planText({ '1.1': undefined })), []);
    deepEqual(places('# PLAN: Shop\n\n## Achievements Completed\n\n### 1. Basket\n'), []);
    deepEqual(shown({ parallel: '{"achievements": []}' }, 'no-achievements'), []);
  });

  it('finds it whatever parallel.json lists', () => {
    equal(places('# PLAN: Shop\n', '{"achievements": [{"id": "1.1"}]}').length, 1);
  });
});

describe('rule missing-section', () => {
  const headings = [
    '## 🎯 Goal',
    '## 📖 Context for LLM Execution',
    '## Problem Statement',
    '## ✅ Success Criteria',
    '## Desirable Achievements',
    '## 📝 Current Status & Handoff (For Pause/Resume)',
    '## 🔄 Subplan Tracking (Updated During Execution)',
    '## Scope Definition',
  ];
  const problems = (lines: readonly string[]): readonly string[] =>
    shown({ plan: ['# PLAN: Shop', ...lines].join('\n\n') }, 'missing-section').map(
      ({ at, message }) => `${at} | ${message}`,
    );

  it('names everything that is missing, once, at the title', () => {
    deepEqual(problems(headings.slice(0, 7)), [
      'PLAN_SHOP.md: # PLAN: Shop | This plan has 7 of 8 usual sections (88 %); it lacks Scope Definition.',
    ]);
    deepEqual(problems(headings.slice(1, 6)), [
      'PLAN_SHOP.md: # PLAN: Shop | This plan has 5 of 8 usual sections (63 %); it lacks Goal, Scope Definition, Subplan Tracking.',
    ]);
  });

  it('leaves whole plans and plans of another kind alone', () => {
    deepEqual(problems(headings), []);
    deepEqual(problems(headings.slice(0, 3)), []);
    deepEqual(problems([]), []);
  });

  it('takes no heading further down for the section', () => {
    equal(problems([...headings.slice(0, 7), '### Scope']).length, 1);
    equal(problems(headings.slice(0, 3).map((each) => `#${each}`)).length, 0);
  });
});

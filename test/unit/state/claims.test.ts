import assert from 'node:assert/strict';
import { readPlan } from '../../../src/engine/document/plan/plan';
import { claimToSettle, nextSteps } from '../../../src/engine/workflow/next';
import { planDocument } from '../../support/documents.mjs';
import { engineOver } from '../../support/engineOver';

const planWith = (tail: string, marks: Readonly<Record<string, string>> = {}): string =>
  planDocument(
    'Shop',
    ['1.1', '1.2', '1.3'].map((id) => [
      id,
      { title: `Title of ${id}${marks[id] ?? ''}`, lines: ['- **Goal**: done well'] },
    ]),
    { below: tail },
  );
const claimed = (text: string): readonly string[] => [...readPlan(text).completionClaims().ids].sort();

describe('what a PLAN calls complete', () => {
  const lines: readonly string[] = [
    '- [x] **SUBPLAN_12**: Achievement 1.2 - ✅ Complete',
    '- **SUBPLAN_12**: Achievement 1.2 (Till) - Status: ✅ COMPLETE',
    '- ✅ Achievement 1.2 Complete: the till works',
    '- [X] Achievement 1.2: Till',
    '- ✔️ **Achievement 1.2**: Till',
    '- ☑ 1.2: Till',
    '- Achievement 1.2 - done',
    '- Achievement 1.2: Till (completed)',
    '| 1.2 | Till | ✅ |',
    '| Achievement 1.2 | Complete |',
    '### Achievement 1.2: Till ✅',
    '1. [x] Achievement 1.2',
    '- EXECUTION_TASK_SHOP_12_01.md: Achievement 1.2 ✅',
  ];
  for (const line of lines) {
    it(`is what a line of progress ticks off: ${line}`, () => {
      assert.deepEqual(claimed(planWith(`## Subplan Tracking\n\n${line}`)), ['1.2']);
    });
  }

  const others: readonly string[] = [
    '- [ ] Achievement 1.2: Till',
    '- ⏳ Achievement 1.2: Till (after 1.1 ✅)',
    '- Achievement 1.2: Complete the till',
    '- All tests of the till pass ✅ (Achievement 1.2)',
    '- ✅ Achievement 9.9: of another plan',
    '- ~~✅ Achievement 1.2~~',
    '- Achievement 1.2 is nearly done with everything',
    '- ✅ version 1.2 is out',
    '<!-- - [x] Achievement 1.2 -->',
    '- ✅ 1.2 percent more',
    '- Achievement 1.2: ❌ not complete',
  ];
  for (const line of others) {
    it(`is nothing else: ${line}`, () => {
      assert.deepEqual(claimed(planWith(`## Subplan Tracking\n\n${line}`)), []);
    });
  }

  it('is what definitions and their status fields say', () => {
    assert.deepEqual(
      claimed(planWith('', { 1.1: ' ✅', 1.2: ' **COMPLETE**', 1.3: ' (Complete the rest)' })),
      ['1.1', '1.2'],
    );
    assert.deepEqual(claimed(planWith('', { 1.3: '\n\n**Status**: ✅ Complete' })), ['1.3']);
    assert.deepEqual(claimed(planWith('', { 1.3: '\n\n- **Status**: Phase 1 complete' })), []);
  });

  it('is everything where the status of a tracking section says all', () => {
    const all = '## Current Status\n\n**Status**: ✅ ALL 3 ACHIEVEMENTS COMPLETE';
    assert.deepEqual(claimed(planWith(all)), ['1.1', '1.2', '1.3']);
    assert.deepEqual(claimed(planWith(all.replace('ALL 3 ACHIEVEMENTS', 'Planning'))), []);
  });

  it('is nothing that is only wanted', () => {
    assert.deepEqual(claimed(planWith("## What You'll Create\n\n- ✅ Achievement 1.1: Basket")), []);
    assert.deepEqual(claimed(planWith('## Success Criteria\n\n- [x] Achievement 1.1: Basket')), []);
  });

  it('is found in time in proportion to the text', () => {
    for (const line of [
      '✅'.repeat(10),
      '- [x] '.repeat(60),
      '- **Status**: done done',
      'done - '.repeat(50),
    ]) {
      const text = planWith(`## Tracking\n\n${`${line}\n`.repeat(5_000)}`);
      const facts = readPlan(text);
      const started = performance.now();
      facts.completionClaims();
      assert.ok(performance.now() - started < 10_000, line.slice(0, 20));
    }
  });
});

describe('claims that no file proves', () => {
  const FINISHED = '# E\n\n- [x] built\n\n**Status**: Complete\n';
  const files = (
    extra: Readonly<Record<string, string>> = {},
    tail = '- [x] Achievement 1.1\n- [x] Achievement 1.2',
  ) => ({
    '/w/SHOP/PLAN_SHOP.md': planWith(`## Subplan Tracking\n\n${tail}`),
    '/w/SHOP/execution/EXECUTION_TASK_SHOP_11_01.md': FINISHED,
    '/w/SHOP/execution/EXECUTION_TASK_SHOP_12_01.md': FINISHED,
    ...extra,
  });

  it('are one thing to settle instead of a review each', async () => {
    const plan = (await engineOver(files())).plan('SHOP');
    assert.deepEqual([plan.legacyClaim()?.claimed, plan.legacyClaim()?.of], [2, 3]);
    assert.deepEqual(
      nextSteps(plan).map(({ achievement, step }) => [achievement.id, step.action]),
      [['1.3', 'create_subplan']],
    );
    assert.equal(plan.byId.get('1.1')?.status, 'in_progress');
  });

  it('are reviews as ever where there is one, or a feedback file', async () => {
    const one = (await engineOver(files({}, '- [x] Achievement 1.1'))).plan('SHOP');
    assert.equal(one.legacyClaim()?.claimed, 1);
    assert.equal(claimToSettle(one), undefined);
    const proved = (await engineOver(files({ '/w/SHOP/execution/feedbacks/FIX_13.md': '' }))).plan('SHOP');
    assert.equal(proved.legacyClaim(), undefined);
    assert.equal(nextSteps(proved).length, 3);
  });
});

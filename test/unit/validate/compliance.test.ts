import { deepEqual, equal, match } from 'node:assert/strict';
import { complianceOfPlans } from '../../../src/engine/validate/compliance';
import { complianceReport } from '../../../src/engine/validate/complianceReport';
import { engineOver } from '../../support/engineOver';

const ACHIEVEMENTS =
  '## 🎯 Desirable Achievements (Priority Order)\n\n**Achievement 1.1**: Bake\n\n- **Effort**: 2 hours\n';
const GOOD = `# PLAN: Shop

## Context for LLM Execution

## Goal

## Problem Statement

## Success Criteria

## Scope Definition

## Achievement Index

- Achievement 1.1: Bake

${ACHIEVEMENTS}
## Subplan Tracking

## References

### Related Plans

None.

## Current Status & Handoff
`;
/** Deeper headings are part of other sections. */
const POOR = `# PLAN: Stall\n\n### Goal\n\n${ACHIEVEMENTS}`;

const complianceIn = async (files: Readonly<Record<string, string>>, least = 75) =>
  complianceOfPlans((await engineOver(files)).engine.snapshot.plans, least);

describe('compliance', () => {
  it('is a sum of points, each with what it is for', async () => {
    const { scores, mean, passed, failed } = await complianceIn({
      '/w/SHOP/PLAN_SHOP.md': GOOD,
      '/w/x/PLAN_Stall.md': POOR,
    });
    const [shop, stall] = scores;
    deepEqual(shop?.points, [
      { of: 'usual sections', got: 40, max: 40 },
      { of: 'further sections of the template', got: 3, max: 20 },
      { of: 'name of the file', got: 20, max: 20 },
      { of: 'Related Plans', got: 10, max: 10 },
      { of: 'Subplan Tracking', got: 10, max: 10 },
    ]);
    deepEqual([shop.score, shop.max], [83, 100]);
    deepEqual(shop.present.slice(0, 2), [
      { section: 'Context for LLM Execution', line: 3 },
      { section: 'Goal', line: 5 },
    ]);
    equal(shop.missing.includes('Goal'), false);
    deepEqual([stall?.score, stall?.missing.includes('Goal')], [5, true]);
    deepEqual([mean, passed, failed], [44, 1, 1]);
  });

  it('has no mean without plans, and no score for what only has the name of one', async () => {
    const none = { scores: [], mean: undefined, passed: 0, failed: 0 };
    deepEqual(await complianceIn({}), none);
    deepEqual(await complianceIn({ '/w/PLAN_SUMMARY.md': '# PLAN Summary: Shop\n' }), none);
  });

  it('is a document with the lowest score first', async () => {
    const { snapshot } = (await engineOver({ '/w/SHOP/PLAN_SHOP.md': GOOD, '/w/x/PLAN_a_b.md': POOR }))
      .engine;
    const report = complianceReport(snapshot.plans) ?? '';
    match(report, /^# Compliance\n\n2 plans, mean 44\. 1 below 75\.\n\n## a_b: 5 of 100\n/);
    match(report, /\n## SHOP: 83 of 100\n\n\| Points \| For \|\n/);
    equal(complianceReport([]), undefined);
  });
});

import assert from 'node:assert/strict';
import { readAchievementContent } from '../../../../src/engine/document/plan/achievementContent';
import { readPlan } from '../../../../src/engine/document/plan/plan';
import type { Achievement } from '../../../../src/engine/model/achievement';
import { harvestPlan } from '../../../support/harvestPlan';

const contentOf = (text: string, id: string) => {
  const found = readPlan(text).achievements.find((achievement) => achievement.id === id);
  assert.ok(found);
  return readAchievementContent(text, found as unknown as Achievement);
};

describe('Content of an achievement', () => {
  it('carries what the fields say', () => {
    const content = contentOf(harvestPlan, '1.1');
    assert.equal(content.goal, 'Describe a field and its rows');
    assert.deepEqual(content.deliverables, ['`src/field.ts` (new file)', '`test/field.test.ts`']);
    assert.deepEqual(content.successCriteria, ['Every row has a place']);
    assert.equal(content.effort, '2-3 hours');
  });

  it('reads numbered lists, and lists below a paragraph label', () => {
    assert.deepEqual(contentOf(harvestPlan, '1.2').tests.slice(0, 2), [
      'Reads an empty file',
      'Refuses a broken one',
    ]);
    assert.deepEqual(contentOf(harvestPlan, '2.5.1').deliverables, [
      '**Note**: a list item, not a field',
      '`src/report.ts`',
    ]);
  });

  it('keeps nested lists and splits a line of paths', () => {
    const text =
      '## Achievements\n\n**Achievement 1.1**: T\n\n- **Deliverables**: `a.ts`, `b.ts`\n- **Tests**:\n  - unit\n    - fast ones\n  - host\n';
    assert.deepEqual(contentOf(text, '1.1').deliverables, ['`a.ts`', '`b.ts`']);
    assert.deepEqual(contentOf(text, '1.1').tests, ['unit\n- fast ones', 'host']);
  });
});

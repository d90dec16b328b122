import assert from 'node:assert/strict';
import { countReady } from '../../../src/engine/model/readiness';
import { readinessWords } from '../../../src/engine/words/readiness';
import { engineOver, planOf } from '../../support/engineOver';

describe('what views call ready', () => {
  it('is nothing where nobody said what depends on what', async () => {
    const { plan } = await engineOver({ '/w/A/PLAN_A.md': planOf('A', ['1.1', '1.2']) });
    const { achievements } = plan('A');
    assert.deepEqual(
      achievements.map(({ readiness }) => readiness),
      ['unknown', 'unknown'],
    );
    assert.equal(countReady(plan('A')), 0);
    assert.deepEqual(achievements.map(readinessWords), [undefined, undefined]);
  });

  it('is what has every dependency behind it', async () => {
    const extra = { 1.1: '- **Dependencies**: None', 1.2: '- **Dependencies**: 1.1' };
    const { plan } = await engineOver({ '/w/A/PLAN_A.md': planOf('A', ['1.1', '1.2'], extra) });
    const { achievements } = plan('A');
    assert.equal(countReady(plan('A')), 1);
    assert.deepEqual(achievements.map(readinessWords), ['ready', 'blocked by 1.1']);
  });
});

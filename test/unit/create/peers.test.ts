import assert from 'node:assert/strict';
import { engineOver, planOf } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

describe('what may run beside a new document', () => {
  it('names the open achievements of the level, not those that are over', async () => {
    const none = '- **Dependencies**: None';
    const ids = ['1.1', '1.2', '1.3', '1.4'];
    const { engine } = await engineOver({
      '/w/A/PLAN_A.md': planOf('A', ids, Object.fromEntries(ids.map((id) => [id, none]))),
      '/w/A/execution/feedbacks/APPROVED_12.md': '',
      '/w/A/execution/SKIPPED_13.md': '',
    });
    const batch = await engine.prepareCreation({
      plan: uriOf('/w/A/PLAN_A.md'),
      kind: 'subplan',
      selection: { by: 'achievements', ids: ['1.1'] },
    });
    assert.ok(batch.ok);
    const [, peers = ''] = batch.value.files[0]?.content.split('May run at the same time:') ?? [];
    assert.match(peers, /1\.4 Title of 1\.4/);
    assert.doesNotMatch(peers, /1\.2 Title|1\.3 Title/);
  });
});

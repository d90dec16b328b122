import assert from 'node:assert/strict';
import { fromGraphMenu } from '../../../../../src/extension/graph/panel/menuTarget';

describe('a command from the context menu of the graph', () => {
  const context = {
    webviewSection: 'achievement',
    planUri: 'file:///w/PLAN_X.md',
    achievementId: '1.2',
    webview: 'id',
  };

  it('gets plan and id as from every other caller', () => {
    assert.deepEqual(fromGraphMenu([context]), ['file:///w/PLAN_X.md', '1.2']);
  });

  it('leaves what comes from elsewhere, or is not whole, as it is', () => {
    for (const args of [[], [null], ['file:///w/PLAN_X.md', '1.2'], [{ kind: 'achievement', plan: {} }]]) {
      assert.equal(fromGraphMenu(args), args);
    }
    for (const broken of [{ planUri: 7 }, { achievementId: undefined }, { webviewSection: 'level' }]) {
      const args = [{ ...context, ...broken }];
      assert.equal(fromGraphMenu(args), args);
    }
  });
});

import assert from 'node:assert/strict';
import { PageStore } from '../../../../src/webview/kit/pageStore';
import type { PageState } from '../../../../src/webview/protocol/messages';

const storeOver = (stored: unknown = undefined) => {
  const kept: PageState[] = [];
  let tell: () => void = () => undefined;
  const store = new PageStore({
    getState: () => stored,
    setState: (state) => {
      kept.push(state);
      tell();
    },
  });
  /** Resolves when something is stored. */
  const next = (): Promise<void> =>
    new Promise((resolve) => {
      tell = resolve;
    });
  return { store, kept, next };
};

describe('what a graph page remembers', () => {
  it('is stored at once, and once for everything that follows closely', async () => {
    const { store, kept, next } = storeOver();
    store.remember({ current: '1.1' });
    assert.equal(kept.length, 0, 'nobody knows of which plan');
    store.remember({ planUri: 'file:///w/PLAN_A.md' });
    assert.equal(kept.at(-1)?.current, '1.1', 'a reload may come right now');
    const stored = next();
    store.remember({ current: '1.2' });
    store.remember({ current: '1.3' });
    assert.equal(kept.length, 1);
    await stored;
    assert.deepEqual(
      kept.map(({ current }) => current),
      ['1.1', '1.3'],
    );
    const [, last] = kept;
    const again = storeOver(last).store;
    assert.equal(again.recall('file:///w/PLAN_A.md')?.current, '1.3');
    assert.equal(again.recall('file:///w/PLAN_B.md'), undefined);
  });
});

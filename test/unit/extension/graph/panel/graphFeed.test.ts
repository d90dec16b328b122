import assert from 'node:assert/strict';
import type { AnalysedPlan } from '../../../../../src/engine/model/analysis';
import { AS_IT_IS, graphModelSteps } from '../../../../../src/extension/graph/model/graphModel';
import { GraphFeed } from '../../../../../src/extension/graph/panel/graphFeed';
import type { PostedMessage } from '../../../../../src/webview/protocol/messages';
import { changed, rewritten } from '../../../../support/analysedPlan';
import { failingLogger } from '../../../../support/failingLogger';
import { nine, unordered } from '../../../../support/graphPlans';

const feedOf = (first: AnalysedPlan | undefined) => {
  const sent: PostedMessage[] = [];
  const errors: string[] = [];
  const state = { plan: first, layouts: 0, fails: false };
  const feed = new GraphFeed({
    steps: (arrangement) => state.plan && graphModelSteps(state.plan, arrangement),
    layout: async (structure) => {
      state.layouts++;
      if (state.fails) throw new Error('no memory');
      return `layout of ${structure}`;
    },
    pace: () => undefined,
    post: (message) => void sent.push(message),
    logger: { info: () => undefined, warn: () => undefined, error: (message) => void errors.push(message) },
    goneText: 'gone',
  });
  return { feed, sent, state, errors };
};

const failed = (plan: AnalysedPlan): AnalysedPlan =>
  changed(plan, (_, at) => (at === 0 ? { status: 'failed' } : {}));

const layoutsIn = (messages: readonly PostedMessage[]): readonly (boolean | string)[] =>
  messages.map((message) => {
    if (message.type === 'graph') return message.layout !== null;
    return message.type === 'notice' ? message.text : message.type;
  });

describe('what a graph page is sent', () => {
  it('is nothing while nothing changes, and no layout while only states change', async () => {
    const { feed, sent, state } = feedOf(nine());
    await feed.refresh();
    await feed.refresh();
    state.plan = failed(nine());
    await feed.refresh();
    state.plan = unordered();
    await feed.refresh();
    assert.deepEqual(layoutsIn(sent), [true, false, true]);
    assert.equal(state.layouts, 2);
  });

  it('is everything again after the page was loaded again, without another layout', async () => {
    const { feed, sent, state } = feedOf(nine());
    await feed.refresh();
    await feed.restart(AS_IT_IS);
    assert.deepEqual(layoutsIn(sent), [true, true]);
    assert.equal(state.layouts, 1);
  });

  it('is only the newest of changes that come during a layout', async () => {
    const { feed, sent, state } = feedOf(nine());
    const first = feed.refresh();
    state.plan = unordered();
    await Promise.all([first, feed.refresh(), feed.refresh()]);
    assert.deepEqual(
      sent.map((message) => message.type === 'graph' && JSON.parse(message.model).name),
      ['LOOSE'],
    );
  });

  it('is laid out before the page asks, and then sent without another layout', async () => {
    const { feed, sent, state } = feedOf(nine());
    await feed.prepare();
    assert.deepEqual([sent.length, state.layouts], [0, 1]);
    await feed.restart(AS_IT_IS);
    assert.deepEqual(layoutsIn(sent), [true]);
    assert.equal(state.layouts, 1);
  });

  it('says that a plan is gone, and shows it when it is back', async () => {
    const { feed, sent, state } = feedOf(nine());
    await feed.refresh();
    state.plan = undefined;
    await feed.refresh();
    state.plan = nine();
    await feed.refresh();
    assert.deepEqual(layoutsIn(sent), [true, 'gone', false]);
  });

  it('says why when a layout fails, and tries again with the next change', async () => {
    const { feed, sent, state, errors } = feedOf(nine());
    state.fails = true;
    await feed.refresh();
    state.fails = false;
    await feed.refresh();
    assert.deepEqual(layoutsIn(sent), ['The graph could not be drawn: no memory', true]);
    assert.deepEqual(errors, ['The graph could not be drawn']);
  });
});

describe('a layout that takes long', () => {
  /** A feed whose layouts end when they are told to. */
  const slowFeed = (first: AnalysedPlan) => {
    const sent: string[] = [];
    const asked: { readonly signal: AbortSignal; finish(): void }[] = [];
    const state = { plan: first };
    const feed = new GraphFeed({
      steps: (arrangement) => graphModelSteps(state.plan, arrangement),
      layout: (structure, signal) =>
        new Promise((resolve) => void asked.push({ signal, finish: () => resolve(structure) })),
      post: (message) =>
        void sent.push(message.type === 'graph' ? JSON.parse(message.model).name : message.type),
      pace: () => undefined,
      logger: failingLogger,
      goneText: 'gone',
    });
    return { feed, sent, asked, state };
  };
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('is dropped at once when the structure becomes another, and shown nowhere', async () => {
    const { feed, sent, asked, state } = slowFeed(nine());
    void feed.refresh();
    await settled();
    state.plan = unordered();
    const done = feed.refresh();
    await settled();
    assert.deepEqual(
      asked.map(({ signal }) => signal.aborted),
      [true, false],
    );
    asked[0]?.finish();
    asked[1]?.finish();
    await done;
    assert.deepEqual(sent, ['LOOSE']);
  });

  it('goes on while only states change, and is shown with the newest of them', async () => {
    const { feed, sent, asked, state } = slowFeed(nine());
    void feed.refresh();
    await settled();
    state.plan = rewritten(failed(nine()), () => ({ name: 'LATER' }));
    const done = feed.refresh();
    await settled();
    assert.deepEqual(
      asked.map(({ signal }) => signal.aborted),
      [false],
    );
    asked[0]?.finish();
    await done;
    assert.deepEqual(sent, ['LATER']);
  });

  it('is dropped when the page is closed', async () => {
    const { feed, asked } = slowFeed(nine());
    void feed.refresh();
    await settled();
    feed.dispose();
    assert.equal(asked[0]?.signal.aborted, true);
  });
});

import assert from 'node:assert/strict';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { GraphFeed } from '../../../src/extension/graph/graphFeed';
import { gridLayout } from '../../../src/extension/graph/grid';
import type { HostMessage } from '../../../src/webview/messages';
import { nine, unordered } from '../../support/graphPlans';

const feedOf = (first: AnalysedPlan | undefined) => {
  const sent: HostMessage[] = [];
  const errors: string[] = [];
  const state = { plan: first, layouts: 0, fails: false };
  const feed = new GraphFeed({
    plan: () => state.plan,
    layout: async (model) => {
      state.layouts++;
      if (state.fails) throw new Error('no memory');
      return gridLayout(model, { width: 100, height: 50, titleLines: 1 });
    },
    post: (message) => void sent.push(message),
    logger: { info: () => undefined, warn: () => undefined, error: (message) => void errors.push(message) },
    goneText: 'gone',
  });
  return { feed, sent, state, errors };
};

const failed = (plan: AnalysedPlan): AnalysedPlan => ({
  ...plan,
  achievements: plan.achievements.map((each, at) => (at === 0 ? { ...each, status: 'failed' } : each)),
});

const layoutsIn = (messages: readonly HostMessage[]): readonly (boolean | string)[] =>
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
    await feed.restart();
    assert.deepEqual(layoutsIn(sent), [true, true]);
    assert.equal(state.layouts, 1);
  });

  it('is only the newest of changes that come during a layout', async () => {
    const { feed, sent, state } = feedOf(nine());
    const first = feed.refresh();
    state.plan = unordered();
    await Promise.all([first, feed.refresh(), feed.refresh()]);
    assert.deepEqual(
      sent.map((message) => message.type === 'graph' && message.model.name),
      ['LOOSE'],
    );
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

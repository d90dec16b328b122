import assert from 'node:assert/strict';
import type { AnalysedPlan } from '../../../../../src/engine/model/analysis';
import { scheduler } from '../../../../../src/engine/schedule/scheduler';
import { TabWish } from '../../../../../src/extension/graph/timeline/tabWish';
import { TimelineFeed } from '../../../../../src/extension/graph/timeline/timelineFeed';
import { isHostMessage } from '../../../../../src/webview/protocol/messages';
import type { TimelineHostMessage } from '../../../../../src/webview/protocol/timelineMessages';
import { nineEstimated, timelineOf } from '../../../../support/timelinePlans';

const feedOf = (first: AnalysedPlan | undefined) => {
  const sent: TimelineHostMessage[] = [];
  const errors: string[] = [];
  const state = { plan: first, landed: new Set<string>(), turns: 0 };
  const feed = new TimelineFeed({
    planUri: 'file:///w/X/PLAN_X.md',
    plan: () => state.plan,
    landed: () => state.landed,
    scheduler: async () => scheduler,
    pace: () => (++state.turns % 2 === 1 ? Promise.resolve() : undefined),
    post: (message) => void sent.push(message),
    logger: { info: () => undefined, warn: () => undefined, error: (message) => void errors.push(message) },
    goneText: 'gone',
  });
  return { feed, sent, state, errors };
};

const executorsIn = (messages: readonly TimelineHostMessage[]): readonly unknown[] =>
  messages.map((message) => message.type === 'timeline' && message.model.chart?.executors.length);

describe('what a timeline is sent', () => {
  it('is what was asked for, whole, and nothing before that or after it was closed', async () => {
    const { feed, sent, state } = feedOf(nineEstimated());
    await feed.refresh();
    assert.deepEqual(sent, []);
    await feed.ask(1);
    assert.deepEqual(sent, [{ type: 'timeline', model: timelineOf(nineEstimated(), 1) }]);
    assert.ok(sent.every(isHostMessage));
    await feed.ask(null);
    assert.deepEqual(executorsIn(sent), [1, 2]);
    feed.close();
    state.plan = nineEstimated();
    await feed.refresh();
    assert.equal(sent.length, 2);
  });

  it('comes again when the plan is another, and only then', async () => {
    const { feed, sent, state } = feedOf(nineEstimated());
    await feed.ask(null);
    await feed.refresh();
    assert.equal(sent.length, 1);
    state.plan = nineEstimated();
    await feed.refresh();
    assert.equal(sent.length, 2);
    state.plan = undefined;
    await feed.refresh();
    const last = sent.at(-1);
    assert.equal(last?.type === 'timeline' && last.model.instead, 'gone');
  });

  it('leaves out what a run has landed, from the moment on that it has', async () => {
    const { feed, sent, state } = feedOf(nineEstimated());
    const bars = (): readonly string[] => {
      const last = sent.at(-1);
      return (last?.type === 'timeline' && last.model.chart?.bars.map(({ id }) => id)) || [];
    };
    await feed.ask(1);
    const [first = '', ...others] = [...bars()].sort();
    state.landed = new Set([first]);
    await feed.refresh();
    await feed.refresh();
    assert.equal(sent.length, 2);
    assert.deepEqual([...bars()].sort(), others);
  });

  it('leaves others their turn, and drops what a newer question makes useless', async () => {
    const { feed, sent, state } = feedOf(nineEstimated());
    await Promise.all([feed.ask(1), feed.ask(3), feed.ask(2)]);
    assert.deepEqual(executorsIn(sent), [2]);
    assert.ok(state.turns > 100, `${state.turns} turns`);
  });

  it('says so when it goes wrong', async () => {
    const { feed, sent, errors } = feedOf({
      ...nineEstimated(),
      isOrderKnown: () => {
        throw new Error('no memory');
      },
    });
    await feed.ask(null);
    const [message] = sent;
    assert.equal(
      message?.type === 'timeline' && message.model.instead,
      'The schedule could not be made: no memory',
    );
    assert.deepEqual(errors, ['The schedule could not be made']);
  });
});

describe('the tab that a page is to show', () => {
  it('is told at once while the page listens, else as soon as it does, and once', () => {
    const sent: TimelineHostMessage[] = [];
    const wish = new TabWish((message) => void sent.push(message));
    wish.show('timeline');
    assert.deepEqual(sent, []);
    wish.pageListens(true);
    wish.pageListens(true);
    assert.deepEqual(sent, [{ type: 'tab', tab: 'timeline' }]);
    wish.show('graph');
    wish.pageListens(false);
    wish.show('timeline');
    assert.equal(sent.length, 2);
    wish.pageListens(true);
    assert.deepEqual(sent.slice(1), [
      { type: 'tab', tab: 'graph' },
      { type: 'tab', tab: 'timeline' },
    ]);
  });
});

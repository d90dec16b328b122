import assert from 'node:assert/strict';
import type { AnalysedPlan } from '../../../../../src/engine/model/analysis';
import { createRunFeed } from '../../../../../src/extension/graph/panel/runFeed';
import { followLive } from '../../../../../src/extension/run/desktop/followLive';
import { isHostMessage } from '../../../../../src/webview/protocol/messages';
import type { RunMarksMessage } from '../../../../../src/webview/protocol/runMessages';
import { graphPlan } from '../../../../support/graphPlans';
import { liveRuns } from '../../../../support/liveRuns';
import { complete, headOf } from '../../../run/runs';

const HEAD = headOf(
  [
    { id: '1.1', files: ['a.ts'] },
    { id: '1.2', files: ['a.ts'] },
  ],
  { path: 'PLAN_X.md' },
);

const fed = () => {
  const runs = liveRuns();
  const live = followLive(runs, (error) => {
    throw error;
  });
  const posted: RunMarksMessage[] = [];
  let plan: AnalysedPlan = graphPlan([{ id: '1.1' }, { id: '1.2' }]);
  const feed = createRunFeed({
    live,
    plans: () => [plan],
    keyOf: (_, id) => id,
    post: (message) => posted.push(message),
  });
  return { runs, posted, feed, change: (next: AnalysedPlan) => (plan = next) };
};

describe('what a page is told of runs', () => {
  it('is nothing where nothing was run', () => {
    const { feed, posted } = fed();
    feed.restart();
    feed.refresh();
    assert.deepEqual(posted, []);
  });

  it('is everything for a new page, then only what differs', () => {
    const { runs, posted, feed } = fed();
    const run = runs.begin(HEAD);
    run.enter('1.1', 'preparing');
    runs.told(run);
    feed.restart();
    complete(run, '1.2');
    runs.told(run);
    feed.refresh();
    feed.refresh();
    assert.deepEqual(
      posted.map(({ isWhole, marks, gone }) => [
        isWhole,
        marks.map(({ id, words }) => `${id} ${words}`),
        gone,
      ]),
      [
        [true, ['1.1 is set up'], []],
        [false, ['1.2 landed'], []],
      ],
    );
    assert.ok(posted.every((message) => isHostMessage(message)));
  });

  it('takes back what the plan knows by now', () => {
    const { runs, posted, feed, change } = fed();
    const run = runs.begin(HEAD);
    complete(run, '1.2');
    runs.told(run);
    feed.restart();
    change(graphPlan([{ id: '1.1' }, { id: '1.2', status: 'complete' }]));
    feed.refresh();
    assert.deepEqual(
      [posted.at(-1)?.isWhole, posted.at(-1)?.marks, posted.at(-1)?.gone],
      [false, [], ['1.2']],
    );
  });

  it('counts as ready what no run has', () => {
    const { runs, posted, feed } = fed();
    const run = runs.begin(HEAD);
    run.enter('1.1', 'preparing');
    runs.told(run);
    feed.restart();
    assert.deepEqual([posted.at(-1)?.ready, posted.at(-1)?.words], [1, '1 running']);
    complete(run, '1.2');
    runs.told(run);
    feed.refresh();
    assert.deepEqual([posted.at(-1)?.ready, posted.at(-1)?.words], [0, '1 running, 1 landed']);
  });

  it('says in words too what is in the way of each other', () => {
    const { runs, posted, feed } = fed();
    const run = runs.begin(HEAD);
    run.enter('1.1', 'preparing');
    run.enter('1.2', 'preparing');
    runs.told(run);
    feed.restart();
    assert.deepEqual(posted[0]?.clashes, [{ from: '1.1', to: '1.2', words: 'conflict?' }]);
    assert.deepEqual(
      posted[0]?.marks.map(({ more }) => more),
      [['may conflict with 1.2: a.ts'], ['may conflict with 1.1: a.ts']],
    );
  });
});

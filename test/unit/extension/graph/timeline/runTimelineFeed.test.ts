import assert from 'node:assert/strict';
import { createRunTimelineFeed } from '../../../../../src/extension/graph/timeline/runTimelineFeed';
import { runPicture } from '../../../../../src/extension/run/desktop/runPicture';
import { isHostMessage } from '../../../../../src/webview/protocol/messages';
import type { RunPicture, RunTimelineMessage } from '../../../../../src/webview/protocol/runTimeline';
import { liveRuns } from '../../../../support/liveRuns';
import { complete, headOf } from '../../../run/runs';

const HEAD = headOf([{ id: '1.1' }, { id: '1.2', title: 'Zwei\nZeilen' }]);

const fed = () => {
  const posted: RunTimelineMessage[] = [];
  let picture: RunPicture | undefined;
  const feed = createRunTimelineFeed(
    () => picture,
    (message) => posted.push(message),
  );
  return {
    posted,
    feed,
    show: (next: RunPicture | undefined) => {
      picture = next;
      feed.refresh();
    },
  };
};

describe('the last run in the timeline', () => {
  it('is nothing where nothing was run', () => {
    const { feed, posted, show } = fed();
    feed.open();
    show(undefined);
    assert.equal(posted.length, 0);
  });

  it('is told to an open timeline: everything at first, then what differs', () => {
    const { feed, posted, show } = fed();
    const runs = liveRuns();
    const run = runs.begin(HEAD);
    show(runPicture(runs.told(run), 2_000));
    assert.equal(posted.length, 0, 'nobody looks at it');
    feed.open();
    complete(run, '1.1');
    show(runPicture(runs.told(run), 3_000));
    feed.close();
    show(runPicture(runs.told(run), 4_000));
    assert.deepEqual(
      posted.map(({ picture }) => [picture?.isWhole, picture?.elapsed, picture?.rows.map(({ id }) => id)]),
      [
        [true, 1, ['1.1', '1.2']],
        [false, 2, ['1.1']],
      ],
    );
    assert.ok(posted.every((message) => isHostMessage(message)));
  });

  it('begins anew with another run, and goes with the last', () => {
    const { feed, posted, show } = fed();
    const runs = liveRuns();
    feed.open();
    show(runPicture(runs.told(runs.begin(HEAD)), 2_000));
    show(runPicture(runs.told(runs.begin({ ...HEAD, run: 'r2' })), 2_000));
    show(undefined);
    assert.deepEqual(
      posted.map(({ picture }) => picture && [picture.headline, picture.isWhole]),
      [['r1: 0 of 2 landed', true], ['r2: 0 of 2 landed', true], null],
    );
  });

  it('says of each item how it stands, how long it took and what was thought', () => {
    const runs = liveRuns();
    const run = runs.begin(HEAD);
    run.enter('1.1', 'preparing');
    run.now = 19_000;
    run.enter('1.1', 'landed', { landed: 'c' });
    run.enter('1.2', 'preparing');
    const { rows, note, goesOn } = runPicture(runs.told(run), 20_000);
    assert.deepEqual(
      rows.map(({ title, tone, words }) => [title, tone, words]),
      [
        ['Title 1.1', 'landed', 'landed, took 18 s, estimate 1 h'],
        ['Zwei Zeilen', 'working', 'is set up, estimate 1 h'],
      ],
    );
    assert.match(note, /An hour of estimates took 18 s/);
    assert.equal(goesOn, true);
  });

  it('is made quickly for a large run', () => {
    const items = Array.from({ length: 5_000 }, (_, at) => ({
      id: `1.${at}`,
      after: at >= 50 ? [`1.${at - 50}`] : [],
    }));
    const runs = liveRuns();
    const run = runs.told(runs.begin(headOf(items, { jobs: 20 })));
    runPicture(run, 2_000);
    const start = performance.now();
    assert.equal(runPicture(run, 2_000).rows.length, 5_000);
    assert.ok(performance.now() - start < 10_000, `${performance.now() - start} ms`);
  });
});

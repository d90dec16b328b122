import assert from 'node:assert/strict';
import { followLive } from '../../../../src/extension/run/desktop/followLive';
import { type RunNews, shownMark } from '../../../../src/extension/run/live/liveRuns';
import { liveRuns, planUriIn } from '../../../support/liveRuns';
import { complete, headOf, work } from '../../run/runs';

const HEAD = headOf(
  [
    { id: '1.1', files: ['a.ts'] },
    { id: '1.2', files: ['a.ts', 'b.ts'] },
    { id: '2.1', after: ['1.2'], level: 1 },
  ],
  { attempts: 1 },
);
const PLAN = planUriIn(HEAD);

const marked = () => {
  const runs = liveRuns();
  const live = followLive(runs, (error) => {
    throw error;
  });
  const told: (readonly RunNews[])[] = [];
  live.onDidChange((changed) => told.push(changed));
  const said = (): Readonly<Record<string, string>> =>
    Object.fromEntries([...live.marks(PLAN)].map(([id, { tone, words }]) => [id, `${tone}: ${words}`]));
  return { runs, live, told, said };
};

describe('what runs say of achievements', () => {
  it('says how each one stands that the run has begun, and nothing of the others', () => {
    const { runs, said, live } = marked();
    const run = runs.begin(HEAD);
    runs.told(run);
    assert.deepEqual(said(), {});
    assert.equal(live.words(PLAN), 'run goes on');
    complete(run, '1.1');
    run.enter('1.2', 'preparing');
    run.enter('1.2', 'running');
    runs.told(run);
    assert.deepEqual(said(), { '1.1': 'landed: landed', '1.2': 'working: running' });
    assert.equal(live.words(PLAN), '1 running');
    run.enter('1.2', 'gate-red', { error: 'npm test ended with 1.' });
    runs.told(run);
    assert.deepEqual(said(), {
      '1.1': 'landed: landed',
      '1.2': 'failed: a gate is red',
      '2.1': 'held: blocked by 1.2',
    });
    assert.equal(live.words(PLAN), '1 failed');
  });

  it('tells views only of what differs', () => {
    const { runs, told } = marked();
    const run = runs.begin(HEAD);
    runs.told(run);
    run.enter('1.1', 'preparing');
    runs.told(run);
    run.tell({ event: 'baseline', ok: true, gates: [] });
    runs.told(run);
    run.enter('1.2', 'preparing');
    runs.told(run);
    assert.deepEqual(
      told.map((changed) => changed.flatMap(({ ids }) => ids)),
      [[], ['1.1'], [], ['1.2']],
    );
  });

  it('says which attempt it is, and what waits for a person', () => {
    const { runs, said, live } = marked();
    const run = runs.begin(headOf([{ id: '1.1' }], { review: 'person', attempts: 2 }));
    run.enter('1.1', 'preparing');
    run.enter('1.1', 'timed-out');
    run.enter('1.1', 'preparing');
    run.enter('1.1', 'running');
    runs.told(run);
    assert.deepEqual(said(), { '1.1': 'working: running (attempt 2)' });
    run.enter('1.1', 'waiting');
    runs.told(run);
    assert.deepEqual(said(), { '1.1': 'person: waits for a person (attempt 2)' });
    assert.equal(live.words(PLAN), '1 for you');
  });

  it('keeps what a person has to see to, and forgets a run that ended well or that somebody ended', () => {
    for (const [status, kept] of [
      ['failed', ['1.1']],
      ['waiting', ['1.1']],
      ['success', []],
      ['stopped', []],
    ] as const) {
      const { runs, live } = marked();
      const run = runs.begin(HEAD);
      run.enter('1.1', 'preparing');
      run.enter('1.1', 'waiting');
      run.tell({ event: 'finished', status });
      runs.told(run, 'over');
      assert.deepEqual([...live.marks(PLAN).keys()], kept, status);
      assert.equal(live.words(PLAN), undefined, 'nothing goes on');
    }
  });

  it('takes the last run of a plan alone', () => {
    const { runs, said } = marked();
    const first = runs.begin(HEAD);
    complete(first, '1.1');
    runs.told(first, 'left');
    const second = runs.begin({ ...HEAD, run: 'r2' });
    second.enter('1.2', 'preparing');
    runs.told(second);
    assert.deepEqual(said(), { '1.2': 'working: is set up' });
  });

  it('says nothing of what the plan knows to be over, unless somebody is at it', () => {
    const { runs, live } = marked();
    const run = runs.begin(HEAD);
    complete(run, '1.1');
    run.enter('1.2', 'preparing');
    runs.told(run);
    const shown = (id: string) => shownMark(live.marks(PLAN), { id, status: 'complete' })?.tone;
    assert.deepEqual([shown('1.1'), shown('1.2')], [undefined, 'working']);
    assert.equal(shownMark(live.marks(PLAN), { id: '1.1', status: 'not_started' })?.tone, 'landed');
  });

  it('names what is in hand and in the way of each other, until one of them has landed', () => {
    const { runs, live } = marked();
    const run = runs.begin(HEAD);
    work(run, '1.1');
    run.enter('1.2', 'preparing');
    runs.told(run);
    assert.deepEqual(live.clashes(PLAN), [{ one: '1.1', other: '1.2', isFound: false, paths: ['a.ts'] }]);
    run.enter('1.1', 'landing');
    run.enter('1.1', 'landed', { landed: 'c' });
    run.enter('1.2', 'conflict', { paths: ['a.ts', 'c.ts'], with: ['1.1'] });
    runs.told(run);
    assert.deepEqual(live.clashes(PLAN), [
      { one: '1.2', other: '1.1', isFound: true, paths: ['a.ts', 'c.ts'] },
    ]);
  });
});

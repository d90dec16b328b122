import assert from 'node:assert/strict';
import { followLive } from '../../../../src/extension/run/desktop/followLive';
import { type RunNews, shownMark } from '../../../../src/extension/run/live/liveRuns';
import { achievementWords } from '../../../../src/extension/tree/achievementWords';
import { graphPlan } from '../../../support/graphPlans';
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
    assert.equal(live.words(PLAN), 'run in progress');
    complete(run, '1.1');
    run.enter('1.2', 'preparing');
    run.enter('1.2', 'running');
    runs.told(run);
    assert.deepEqual(said(), { '1.1': 'landed: landed', '1.2': 'working: running' });
    assert.equal(live.words(PLAN), '1 running, 1 landed');
    run.enter('1.2', 'gate-red', { error: 'npm test ended with 1.' });
    runs.told(run);
    assert.deepEqual(said(), {
      '1.1': 'landed: landed',
      '1.2': 'failed: a gate is red',
      '2.1': 'held: blocked by 1.2',
    });
    assert.equal(live.words(PLAN), '1 failed, 1 landed');
    const { taken, landed } = live.share(PLAN);
    assert.deepEqual([[...taken], [...landed]], [['1.1'], ['1.1']], 'what has failed is free again');
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
      [[], ['1.1'], [], ['1.1', '1.2']],
      'both may conflict now',
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
    assert.equal(live.words(PLAN), '1 waiting for you');
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
      assert.equal(live.words(PLAN), kept.length > 0 ? '1 waiting for you' : undefined);
    }
  });

  it('keeps what has landed until it is in what is checked out, or on no branch any more', () => {
    for (const status of ['success', 'stopped', 'failed'] as const) {
      const { runs, said } = marked();
      const run = runs.begin(HEAD);
      complete(run, '1.1');
      run.tell({ event: 'finished', status });
      runs.told(run, 'over', 'branch');
      assert.deepEqual(said()['1.1'], 'landed: landed', status);
      runs.told(run, 'over', 'checkout');
      assert.equal(said()['1.1'], undefined);
      runs.told(run, 'over', 'nowhere');
      assert.equal(said()['1.1'], undefined);
    }
  });

  it('counts as landed what an earlier run landed, but not what documents prove', () => {
    const { runs, said, live } = marked();
    const run = runs.begin(HEAD);
    run.tell({ event: 'skipped', item: '1.1', attempt: 0, evidence: ['commit:c1'] });
    run.tell({ event: 'skipped', item: '1.2', attempt: 0, evidence: ['APPROVED_12.md'] });
    run.enter('2.1', 'preparing');
    runs.told(run);
    assert.deepEqual(said(), { '1.1': 'landed: landed', '2.1': 'working: is set up' });
    assert.deepEqual([...live.share(PLAN).landed], ['1.1']);
  });

  it('lets nobody seem at work whose runner is gone', () => {
    const { runs, said } = marked();
    const run = runs.begin(HEAD);
    run.enter('1.1', 'preparing');
    run.enter('1.1', 'running');
    runs.told(run, 'left');
    assert.deepEqual(said(), { '1.1': 'paused: interrupted' });
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
    assert.deepEqual(live.clashes(PLAN), [{ item: '1.1', other: '1.2', kind: 'declared', paths: ['a.ts'] }]);
    run.enter('1.1', 'landing');
    run.enter('1.1', 'landed', { landed: 'c' });
    run.enter('1.2', 'conflict', { paths: ['a.ts', 'c.ts'], with: ['1.1'] });
    runs.told(run);
    assert.deepEqual(live.clashes(PLAN), [
      { item: '1.2', other: '1.1', kind: 'found', paths: ['a.ts', 'c.ts'] },
    ]);
  });

  it('warns in the row itself of what cannot be merged as it is now', () => {
    const { runs, live, told } = marked();
    const run = runs.begin(HEAD);
    run.enter('1.1', 'preparing');
    run.enter('1.2', 'preparing');
    runs.told(run);
    assert.equal(live.marks(PLAN).get('1.1')?.conflict, undefined, 'documents alone are no warning');
    run.tell({
      event: 'foreseen',
      conflicts: [{ item: '1.1', other: '1.2', paths: ['z.ts'] }],
      touched: {},
    });
    runs.told(run);
    assert.deepEqual(told.at(-1)?.[0]?.ids, ['1.1', '1.2']);
    assert.deepEqual(live.marks(PLAN).get('1.2')?.more, ['cannot be merged, as it is now, with 1.1: z.ts']);
    assert.deepEqual(
      achievementWords(
        graphPlan([{ id: '1.2' }]).achievements[0] ?? assert.fail(),
        live.marks(PLAN).get('1.2'),
      ),
      ['is set up', 'conflict with 1.1', 'not started'],
    );
  });

  it('is worked out quickly for a large run, and tells of one item when one line came', () => {
    const items = Array.from({ length: 5_000 }, (_, at) => ({
      id: `1.${at}`,
      files: [`${at % 100}.ts`],
      after: at >= 50 ? [`1.${at - 50}`] : [],
    }));
    const { runs, told } = marked();
    const run = runs.begin(headOf(items, { jobs: 20 }));
    for (let at = 0; at < 20; at++) run.enter(`1.${at}`, 'preparing');
    runs.told(run);
    const spent: number[] = [];
    for (let at = 20; at < 30; at++) {
      run.enter(`1.${at}`, 'preparing');
      const start = performance.now();
      runs.told(run);
      spent.push(performance.now() - start);
    }
    assert.deepEqual(told.at(-1)?.[0]?.ids, ['1.29']);
    const median = spent.sort((one, other) => one - other)[5] ?? 0;
    assert.ok(median < 5_000, `${median} ms`);
  });
});

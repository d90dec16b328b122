import assert from 'node:assert/strict';
import { progressOf } from '../../../src/engine/run/progress';
import { complete, headOf, startRun } from './runs';

const PLAN = [
  { id: '1.1', seconds: 3600 },
  { id: '1.2', seconds: 7200 },
  { id: '2.1', seconds: 1800, after: ['1.1'], level: 1 },
];

const begun = (jobs = 2) => startRun(headOf(PLAN, { jobs }));

describe('run: planned and real times', () => {
  it('plans what depends on something behind it, and no more at once than there are jobs', () => {
    const planned = (jobs: number) =>
      progressOf(begun(jobs).state, 1_000).items.map(({ item, planned: times }) => [item.id, times]);
    assert.deepEqual(planned(2), [
      ['1.1', { start: 0, end: 3600 }],
      ['1.2', { start: 0, end: 7200 }],
      ['2.1', { start: 3600, end: 5400 }],
    ]);
    assert.deepEqual(
      planned(1).map(([id, times]) => [id, (times as { start: number }).start]),
      [
        ['1.1', 7200],
        ['1.2', 0],
        ['2.1', 10_800],
      ],
    );
  });

  it('says when each was worked on, and of what goes on no end', () => {
    const run = begun();
    run.now = 3_000;
    run.enter('1.1', 'preparing');
    run.now = 5_000;
    run.enter('1.2', 'preparing');
    run.now = 9_000;
    run.enter('1.1', 'landing');
    run.enter('1.1', 'landed', { landed: 'c' });
    const { items, elapsed } = progressOf(run.state, 21_000);
    assert.deepEqual(
      items.map(({ real }) => real),
      [{ start: 2, end: 8 }, { start: 4, end: undefined }, undefined],
    );
    assert.equal(elapsed, 20);
  });

  it('measures the pace by what has landed', () => {
    const run = begun();
    assert.equal(progressOf(run.state, 2_000).pace, undefined);
    run.enter('1.2', 'preparing');
    run.now = 73_000;
    run.enter('1.2', 'landed', { landed: 'c' });
    assert.equal(progressOf(run.state, 80_000).pace, 0.01);
  });

  it('plans nothing of what was done before, and lets nobody wait for it', () => {
    const run = begun();
    run.tell({ event: 'skipped', item: '1.1', attempt: 0, evidence: ['commit:a'] });
    const { items, pace } = progressOf(run.state, 2_000);
    assert.deepEqual(
      items.map(({ planned }) => planned?.start),
      [undefined, 0, 0],
    );
    assert.equal(pace, undefined);
  });

  it('ends with the run', () => {
    const run = startRun(headOf([{ id: '1.1' }]));
    complete(run, '1.1');
    run.now = 31_000;
    run.tell({ event: 'finished', status: 'success' });
    assert.equal(progressOf(run.state, 999_000).elapsed, 30);
  });
});

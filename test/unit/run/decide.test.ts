import assert from 'node:assert/strict';
import type { RunHead } from '../../../src/engine/run/event';
import { foldRun } from '../../../src/engine/run/fold';
import { standings } from '../../../src/engine/run/standing';
import { lastState } from '../../../src/engine/run/state';
import { complete, headOf, startRun, words, work } from './runs';

const CHAIN = [{ id: '1.1' }, { id: '1.2' }, { id: '2.1', after: ['1.1', '1.2'], level: 1 }];

describe('run: what is decided next', () => {
  it('proves the gates before anything starts, and starts nothing where they are red', () => {
    const run = startRun(headOf(CHAIN), 'untried');
    assert.deepEqual(words(run.decide()), ['baseline']);
    run.tell({ event: 'baseline', ok: false, gates: [] });
    assert.deepEqual(words(run.decide()), ['finish failed']);
  });

  it('asks for the gates again when a runner goes on after they were red', () => {
    const run = startRun(headOf(CHAIN), false);
    run.tell({ event: 'runner', process: {}, version: '1' });
    assert.deepEqual(words(run.decide()), ['baseline']);
  });

  it('starts what depends on nothing, and the rest when all of it has landed', () => {
    const run = startRun(headOf(CHAIN));
    assert.deepEqual(words(run.decide()), ['start 1.1', 'start 1.2']);
    complete(run, '1.1');
    work(run, '1.2');
    assert.deepEqual(words(run.decide()), ['land 1.2']);
    run.enter('1.2', 'landing');
    assert.deepEqual(words(run.decide()), []);
    run.enter('1.2', 'landed');
    assert.deepEqual(words(run.decide()), ['start 2.1']);
    complete(run, '2.1');
    assert.deepEqual(words(run.decide()), ['finish success']);
    run.tell({ event: 'finished', status: 'success' });
    assert.deepEqual(run.decide(), []);
  });

  it('starts what the longest path hangs on first, and keeps the order of the plan among equals', () => {
    const run = startRun(
      headOf(
        [
          { id: '1.1', seconds: 60 },
          { id: '1.2', seconds: 60 },
          { id: '1.3', seconds: 30 },
          { id: '2.1', after: ['1.3'], seconds: 600 },
        ],
        { jobs: 2 },
      ),
    );
    assert.deepEqual(words(run.decide()), ['start 1.3', 'start 1.1']);
  });

  it('lands one at a time, the one with the longest path behind it first', () => {
    const run = startRun(headOf([{ id: '1.1' }, { id: '1.2' }, { id: '2.1', after: ['1.2'] }]));
    work(run, '1.1');
    work(run, '1.2');
    assert.deepEqual(words(run.decide()), ['land 1.2']);
    run.enter('1.2', 'landing');
    assert.deepEqual(words(run.decide()), []);
  });

  it('blocks exactly what hangs on a failure, and says what that is', () => {
    const run = startRun(
      headOf(
        [
          { id: '1.1' },
          { id: '1.2' },
          { id: '2.1', after: ['1.1'] },
          { id: '2.2', after: ['1.2'] },
          { id: '3.1', after: ['2.1', '2.2'] },
        ],
        { attempts: 1 },
      ),
    );
    run.enter('1.1', 'preparing');
    run.enter('1.1', 'failed', { error: 'It broke.' });
    assert.deepEqual(words(run.decide()), ['block 2.1 by 1.1', 'block 3.1 by 1.1', 'start 1.2']);
    run.tell({ event: 'blocked', item: '2.1', roots: ['1.1'] });
    run.tell({ event: 'blocked', item: '3.1', roots: ['1.1'] });
    complete(run, '1.2');
    assert.deepEqual(words(run.decide()), ['start 2.2']);
    complete(run, '2.2');
    assert.deepEqual(words(run.decide()), ['finish failed']);
  });

  it('tries again as often as is allowed, and not at all what cannot become better', () => {
    const run = startRun(headOf([{ id: '1.1' }, { id: '1.2' }]));
    run.enter('1.1', 'preparing');
    run.enter('1.1', 'gate-red');
    run.enter('1.2', 'preparing');
    run.enter('1.2', 'denied');
    assert.deepEqual(words(run.decide()), ['start 1.1 (2)']);
    run.enter('1.1', 'preparing');
    run.enter('1.1', 'gate-red');
    assert.deepEqual(words(run.decide()), ['finish failed']);
    run.tell({ event: 'retried', items: ['1.1', '1.2'] });
    assert.deepEqual(words(run.decide()), ['start 1.1 (3)', 'start 1.2 (2)']);
  });

  it('keeps how an attempt ended, and what it committed last, for the one after it', () => {
    const run = startRun(headOf([{ id: '1.1' }], { attempts: 1 }));
    const record = () => run.state.items[0] ?? assert.fail();
    run.enter('1.1', 'preparing');
    run.enter('1.1', 'interrupted', { pinned: 'p1' });
    run.tell({ event: 'retried', items: ['1.1'] });
    assert.deepEqual([lastState(record()), record().pinned], ['interrupted', 'p1']);
    run.enter('1.1', 'preparing');
    assert.deepEqual([lastState(record()), record().pinned], ['preparing', 'p1']);
    run.enter('1.1', 'verifying', { head: 'h2' });
    run.enter('1.1', 'conflict');
    run.tell({ event: 'retried', items: ['1.1'] });
    assert.deepEqual([lastState(record()), record().pinned, record().head], ['conflict', undefined, 'h2']);
  });

  it('opens what a failure blocked when that is tried again', () => {
    const run = startRun(headOf([{ id: '1.1' }, { id: '2.1', after: ['1.1'] }], { attempts: 1 }));
    run.enter('1.1', 'preparing');
    run.enter('1.1', 'failed');
    run.tell({ event: 'blocked', item: '2.1', roots: ['1.1'] });
    run.tell({ event: 'retried', items: ['1.1'] });
    assert.deepEqual(
      standings(run.state).map(({ state }) => state),
      ['ready', 'pending'],
    );
    complete(run, '1.1');
    assert.deepEqual(words(run.decide()), ['start 2.1']);
  });

  it('rests for everybody when the account has reached a limit, and spends no attempt', () => {
    const run = startRun(headOf([{ id: '1.1' }, { id: '1.2' }], { attempts: 1, jobs: 1 }));
    run.enter('1.1', 'preparing');
    run.enter('1.1', 'rate-limited', { until: 60_000 });
    assert.deepEqual(words(run.decide()), ['wait until 60000']);
    run.now = 60_000;
    assert.deepEqual(words(run.decide()), ['start 1.1 (2)']);
    assert.equal(run.state.items[0]?.spent, 0);
  });

  it('lets what runs go on while the executor rests', () => {
    const run = startRun(headOf([{ id: '1.1' }, { id: '1.2' }, { id: '1.3' }], { jobs: 2 }));
    run.enter('1.1', 'preparing');
    run.enter('1.2', 'preparing');
    run.enter('1.1', 'rate-limited', { until: 60_000 });
    assert.deepEqual(run.decide(), []);
  });

  it('keeps apart what changes the same files, but lets no place be idle for it', () => {
    const items = [
      { id: '1.1', files: ['src/a.ts'], seconds: 900 },
      { id: '1.2', files: ['./src/'], seconds: 800 },
      { id: '1.3', files: ['docs/b.md'], seconds: 700 },
    ];
    assert.deepEqual(words(startRun(headOf(items, { jobs: 2 })).decide()), ['start 1.1', 'start 1.3']);
    assert.deepEqual(words(startRun(headOf(items, { jobs: 3 })).decide()), [
      'start 1.1',
      'start 1.3',
      'start 1.2',
    ]);
  });

  it('keeps apart what somebody is at without having said so', () => {
    const items = [
      { id: '1.1', files: ['docs/b.md'], seconds: 900 },
      { id: '1.2', files: ['src/a.ts'], seconds: 800 },
      { id: '1.3', files: ['src/c.ts'], seconds: 700 },
    ];
    const run = startRun(headOf(items, { jobs: 2 }));
    run.enter('1.1', 'preparing');
    run.tell({ event: 'foreseen', conflicts: [], touched: { 1.1: ['src/a.ts'] } });
    assert.deepEqual(words(run.decide()), ['start 1.3']);
    run.enter('1.1', 'failed');
    assert.deepEqual(words(run.decide()), ['start 1.1 (2)', 'start 1.2'], 'its files are free again');
  });

  it('keeps a place for what comes first and waits for a landing alone, if that takes no time', () => {
    const items = [
      { id: '1.1', seconds: 900 },
      { id: '1.2', seconds: 100 },
      { id: '2.1', after: ['1.1'], seconds: 900 },
    ];
    const started = (head: Partial<RunHead>, base = 'b0') => {
      const run = startRun(headOf(items, { jobs: 1, ...head }));
      run.enter('1.1', 'preparing', { base });
      for (const state of ['running', 'committing', 'verifying'] as const) run.enter('1.1', state);
      run.enter('1.1', 'queued-to-land');
      const queued = words(run.decide());
      run.enter('1.1', 'landing');
      const landing = words(run.decide());
      run.enter('1.1', 'landed', { landed: 'c1' });
      return [queued, landing, words(run.decide())];
    };
    const kept = [['land 1.1'], [], ['start 2.1']];
    const GATES = [['npm', 'test']];
    assert.deepEqual(started({}), kept);
    assert.deepEqual(started({ gates: GATES }), kept, 'its gates were green on the very tree');
    const taken = [['land 1.1', 'start 1.2'], ['start 1.2'], ['start 2.1']];
    assert.deepEqual(started({ gates: GATES }, 'older'), taken, 'its gates run again');
    assert.deepEqual(started({ land: false }).slice(0, 1), [['start 1.2']], 'nobody knows when it lands');
  });

  it('puts what would better come later behind the others, and waits for nobody', () => {
    const items = [{ id: '1.1', soft: ['1.2'] }, { id: '1.2' }];
    assert.deepEqual(words(startRun(headOf(items, { jobs: 2 })).decide()), ['start 1.2', 'start 1.1']);
  });

  it('goes level by level with a barrier', () => {
    const items = [
      { id: '1.1' },
      { id: '1.2', seconds: 1 },
      { id: '2.1', after: ['1.2'], level: 1, seconds: 9_000 },
    ];
    const run = startRun(headOf(items, { barrier: true }));
    complete(run, '1.2');
    assert.deepEqual(words(run.decide()), ['start 1.1']);
    run.enter('1.1', 'preparing');
    assert.deepEqual(run.decide(), []);
    run.enter('1.1', 'denied');
    assert.deepEqual(words(run.decide()), ['start 2.1']);
  });

  it('starts nothing more after a failure where that is asked for, and lets the rest land', () => {
    const run = startRun(
      headOf([{ id: '1.1' }, { id: '1.2' }, { id: '1.3' }], { stopOnError: true, jobs: 2, attempts: 1 }),
    );
    run.enter('1.1', 'preparing');
    work(run, '1.2');
    run.enter('1.1', 'failed');
    assert.deepEqual(words(run.decide()), ['land 1.2']);
    run.enter('1.2', 'landing');
    run.enter('1.2', 'landed');
    assert.deepEqual(words(run.decide()), ['finish failed']);
  });

  it('stops: starts and lands nothing more', () => {
    const run = startRun(headOf(CHAIN, { jobs: 1 }));
    work(run, '1.1');
    run.tell({ event: 'stop' });
    assert.deepEqual(words(run.decide()), ['finish stopped']);
    run.tell({ event: 'finished', status: 'stopped' });
    run.tell({ event: 'runner', process: {}, version: '1' });
    assert.deepEqual(words(run.decide()), ['land 1.1', 'start 1.2']);
  });

  it('waits for a person where one has to look, and goes on with the rest', () => {
    const run = startRun(headOf(CHAIN));
    complete(run, '1.1');
    run.enter('1.2', 'preparing');
    run.enter('1.2', 'waiting');
    assert.deepEqual(words(run.decide()), ['finish waiting']);
    run.enter('1.2', 'queued-to-land');
    assert.deepEqual(words(run.decide()), ['land 1.2']);
  });

  it('lands nothing where that is left to others', () => {
    const run = startRun(headOf(CHAIN, { land: false }));
    work(run, '1.1');
    work(run, '1.2');
    assert.deepEqual(words(run.decide()), ['finish waiting']);
  });

  it('blocks what depends on something outside of the run', () => {
    const run = startRun(headOf([{ id: '1.1' }, { id: '2.1', missing: ['1.9'] }]));
    assert.deepEqual(words(run.decide()), ['block 2.1 by 1.9', 'start 1.1']);
  });

  it('goes on from an interruption without counting it', () => {
    const run = startRun(headOf([{ id: '1.1' }], { attempts: 1 }));
    run.enter('1.1', 'preparing');
    run.enter('1.1', 'running', { base: 'b1' });
    run.enter('1.1', 'interrupted', { pinned: 'refs/x' });
    assert.deepEqual(words(run.decide()), ['start 1.1 (2)']);
    run.enter('1.1', 'preparing');
    assert.equal(run.state.items[0]?.base, undefined);
    assert.equal(run.state.items[0]?.pinned, 'refs/x');
  });

  it('adds up what the attempts used', () => {
    const run = startRun(headOf([{ id: '1.1' }]));
    run.enter('1.1', 'preparing');
    run.enter('1.1', 'gate-red', { usage: { out: 10, usd: 0.5 } });
    run.enter('1.1', 'preparing');
    run.enter('1.1', 'committing', { usage: { out: 5 } });
    assert.deepEqual(run.state.items[0]?.usage, { out: 15, usd: 0.5 });
  });

  it('tells the same from a journal as from the events as they came, and skips what it does not know', () => {
    const run = startRun(headOf(CHAIN));
    complete(run, '1.1');
    run.enter('1.2', 'preparing');
    const journal = [...run.journal, { event: 'sung', item: '1.2', t: 5 } as never];
    assert.deepEqual(foldRun(journal), run.state);
  });
});

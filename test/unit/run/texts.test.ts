import assert from 'node:assert/strict';
import { itemBranch, namedBy, namePart } from '../../../src/engine/run/branches';
import { placeholder } from '../../../src/engine/run/executor/arguments';
import { touchedIn } from '../../../src/engine/run/live';
import { liveConflictWords } from '../../../src/engine/run/seen';
import { commandText, type DryRun, dryRunText } from '../../../src/engine/run/text/dryRun';
import { reportText } from '../../../src/engine/run/text/report';
import { type RunResult, resultOf } from '../../../src/engine/run/text/result';
import { complete, headOf, startRun, type TestRun, work } from './runs';

const PLAN = [{ id: '1.1' }, { id: '1.2' }, { id: '2.1', after: ['1.2'], level: 1 }];
const GATE = { command: ['npm', 'test'], exit: 0, ok: true, seconds: 1, output: '', tree: 't' };

const resultIn = (run: TestRun, now = 61_000): RunResult => {
  const result = resultOf(run.state, now, 'tip1');
  assert.ok(result);
  return result;
};

/** 1.1 has landed, 1.2 has a red gate, 2.1 is blocked. */
const failedRun = (head = headOf(PLAN, { attempts: 1 })): TestRun => {
  const run = startRun(head);
  complete(run, '1.1');
  run.enter('1.2', 'preparing', { base: 'b1' });
  run.now = 31_000;
  run.enter('1.2', 'gate-red', {
    gates: [GATE, { ...GATE, exit: 1, ok: false, output: 'boom' }],
    error: 'npm test ended with 1.\nboom',
    created: ['src/a.ts'],
  });
  run.tell({ event: 'finished', status: 'failed' });
  return run;
};

describe('run: what was seen in the worktrees', () => {
  const items = [
    { id: '1.1' },
    { id: '1.2' },
    { id: '1.3', files: ['src/'] },
    { id: '1.4', files: ['b.ts'] },
  ];
  const seenIn = ({ state }: TestRun) => state.seen.conflicts.map(liveConflictWords);

  it('holds as long as both sides have not landed', () => {
    const run = startRun(headOf(items));
    run.enter('1.1', 'preparing');
    work(run, '1.2');
    const conflicts = [
      { item: '1.1', other: '1.2', paths: ['a.ts', 'b.ts'] },
      { item: '1.1', paths: ['c.ts'] },
      { item: '1.3', paths: ['d.ts'] },
    ];
    run.tell({ event: 'foreseen', conflicts, touched: {} });
    const withLanded = '1.1 cannot be merged with what has landed, as it is now: c.ts';
    assert.deepEqual(seenIn(run), ['1.1 and 1.2 cannot be merged, as they are now: a.ts, b.ts', withLanded]);
    run.enter('1.2', 'landing');
    assert.deepEqual(seenIn(run), [withLanded]);
    run.enter('1.1', 'failed');
    assert.deepEqual(seenIn(run), []);
  });

  it('keeps of the changed files those that an item which has not begun names', () => {
    const run = startRun(headOf(items));
    run.enter('1.1', 'preparing');
    run.enter('1.4', 'preparing');
    const changed = new Map([
      ['1.1', ['src/a.ts', 'b.ts', 'readme.md']],
      ['1.4', ['b.ts']],
    ]);
    assert.deepEqual(touchedIn(run.state, changed), { 1.1: ['src/a.ts'] });
  });
});

describe('run: result.json', () => {
  it('names what an item changed without saying so, but for its documents', () => {
    const named = { id: '1.1', files: ['./src/a.ts', 'docs/'] };
    const run = startRun(headOf([named, { id: '1.2' }]));
    const created = ['app/src/a.ts', 'docs/x/y.md', 'plans/SUBPLAN_SHOP_11.md', 'src/a.ts.bak'];
    for (const id of ['1.1', '1.2']) {
      run.enter(id, 'preparing');
      run.enter(id, 'verifying', { created, modified: ['package.json'] });
    }
    const [one, other] = resultIn(run).results;
    assert.deepEqual(one?.files_undeclared, ['src/a.ts.bak', 'package.json']);
    assert.deepEqual(other?.files_undeclared, [], 'it names no files at all');
    const text = reportText(resultIn(run), []);
    assert.match(text, /^ {6}Not named in the plan: src\/a\.ts\.bak, package\.json$/m);
  });

  it('says of every item what became of it, in a list and by stages', () => {
    const result = resultIn(failedRun());
    assert.deepEqual(
      result.results.map(({ id, state, status, blockedBy }) => ({ id, state, status, blockedBy })),
      [
        { id: '1.1', state: 'landed', status: 'success', blockedBy: [] },
        { id: '1.2', state: 'gate-red', status: 'failed_gates', blockedBy: [] },
        { id: '2.1', state: 'blocked', status: 'pending', blockedBy: ['1.2'] },
      ],
    );
    assert.deepEqual(Object.keys(result.stages), ['1', '2']);
    assert.equal(result.stages['1']?.['1.2'], result.results[1]);
    const { total, success, failed, blocked, status, elapsed_seconds, tip } = result;
    assert.deepEqual(
      { total, success, failed, blocked, status, elapsed_seconds, tip },
      { total: 3, success: 1, failed: 1, blocked: 1, status: 'failed', elapsed_seconds: 30, tip: 'tip1' },
    );
    const {
      gates_passed,
      gates_failed,
      files_created,
      base,
      elapsed_seconds: took,
    } = result.results[1] ?? assert.fail();
    assert.deepEqual([gates_passed, gates_failed, files_created, base, took], [1, 1, ['src/a.ts'], 'b1', 30]);
  });

  it('has what somebody stopped as open, not as failed', () => {
    const run = startRun(headOf([{ id: '1.1' }, { id: '1.2' }], { attempts: 1, review: 'gates' }));
    run.enter('1.1', 'preparing');
    run.enter('1.1', 'cancelled', { error: '1.1 was stopped.' });
    run.enter('1.2', 'preparing');
    run.enter('1.2', 'failed', { error: 'no' });
    const result = resultIn(run);
    assert.deepEqual(
      result.results.map(({ status }) => status),
      ['pending', 'failed'],
    );
    const text = reportText(result, []);
    assert.match(text, /^Failed: 1 ✗\nStopped: 1$/m);
    assert.match(text, /Status: pending \(cancelled\)/);
    assert.match(text, /Status: failed$/m, 'the same word once');
    assert.doesNotMatch(text, /Next:/, 'nothing has landed');
  });

  it('takes the same time for an item as every view: until now while it is worked on', () => {
    const run = startRun(headOf([{ id: '1.1' }]));
    run.enter('1.1', 'preparing');
    run.now += 1_000;
    run.enter('1.1', 'running');
    assert.equal(resultOf(run.state, run.now + 9_700, null)?.results[0]?.elapsed_seconds, 10);
  });

  it('has what was done before as a success that nobody tried', () => {
    const run = startRun(headOf([{ id: '1.1' }]));
    run.tell({ event: 'skipped', item: '1.1', attempt: 0, evidence: ['commit:abc'] });
    const [item] = resultIn(run).results;
    assert.deepEqual(
      [item?.state, item?.status, item?.attempts, item?.landed],
      ['skipped', 'success', 0, 'abc'],
    );
  });

  it('of a PRP batch has its number, and the ids as such a batch has them', () => {
    const batch = resultIn(failedRun(headOf(PLAN, { kind: 'prp-batch', plan: 'PRP-47', attempts: 1 })));
    assert.deepEqual([batch.batch_id, batch.results[0]?.prp_id], [47, '1.1']);
    assert.equal(resultIn(failedRun()).batch_id, undefined);
    assert.equal('prp_id' in (resultIn(failedRun()).results[0] ?? {}), false);
  });

  it('has the same as text', () => {
    const text = reportText(resultIn(failedRun()), ['out/result.json']);
    const rule = '='.repeat(70);
    assert.equal(
      text,
      [
        rule,
        'SHOP EXECUTION REPORT',
        rule,
        '',
        'Stage 1:',
        '  ✓ 1.1  Title 1.1',
        '      Status: success (landed)',
        '      Time: 0s',
        '  ✗ 1.2  Title 1.2',
        '      Status: failed_gates (gate-red)',
        '      Time: 30s',
        '      Gates: 1/2',
        '      ERROR: npm test ended with 1.',
        '',
        'Stage 2:',
        '  · 2.1  Title 2.1',
        '      Status: pending (blocked)',
        '      Time: 0s',
        '      Blocked by: 1.2',
        '',
        rule,
        'SUMMARY',
        rule,
        'Run: r1 (failed)',
        'Total achievements: 3',
        'Successful: 1 ✓',
        'Failed: 1 ✗',
        'Blocked: 1',
        'Total Time: 30s (0.5 min)',
        'Success Rate: 33%',
        'Landed on: plan/SHOP (tip1)',
        '',
        'Next: merge plan/SHOP into your own branch (`parallel-plans land`, `git merge`, or Merge Run… in the editor).',
        'Nobody has reviewed these results. After the merge each of them waits for your approval.',
        '',
        'Results saved to: out/result.json',
        '',
      ].join('\n'),
    );
  });
});

describe('run: the dry run as text', () => {
  const dry: DryRun = {
    order: ['1.1'],
    items: [
      {
        id: '1.1',
        title: 'Basket',
        level: 0,
        after: [],
        worktree: '../shop-worktrees/r1/1.1',
        branch: 'plan-items/r1/1.1',
        command: ['node', 'my agent.mjs', '1.1'],
        prompt: 'stdin',
        gates: [['npm', 'test']],
      },
    ],
    done: [{ id: '1.0', evidence: ['APPROVED_10.md'] }],
    conflicts: [{ path: 'src/a.ts', ids: ['1.1', '1.2'] }],
    problems: ['Something is odd.'],
    trust: { hash: 'abc', commands: [['npm', 'test']] },
  };
  const words = { plan: 'SHOP', executor: 'mine', jobs: 2, review: 'gates', branch: 'plan/SHOP', land: true };

  it('says what is run, where, and what to know before', () => {
    const text = dryRunText(dry, words);
    for (const line of [
      '  1. 1.1  Basket',
      '       node "my agent.mjs" 1.1  < prompt',
      '       gate npm test',
      '  1.0  APPROVED_10.md',
      '  src/a.ts  1.1, 1.2',
      '  Something is odd.',
      'Commands of the repository (trust hash abc)',
    ]) {
      assert.ok(text.includes(`${line}\n`), `${line}\n---\n${text}`);
    }
  });

  it('puts arguments into quotes where they could be misread', () => {
    assert.equal(commandText(['a', 'b c', '', '"x"', '--y=z']), 'a "b c" "" "\\"x\\"" --y=z');
  });
});

describe('run: names of branches', () => {
  it('are ones that git takes, whatever a plan is called', () => {
    assert.equal(
      namedBy(`plan/${placeholder('plan')}`, { plan: 'Überarbeitung der Kasse' }),
      'plan/Überarbeitung-der-Kasse',
    );
    assert.equal(namePart('../..'), 'x');
    assert.equal(namePart('a..b~^:?*[\\'), 'a.b');
    assert.equal(namePart('x.lock'), 'x-lock');
    assert.equal(itemBranch('r1', 'PRP-47.2.1', 2), 'plan-items/r1/PRP-47.2.1-2');
  });
});

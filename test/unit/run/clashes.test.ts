import assert from 'node:assert/strict';
import { clashesOf, clashWords } from '../../../src/engine/run/clashes';
import { headOf, startRun } from './runs';

const FILES = [
  { id: '1.1', files: ['a.ts', 'b.ts'] },
  { id: '1.2', files: ['b.ts', 'a.ts', 'c.ts'] },
  { id: '1.3', files: ['c.ts'] },
];

describe('run: what is in the way of each other', () => {
  it('is what is in hand and names the same files', () => {
    const run = startRun(headOf(FILES));
    assert.deepEqual(clashesOf(run.state), []);
    run.enter('1.1', 'preparing');
    assert.deepEqual(clashesOf(run.state), [], 'the other one will begin with what this one leaves');
    run.enter('1.2', 'preparing');
    assert.deepEqual(clashesOf(run.state), [
      { item: '1.1', other: '1.2', kind: 'declared', paths: ['a.ts', 'b.ts'] },
    ]);
  });

  it('is what git found, rather than what documents say', () => {
    const run = startRun(headOf(FILES));
    run.enter('1.2', 'preparing');
    run.enter('1.2', 'conflict', { with: ['1.1', '1.2'], paths: ['x.ts'] });
    assert.deepEqual(clashesOf(run.state), [{ item: '1.2', other: '1.1', kind: 'found', paths: ['x.ts'] }]);
  });

  it('is what was seen in the worktrees, rather than what documents say, as long as both are in hand', () => {
    const run = startRun(headOf(FILES));
    run.enter('1.1', 'preparing');
    run.enter('1.2', 'preparing');
    run.tell({
      event: 'foreseen',
      conflicts: [
        { item: '1.1', other: '1.2', paths: ['z.ts'] },
        { item: '1.2', paths: ['y.ts'] },
      ],
      touched: {},
    });
    assert.deepEqual(clashesOf(run.state), [
      { item: '1.1', other: '1.2', kind: 'seen', paths: ['z.ts'] },
      { item: '1.2', other: undefined, kind: 'seen', paths: ['y.ts'] },
    ]);
    run.enter('1.1', 'cancelled');
    assert.deepEqual(
      clashesOf(run.state).map(({ item, other }) => [item, other]),
      [['1.2', undefined]],
    );
  });

  it('is said in words', () => {
    const paths = ['a.ts', 'b.ts', 'c.ts'];
    assert.equal(clashWords({ kind: 'declared', paths: ['a.ts'] }, '1.2'), 'may conflict with 1.2: a.ts');
    assert.equal(clashWords({ kind: 'found', paths }, '1.2'), 'conflicts with 1.2: a.ts and 2 more');
    assert.equal(
      clashWords({ kind: 'seen', paths: ['a.ts'] }, undefined),
      'cannot be merged, as it is now, with what has landed: a.ts',
    );
    assert.equal(clashWords({ kind: 'declared', paths: [] }, '1.2'), 'may conflict with 1.2');
  });

  it('is looked for quickly, and named no more often than helps', () => {
    const items = Array.from({ length: 5_000 }, (_, at) => ({
      id: `1.${at}`,
      files: ['same.ts', `${at}.ts`],
    }));
    const run = startRun(headOf(items));
    for (const { id } of items) run.enter(id, 'preparing');
    const start = performance.now();
    assert.equal(clashesOf(run.state).length, 100);
    assert.ok(performance.now() - start < 10_000);
  });
});

import assert from 'node:assert/strict';
import type { TimedEvent } from '../../../../src/engine/run/event';
import { foldRun } from '../../../../src/engine/run/fold';
import type { RunItem } from '../../../../src/engine/run/item';
import { createNoticeBoard } from '../../../../src/extension/run/desktop/noticeBoard';
import { runNow } from '../../../../src/extension/run/desktop/runNow';
import type { Run, RunLife } from '../../../../src/extension/run/runs';
import { runFolder } from '../../../../src/node/run/record/runFolder';
import { Emitter } from '../../../../src/shared/event';

const itemOf = (id: string, after: readonly string[] = []): RunItem => ({
  id,
  title: `Do ${id}`,
  level: 0,
  after,
  soft: [],
  missing: [],
  files: [],
  seconds: 60,
});

const PLANNED = {
  event: 'planned',
  run: 'SHOP-1',
  plan: 'SHOP',
  kind: 'plan',
  path: 'PLAN_SHOP.md',
  executor: 'demo',
  jobs: 3,
  barrier: false,
  attempts: 2,
  review: 'person',
  land: true,
  stopOnError: false,
  branch: 'plan/SHOP',
  base: 'a'.repeat(40),
  gates: [],
  items: [itemOf('1.1'), itemOf('1.2'), itemOf('2.1', ['1.1'])],
} as const;

type Told = Omit<TimedEvent, 't'> & Record<string, unknown>;

const of = (event: string, item: string, attempt: number, more: Record<string, unknown> = {}): Told =>
  ({ event, item, attempt, ...more }) as unknown as Told;

/** A run by the lines of its journal. */
const runAfter = (lines: readonly Told[], life: RunLife = 'running'): Run => {
  const all = [PLANNED, ...lines].map((line, t) => ({ ...line, t }) as unknown as TimedEvent);
  const reader = {
    folder: runFolder('/w', 'SHOP-1'),
    state: foldRun(all),
    seq: all.length,
    readOn: () => never,
  };
  const run = runNow(reader, {
    home: '/w',
    life,
    problem: undefined,
    landedAt: 'branch',
    attemptsOf: () => [],
  });
  assert.ok(run);
  return run;
};
const never = Promise.reject(new Error('nobody reads'));
never.catch(() => undefined);

/** A window: what it tells of the runs that it is shown, one after the other. */
const openWindow = (memory: Map<string, unknown>, wantsSuccess = false) => {
  const changes = new Emitter<readonly Run[]>((error) => {
    throw error;
  });
  let all: readonly Run[] = [];
  const said: string[] = [];
  const board = createNoticeBoard({
    runs: {
      get all() {
        return all;
      },
      ofPlan: () => [],
      onDidChange: changes.event,
    },
    memory: {
      get: (key) => structuredClone(memory.get(key)),
      update: async (key, value) => void memory.set(key, structuredClone(value)),
    },
    tell: (_, { kind, items, error }) =>
      void said.push([kind, ...items].join(' ') + (error === undefined ? '' : `: ${error}`)),
    wantsSuccess: () => wantsSuccess,
  });
  return {
    said,
    show: (run: Run) => {
      all = [run];
      changes.fire([run]);
    },
    close: () => board.dispose(),
  };
};

const WAITS = [of('running', '1.1', 1), of('waiting', '1.1', 1, { head: 'b'.repeat(40) })];
const FAILS = [
  of('failed', '1.2', 1, { error: 'no' }),
  of('running', '1.2', 2),
  of('failed', '1.2', 2, { error: 'no again' }),
];

describe('what a person is told of runs', () => {
  it('is what waits for them, once, also in a window that was loaded again', () => {
    const memory = new Map();
    const window = openWindow(memory);
    window.show(runAfter([]));
    window.show(runAfter(WAITS.slice(0, 1)));
    window.show(runAfter(WAITS));
    window.show(runAfter([...WAITS, of('running', '1.2', 1)]));
    assert.deepEqual(window.said, ['review 1.1']);
    window.close();
    const again = openWindow(memory);
    again.show(runAfter([...WAITS, of('running', '1.2', 1)]));
    assert.deepEqual(again.said, []);
    again.show(runAfter([...WAITS, of('waiting', '1.1', 2, { head: 'c'.repeat(40) })]));
    assert.deepEqual(again.said, ['review 1.1'], 'its next attempt is another result');
    again.close();
  });

  it('is what failed for good, not what is tried again', () => {
    const window = openWindow(new Map());
    window.show(runAfter([]));
    window.show(runAfter(FAILS.slice(0, 1)));
    window.show(runAfter(FAILS.slice(0, 2)));
    assert.deepEqual(window.said, []);
    window.show(runAfter(FAILS));
    assert.deepEqual(window.said, ['failed 1.2: no again']);
    const conflict = of('conflict', '1.1', 1, { final: true, error: 'Both changed a.ts' });
    window.show(runAfter([...FAILS, conflict]));
    assert.deepEqual(window.said.slice(1), ['conflict 1.1: Both changed a.ts']);
    window.close();
  });

  it('is one thing where several items need the same, and where a run has ended with them', () => {
    const both = [...WAITS, of('waiting', '1.2', 1, { head: 'c'.repeat(40) })];
    const window = openWindow(new Map());
    window.show(runAfter([]));
    window.show(runAfter(both));
    assert.deepEqual(window.said, ['review 1.1 1.2']);
    window.close();
    const other = openWindow(new Map());
    other.show(runAfter([]));
    other.show(runAfter([...FAILS, { event: 'finished', status: 'failed' } as Told], 'over'));
    assert.deepEqual(other.said, ['finished 1.2']);
    other.close();
  });

  it('is no success, but where a setting asks for it', () => {
    const done = runAfter([{ event: 'finished', status: 'success' } as Told], 'over');
    for (const [wants, told] of [
      [false, []],
      [true, ['success']],
    ] as const) {
      const window = openWindow(new Map(), wants);
      window.show(runAfter([]));
      window.show(done);
      window.show(done);
      assert.deepEqual(window.said, told);
      window.close();
    }
  });

  it('is nothing of runs that ended before anybody looked, but for what still waits', () => {
    const window = openWindow(new Map(), true);
    window.show(runAfter([...WAITS, ...FAILS, { event: 'finished', status: 'waiting' } as Told], 'over'));
    assert.deepEqual(window.said, ['review 1.1']);
    window.close();
  });

  it('is nothing that a person has ended', () => {
    const window = openWindow(new Map());
    window.show(runAfter([]));
    window.show(runAfter([of('cancelled', '1.1', 1, { error: '1.1 was stopped.' })]));
    window.show(runAfter([{ event: 'finished', status: 'stopped' } as Told], 'over'));
    assert.deepEqual(window.said, []);
    window.close();
  });
});

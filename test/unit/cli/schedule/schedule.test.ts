import assert from 'node:assert/strict';
import { run } from '../../../../src/cli/program';
import { schedule } from '../../../../src/cli/schedule/schedule';
import type { ScheduleOptions } from '../../../../src/cli/schedule/scheduleAnswer';
import { fakeTerminal } from '../../../support/fakeTerminal';
import { planWith, type Tasks } from '../../schedule/networks';

const SHOP: Tasks = {
  '1.1': { hours: 9, status: 'complete' },
  '1.2': { hours: [1, 3], needs: ['1.1'] },
  '1.3': { hours: 2, needs: ['1.1'] },
  '2.1': { hours: 4, needs: ['1.2', '1.3'] },
  '2.2': { hours: 1, needs: ['1.2'] },
};

const DEFAULTS: ScheduleOptions = {
  executors: undefined,
  seed: 1,
  samples: 100,
  changes: [],
  format: 'text',
};

const printed = (tasks: Tasks, options: Partial<ScheduleOptions> = {}): string => {
  const terminal = fakeTerminal();
  const workspace = { base: 'file:///w', findings: [], plans: [planWith(tasks)] };
  assert.equal(schedule(terminal, workspace, { ...DEFAULTS, ...options }), 0);
  return terminal.output.join('\n');
};

const json = (tasks: Tasks, options: Partial<ScheduleOptions> = {}) =>
  JSON.parse(printed(tasks, { ...options, format: 'json' }));

describe('command line: schedule', () => {
  it('shows who does what when, and how many are worthwhile', () => {
    const text = printed({ ...SHOP, '1.2': { hours: 2, needs: ['1.1'] } });
    assert.equal(
      text,
      [
        'X  4 open achievements, 9 hours of work',
        '  Critical path: 6 hours, 1.2 → 2.1',
        '  Equally critical: 1.3',
        '  With 2 executors (more would hardly help): 6 hours, the shortest possible',
        '  Saved: 3 hours compared with one after the other, 0 hours compared with level after level',
        '  Forecast from the ranges: P50 6 hours, P90 6 hours (100 samples, seed 1)',
        '',
        '  From  To  Slack  Executor  Achievement',
        '     0   2      0  1         1.2 Title of 1.2',
        '     0   2      0  2         1.3 Title of 1.3',
        '     2   6      0  1         2.1 Title of 2.1',
        '     2   3      3  2         2.2 Title of 2.2',
        '',
        '  Executors  Hours  At least',
        '          1      9',
        '          2      6            best',
      ].join('\n'),
    );
  });

  it('gives programs everything, the same bytes for the same seed', () => {
    const found = json(SHOP, { executors: 2 });
    assert.deepEqual([found.name, found.path, found.executors, found.best], ['X', 'X/PLAN_X.md', 2, 2]);
    assert.deepEqual([found.makespan, found.bound, found.optimal], [6, 6, true]);
    assert.deepEqual(found.saved, { sequential: 3, byLevels: 0 });
    assert.deepEqual(found.slots[1], {
      executor: 2,
      name: null,
      achievements: [
        { id: '1.3', start: 0, end: 2 },
        { id: '2.2', start: 2, end: 3 },
      ],
    });
    assert.deepEqual(found.achievements[0], {
      id: '1.2',
      title: 'Title of 1.2',
      hours: { optimistic: 1, likely: 2, pessimistic: 3 },
      executor: 1,
      start: 0,
      end: 2,
      earliestStart: 0,
      earliestFinish: 2,
      latestStart: 0,
      latestFinish: 2,
      slack: 0,
      critical: true,
    });
    assert.deepEqual(found.criticalPath.dependencies, [
      { id: '2.1', dependsOn: '1.2' },
      { id: '2.1', dependsOn: '1.3' },
    ]);
    assert.equal(printed(SHOP, { format: 'json' }), printed(SHOP, { format: 'json' }));
    assert.notDeepEqual(json(SHOP, { seed: 2 }).forecast.p90, found.forecast.p90);
  });

  it('says what it assumed and what it left out', () => {
    const text = printed(
      {
        '1.1': { needs: ['9.9'], executor: 'Ann' },
        '1.2': { hours: 1, needs: ['1.3'] },
        '1.3': { hours: 1, needs: ['1.2'] },
        '1.4': { hours: 3, executor: 'Bob' },
      },
      { executors: 1 },
    );
    assert.match(text, /With 2 executors/);
    assert.match(text, /0 {3}3 {6}0 {2}Ann {7}1\.1 Title of 1\.1/);
    assert.match(text, /The documents name 2 executors, so there cannot be fewer: Ann, Bob/);
    assert.match(text, /No estimate, counted as 3 hours each \(assumed: 1\): 1\.1/);
    assert.match(text, /Not scheduled, because in or behind a cycle: 1\.2, 1\.3/);
    assert.match(text, /Counted as done, because nothing defines it: 9\.9/);
  });

  it('tells what one dependency more or less would do, and refuses a cycle', () => {
    const add = { kind: 'add', id: '2.2', dependsOn: '2.1' } as const;
    const remove = { kind: 'remove', id: '2.1', dependsOn: '1.2' } as const;
    const text = printed(SHOP, { changes: [add, remove] });
    assert.match(
      text,
      /If 2\.2 depends on 2\.1: critical path 7 hours instead of 6 hours, makespan 7 hours instead of 6 hours/,
    );
    assert.match(text, /Unless 2\.1 depends on 1\.2: critical path stays 6 hours, makespan stays 6 hours/);
    const cycle = { kind: 'add', id: '1.2', dependsOn: '2.1' } as const;
    assert.throws(() => printed(SHOP, { changes: [cycle] }), /would close the cycle 1\.2 → 2\.1 → 1\.2/);
  });

  it('has something to say when nothing is left', () => {
    assert.equal(
      printed({ '1.1': { hours: 1, status: 'complete' } }),
      'X  0 open achievements, 0 hours of work\n  There is nothing to schedule.',
    );
  });

  it('takes wrong numbers and changes for wrong usage', async () => {
    for (const flags of [
      ['--executors', '0'],
      ['--executors', '2.5'],
      ['--executors', 'many'],
      ['--samples', '0'],
      ['--seed', '-1'],
      ['--add', '1.1'],
      ['--remove', '1.1:2.1:3.1'],
    ]) {
      const code = await run(['schedule', ...flags], fakeTerminal(), async () => assert.fail('opened'));
      assert.equal(code, 2, flags.join(' '));
    }
  });
});

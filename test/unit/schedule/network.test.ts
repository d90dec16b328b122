import assert from 'node:assert/strict';
import { criticalDependencies } from '../../../src/engine/schedule/criticalDependencies';
import { peopleOf } from '../../../src/engine/schedule/namedExecutors';
import { networkIn } from '../../../src/engine/schedule/networkIn';
import { knownTimes } from '../../../src/engine/schedule/taskTimes';
import { analysedPlan } from '../../support/analysedPlan';
import { networkWith, planWith } from './networks';

const HOUR = 3600;
const ids = ({ achievements }: { readonly achievements: readonly { readonly id: string }[] }) =>
  achievements.map(({ id }) => id);

describe('schedule: what is left of a plan', () => {
  it('takes the middle of the estimates, and what is done holds up nobody', () => {
    const network = networkWith({
      '1.1': { hours: 3, status: 'complete' },
      '1.10': { hours: 1, needs: ['1.1'], status: 'in_progress' },
      '1.2': { hours: [2, 5], needs: ['1.3'], status: 'failed' },
      '1.3': { hours: 8, status: 'skipped', needs: ['1.10'] },
    });
    assert.deepEqual(ids(network), ['1.2', '1.10']);
    assert.deepEqual([...network.durations.optimistic], [2 * HOUR, HOUR]);
    assert.deepEqual([...network.durations.likely], [3.5 * HOUR, HOUR]);
    assert.deepEqual([...network.durations.pessimistic], [5 * HOUR, HOUR]);
    assert.deepEqual([...network.timing.earliestStart], [0, 0]);
  });

  it('counts what has no estimate as much as the others typically take, and says so', () => {
    const network = networkWith({
      '1.1': { hours: 1 },
      '1.2': {},
      '1.3': { hours: [3, 5] },
      '1.4': { hours: 9 },
      '1.5': { hours: 100, status: 'complete' },
    });
    assert.equal(network.durations.assumption, 4 * HOUR);
    assert.deepEqual([...network.durations.isAssumed], [0, 1, 0, 0]);
    assert.equal(network.durations.likely[1], 4 * HOUR);
    assert.equal(network.durations.optimistic[1], network.durations.pessimistic[1]);
    assert.equal(networkWith({ '1.1': {} }).durations.likely[0], HOUR);
    assert.equal(
      networkWith({ '1.1': { hours: 1 }, '1.2': { hours: 2 }, '1.3': {} }).durations.likely[2],
      HOUR,
    );
  });

  it('takes a milestone for no typical work', () => {
    const zero = { '1.1': { hours: 6 }, '1.2': { hours: 0 }, '1.3': { hours: 0 }, '1.4': {} };
    const { durations } = networkWith(zero);
    assert.deepEqual([...durations.likely], [6 * HOUR, 0, 0, 6 * HOUR]);
    assert.deepEqual([...durations.isAssumed], [0, 0, 0, 1]);
    assert.equal(networkWith({ '1.1': { hours: 0 }, '1.2': {} }).durations.likely[1], HOUR);
  });

  it('knows a person in every spelling, and everybody who does something together', () => {
    const people = (...executors: readonly string[]): readonly (readonly string[])[] => {
      const named = Object.fromEntries(executors.map((executor, at) => [`1.${at + 1}`, { executor }]));
      const { executors: found } = networkWith(named);
      return executors.map((_, at) => peopleOf(found, at));
    };
    assert.deepEqual(people('Ann', '@ann', 'ann ', '**ANN**', 'Ann (lead)', '[Ann](team.md)', '\u200bann'), [
      ...Array.from({ length: 7 }, () => ['Ann']),
    ]);
    for (const both of ['Ann, Bob', 'Ann & Bob', 'Ann and Bob', '@ann + @bob', 'ann; bob', 'Ann，Bob'])
      assert.deepEqual(people('Ann', 'Bob', both)[2], ['Ann', 'Bob'], both);
    assert.deepEqual(people('Ann, ann', 'Ann, TBD', 'Anderson', 'TBD', '[name]'), [
      ['Ann'],
      ['Ann'],
      ['Anderson'],
      [],
      [],
    ]);
  });

  it('leaves out and names what is in or behind a cycle, and what waits for nothing known', () => {
    const network = networkWith({
      '1.1': { hours: 1, needs: ['9.9'] },
      '1.2': { hours: 1, needs: ['1.3'] },
      '1.3': { hours: 1, needs: ['1.2'] },
      '1.4': { hours: 1, needs: ['1.3'] },
      '1.5': { hours: 1, needs: ['1.1'] },
    });
    assert.deepEqual(ids(network), ['1.1', '1.5']);
    assert.deepEqual(network.unreachable, ['1.2', '1.3', '1.4']);
    assert.deepEqual(network.undefinedDependencies, [{ id: '1.1', dependsOn: '9.9' }]);
    assert.equal(network.timing.length, 2 * HOUR);
  });

  it('finds every critical path, ties included', () => {
    const network = networkWith({
      '1.1': { hours: 1 },
      '1.2': { hours: 2, needs: ['1.1'] },
      '1.3': { hours: 2, needs: ['1.1'] },
      '1.4': { hours: 1, needs: ['1.1'] },
      '1.5': { hours: 1, needs: ['1.1', '1.2', '1.3', '1.4'] },
    });
    assert.deepEqual([...network.timing.critical], [1, 1, 1, 0, 1]);
    assert.deepEqual(criticalDependencies(network), [1, 0, 2, 0, 4, 1, 4, 2]);
    assert.deepEqual(
      [...network.timing.slack].map((each) => each / HOUR),
      [0, 0, 0, 1, 0],
    );
  });

  it('adds thirds of hours up exactly', () => {
    const third = 20 / 60;
    const network = networkWith({
      '1.1': { hours: third },
      '1.2': { hours: third, needs: ['1.1'] },
      '1.3': { hours: third, needs: ['1.2'] },
      '2.1': { hours: 1 },
    });
    assert.equal(network.timing.length, HOUR);
    assert.deepEqual([...network.timing.critical], [1, 1, 1, 1]);
  });

  it('tells times only where nothing is assumed', () => {
    const tasks = { '1.1': { hours: 2 }, '1.2': { hours: 1, needs: ['1.1'] }, '1.3': { hours: 1 } };
    const times = (id: string, more = {}) => knownTimes(networkIn(planWith({ ...tasks, ...more })), id);
    assert.deepEqual(times('1.2'), {
      earliestStart: 2,
      earliestFinish: 3,
      latestStart: 2,
      latestFinish: 3,
      slack: 0,
    });
    assert.equal(times('1.3')?.slack, 2);
    assert.equal(times('1.3', { '1.4': {} }), undefined);
    assert.equal(times('1.3', { '1.4': { hours: 1, needs: ['1.5'] } }), undefined);
    assert.equal(times('9.9'), undefined);
  });

  it('is none where nobody stated dependencies', () => {
    const loose = planWith({ '1.1': {} });
    assert.ok(networkIn(loose));
    assert.equal(networkIn(analysedPlan({ achievements: [] })), undefined);
  });
});

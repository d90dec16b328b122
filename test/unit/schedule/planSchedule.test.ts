import assert from 'node:assert/strict';
import { planSchedule } from '../../../src/engine/schedule/planSchedule';
import { networkWith, type Tasks } from './networks';

const ASKED = { seed: 1, samples: 100 };

const FAN: Tasks = {
  '1.1': { hours: 2 },
  ...Object.fromEntries(
    Array.from({ length: 6 }, (_, at) => [`2.${at + 1}`, { hours: [1, 3], needs: ['1.1'] }] as const),
  ),
  '3.1': { hours: 1, needs: ['2.1'] },
};

describe('schedule: of a plan', () => {
  it('says who does what when, and what else it could take', () => {
    const found = planSchedule(networkWith(FAN), { ...ASKED, executors: 3 });
    assert.deepEqual(
      found.tasks.map(({ achievement, start, end, slack }) => [achievement.id, start, end, slack]),
      [
        ['1.1', 0, 2, 0],
        ['2.1', 2, 4, 0],
        ['2.2', 2, 4, 1],
        ['2.3', 2, 4, 1],
        ['2.4', 4, 6, 1],
        ['2.5', 4, 6, 1],
        ['2.6', 4, 6, 1],
        ['3.1', 6, 7, 0],
      ],
    );
    assert.equal(found.executors.length, 3);
    assert.deepEqual([found.makespan, found.bound, found.isOptimal], [7, 5, true]);
    assert.deepEqual(found.instead, { sequential: 15, byLevels: 7 });
    assert.deepEqual(found.criticalPath, {
      length: 5,
      path: ['1.1', '2.1', '3.1'],
      achievements: ['1.1', '2.1', '3.1'],
      dependencies: [
        { id: '2.1', dependsOn: '1.1' },
        { id: '3.1', dependsOn: '2.1' },
      ],
    });
  });

  it('ends the curve where one more changes nothing, and recommends the last that pays', () => {
    const found = planSchedule(networkWith(FAN), ASKED);
    assert.deepEqual(
      found.curve.map(({ executors, makespan }) => [executors, makespan]),
      [
        [1, 15],
        [2, 9],
        [3, 7],
        [4, 6],
        [5, 6],
        [6, 5],
      ],
    );
    assert.equal(found.best, 4);
    assert.equal(found.executors.length, 4);
    const chain = planSchedule(
      networkWith({ '1.1': { hours: 1 }, '1.2': { hours: 1, needs: ['1.1'] } }),
      ASKED,
    );
    assert.deepEqual([chain.best, chain.curve.length], [1, 1]);
  });

  it('answers the same to the same request, byte by byte', () => {
    const answer = (): string => JSON.stringify(planSchedule(networkWith(FAN), ASKED));
    assert.equal(answer(), answer());
  });

  it('has an answer when nothing is left', () => {
    const found = planSchedule(networkWith({ '1.1': { status: 'complete' } }), ASKED);
    assert.deepEqual([found.makespan, found.best, found.tasks.length], [0, 1, 0]);
    assert.deepEqual(found.forecast, { p50: 0, p90: 0 });
  });
});

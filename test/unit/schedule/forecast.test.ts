import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { forecastOf } from '../../../src/engine/schedule/forecast';
import { schedulesOf } from '../../../src/engine/schedule/schedules';
import { anyTasks, networkWith, type Tasks } from './networks';

const HOUR = 3600;

const forecast = (tasks: Tasks, executors: number, seed: number, samples = 1000) => {
  const network = networkWith(tasks);
  return forecastOf(network, schedulesOf(network).of(executors), { seed, samples });
};

/** The same plan with one end of every range. */
const atEnd = (tasks: Tasks, end: 0 | 1): Tasks =>
  Object.fromEntries(
    Object.entries(tasks).map(([id, task]) => {
      const { hours = 0 } = task;
      return [id, { ...task, hours: typeof hours === 'number' ? hours : hours[end] }];
    }),
  );

describe('schedule: forecast', () => {
  it('gives the same for the same seed, and another for another', () => {
    const tasks = { '1.1': { hours: [1, 9] }, '1.2': { hours: [2, 4], needs: ['1.1'] } } as const;
    assert.deepEqual(forecast(tasks, 2, 7), forecast(tasks, 2, 7));
    assert.notDeepEqual(forecast(tasks, 2, 7), forecast(tasks, 2, 8));
  });

  it('finds the percentiles of a single range where they are known', () => {
    // triangular from 0 to 10 with its mode at 5: half lies below 5, nine tenths below 10 - sqrt(5)
    const { p50, p90 } = forecast({ '1.1': { hours: [0, 10] } }, 1, 1, 20_000);
    assert.ok(Math.abs(p50 / HOUR - 5) < 0.1, `${p50 / HOUR}`);
    assert.ok(Math.abs(p90 / HOUR - (10 - Math.sqrt(5))) < 0.1, `${p90 / HOUR}`);
  });

  it('takes as long as planned where there are no ranges', () => {
    fc.assert(
      fc.property(anyTasks(12, { withNames: true }), fc.integer({ min: 1, max: 4 }), (tasks, executors) => {
        const exact = atEnd(tasks, 1);
        const network = networkWith(exact);
        const schedule = schedulesOf(network).of(executors);
        const { makespan } = schedule;
        assert.deepEqual(forecastOf(network, schedule, { seed: 1, samples: 3 }), {
          p50: makespan,
          p90: makespan,
        });
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  it('lies between the critical path of the least and one after the other of the most', () => {
    fc.assert(
      fc.property(anyTasks(12, { withNames: false }), fc.integer({ min: 1, max: 4 }), (tasks, executors) => {
        const { p50, p90 } = forecast(tasks, executors, 3, 50);
        const least = networkWith(atEnd(tasks, 0)).timing.length;
        const most = networkWith(atEnd(tasks, 1)).durations.likely.reduce((sum, each) => sum + each, 0);
        assert.ok(least <= p50 + 1e-6 && p50 <= p90 && p90 <= most + 1e-6);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

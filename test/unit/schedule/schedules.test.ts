import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { exactSchedule } from '../../../src/engine/schedule/exactSchedule';
import { forecastOf } from '../../../src/engine/schedule/forecast';
import { listSchedule } from '../../../src/engine/schedule/listSchedule';
import type { Network } from '../../../src/engine/schedule/network';
import { type Schedule, schedulesOf } from '../../../src/engine/schedule/schedules';
import { anyTasks, networkWith, type Tasks } from './networks';
import { everyCount, shortestMakespan } from './shortest';

const HOUR = 3600;

const endOf = ({ durations }: Network, { starts }: Schedule, node: number): number =>
  (starts[node] ?? 0) + (durations.likely[node] ?? 0);

/** Dependencies that have not ended when their dependents start. */
const tooEarly = (network: Network, schedule: Schedule): readonly string[] => {
  const { starts, targets } = network.graph.dependencies;
  return [...schedule.order].flatMap((node, place) =>
    [...targets.subarray(starts[node], starts[node + 1])]
      .filter(
        (on) =>
          schedule.order.indexOf(on) > place || endOf(network, schedule, on) > (schedule.starts[node] ?? 0),
      )
      .map((on) => `${node} starts before ${on} ends`),
  );
};

/** What is wrong with who does what. */
const doneWrong = (network: Network, schedule: Schedule): readonly string[] => {
  const freeFrom = new Map<number, number>();
  return [...schedule.order].flatMap((node) => {
    const executor = schedule.executorOf[node] ?? -1;
    const own = network.executors.of[node] ?? -1;
    const all = [executor, ...(network.executors.also.get(node) ?? [])];
    const isTaken = all.some((each) => (freeFrom.get(each) ?? 0) > (schedule.starts[node] ?? 0));
    for (const each of all) freeFrom.set(each, endOf(network, schedule, node));
    return [
      ...(isTaken ? [`${executor} does two things at a time`] : []),
      ...(own !== -1 && own !== executor ? [`${node} is done by ${executor}`] : []),
      ...(executor < 0 || executor >= schedule.executors ? [`there is no executor ${executor}`] : []),
    ];
  });
};

const mistakesIn = (network: Network, schedule: Schedule): readonly string[] => {
  const ends = [...schedule.order].map((node) => endOf(network, schedule, node));
  const isWhole = new Set(schedule.order).size === network.graph.nodeCount;
  return [
    ...tooEarly(network, schedule),
    ...doneWrong(network, schedule),
    ...(isWhole ? [] : ['something is left out']),
    ...(Math.max(0, ...ends) === schedule.makespan ? [] : ['the makespan is another']),
  ];
};

const isShortest = (tasks: Tasks): void => {
  const network = networkWith(tasks);
  for (const count of everyCount(network)) {
    const schedule = schedulesOf(network).of(count);
    assert.equal(schedule.makespan, shortestMakespan(network, count), `${count} executors`);
    assert.ok(schedule.isOptimal);
    assert.deepEqual(mistakesIn(network, schedule), []);
  }
};

describe('schedule: for a number of executors', () => {
  it('is the shortest there is for up to eight achievements, whoever does them', () => {
    fc.assert(fc.property(anyTasks(6, { withNames: false }), isShortest), { seed: 1, numRuns: 40 });
    fc.assert(fc.property(anyTasks(5, { withNames: true }), isShortest), { seed: 2, numRuns: 40 });
    const dense = anyTasks(8, { withNames: false }).filter((tasks) => {
      const needs = Object.values(tasks).reduce((sum, each) => sum + (each.needs?.length ?? 0), 0);
      return Object.keys(tasks).length === 8 && needs >= 7;
    });
    fc.assert(fc.property(dense, isShortest), { seed: 3, numRuns: 6 });
  });

  it('finds the shortest one where the greedy rule does not', () => {
    // longest first: 3+2+2 and 3+2; two threes together and three twos together are shorter
    const network = networkWith({
      '1.1': { hours: 3 },
      '1.2': { hours: 3 },
      '1.3': { hours: 2 },
      '1.4': { hours: 2 },
      '1.5': { hours: 2 },
    });
    const tasks = {
      graph: network.graph,
      durations: network.durations.likely,
      executorOf: network.executors.of,
      also: network.executors.also,
    };
    const greedy = listSchedule(tasks, network.timing.latestStart, 2, 0);
    assert.equal(greedy.makespan, 7 * HOUR);
    const found = exactSchedule(tasks, {
      executors: 2,
      named: 0,
      tails: network.durations.likely,
      known: greedy,
      bound: 0,
    });
    assert.equal(found.makespan, 6 * HOUR);
    assert.equal(schedulesOf(network).of(2).makespan, 6 * HOUR);
  });

  it('lets people do together what names both, when both are free', () => {
    const network = networkWith({
      '1.1': { hours: 2, executor: 'Ann' },
      '1.2': { hours: 3, executor: 'Bob' },
      '1.3': { hours: 4, executor: 'Ann, Bob', needs: ['1.1'] },
      '1.4': { hours: 1, executor: 'bob', needs: ['1.3'] },
      '1.5': { hours: 1, executor: 'Ann', needs: ['1.1'] },
    });
    const schedule = schedulesOf(network).of(2);
    assert.deepEqual(
      [...schedule.starts].map((start) => start / HOUR),
      [0, 0, 3, 7, 2],
    );
    assert.equal(schedule.makespan, 8 * HOUR);
    assert.deepEqual(mistakesIn(network, schedule), []);
    // all figures are certain, so every play through is the schedule
    const forecast = forecastOf(network, schedule, { seed: 1, samples: 3 });
    assert.deepEqual(forecast, { p50: 8 * HOUR, p90: 8 * HOUR });
  });

  it('keeps dependencies, people and bounds in larger plans, and never gets longer with more executors', () => {
    fc.assert(
      fc.property(anyTasks(30, { withNames: true, together: ['Ann, Bob', 'Bob & Eve'] }), (tasks) => {
        const network = networkWith(tasks);
        const schedules = schedulesOf(network);
        const work = network.durations.likely.reduce((sum, each) => sum + each, 0);
        let before = Number.POSITIVE_INFINITY;
        for (const count of everyCount(network)) {
          const schedule = schedules.of(count);
          assert.deepEqual(mistakesIn(network, schedule), []);
          assert.ok(schedule.makespan >= schedule.bound);
          assert.ok(schedule.bound >= Math.max(network.timing.length, work / count));
          assert.ok(schedule.makespan <= schedule.byLevels() && schedule.makespan <= before);
          assert.equal(schedule.isOptimal || schedule.makespan > schedule.bound, true);
          before = schedule.makespan;
        }
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  it('stays within what list scheduling promises: work shared out, and most of the critical path', () => {
    fc.assert(
      fc.property(anyTasks(30, { withNames: false }), fc.integer({ min: 1, max: 6 }), (tasks, count) => {
        const network = networkWith(tasks);
        const work = network.durations.likely.reduce((sum, each) => sum + each, 0);
        const promised = work / count + (1 - 1 / count) * network.timing.length;
        assert.ok(schedulesOf(network).of(count).makespan <= promised + 1e-6);
        assert.equal(schedulesOf(network).of(1).makespan, work);
        assert.equal(schedulesOf(network).of(1000).makespan, network.timing.length);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('gives people their own work, and the rest to whoever is free', () => {
    const network = networkWith({
      '1.1': { hours: 2, executor: 'Ann' },
      '1.2': { hours: 2, executor: 'ann ' },
      '1.3': { hours: 1, executor: 'Bob' },
      '1.4': { hours: 3 },
      '1.5': { hours: 1, executor: 'TBD' },
    });
    const schedules = schedulesOf(network);
    assert.deepEqual(network.executors.names, ['Ann', 'Bob']);
    assert.equal(schedules.fewest, 2);
    assert.equal(schedules.of(1).executors, 2);
    const { executorOf, makespan } = schedules.of(2);
    assert.deepEqual([...executorOf].slice(0, 4), [0, 0, 1, 1]);
    assert.equal(makespan, 5 * HOUR);
    assert.equal(schedules.of(9).makespan, 4 * HOUR);
    assert.equal(schedules.of(9).bound, 4 * HOUR);
  });

  it('waits for whole levels only to compare', () => {
    const network = networkWith({
      '1.1': { hours: 1 },
      '1.2': { hours: 4 },
      '2.1': { hours: 4, needs: ['1.1'] },
      '2.2': { hours: 1, needs: ['1.2'] },
    });
    const { makespan, byLevels } = schedulesOf(network).of(2);
    assert.deepEqual([makespan, byLevels()], [5 * HOUR, 8 * HOUR]);
  });

  it('survives a plan with nothing left, and a chain of 10,000', () => {
    assert.equal(schedulesOf(networkWith({})).of(3).makespan, 0);
    const chain = networkWith(
      Object.fromEntries(
        Array.from({ length: 10_000 }, (_, at) => [
          `1.${at + 1}`,
          { hours: 1, needs: at === 0 ? [] : [`1.${at}`] },
        ]),
      ),
    );
    assert.equal(schedulesOf(chain).of(2).makespan, 10_000 * HOUR);
  });
});

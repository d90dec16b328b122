import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Status } from '../../../src/engine/model/achievement';
import { addEfforts, type Effort, NO_EFFORT } from '../../../src/engine/model/effort';
import type { Time } from '../../../src/engine/model/time';
import { savedShare } from '../../../src/engine/progress/timeWords';
import { networkOf } from '../../../src/engine/schedule/network';
import { type AchievementSketch, analysedPlan, changed } from '../../support/analysedPlan';
import { anyAcyclic, type Sample } from '../graph/graphs';

const timeOf = (...achievements: readonly AchievementSketch[]) => analysedPlan({ achievements }).time();

describe('The time of a plan', () => {
  it('is what is left one after the other, and along the longest chain', () => {
    const time = timeOf(
      { id: '1.1', needs: [], hours: [2, 3], status: 'complete' },
      { id: '1.2', needs: [], hours: [4, 6] },
      { id: '2.1', hours: [1, 1], needs: ['1.1', '1.2'] },
      { id: '2.2', hours: [3, 8], needs: ['1.1'] },
    );
    assert.deepEqual(time.done, { min: 2, max: 3 });
    assert.deepEqual(time.open, { min: 8, max: 15 });
    assert.deepEqual(time.all, { min: 10, max: 18 });
    // 1.2 and 2.1 take 5 to 7 hours; 2.2 can start at once and takes up to 8
    assert.deepEqual(time.parallel, { open: { min: 5, max: 8 }, all: { min: 5, max: 11 } });
    assert.equal(Math.round((savedShare(time) ?? 0) * 100), 43);
  });

  it('has the longest of a level, and what depends on each other in a priority', () => {
    const { levels, priorities } = timeOf(
      { id: '1.1', needs: [], priority: '1', hours: [2, 2] },
      { id: '1.2', priority: '1', hours: [3, 3], needs: ['1.1'] },
      { id: '2.1', priority: '2', hours: [1, 4], needs: ['1.1'], status: 'complete' },
      { id: '2.2', needs: [], priority: '2', hours: [1, 1] },
    );
    const rows = (times: readonly (Time & { readonly level?: number; readonly priority?: unknown })[]) =>
      times.map(({ level, priority, complete, total, open, parallel }) => [
        level ?? priority,
        `${complete}/${total}`,
        open,
        parallel?.open,
      ]);
    assert.deepEqual(rows(levels), [
      [0, '0/2', { min: 3, max: 3 }, { min: 2, max: 2 }],
      [1, '1/2', { min: 3, max: 3 }, { min: 3, max: 3 }],
    ]);
    assert.deepEqual(rows(priorities), [
      ['1', '0/2', { min: 5, max: 5 }, { min: 5, max: 5 }],
      ['2', '1/2', { min: 1, max: 1 }, { min: 1, max: 1 }],
    ]);
  });

  it('says how many achievements lack an estimate; what is skipped needs none', () => {
    const time = timeOf(
      { id: '1.1', needs: [], status: 'complete' },
      { id: '1.2', needs: [] },
      { id: '1.3', needs: [], status: 'skipped' },
      { id: '1.4', needs: [], hours: [5, 5], status: 'skipped' },
      { id: '1.5', needs: [], hours: [1, 2], status: 'failed' },
    );
    assert.deepEqual(time.withoutEstimate, { open: 1, all: 2 });
    assert.deepEqual(time.all, { min: 1, max: 2 });
    assert.deepEqual(time.open, { min: 1, max: 2 });
    assert.equal(`${time.complete}/${time.total}`, '1/5');
  });

  it('does not guess what goes on in parallel without dependencies, or round a cycle', () => {
    const loose = timeOf({ id: '1.1', hours: [1, 1] }, { id: '1.2', hours: [1, 1] });
    assert.equal(loose.parallel, undefined);
    assert.deepEqual([loose.open, loose.levels], [{ min: 2, max: 2 }, []]);
    const cyclic = analysedPlan({
      statedIn: 'PLAN',
      achievements: [
        { id: '1.1', needs: [], priority: '1', hours: [1, 1] },
        { id: '2.1', priority: '2', needs: ['2.1'], hours: [1, 1] },
      ],
    }).time();
    assert.equal(cyclic.parallel, undefined);
    assert.deepEqual(
      cyclic.priorities.map(({ parallel }) => parallel?.open),
      [{ min: 1, max: 1 }, undefined],
    );
  });

  it('compares what it took with the estimates of the same achievements only', () => {
    const { actual } = timeOf(
      { id: '1.1', needs: [], hours: [2, 4], took: 6, status: 'complete' },
      { id: '1.2', needs: [], hours: [1, 1], took: 2 },
      { id: '1.3', needs: [], took: 100 },
      { id: '1.4', needs: [], hours: [50, 50] },
    );
    assert.deepEqual(actual, {
      achievements: 2,
      hours: { min: 8, max: 8 },
      estimated: { min: 3, max: 5 },
      ratio: 2,
    });
    assert.equal(timeOf({ id: '1.1', needs: [], hours: [0, 0], took: 1 }).actual, undefined);
  });

  it('is nothing for a plan without achievements', () => {
    const time = timeOf();
    assert.deepEqual([time.total, time.all, time.levels, time.priorities], [0, NO_EFFORT, [], []]);
  });

  const STATUSES: readonly Status[] = ['not_started', 'in_progress', 'complete', 'failed', 'skipped'];

  const idsOf = ({ nodeCount }: Sample) => Array.from({ length: nodeCount }, (_, node) => `1.${node + 1}`);

  /** Quarters of hours, which add up exactly. */
  const anyPlan = anyAcyclic(12).chain((graph) =>
    fc
      .array(
        fc.record({
          status: fc.constantFrom(...STATUSES),
          priority: fc.constantFrom('1', '2'),
          quarters: fc.option(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 })), { nil: undefined }),
        }),
        { minLength: graph.nodeCount, maxLength: graph.nodeCount },
      )
      .map((rest) => ({ graph, rest })),
  );

  it('adds up: levels and priorities to the plan, done and open to all, and parallel is never longer', () => {
    fc.assert(
      fc.property(anyPlan, ({ graph, rest }) => {
        const ids = idsOf(graph);
        const hours = rest.map(({ quarters }): AchievementSketch['hours'] =>
          quarters ? [quarters[0] / 4, (quarters[0] + quarters[1]) / 4] : undefined,
        );
        const needs = ids.map((_, node) =>
          graph.pairs.filter(([from]) => from === node).map(([, to]) => ids[to] ?? ''),
        );
        const planned = analysedPlan({
          achievements: ids.map((id, node) => ({
            id,
            needs: needs[node],
            status: rest[node]?.status,
            priority: rest[node]?.priority,
            hours: hours[node],
          })),
        });
        const time = planned.time();

        const sum = (groups: readonly Time[], of: (time: Time) => Effort): Effort =>
          groups.map(of).reduce(addEfforts, NO_EFFORT);
        for (const groups of [time.levels, time.priorities]) {
          assert.deepEqual(
            sum(groups, ({ open }) => open),
            time.open,
          );
          assert.deepEqual(
            sum(groups, ({ done }) => done),
            time.done,
          );
          assert.equal(
            groups.reduce((count, { complete }) => count + complete, 0),
            time.complete,
          );
          assert.equal(
            groups.reduce((count, { withoutEstimate }) => count + withoutEstimate.all, 0),
            time.withoutEstimate.all,
          );
        }
        for (const each of [time, ...time.levels, ...time.priorities]) {
          assert.deepEqual(addEfforts(each.done, each.open), each.all);
          for (const part of ['open', 'all'] as const) {
            const parallel = each.parallel?.[part] ?? NO_EFFORT;
            assert.ok(parallel.min <= each[part].min && parallel.max <= each[part].max);
            assert.ok(parallel.min <= parallel.max);
          }
        }
        // the critical path, as schedules have it
        for (const end of ['min', 'max'] as const) {
          const exact = changed(planned, ({ hours = [0, 0] }) => {
            const figure = hours[end === 'min' ? 0 : 1];
            return { hours: [figure, figure] };
          });
          const { length } = networkOf(exact).timing;
          assert.equal(time.parallel?.open[end] ?? 0, length / 3600);
        }
      }),
      { seed: 20_261_121, numRuns: 300 },
    );
  });
});

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { AnalysedPlan } from '../../../../../src/engine/model/analysis';
import { USUAL_FORECAST } from '../../../../../src/engine/schedule/forecast';
import { networkIn } from '../../../../../src/engine/schedule/networkIn';
import { planSchedule } from '../../../../../src/engine/schedule/planSchedule';
import type { TimelineBar, TimelineChart } from '../../../../../src/webview/protocol/timelineMessages';
import { analysedPlan } from '../../../../support/analysedPlan';
import { cyclic, hostile, scheduled, unordered } from '../../../../support/graphPlans';
import { nineEstimated, timelineOf } from '../../../../support/timelinePlans';
import { anyTasks, planWith, type Tasks } from '../../../schedule/networks';

const chartOf = (plan: AnalysedPlan, executors: number | null = null): TimelineChart => {
  const { chart } = timelineOf(plan, executors);
  assert.ok(chart, 'something is drawn');
  return chart;
};

const barOf = ({ bars }: TimelineChart, id: string): TimelineBar => {
  const found = bars.find((bar) => bar.id === id);
  assert.ok(found, id);
  return found;
};

/** Bars that overlap on a row, or start before what they depend on has ended. */
const mistakesIn = (plan: AnalysedPlan, { bars }: TimelineChart): readonly string[] => {
  const ends = new Map(bars.map(({ id, end }) => [id, end]));
  return bars.flatMap((bar, at) => {
    const before = bars[at - 1];
    const overlaps = before?.executor === bar.executor && before.end > bar.start;
    const early = (plan.byId.get(bar.id)?.dependencies ?? []).filter(
      (each) => (ends.get(each.id) ?? 0) > bar.start,
    );
    return [
      ...(overlaps ? [`${bar.id} overlaps ${before.id}`] : []),
      ...early.map((each) => `${bar.id} starts before ${each.id} ends`),
    ];
  });
};

describe('the timeline of a plan', () => {
  it('has the figures of its schedule, whatever number of executors is asked for', () => {
    const plan = scheduled();
    const network = networkIn(plan);
    assert.ok(network);
    for (const executors of [null, 1, 2, 3]) {
      const schedule = planSchedule(network, { ...USUAL_FORECAST, executors: executors ?? undefined });
      const chart = chartOf(plan, executors);
      assert.deepEqual(
        [...chart.bars].sort((one, other) => one.id.localeCompare(other.id)).map(figuresOf),
        schedule.tasks.map(({ achievement, executor, start, end, slack }) => ({
          ...{ id: achievement.id, executor, start, end },
          critical: slack === 0,
        })),
      );
      assert.deepEqual(
        [chart.makespan, chart.best, chart.executors.length],
        [schedule.makespan, schedule.best, schedule.executors.length],
      );
      assert.deepEqual(
        chart.curve.map((point) => [point.executors, point.makespan, point.bound]),
        schedule.curve.map((point) => [point.executors, point.makespan, point.bound]),
      );
    }
  });

  it('never has anybody do two things at a time, nor anything before what it depends on', () => {
    const isRight = (tasks: Tasks, executors: number): void => {
      const plan = planWith(tasks);
      const { chart } = timelineOf(plan, executors);
      if (chart) assert.deepEqual(mistakesIn(plan, chart), []);
    };
    fc.assert(fc.property(anyTasks(12, { withNames: true }), fc.integer({ min: 1, max: 5 }), isRight), {
      seed: 5,
      numRuns: 100,
    });
  });

  it('says in the words of the command line what it comes to', () => {
    const { headline, facts } = chartOf(scheduled());
    assert.equal(headline, 'With 2 executors (more would hardly help): 14 hours, the shortest possible');
    assert.deepEqual(facts.slice(0, 2), [
      '5 open achievements, 17 hours of work',
      'Critical path: 14 hours, 1.2 \u2192 2.1 \u2192 3.1',
    ]);
    assert.match(facts[2] ?? '', /^Saved: 3 hours compared with one after the other, /);
    assert.match(
      facts[3] ?? '',
      /^Forecast from the ranges: P50 .* hours, P90 .* hours \(1000 samples, seed 1\)$/,
    );
  });

  it('tells of each bar who, when, how long, what it can wait, its status and what it needs', () => {
    const chart = chartOf(scheduled(), 2);
    assert.deepEqual(barOf(chart, '2.1').facts, [
      'Executor 1',
      '4-11 hours from now',
      'takes 6-8 hours, likely 7 hours',
      'critical',
      'not started',
      'depends on 1.1, 1.2',
    ]);
    assert.ok(barOf(chart, '2.2').facts.includes('slack 6 hours'));
    assert.ok(barOf(chart, '1.2').facts.includes('depends on nothing'));
  });

  it('names the people whom the documents name, first, and says that there cannot be fewer', () => {
    const plan = planWith({
      '1.1': { hours: 3 },
      '1.2': { hours: 1, executor: 'Bob' },
      '1.3': { hours: 2, executor: 'Ann' },
    });
    assert.deepEqual(chartOf(plan, 3).executors, ['Bob', 'Ann', 'Executor 3']);
    const { chart, notes } = timelineOf(plan, 1);
    assert.deepEqual(chart?.executors, ['Bob', 'Ann']);
    assert.deepEqual([chart?.fewest, chart?.most], [2, 3]);
    assert.deepEqual(notes, ['The documents name 2 executors, so there cannot be fewer: Bob, Ann']);
  });

  it('marks what nobody estimated, and says what it counts', () => {
    const { chart, notes } = timelineOf(nineEstimated());
    assert.deepEqual(
      chart?.bars.filter(({ assumed }) => assumed).map(({ id }) => id),
      ['2.1', '3.2'],
    );
    assert.deepEqual(chart && barOf(chart, '3.2').facts.slice(2, 4), ['no estimate', 'counted as 2.5 hours']);
    assert.deepEqual(notes, ['No estimate, counted as 2.5 hours each (assumed: 2): 2.1, 3.2']);
  });

  it('draws nothing where there is nothing to draw, and says why', () => {
    const saidOf = (plan: AnalysedPlan): readonly unknown[] => {
      const { chart, instead, notes } = timelineOf(plan);
      assert.equal(chart, null);
      return [instead, ...notes];
    };
    assert.deepEqual(saidOf(analysedPlan({ achievements: [] })), ['This plan has no achievements yet.']);
    assert.match(String(saidOf(unordered())[0]), /^LOOSE states no dependencies: /);
    const done = planWith({ '1.1': { hours: 1, status: 'complete' } });
    assert.deepEqual(saidOf(done), ['There is nothing to schedule.']);
    assert.deepEqual(saidOf(cyclic()), [
      'There is nothing to schedule.',
      'Not scheduled, because in or behind a cycle: 1.2, 1.3, 1.4, 1.5, 1.6',
    ]);
  });

  it('keeps what documents say on one line without anything that steers', () => {
    const { bars } = chartOf(hostile());
    for (const { title } of bars) assert.doesNotMatch(title, /[\p{Cc}\p{Cf}]/u);
    assert.ok(bars.some(({ title }) => title === '<img src=x onerror="document.title=1">'));
  });
});

const figuresOf = ({ id, executor, start, end, critical }: TimelineBar) => ({
  ...{ id, executor, start, end },
  critical,
});

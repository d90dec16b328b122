import assert from 'node:assert/strict';
import { isThin } from '../../../src/engine/dependency/coverage';
import { countReady, isReady } from '../../../src/engine/model/readiness';
import { savedShare } from '../../../src/engine/progress/timeWords';
import { networkIn } from '../../../src/engine/schedule/networkIn';
import { coverageWords } from '../../../src/engine/words/coverage';
import { buildPlan, parallelText, planText } from '../../support/planBuilder';

const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `1.${at + 1}`);
/** A PLAN of so many achievements of which some have a `Dependencies` field. */
const planWith = (count: number, stated: Readonly<Record<string, string>>) =>
  buildPlan({ plan: planText(Object.fromEntries(ids(count).map((id) => [id, stated[id]]))) });

describe('for how many achievements dependencies are stated', () => {
  const cases: readonly (readonly [
    stated: Readonly<Record<string, string>>,
    count: number,
    named: number,
  ])[] = [
    [{}, 0, 0],
    [{ 1.2: '1.1' }, 1, 1],
    [{ 1.2: '1.1', 1.3: '1.2' }, 2, 1],
    [{ 1.1: 'None' }, 1, 0],
    [{ 1.1: 'None', 1.2: '1.1' }, 2, 0],
    [{ 1.9: '1.1, 1.2, 1.3' }, 1, 3],
    [{ 1.3: '9.9' }, 1, 0],
    [{ 1.3: '1.1-1.2' }, 1, 2],
    [{ 1.18: 'all previous achievements' }, 1, 17],
    [{ 1.4: 'External approval' }, 1, 0],
  ];
  for (const [stated, count, named] of cases) {
    it(`counts ${count} of 18 in ${JSON.stringify(stated)}, and ${named} that are only named`, () => {
      assert.deepEqual(planWith(18, stated).coverage(), { stated: count, named, of: 18 });
    });
  }

  it('counts what parallel.json lists with dependencies or blocks, be they empty', () => {
    const plan = planText(Object.fromEntries(ids(4).map((id) => [id, undefined])));
    const every = buildPlan({ plan, parallel: parallelText({ 1.1: [], 1.2: [], 1.3: [], 1.4: [] }) });
    assert.deepEqual(every.coverage(), { stated: 4, named: 0, of: 4 });
    const listed = { achievements: ids(4).map((achievement_id) => ({ achievement_id })) };
    const none = buildPlan({ plan, parallel: JSON.stringify(listed) });
    assert.deepEqual(none.coverage(), { stated: 0, named: 0, of: 4 });
    assert.equal(countReady(none), 0);
    const blocks = buildPlan({
      plan,
      parallel: JSON.stringify({
        achievements: [{ id: '1.1', blocks: ['1.2'] }, { id: '1.3' }, { id: '1.4' }, { id: '1.2' }],
      }),
    });
    assert.deepEqual(blocks.coverage(), { stated: 2, named: 0, of: 4 });
  });

  it('is thin below the half', () => {
    assert.deepEqual(
      [
        [0, 0, 3],
        [1, 0, 3],
        [2, 0, 4],
        [8, 0, 18],
        [9, 0, 18],
        [4, 5, 18],
        [0, 0, 0],
      ].map(([stated = 0, named = 0, of = 0]) => isThin({ stated, named, of })),
      [true, true, false, true, false, false, false],
    );
  });
});

describe('a plan that states the dependencies of few', () => {
  const plan = planWith(18, { 1.2: '1.1' });

  it('saves no time, has no schedule and counts nothing as ready', () => {
    assert.equal(savedShare(plan.time()), undefined);
    assert.equal(plan.time().parallel, undefined);
    assert.ok(plan.time().levels.every(({ parallel }) => parallel === undefined));
    assert.equal(networkIn(plan), undefined);
    assert.equal(countReady(plan), 0);
    assert.equal(plan.isOrderKnown(), false);
    assert.equal(coverageWords(plan), 'dependencies are stated for only 1 of 18 achievements');
  });

  it('keeps its levels, what blocks what, and the rule for each achievement', () => {
    assert.equal(plan.byId.get('1.2')?.level, 1);
    assert.deepEqual(plan.byId.get('1.2')?.blockedBy, ['1.1']);
    assert.deepEqual(
      [plan.byId.get('1.1')?.readiness, plan.byId.get('1.9')?.readiness],
      ['unknown', 'unknown'],
    );
    assert.deepEqual(
      plan.achievements.filter(isReady).map(({ id }) => id),
      [],
      'nothing says what 1.1 waits for, only that another waits for it',
    );
  });

  it('calls ready what states that it waits for nothing', () => {
    const few = planWith(18, { 1.1: 'None', 1.2: '1.1' });
    assert.deepEqual([few.byId.get('1.1')?.readiness, countReady(few)], ['ready', 0]);
  });

  it('is as ever once half of it is covered', () => {
    const covered = planWith(4, { 1.2: '1.1' });
    assert.equal(countReady(covered), 3);
    assert.ok(networkIn(covered));
    assert.equal(coverageWords(covered), undefined);
  });
});

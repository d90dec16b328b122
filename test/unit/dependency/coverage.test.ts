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
  const cases: readonly (readonly [stated: Readonly<Record<string, string>>, count: number])[] = [
    [{}, 0],
    [{ 1.2: '1.1' }, 2],
    [{ 1.2: '1.1', 1.3: '1.2' }, 3],
    [{ 1.1: 'None' }, 1],
    [{ 1.1: 'None', 1.2: '1.1' }, 2],
    [{ 1.9: '1.1, 1.2, 1.3' }, 4],
    [{ 1.3: '9.9' }, 1],
    [{ 1.3: '1.1-1.2' }, 3],
    [{ 1.18: 'all previous achievements' }, 18],
    [{ 1.4: 'External approval' }, 1],
  ];
  for (const [stated, count] of cases) {
    it(`counts ${count} of 18 in ${JSON.stringify(stated)}`, () => {
      assert.deepEqual(planWith(18, stated).coverage(), { stated: count, of: 18 });
    });
  }

  it('counts what parallel.json lists with dependencies or blocks, be they empty', () => {
    const plan = planText(Object.fromEntries(ids(4).map((id) => [id, undefined])));
    const every = buildPlan({ plan, parallel: parallelText({ 1.1: [], 1.2: [], 1.3: [], 1.4: [] }) });
    assert.deepEqual(every.coverage(), { stated: 4, of: 4 });
    const listed = { achievements: ids(4).map((achievement_id) => ({ achievement_id })) };
    const none = buildPlan({ plan, parallel: JSON.stringify(listed) });
    assert.deepEqual(none.coverage(), { stated: 0, of: 4 });
    assert.equal(countReady(none), 0);
    const blocks = buildPlan({
      plan,
      parallel: JSON.stringify({
        achievements: [{ id: '1.1', blocks: ['1.2'] }, { id: '1.3' }, { id: '1.4' }, { id: '1.2' }],
      }),
    });
    assert.deepEqual(blocks.coverage(), { stated: 2, of: 4 });
  });

  it('is thin below the half', () => {
    assert.deepEqual(
      [
        [0, 3],
        [1, 3],
        [2, 4],
        [8, 18],
        [9, 18],
        [0, 0],
      ].map(([stated = 0, of = 0]) => isThin({ stated, of })),
      [true, true, false, true, false, false],
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
    assert.equal(coverageWords(plan), 'dependencies are stated for only 2 of 18 achievements');
  });

  it('keeps its levels, what blocks what, and the rule for each achievement', () => {
    assert.equal(plan.byId.get('1.2')?.level, 1);
    assert.deepEqual(plan.byId.get('1.2')?.blockedBy, ['1.1']);
    assert.deepEqual(
      [plan.byId.get('1.1')?.readiness, plan.byId.get('1.9')?.readiness],
      ['ready', 'unknown'],
    );
    assert.deepEqual(
      plan.achievements.filter(isReady).map(({ id }) => id),
      ['1.1'],
    );
  });

  it('is as ever once half of it is covered', () => {
    const covered = planWith(4, { 1.2: '1.1' });
    assert.equal(countReady(covered), 3);
    assert.ok(networkIn(covered));
    assert.equal(coverageWords(covered), undefined);
  });
});

import assert from 'node:assert/strict';
import { tiersOf } from '../../../src/engine/links/tiers';
import { cycleWords } from '../../../src/engine/words/tiers';
import { engineOver, planOf } from '../../support/engineOver';
import * as fc from '../../support/seededProperties';

/** A workspace of plans, each with what stands in front of its achievements. */
const workspace = async (says: Readonly<Record<string, string>>) => {
  const files = Object.entries(says).map(
    ([name, text]) =>
      [`/w/${name}/PLAN_${name}.md`, planOf(name, ['1.1']).replace('\n\n', `\n\n${text}\n\n`)] as const,
  );
  return (await engineOver(Object.fromEntries(files))).engine.snapshot.plans;
};

const namesIn = (plans: Parameters<typeof tiersOf>[0]) =>
  tiersOf(plans).tiers.map((tier) => tier.plans.map(({ name }) => name));

describe('the tiers of plans', () => {
  it('are how far a plan is from those that come after no other, whatever its priority', async () => {
    const plans = await workspace({
      A: '**Priority**: LOW',
      B: '**Priority**: CRITICAL\n\nDepends on PLAN_A.',
      C: 'Comes after PLAN_B.',
      D: '**Priority**: HIGH - Critical for all\n\nBlocks PLAN_E.',
      E: 'Soft dependency on PLAN_C.',
    });
    assert.deepEqual(namesIn(plans), [['D', 'A'], ['B', 'E'], ['C']]);
  });

  it('have the most important first, and plans on hold last', async () => {
    const plans = await workspace({
      A: '',
      B: '**Priority**: low',
      C: '**Priority**: Medium',
      D: '**Priority**: CRITICAL\n**Status**: Paused',
      E: '**Priority**: 🔴 CRITICAL',
    });
    assert.deepEqual(namesIn(plans), [['E', 'C', 'A', 'B', 'D']]);
  });

  it('leave out what is finished, which nobody comes after', async () => {
    const plans = await workspace({ A: '**Status**: Superseded', B: 'Depends on PLAN_A.' });
    assert.deepEqual(namesIn(plans), [['B']]);
  });

  it('are none in and behind a cycle', async () => {
    const plans = await workspace({
      A: 'Depends on PLAN_B.',
      B: 'After PLAN_A.',
      C: 'Depends on PLAN_B.',
      D: '',
    });
    const { tiers, without, cycles } = tiersOf(plans);
    assert.deepEqual(
      tiers.map((tier) => tier.plans.map(({ name }) => name)),
      [['D']],
    );
    assert.deepEqual(
      without.map(({ name }) => name),
      ['A', 'B', 'C'],
    );
    assert.deepEqual(cycles.map(cycleWords), ['A → B → A']);
  });

  it('never have a plan before one that it comes after', async () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F'];
    const link = fc.record({
      from: fc.constantFrom(...names),
      to: fc.constantFrom(...names),
      verb: fc.constantFrom('Depends on', 'After', 'Blocks', 'Enables'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(link, { maxLength: 8 }), async (links) => {
        const says = (name: string): string =>
          links
            .filter(({ from }) => from === name)
            .map(({ verb, to }) => `${verb} PLAN_${to}.`)
            .join('\n\n');
        const plans = await workspace(Object.fromEntries(names.map((name) => [name, says(name)])));
        const { tierOf, aheadOf, without, cycles } = tiersOf(plans);
        for (const plan of plans) {
          const tier = tierOf(plan);
          if (tier === undefined) {
            assert.ok(without.includes(plan));
            continue;
          }
          for (const { first } of aheadOf(plan)) {
            const ahead = tierOf(first.plan);
            assert.ok(ahead !== undefined && ahead < tier, `${first.plan.name} before ${plan.name}`);
          }
          const deepest = aheadOf(plan).map(({ first }) => tierOf(first.plan) ?? -1);
          assert.equal(tier, Math.max(-1, ...deepest) + 1);
        }
        assert.equal(without.length > 0, cycles.length > 0);
      }),
      { numRuns: 60 },
    );
  });
});

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { effectOf } from '../../../src/engine/schedule/effect';
import { networkIn } from '../../../src/engine/schedule/networkIn';
import { schedulesOf } from '../../../src/engine/schedule/schedules';
import { anyTasks, planWith, type Tasks } from './networks';

const SHOP: Tasks = {
  '1.1': { hours: 3 },
  '1.2': { hours: 2, needs: ['1.1'] },
  '1.3': { hours: 4 },
};

const effect = (kind: 'add' | 'remove', id: string, dependsOn: string, tasks = SHOP, executors = 2) =>
  effectOf(planWith(tasks), { kind, id, dependsOn }, executors);

const takesOf = (tasks: Tasks, executors: number) => {
  const network = networkIn(planWith(tasks));
  assert.ok(network);
  return { path: network.timing.length / 3600, makespan: schedulesOf(network).of(executors).makespan / 3600 };
};

describe('schedule: one dependency more or less', () => {
  it('says what becomes of critical path and makespan', () => {
    assert.deepEqual(effect('remove', '1.2', '1.1'), {
      ok: true,
      value: {
        before: { criticalPath: 5, makespan: 5, achievements: 3 },
        after: { criticalPath: 4, makespan: 5, achievements: 3 },
      },
    });
    const added = effect('add', '1.3', '1.1');
    assert.deepEqual(added.ok && added.value.after, { criticalPath: 7, makespan: 7, achievements: 3 });
  });

  it('refuses what would close a cycle, with the cycle', () => {
    const refused = effect('add', '1.1', '1.4', { ...SHOP, '1.4': { hours: 1, needs: ['1.2'] } });
    assert.ok(!refused.ok);
    assert.deepEqual(refused.error.cycle, ['1.1', '1.4', '1.2', '1.1']);
    assert.match(refused.error.message, /would close the cycle 1\.1 → 1\.4 → 1\.2 → 1\.1\.$/);
    const own = effect('add', '1.1', '1.1');
    assert.deepEqual(!own.ok && own.error.cycle, ['1.1', '1.1']);
  });

  it('refuses what is there already, what is not there and what nobody defines', () => {
    const messages = [
      effect('add', '1.2', '1.1'),
      effect('remove', '1.3', '1.1'),
      effect('remove', '1.3', '9.9'),
    ].map((each) => (each.ok ? '' : each.error.message));
    assert.deepEqual(messages, [
      '1.2 depends on 1.1 already.',
      '1.3 does not depend on 1.1.',
      'X defines no achievement 9.9.',
    ]);
  });

  it('counts what comes back when a cycle is broken', () => {
    const broken = effect('remove', '1.1', '1.2', { ...SHOP, '1.1': { hours: 3, needs: ['1.2'] } });
    assert.deepEqual(
      broken.ok && [broken.value.before.achievements, broken.value.after.achievements],
      [1, 3],
    );
  });

  it('is what the changed plan says itself', () => {
    fc.assert(
      fc.property(
        anyTasks(12, { withNames: true }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 3 }),
        (tasks, one, other, executors) => {
          const all = Object.keys(tasks);
          const [id, dependsOn] = [all[one % all.length], all[other % all.length]];
          if (id === undefined || dependsOn === undefined) return;
          const needs = tasks[id]?.needs ?? [];
          const kind = needs.includes(dependsOn) ? 'remove' : 'add';
          const changed = {
            ...tasks,
            [id]: {
              ...tasks[id],
              needs: kind === 'add' ? [...needs, dependsOn] : needs.filter((each) => each !== dependsOn),
            },
          };
          const found = effect(kind, id, dependsOn, tasks, executors);
          assert.equal(found.ok, planWith(changed).cycles.length === 0);
          if (!found.ok) return;
          const { path, makespan } = takesOf(changed, executors);
          const { before, after } = found.value;
          assert.deepEqual([after.criticalPath, after.makespan], [path, makespan]);
          const [less, more] = kind === 'add' ? [before, after] : [after, before];
          assert.ok(less.criticalPath <= more.criticalPath);
        },
      ),
      { seed: 8, numRuns: 100 },
    );
  });
});

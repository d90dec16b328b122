import assert from 'node:assert/strict';
import type { Status } from '../../../src/engine/model/achievement';
import type { AnalysedAchievement, AnalysedPlan } from '../../../src/engine/model/analysis';
import { type AchievementSketch, analysedPlan } from '../../support/analysedPlan';

const work = (id: string, needs: readonly string[] = [], status?: Status): AchievementSketch => ({
  id,
  needs,
  status,
});

const analyse = (...achievements: readonly AchievementSketch[]): AnalysedPlan =>
  analysedPlan({ achievements });

const table = <Key extends keyof AnalysedAchievement>({ achievements }: AnalysedPlan, key: Key) =>
  achievements.map((one) => [one.id, one[key]]);

describe('graph: analysePlan', () => {
  it('gives levels, progress, what is ready and what blocks', () => {
    const analysed = analyse(
      work('2.1', ['1.1', '1.10', '1.2']),
      work('1.1', [], 'complete'),
      work('1.2', ['1.1'], 'in_progress'),
      work('1.10', ['1.2'], 'subplan_created'),
      work('1.3'),
    );
    assert.deepEqual(table(analysed, 'level'), [
      ['2.1', 3],
      ['1.1', 0],
      ['1.2', 1],
      ['1.10', 2],
      ['1.3', 0],
    ]);
    assert.deepEqual(table(analysed, 'readiness'), [
      ['2.1', 'blocked'],
      ['1.1', 'over'],
      ['1.2', 'ready'],
      ['1.10', 'blocked'],
      ['1.3', 'ready'],
    ]);
    assert.deepEqual(table(analysed, 'blockedBy'), [
      ['2.1', ['1.10']],
      ['1.1', []],
      ['1.2', []],
      ['1.10', ['1.2']],
      ['1.3', []],
    ]);
    assert.deepEqual(analysed.byId.get('1.1')?.dependents, ['1.2', '2.1']);
    assert.deepEqual(analysed.levels, [
      { level: 0, achievements: ['1.1', '1.3'], complete: 1 },
      { level: 1, achievements: ['1.2'], complete: 0 },
      { level: 2, achievements: ['1.10'], complete: 0 },
      { level: 3, achievements: ['2.1'], complete: 0 },
    ]);
    assert.deepEqual(analysed.progress, { complete: 1, total: 5 });
    assert.deepEqual(analysed.cycles, []);
    assert.deepEqual(
      new Set(table(analysed, 'levelReason').map(([, reason]) => reason)),
      new Set([undefined]),
    );
  });

  it('closes each cycle at its smallest id, and says who is in it and who behind', () => {
    const analysed = analyse(
      work('1.10', ['1.2']),
      work('1.2', ['1.9']),
      work('1.9', ['1.10']),
      work('2.1', ['1.2', '2.2']),
      work('2.2'),
      work('3.1', ['3.1']),
    );
    assert.deepEqual(analysed.cycles, [
      ['1.2', '1.9', '1.10', '1.2'],
      ['3.1', '3.1'],
    ]);
    assert.deepEqual(table(analysed, 'levelReason'), [
      ['1.10', 'in-cycle'],
      ['1.2', 'in-cycle'],
      ['1.9', 'in-cycle'],
      ['2.1', 'behind-cycle'],
      ['2.2', undefined],
      ['3.1', 'in-cycle'],
    ]);
    assert.deepEqual(analysed.levels, [{ level: 0, achievements: ['2.2'], complete: 0 }]);
    assert.deepEqual(analysed.byId.get('2.1')?.blockedBy, ['1.2', '2.2']);
    assert.deepEqual(analysed.byId.get('3.1')?.blockedBy, ['3.1']);
  });

  it('lets unknown ids block, but not count', () => {
    const analysed = analyse(work('1.1', ['9.9', '1.2', '9.9']), work('1.2', [], 'complete'));
    const first = analysed.byId.get('1.1');
    assert.equal(first?.level, 1);
    assert.equal(first?.readiness, 'blocked');
    assert.deepEqual(first?.blockedBy, ['9.9']);
  });

  it('has no levels without dependency information, and nobody knows what is ready', () => {
    const analysed = analyse(
      { id: '1.1', status: 'complete' },
      { id: '1.2' },
      { id: '1.3', status: 'skipped' },
    );
    assert.deepEqual(analysed.levels, []);
    assert.deepEqual(table(analysed, 'level'), [
      ['1.1', undefined],
      ['1.2', undefined],
      ['1.3', undefined],
    ]);
    assert.deepEqual(
      table(analysed, 'levelReason').map(([, reason]) => reason),
      ['no-dependencies', 'no-dependencies', 'no-dependencies'],
    );
    assert.deepEqual(
      table(analysed, 'readiness').map(([, readiness]) => readiness),
      ['over', 'unknown', 'over'],
    );
  });

  it('does not take failed or skipped work for done, nor offer it', () => {
    const analysed = analyse(
      work('1.1', [], 'failed'),
      work('1.2', [], 'skipped'),
      work('2.1', ['1.1', '1.2']),
      work('3.1', ['2.1'], 'complete'),
    );
    assert.deepEqual(
      table(analysed, 'readiness').map(([, readiness]) => readiness),
      ['over', 'over', 'blocked', 'over'],
    );
    assert.deepEqual(analysed.byId.get('2.1')?.blockedBy, ['1.1', '1.2']);
    assert.deepEqual(analysed.byId.get('3.1')?.blockedBy, []);
  });

  it('lets nothing block what is over', () => {
    const analysed = analyse(
      work('1.1'),
      work('1.2', ['1.1'], 'skipped'),
      work('1.3', ['1.1'], 'failed'),
      work('1.4', ['1.1'], 'complete'),
      work('1.5', ['1.1'], 'in_progress'),
    );
    assert.deepEqual(table(analysed, 'blockedBy'), [
      ['1.1', []],
      ['1.2', []],
      ['1.3', []],
      ['1.4', []],
      ['1.5', ['1.1']],
    ]);
  });

  it('lets a cycle hold up only those who really wait for it', () => {
    const analysed = analyse(
      work('1.1', ['1.2'], 'complete'),
      work('1.2', ['1.1']),
      work('1.3', ['1.1']),
      work('1.4', ['1.3']),
      work('2.1', ['2.2']),
      work('2.2', ['2.1']),
      work('2.3', ['2.1']),
    );
    assert.deepEqual(table(analysed, 'readiness'), [
      ['1.1', 'over'],
      ['1.2', 'ready'],
      ['1.3', 'ready'],
      ['1.4', 'blocked'],
      ['2.1', 'in-cycle'],
      ['2.2', 'in-cycle'],
      ['2.3', 'behind-cycle'],
    ]);
  });

  it('copes with no achievements, a chain of 10,000 and a cycle of 5,000', () => {
    assert.deepEqual(analyse().progress, { complete: 0, total: 0 });
    const long = Array.from({ length: 10_000 }, (_, at) => work(`1.${at}`, at ? [`1.${at - 1}`] : []));
    assert.equal(analyse(...long).levels.length, 10_000);
    const ring = Array.from({ length: 5_000 }, (_, at) => work(`1.${at}`, [`1.${(at + 1) % 5_000}`]));
    const [cycle] = analyse(...ring).cycles;
    assert.equal(cycle?.length, 5_001);
    assert.deepEqual(cycle?.slice(0, 3), ['1.0', '1.1', '1.2']);
  });
});

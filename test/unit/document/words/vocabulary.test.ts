import assert from 'node:assert/strict';
import { readPlan } from '../../../../src/engine/document/plan/plan';
import { vocabularyOf } from '../../../../src/engine/document/words/vocabulary';

const planWith = (field: string): string =>
  `# PLAN: X\n\n## Achievements\n\n**Achievement 1.1**: A\n\n**Achievement 1.2**: B\n\n- ${field}\n`;
const second = (field: string) => readPlan(planWith(field)).achievements[1];

describe('The words that label fields', () => {
  const { nameOf } = vocabularyOf();

  it('are known in their usual spellings, whatever case, marks and joints they have', () => {
    for (const label of [
      'Dependencies',
      'DEPENDS ON',
      'depends_on',
      'Pre-requisites',
      'Waits on',
      'Waiting on',
      'Builds on',
      'Gated by',
      'Dep',
      'Dependencies / Prerequisites',
      '🔗 Dependencies (hard)',
    ]) {
      assert.equal(nameOf(label), 'dependencies', label);
    }
    for (const label of ['Blocks', 'Unlocks', 'Enables', 'Required by', 'needed-by']) {
      assert.equal(nameOf(label), 'blocks', label);
    }
    for (const label of ['Dependable', 'After', 'Notes', 'Goal / Notes', 'Blocks and dependencies']) {
      assert.equal(nameOf(label), 'other', label);
    }
  });

  it('say in several languages that there is none', () => {
    for (const none of [
      'None',
      'keine',
      'ohne',
      'aucune',
      'ninguna',
      'nessuna',
      'geen',
      'нет',
      'なし',
      '无',
      '없음',
    ]) {
      const read = second(`**Dependencies**: ${none}`);
      assert.deepEqual(
        [read?.dependencies, read?.statedWords.unread, read?.statedWords.notes],
        [[], [], []],
        none,
      );
    }
  });

  it('count in front of ids', () => {
    for (const label of ['Builds on', 'Gated by', 'Waiting on']) {
      assert.deepEqual(
        second(`**${label}**: 1.1`)?.dependencies.map(({ id }) => id),
        ['1.1'],
        label,
      );
    }
    assert.deepEqual(
      second('**Enables**: 1.1')?.blocks.map(({ id }) => id),
      ['1.1'],
    );
  });
});

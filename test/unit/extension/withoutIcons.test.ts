import assert from 'node:assert/strict';
import { withoutIcons } from '../../../src/extension/withoutIcons';

describe('text in lists of the editor', () => {
  it('draws no icons, and stays as it is where it names none', () => {
    assert.equal(withoutIcons('a $(sync~spin) b $(trash)'), 'a $ (sync~spin) b $ (trash)');
    for (const command of [
      'sh -c "for i in $(seq 1 3); do echo $i; done"',
      '$(cat a/b)',
      '$()',
      '$(',
      '$HOME',
    ]) {
      assert.equal(withoutIcons(command), command);
    }
  });
});

import assert from 'node:assert/strict';
import { printable } from '../../../src/engine/words/printable';
import { readinessWords } from '../../../src/engine/words/readiness';
import { counted } from '../../../src/shared/counted';
import { listed } from '../../../src/shared/listed';
import { type AchievementSketch, analysedPlan } from '../../support/analysedPlan';

describe('words of the surfaces', () => {
  it('makes one clean line of any text', () => {
    assert.equal(printable('a\u001b[31m\n b\u202e\r\n\tc '), 'a b c');
  });

  const saidOf = (...achievements: readonly AchievementSketch[]): readonly (string | undefined)[] =>
    analysedPlan({ achievements }).achievements.map(readinessWords);

  it('names the achievements that block', () => {
    assert.deepEqual(
      saidOf(
        { id: '1.1', needs: [] },
        { id: '1.2', needs: ['1.1', '9.9'] },
        { id: '1.3', needs: ['1.1'], status: 'complete' },
      ),
      ['ready', 'blocked by 1.1, 9.9', undefined],
    );
  });

  it('says what it could not read among the dependencies', () => {
    const long = `Does this wait for what ${'was said '.repeat(9)}in 1.1?`;
    const [few, many] = saidOf(
      { id: '1.1', needs: ['TBD', '1.2?'] },
      { id: '1.2', needs: ['A1.1', 'TBD', '1.3?', long, '1.1?'] },
    );
    assert.equal(few, 'unclear dependencies: “TBD”, “1.2?”');
    assert.match(many ?? '', /^unclear dependencies: .*“Does this [^”]{1,50}…” and 1 more$/);
  });

  it('cuts long lists and counts what is left out', () => {
    const ids = Array.from({ length: 10 }, (_, at) => String(at));
    assert.equal(listed(ids), '0, 1, 2, 3, 4, 5, 6, 7 and 2 more');
  });

  it('counts in singular and plural', () => {
    assert.deepEqual(
      [counted(0, 'file'), counted(1, 'file'), counted(2, 'file')],
      ['0 files', '1 file', '2 files'],
    );
  });
});

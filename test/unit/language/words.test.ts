import assert from 'node:assert/strict';
import { counted, listed, plainText, readinessWords } from '../../../src/language/words';
import { analysedPlan } from '../../support/analysedPlan';

describe('words of the surfaces', () => {
  it('makes one clean line of any text', () => {
    assert.equal(plainText('a\u001b[31m\n b\u202e\r\n\tc '), 'a [31m b c');
  });

  it('names the achievements that block', () => {
    const plan = analysedPlan({
      achievements: [
        { id: '1.1', level: 0 },
        { id: '1.2', level: 1, needs: ['1.1'] },
      ],
    });
    const [first, second] = plan.achievements;
    assert.equal(first && readinessWords({ ...first, ready: true, blockedBy: [] }), 'ready');
    assert.equal(
      second && readinessWords({ ...second, ready: false, blockedBy: ['1.1', '9'] }),
      'blocked by 1.1, 9',
    );
    assert.equal(first && readinessWords({ ...first, ready: false, blockedBy: [] }), undefined);
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

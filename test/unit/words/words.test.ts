import assert from 'node:assert/strict';
import { printable } from '../../../src/engine/words/printable';
import { readinessWords } from '../../../src/engine/words/readiness';
import { counted } from '../../../src/shared/counted';
import { listed } from '../../../src/shared/listed';
import { analysedPlan } from '../../support/analysedPlan';

describe('words of the surfaces', () => {
  it('makes one clean line of any text', () => {
    assert.equal(printable('a\u001b[31m\n b\u202e\r\n\tc '), 'a b c');
  });

  it('names the achievements that block', () => {
    const plan = analysedPlan({
      achievements: [
        { id: '1.1', needs: [] },
        { id: '1.2', needs: ['1.1'] },
      ],
    });
    const [first, second] = plan.achievements;
    assert.equal(first && readinessWords({ ...first, readiness: 'ready', blockedBy: [] }), 'ready');
    assert.equal(
      second && readinessWords({ ...second, readiness: 'blocked', blockedBy: ['1.1', '9'] }),
      'blocked by 1.1, 9',
    );
    assert.equal(first && readinessWords({ ...first, readiness: 'over', blockedBy: [] }), undefined);
  });

  it('says what it could not read among the dependencies', () => {
    const [first] = analysedPlan({ achievements: [{ id: '1.1', needs: [] }] }).achievements;
    const place = { uri: 'file:///x', span: { start: 0, end: 3 } };
    const unread = ['TBD', '1.1?', 'a\nb'.repeat(30), 'c'].map((text) => ({ text, ...place }));
    assert.equal(
      first && readinessWords({ ...first, readiness: 'unknown', unreadDependencies: unread.slice(0, 2) }),
      'unclear dependencies: “TBD”, “1.1?”',
    );
    assert.match(
      (first && readinessWords({ ...first, readiness: 'unknown', unreadDependencies: unread })) ?? '',
      /“a ba b[^”\n]{1,40}…” and 1 more$/,
    );
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

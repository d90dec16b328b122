import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { LineIndex } from '../../src/engine/model/text';

describe('LineIndex', () => {
  it('turns offsets into zero-based lines and columns', () => {
    const lines = new LineIndex('ab\ncd\r\n\nx');
    assert.deepEqual(lines.positionAt(0), { line: 0, character: 0 });
    assert.deepEqual(lines.positionAt(4), { line: 1, character: 1 });
    assert.deepEqual(lines.positionAt(7), { line: 2, character: 0 });
    assert.deepEqual(lines.positionAt(99), { line: 3, character: 1 });
  });

  it('finds every offset again from its position', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u{1F680}') }), (text) => {
        const lines = new LineIndex(text);
        for (let at = 0; at <= text.length; at++) {
          const { line, character } = lines.positionAt(at);
          assert.equal(lines.startOf(line) + character, at);
        }
      }),
    );
  });

  it('says the same of every offset and line after it was put away', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '\r', '\u{1F680}') });
    const texts = fc.oneof(
      fc.array(line, { maxLength: 8 }),
      fc.constant(Array.from({ length: 3000 }, () => 'x')),
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('\n');
        const [lines, away] = [new LineIndex(text), new LineIndex(text)];
        away.putAway();
        assert.equal(away.lineCount, lines.lineCount);
        for (let at = -1; at <= text.length + 1; at++) {
          assert.deepEqual(away.positionAt(at), lines.positionAt(at));
          assert.equal(away.startOf(at), lines.startOf(at));
        }
      }),
      { seed: 10 },
    );
  });
});

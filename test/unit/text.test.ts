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
});

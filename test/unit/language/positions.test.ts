import assert from 'node:assert/strict';
import { LineIndex, span } from '../../../src/engine/model/text';
import { type Range, rangeOf, touches } from '../../../src/language/positions';

const range = (startLine: number, startCharacter: number, endLine: number, endCharacter: number): Range => ({
  start: { line: startLine, character: startCharacter },
  end: { line: endLine, character: endCharacter },
});

describe('positions', () => {
  it('counts lines ended by CRLF and characters in UTF-16', () => {
    const lines = new LineIndex('a\r\n\u{1F680}bc\r\n');
    assert.deepEqual(rangeOf(lines, span(5, 6)), range(1, 2, 1, 3));
  });

  it('falls back to the start of a document that was never read', () => {
    assert.deepEqual(rangeOf(undefined, span(5, 6)), range(0, 0, 0, 0));
  });

  it('lets a caret touch the end of a word but not the next character', () => {
    assert.equal(touches(range(1, 2, 1, 4), range(1, 4, 1, 4)), true);
    assert.equal(touches(range(1, 2, 1, 4), range(1, 5, 1, 5)), false);
    assert.equal(touches(range(1, 2, 3, 0), range(2, 9, 2, 9)), true);
  });
});

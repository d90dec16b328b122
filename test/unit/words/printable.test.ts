import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { printable } from '../../../src/engine/words/printable';
import { toJson } from '../../../src/shared/toJson';

const STEERING = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\u001b[31m',
      '\u001b]0;x\u0007',
      '\u009b2J',
      '\u0007',
      '\r',
      '\n',
      '\u202e',
      '\u001b',
      '[',
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

describe('words/printable', () => {
  it('leaves nothing that steers a terminal', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        assert.doesNotMatch(printable(text), STEERING);
        assert.doesNotMatch(printable(text), /\n/);
      }),
    );
    assert.equal(printable('a\u001b[31mb\tc\nd'), 'ab c d');
    assert.equal(printable('Grüße 你好 🚀'), 'Grüße 你好 🚀');
  });

  it('writes JSON that says the same and steers nothing', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        assert.deepEqual(JSON.parse(toJson({ [text]: text })), { [text]: text });
        assert.doesNotMatch(toJson({ text }), STEERING);
      }),
    );
  });
});

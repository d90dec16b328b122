import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { compareIds } from '../../src/engine/model/ids';

const anyId = fc.string({ unit: fc.constantFrom('0', '1', '2', '9', '.', '-', 'P'), maxLength: 8 });

describe('ids: compareIds', () => {
  it('counts parts as numbers', () => {
    const ids = ['2.1', '1.10', 'PRP-37.1.1', '1.2', '1', '10.1', '1.2.1', 'PRP-9.2', '1.1', 'PRP-9.10'];
    assert.deepEqual(ids.sort(compareIds), [
      '1',
      '1.1',
      '1.2',
      '1.2.1',
      '1.10',
      '2.1',
      '10.1',
      'PRP-9.2',
      'PRP-9.10',
      'PRP-37.1.1',
    ]);
  });

  it('puts numbers of any length in order', () => {
    assert.ok(compareIds('1.99999999999999999998', '1.99999999999999999999') < 0);
    assert.ok(compareIds('1.99999999999999999999', '1.100000000000000000000') < 0);
  });

  it('falls back on plain text, and says 0 for equal texts only', () => {
    assert.ok(compareIds('01.1', '1.1') < 0);
    fc.assert(
      fc.property(anyId, anyId, (a, b) => {
        assert.equal(compareIds(a, b) === 0, a === b);
      }),
    );
  });

  it('is an order', () => {
    fc.assert(
      fc.property(anyId, anyId, anyId, (a, b, c) => {
        assert.equal(Math.sign(compareIds(a, b)), -Math.sign(compareIds(b, a)) + 0);
        if (compareIds(a, b) <= 0 && compareIds(b, c) <= 0) assert.ok(compareIds(a, c) <= 0);
      }),
      { numRuns: 2_000 },
    );
  });
});

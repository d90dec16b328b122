import { deepEqual } from 'node:assert/strict';
import * as fc from 'fast-check';
import { digitsLookup, digitsOf, idsForDigits } from '../../../src/engine/model/fileName';

describe('digits of file names', () => {
  it('mean every id that has them, or the one they spell out', () => {
    const ids = ['1.11', '11.1', '8.5', '3.5.1'];
    const named = digitsLookup(ids);
    deepEqual(named('111'), ['1.11', '11.1']);
    deepEqual(named('1-11'), ['1.11']);
    deepEqual(named('08_05'), ['8.5']);
    deepEqual(named('351'), ['3.5.1']);
    deepEqual(named('9'), []);
  });

  it('mean the same looked up and searched for', () => {
    const id = fc
      .array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 3 })
      .map((all) => all.join('.'));
    fc.assert(
      fc.property(fc.uniqueArray(id), id, (ids, one) => {
        const named = digitsLookup(ids);
        for (const digits of [digitsOf(one), one.replaceAll('.', '-'), `0${digitsOf(one)}_01`]) {
          deepEqual(named(digits), idsForDigits(digits, ids));
        }
      }),
      { seed: 20_261_121, numRuns: 200 },
    );
  });
});

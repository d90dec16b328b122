import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { readEffort } from '../../../src/engine/document/effort';

describe('readEffort', () => {
  const spellings: readonly (readonly [string | number, number, number])[] = [
    [3, 3, 3],
    [0, 0, 0],
    [1.5, 1.5, 1.5],
    ['4-6', 4, 6],
    ['2-3 hours', 2, 3],
    ['4-6h', 4, 6],
    ['4 – 6 hrs', 4, 6],
    ['2 to 3 hours', 2, 3],
    ['~3 hours', 3, 3],
    ['1 hour', 1, 1],
    ['1.5h', 1.5, 1.5],
    ['30 minutes', 0.5, 0.5],
    ['30 min - 1 hour', 0.5, 1],
    ['~45 minutes (completed)', 0.75, 0.75],
    ['1-2 hours (was 3-4 hours)', 1, 2],
    ['2-3 hours (Actual: ~5 hours)', 2, 3],
    ['1 hour 30 minutes', 1.5, 1.5],
    ['1h30m', 1.5, 1.5],
    ['2 days', 16, 16],
    ['1 week', 40, 40],
    ['Small (2-3 hours)', 2, 3],
    ['⏱️ 4-6 hours', 4, 6],
    ['**2-3 hours**', 2, 3],
    ['phase 2: 3 hours', 3, 3],
    ['6-4 hours', 4, 6],
    ['2+ hours', 2, 2],
    ['  8  ', 8, 8],
  ];
  for (const [text, min, max] of spellings) {
    it(`reads ${JSON.stringify(text)}`, () => deepEqual(readEffort(text), { min, max }));
  }

  const nothing: readonly (string | number)[] = [
    '',
    'TBD',
    'none',
    'version 2 of the plan',
    '(Actual: 3 hours)',
    'Actual: 3 hours',
    '(was 2 hours)',
    Number.NaN,
    -1,
    Number.POSITIVE_INFINITY,
  ];
  for (const text of nothing) {
    it(`finds no estimate in ${JSON.stringify(text)}`, () => equal(readEffort(text), undefined));
  }

  it('gives finite, ordered hours or nothing for any text', () => {
    const pieces = fc.constantFrom(
      '1',
      '2.5',
      '-',
      '–',
      ' ',
      'h',
      'hours',
      'min',
      '(',
      ')',
      'was',
      '~',
      'days',
      '.',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          const effort = readEffort(text);
          return !effort || (effort.min >= 0 && effort.min <= effort.max && Number.isFinite(effort.max));
        },
      ),
      { seed: 20_261_121 },
    );
  });
});

import { deepEqual, equal } from 'node:assert/strict';
import * as fc from 'fast-check';
import { readEffort, readSpent, readSpentBeside } from '../../../../src/engine/document/estimate/effort';
import { readTitle } from '../../../../src/engine/document/plan/title';

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
    ['4 — 6 hours', 4, 6],
    ['4\u20116 hours', 4, 6],
    ['4 ~ 6 hours', 4, 6],
    ['2 or 3 hours', 2, 3],
    ['between 2 and 3 hours', 2, 3],
    ['**4-6** hours', 4, 6],
    ['`4-6h`', 4, 6],
    ['half a day', 4, 4],
    ['Half day', 4, 4],
    ['½ day', 4, 4],
    ['1/2 day', 4, 4],
    ['half an hour', 0.5, 0.5],
    ['a quarter of an hour', 0.25, 0.25],
    ['2½ hours', 2.5, 2.5],
    ['2 and a half hours', 2.5, 2.5],
    ['.5 hours', 0.5, 0.5],
    ['2,5 hours', 2.5, 2.5],
    ['1,000 hours', 1000, 1000],
    ['about an hour', 1, 1],
    ['two to three hours', 2, 3],
    ['a week', 40, 40],
    ['2-3 weeks', 80, 120],
    ['2 working days', 16, 16],
    ['3 person-days', 24, 24],
    ['1 day, 4 hours', 12, 12],
    ['1d4h', 12, 12],
    ['2h - 3h 30m', 2, 3.5],
    ['1:30 h', 1.5, 1.5],
    ['3 hours actual vs 5-7 hours estimated', 5, 7],
    ['2-3 hours (if renames are needed), 1 hour (if not)', 2, 3],
    ['2 hours (reduced from 5 hours since the script', 2, 2],
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
    '~15 minutes actual',
    '24/7',
    '2/3 hours',
    'a few hours',
    '1.2.3 hours',
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

  const HOURS = { h: 1, minutes: 1 / 60, days: 8, weeks: 40 } as const;
  const unit = fc.constantFrom(...(Object.keys(HOURS) as (keyof typeof HOURS)[]));
  const dash = fc.constantFrom('-', ' - ', '–', ' — ', ' to ', ' ~ ', ' - ~');
  const before = fc.constantFrom('', '~', '⏱️ ', 'Small: ', '**');
  const after = fc.constantFrom('', ' (was 9 hours)', ' (Actual: ~7h)', ' ✅', '**', ' total');
  const figure = fc.integer({ min: 1, max: 4000 }).map((quarters) => quarters / 4);

  it('reads back every figure and range, however they are written', () => {
    fc.assert(
      fc.property(before, figure, dash, figure, unit, after, (start, one, between, other, word, end) => {
        const [min, max] = [Math.min(one, other) * HOURS[word], Math.max(one, other) * HOURS[word]];
        deepEqual(readEffort(`${start}${one} ${word}${end}`), {
          min: one * HOURS[word],
          max: one * HOURS[word],
        });
        deepEqual(readEffort(`${start}${one}${between}${other} ${word}${end}`), { min, max });
      }),
      { seed: 20_261_121 },
    );
  });

  it('takes off a title what it reads back as an effort', () => {
    const suffix = fc.constantFrom(
      (text: string) => ` ⏱️ ${text}`,
      (text: string) => ` (${text})`,
      (text: string) => ` (⏱ ${text}) ✅`,
      (text: string) => ` [${text}]`,
    );
    fc.assert(
      fc.property(figure, dash, figure, unit, suffix, (one, between, other, word, write) => {
        const text = `${one}${between}${other} ${word}`;
        deepEqual(readTitle(`Sell things${write(text)}`), { title: 'Sell things', effort: text });
      }),
      { seed: 20_261_121 },
    );
  });
});

describe('readTitle and efforts', () => {
  const titles: readonly (readonly [raw: string, title: string, effort: string | undefined])[] = [
    ['Till ⏱️ half a day', 'Till', 'half a day'],
    ['Till ⏱️ 4-6', 'Till', '4-6'],
    ['Till ⏱️ TBD', 'Till', 'TBD'],
    ['Till ⏱️ 2h (Actual: 3h)', 'Till', '2h (Actual: 3h)'],
    ['Till (1h-90m)', 'Till', '1h-90m'],
    ['Till (~2 days)', 'Till', '~2 days'],
    ['Till (⏱ 2h)', 'Till', '2h'],
    ['Session timeout (30 min)', 'Session timeout (30 min)', undefined],
    ['Weekly digest (1 week)', 'Weekly digest (1 week)', undefined],
    ['Cache entries [24h]', 'Cache entries [24h]', undefined],
    ['Retry (max 5 min)', 'Retry (max 5 min)', undefined],
    ['Till (took 2-3h)', 'Till (took 2-3h)', undefined],
    ['Till (est. 3h)', 'Till', 'est. 3h'],
    ['Till (4-6)', 'Till (4-6)', undefined],
    ['Draw the scene (3D)', 'Draw the scene (3D)', undefined],
    ['Answer (within 2 hours)', 'Answer (within 2 hours)', undefined],
    ['Till (part 2)', 'Till (part 2)', undefined],
  ];
  for (const [raw, title, effort] of titles) {
    it(`reads ${raw}`, () => deepEqual(readTitle(raw), { title, effort }));
  }
});

describe('readSpent', () => {
  const values: readonly (readonly [string | number, number])[] = [
    ['~2.25 hours (130 minutes total: 15 + 10)', 2.25],
    ['10 minutes (faster than estimated 30 minutes)', 1 / 6],
    ['Actual: 2 hours', 2],
    ['2.5 hours (58% faster)', 2.5],
    ['~1 hour (estimated: 3-4 hours, 75% faster!)', 1],
    ['~2.5 hours total (Phase 1: 45 min, Phase 2: 105 min)', 2.5],
    ['~2.7 hours (estimated 2-3 hours)', 2.7],
    ['Done (2 hours)', 2],
    [3, 3],
  ];
  for (const [value, hours] of values) {
    it(`reads ${JSON.stringify(value)}`, () => deepEqual(readSpent(value), { min: hours, max: hours }));
  }

  it('takes nothing at all for nothing said', () => {
    for (const value of ['0 hours', '[Actual Time]', 'TBD', 'TBD (est. 2h)', 'estimated: 2 hours', '', 0])
      equal(readSpent(value), undefined);
  });

  it('finds beside an estimate what was spent, and not the estimate', () => {
    const beside: readonly (readonly [string, number | undefined])[] = [
      ['2-3 hours (Actual: ~5 hours)', 5],
      ['2-3 hours (actual 45 min)', 0.75],
      ['2-3 hours, actual: 4h', 4],
      ['2 hours (took 3 hours)', 3],
      ['3 hours actual vs 5-7 hours estimated', 3],
      ['~1 hour (estimated: 3-4 hours)', 1],
      ['3h (actual)', 3],
      ['2 days (estimated 16 hours)', undefined],
      ['2-3 hours', undefined],
      ['2-3 hours (was 4 hours)', undefined],
      ['2-3 hours (actual work only)', undefined],
    ];
    for (const [text, hours] of beside) equal(readSpentBeside(text)?.min, hours, text);
  });
});

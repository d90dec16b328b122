import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Estimate, readEstimate } from '../../../src/engine/document/estimate/estimate';
import type { Effort } from '../../../src/engine/model/effort';
import { effortWords, shortEffort } from '../../../src/engine/words/hours';

const SEED = 20_261_128;
const round = (hours: number): number => Math.round(hours * 1000) / 1000;
const rounded = ({ min, max }: Effort): readonly number[] => [round(min), round(max)];

describe('readEstimate', () => {
  const hours: readonly (readonly [text: string, min: number, max?: number])[] = [
    ['1 1/2 hours', 1.5],
    ['1-1/2 days', 12],
    ['1 ½ days', 12],
    ['1½h', 1.5],
    ['⅓ h', 0.333],
    ['1½–2 h', 1.5, 2],
    ['1h30', 1.5],
    ['2h15', 2.25],
    ['2 hours 30', 2.5],
    ['1 hr. 30 min.', 1.5],
    ['1w2d4h', 60],
    ['2 weeks, 3 days', 104],
    ['1 month', 160],
    ['1-2 Monate', 160, 320],
    ['an hour and a half', 1.5],
    ['one and a half days', 12],
    ['three quarters of an hour', 0.75],
    ['half-day', 4],
    ['a day or two', 8, 16],
    ['one or two days', 8, 16],
    ['3±1h', 2, 4],
    ['3h +/- 30 min', 2.5, 3.5],
    ['2..4 h', 2, 4],
    ['2h or 3h', 2, 3],
    ['2 bis 3 Stunden', 2, 3],
    ['1,5 Std.', 1.5],
    ['3 à 4 heures', 3, 4],
    ['2 a 3 horas', 2, 3],
    ['3 часа', 3],
    ['3小时', 3],
    ['３小时', 3],
    ['3个小时左右', 3],
    ['約3時間30分', 3.5],
    ['半天', 4],
    ['3시간', 3],
    ['\u200e2h\u200f', 2],
    ['1\u00a0h', 1],
    ['1\u200b0 min', 0.167],
    ['2-3 sessions (~1h each)', 2, 3],
    ['3 sessions of 2h', 6],
    ['2h per module (3 modules)', 6],
    ['4 hours x 3', 12],
    ['3 × 2h', 6],
    ['4h * 3', 12],
    ['2*3h', 6],
    ['**4h** *or so*', 4],
    ['4h*', 4],
    ["90'", 1.5],
    ['2h + 30 min', 2.5],
    ['2 hours + 3 hours = 5 hours', 5],
    ['Phase 1: 2h, Phase 2: 3h, total: 5h', 5],
    ['5 points (3 hours)', 3],
    ['3 tasks, 2 hours', 2],
    ['2 hours, 75% faster', 2],
    ['about 3', 3],
    ['5 (hours)', 5],
    ['~1 hour (estimated: 3-4 hours, 75% faster!)', 3, 4],
  ];
  for (const [text, min, max = min] of hours) {
    it(`reads all of ${JSON.stringify(text)}`, () => {
      const { says, effort, leftover } = readEstimate(text);
      deepEqual([says, effort && rounded(effort), leftover], ['hours', [min, max], undefined]);
    });
  }

  const none: Readonly<Record<Exclude<Estimate['says'], 'hours'>, readonly string[]>> = {
    none: ['', '-', 'none', 'n/a', 'Keine'],
    open: ['TBD', '?', '??', 'tbd (after the spike)', 'not yet estimated', '[X-Y hours]', '[hours]'],
    points: ['8 (story points)', '3 (Fibonacci)', '8 SP', '5 points', '13 pts'],
    size: ['M', 'XL', 'T-shirt: L', 'Medium', 'low', 'Small (about)'],
    words: ['a while', "Part of Achievement 3.1, as it's small", 'depends on the review'],
    past: ['Actual: 3 hours', '3h (actual)', '(was 2 hours)', 'took 3h'],
    unread: [
      '1_000 min',
      '1.000 h',
      '1,500 hours',
      '3 sprints',
      '2 hours each',
      '1h / day',
      '2h a day for 3 days',
      '1 day (per module)',
      '2 hours (x3)',
      '50% of 8 hours',
      '2-? h',
      '-2h',
      '2:30',
      '2/3 hours',
      '1e3 min',
      '2M',
      'several hours',
      '2025-11-14',
    ],
  };
  for (const [says, texts] of Object.entries(none)) {
    it(`finds no hours, but ${says}, where no reader would`, () => {
      for (const text of texts) {
        const { effort, ...rest } = readEstimate(text);
        deepEqual([effort, rest.says], [undefined, says], text);
      }
    });
  }

  it('says what it left out that may change the meaning, at its place', () => {
    const leftovers: readonly (readonly [string, string])[] = [
      ['2h design, 3h coding', '3h'],
      ['4h / 6h', '6h'],
      ['1d4', '4'],
      ['2h 75', '75'],
      ['$500, 3 days', '500'],
      ['\u200e2h\u200f, 30 or 40 min', '30 or 40 min'],
    ];
    for (const [text, left] of leftovers) {
      const { leftover } = readEstimate(text);
      equal(leftover && text.slice(leftover.start, leftover.end), left, text);
    }
  });

  it('reads back what this product writes', () => {
    const cents = fc.integer({ min: 0, max: 99_999 }).map((number) => number / 100);
    fc.assert(
      fc.property(cents, cents, (one, other) => {
        const effort = { min: Math.min(one, other), max: Math.max(one, other) };
        deepEqual(readEstimate(effortWords(effort)).effort, effort);
      }),
      { seed: SEED },
    );
    const minutes = fc.integer({ min: 1, max: 59 }).map((number) => number / 60);
    const tenths = fc.integer({ min: 10, max: 99 }).map((number) => number / 10);
    const whole = fc.integer({ min: 10, max: 999 });
    fc.assert(
      fc.property(fc.oneof(minutes, tenths, whole), (figure) => {
        const text = shortEffort({ min: figure, max: figure });
        const { effort } = readEstimate(text);
        equal(effort && shortEffort(effort), text);
        ok(effort && Math.abs(effort.max - figure) < 1e-9, text);
      }),
      { seed: SEED },
    );
  });

  it('gives ordered hours and places inside the text for any text', () => {
    const pieces = fc.constantFrom(
      ...[
        '1',
        '2.5',
        '½',
        '1/2',
        '-',
        '–',
        ' ',
        'h',
        'min',
        'd',
        '(',
        ')',
        'was',
        'actual',
        'estimated',
        '~',
      ],
      ...[
        'x',
        '±',
        '+',
        '/',
        'each',
        'a',
        'half',
        'and',
        ',',
        ':',
        '%',
        '?',
        '\u200b',
        '小时',
        '三',
        'total',
        '=',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
        ),
        (text) => {
          const { says, effort, spent, leftover } = readEstimate(text);
          for (const each of [effort, spent]) {
            if (each) ok(each.min >= 0 && each.min <= each.max && Number.isFinite(each.max), text);
          }
          equal(says === 'hours', effort !== undefined);
          if (leftover) ok(leftover.start < leftover.end && leftover.end <= text.length, text);
        },
      ),
      { seed: SEED, numRuns: 2000 },
    );
  });
});

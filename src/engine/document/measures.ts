const HOURS_A_DAY = 8;
const HOURS_A_WEEK = 40;

const UNIT =
  '(?:(?:person|man|working|work|business|full)[ -])?(min(?:ute)?s?|h(?:(?:ou)?rs?)?|days?|weeks?|[mdw])(?![\\p{L}])';
/** A number that is not the rest of another one, nor of a date, a time or a fraction. */
const NUMBER = '(?<![\\d.,:/])(\\d{1,6}(?:\\.\\d{1,6})?|\\.\\d{1,6})(?![.,:]?\\d)\\+?';
const MEASURE = new RegExp(`${NUMBER}(?:\\s*${UNIT})?`, 'giu');
/** Between two parts of one amount: `1 day, 4 hours`, `1h30m`. */
const JOINED = /^\s*(?:,|and|&)?\s*$/i;
const RANGE = /^\s*(?:-|to|or|and|~)\s*~?\s*$/i;

const FRACTIONS: Readonly<Record<string, string>> = { '½': '.5', '¼': '.25', '¾': '.75' };
const HALVES: Readonly<Record<string, string>> = { '1/2': '.5', '1/4': '.25', '3/4': '.75' };
const COUNTS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const BEFORE_UNIT = '(?=[ -](?:(?:person|man|working|work|business|full)[ -])?(?:min|hour|hr|day|week))';
const SHARE = new RegExp(`\\b(half|quarter)(?:[ -](?:of[ -])?an?)?${BEFORE_UNIT}`, 'giu');
const AND_A_HALF = /(\d)[ -]and[ -]a[ -]half\b/gi;
const ONE = new RegExp(`\\ban?${BEFORE_UNIT}`, 'giu');
const COUNT = new RegExp(`\\b(${COUNTS.join('|')})${BEFORE_UNIT}`, 'giu');
const COUNT_IN_RANGE = new RegExp(`\\b(${COUNTS.join('|')})(?=\\s*(?:-|to|or)\\s*\\d)`, 'giu');

const countOf = (_: string, word: string): string => String(COUNTS.indexOf(word.toLowerCase()) + 1);

/**
 * The same figures in one spelling: `½ hour`, `half an hour`, `1/2 hour`, `0,5 hours` → `.5 hour`; `two days` → `2 days`;
 * `1:30 h` → `1.5 h`; every dash `-`, no emphasis.
 */
export const plainFigures = (text: string): string =>
  text
    .replace(/[*`]/g, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[½¼¾]/g, (sign) => FRACTIONS[sign] ?? sign)
    .replace(/(?<![\d/])(?:1\/2|1\/4|3\/4)(?![\d/])/g, (share) => HALVES[share] ?? share)
    .replace(/(?<![\d.,])(\d{1,3}),(?:(000)|(\d{1,2}))(?![\d,.])/g, (_, whole, thousand, part) =>
      thousand === undefined ? `${whole}.${part}` : `${whole}000`,
    )
    .replace(/(?<![\d:])(\d{1,3}):([0-5]\d)(?=\s*h)/gi, (_, hours, minutes) =>
      String(Number(hours) + Number(minutes) / 60).slice(0, 6),
    )
    .replace(AND_A_HALF, '$1.5')
    .replace(SHARE, (_, word: string) => (word.toLowerCase() === 'half' ? '.5' : '.25'))
    .replace(ONE, '1')
    .replace(COUNT, countOf)
    .replace(COUNT_IN_RANGE, countOf);

/** An amount of time with the place it has in the text. */
export interface Amount {
  /** In units where it has one, else as it is written. */
  readonly value: number;
  /** Hours in its last unit; undefined for a bare number. */
  readonly unit: number | undefined;
  readonly start: number;
  readonly end: number;
}

/** A figure or both ends of a range, in hours where it has a unit. */
export interface Measured {
  readonly from: number;
  readonly to: number;
  readonly hasUnit: boolean;
  readonly start: number;
  readonly end: number;
}

/** Every figure and range of a text of {@link plainFigures}, in order. */
export const measuredIn = (text: string): readonly Measured[] => {
  const amounts = amountsIn(text);
  const found: Measured[] = [];
  for (let at = 0; at < amounts.length; at++) {
    const [one, other] = [amounts[at] as Amount, amounts[at + 1]];
    const isRange = other && isBetween(one, other, text.slice(one.end, other.start));
    found.push(isRange ? rangeOf(one, other) : rangeOf(one, one));
    if (isRange) at++;
  }
  return found;
};

const isBetween = (one: Amount, other: Amount, gap: string): boolean =>
  RANGE.test(gap) && !(/and/i.test(gap) && (one.unit !== undefined || other.unit === undefined));

const rangeOf = (one: Amount, other: Amount): Measured => ({
  from: one.value * (one.unit === undefined ? (other.unit ?? 1) : 1),
  to: other.value * (other.unit === undefined ? (one.unit ?? 1) : 1),
  hasUnit: (one.unit ?? other.unit) !== undefined,
  start: one.start,
  end: other.end,
});

/** Numbers with their units; those that follow each other with smaller units are one amount. */
const amountsIn = (text: string): readonly Amount[] => {
  const amounts: Amount[] = [];
  for (const match of text.matchAll(MEASURE)) {
    const unit = match[2] === undefined ? undefined : hoursIn(match[2]);
    const amount: Amount = {
      value: Number(match[1]) * (unit ?? 1),
      unit,
      start: match.index,
      end: match.index + match[0].length,
    };
    const last = amounts.at(-1);
    const continues =
      last?.unit !== undefined &&
      unit !== undefined &&
      unit < last.unit &&
      JOINED.test(text.slice(last.end, amount.start));
    if (last && continues) {
      amounts[amounts.length - 1] = { ...amount, value: last.value + amount.value, start: last.start };
    } else {
      amounts.push(amount);
    }
  }
  return amounts;
};

const hoursIn = (unit: string): number => {
  switch (unit[0]?.toLowerCase()) {
    case 'm':
      return 1 / 60;
    case 'd':
      return HOURS_A_DAY;
    case 'w':
      return HOURS_A_WEEK;
    default:
      return 1;
  }
};

import { visibleText } from '../../../shared/visibleText';
import { replaceComments } from '../markdown/comments';

/** A piece of an estimate. A `figure` is one that is no amount for sure: a date, a version, a score. */
export interface Token {
  readonly kind: 'number' | 'clock' | 'figure' | 'word' | 'mark';
  /** As written, with every dash as `-`. */
  readonly text: string;
  /** Of a number; of a clock in hours; else 0. */
  readonly value: number;
  /** Offsets in the text that was given. */
  readonly start: number;
  readonly end: number;
  /** Nothing stands between it and the piece before. */
  readonly isGlued: boolean;
}

const BEHIND = '(?![\\d\\p{N}]|[.,:/_]\\d)';
const PIECES = new RegExp(
  [
    `(?<clock>\\d{1,3}:[0-5]\\d)${BEHIND}`,
    `(?<mixed>(?:\\d{1,4}[ -])?[1-9]/[1-9])${BEHIND}`,
    `(?<sign>\\d{0,4} ?[¼-¾⅐-⅞])`,
    `(?<thousand>\\d{1,3},000)${BEHIND}`,
    `(?<figure>\\d{4}-\\d{2}-\\d{2}|\\d+(?:[.,:/_]\\d+){2,}|\\d+[:/_e]\\d+|\\d{1,3}[.,]\\d{3}(?!\\d)|\\d{7,})`,
    `(?<number>\\d{1,6}(?:[.,]\\d{1,6})?|\\.\\d{1,6})${BEHIND}`,
    '(?<rest>\\d+)',
    '(?<word>\\p{L}[\\p{L}\\p{M}]{0,60})',
    '(?<mark>\\.{2,3}|\\S)',
  ].join('|'),
  'gu',
);

/** Says nothing about an amount: emphasis, code marks, emoji. */
const DECORATION = /[*`\p{Extended_Pictographic}✓✗]|\u{FE0F}/u;
const DASH = /^[‐‑‒–—−－-]$/;
const EVERY_SPELLING: Readonly<Record<string, string>> = {
  '〜': '~',
  '～': '~',
  '（': '(',
  '）': ')',
  '，': ',',
  '、': ',',
  '：': ':',
  '＋': '+',
  '…': '..',
  '...': '..',
  '×': 'x',
  '≈': '~',
  '？': '?',
};
/** Only these are meant by a slash; `2/3 hours` may be two or three. */
const SHARES: Readonly<Record<string, number>> = { '1/2': 0.5, '1/4': 0.25, '3/4': 0.75 };

/** The pieces of a text in order; white space, invisible characters and decoration are none. Linear in the text. */
export const tokensIn = (text: string): readonly Token[] => {
  const { visible, offsetOf } = visibleText(text);
  const tokens: Token[] = [];
  let end = -1;
  for (const match of widthless(visible).matchAll(PIECES)) {
    const [piece] = match;
    const { index } = match;
    const isTimes = piece === '*' && isTimesSign(visible, index);
    if (!isTimes && match.groups?.mark !== undefined && DECORATION.test(piece)) {
      if (end === index) end += piece.length;
      continue;
    }
    tokens.push({
      ...tokenOf(isTimes ? { mark: '×' } : (match.groups ?? {}), piece),
      start: offsetOf(index),
      end: offsetOf(index + piece.length - 1) + 1,
      isGlued: end === index,
    });
    end = index + piece.length;
  }
  return tokens;
};

const BEFORE_FIGURE = /^\s*\d/;

/** A star that multiplies (`4h * 3`), and is no emphasis: between blanks, or the only one, and in front of a figure. */
const isTimesSign = (text: string, at: number): boolean => {
  const isOnly = at > 0 && text.indexOf('*') === at && text.indexOf('*', at + 1) === -1;
  const isFree = /\s/.test(text.charAt(at - 1)) && /\s/.test(text.charAt(at + 1));
  return (isOnly || isFree) && BEFORE_FIGURE.test(text.slice(at + 1));
};

/** Comments blank, digits of full width as those of ASCII, the slash of fractions as the plain one, a prime as minutes; lengths stay. */
const widthless = (text: string): string =>
  replaceComments(text, (comment) => ' '.repeat(comment.length))
    .replace(/[０-９．]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/^([^'’′]*\d)['’′](?=[^'’′\p{L}\p{N}]|$)(?![^'’′]*['’′])/u, '$1m')
    .replace(/[\u2044\u00a0\u202f\u2007\u2009]/g, (sign) => (sign === '\u2044' ? '/' : ' '));

type Read = Pick<Token, 'kind' | 'text' | 'value'>;

const tokenOf = (
  { clock, mixed, sign, thousand, number, word, mark }: Readonly<Record<string, string | undefined>>,
  piece: string,
): Read => {
  const figure: Read = { kind: 'figure', text: piece, value: 0 };
  if (clock !== undefined) {
    const [hours, minutes] = clock.split(':');
    return { kind: 'clock', text: piece, value: Number(hours) + Number(minutes) / 60 };
  }
  if (mixed !== undefined) {
    const share = SHARES[mixed.slice(-3)];
    return share === undefined ? figure : numberOf(piece, wholeOf(mixed.slice(0, -3)) + share);
  }
  if (sign !== undefined) return numberOf(piece, wholeOf(sign.slice(0, -1)) + shareOf(sign.slice(-1)));
  if (thousand !== undefined) return numberOf(piece, Number(thousand.replace(',', '')));
  if (number !== undefined) return numberOf(piece, Number(number.replace(',', '.')));
  if (word !== undefined) return { kind: 'word', text: word, value: 0 };
  if (mark === undefined) return figure;
  return { kind: 'mark', text: DASH.test(mark) ? '-' : (EVERY_SPELLING[mark] ?? mark), value: 0 };
};

const numberOf = (text: string, value: number): Read => ({ kind: 'number', text, value });

const wholeOf = (text: string): number => Number(text.replace(/\D/g, ''));

/** `½` is `1⁄2` in its long form. */
const shareOf = (sign: string): number => {
  const [over = '0', under = '1'] = sign.normalize('NFKC').split('\u2044');
  return Number(over) / Number(under);
};

/** What a piece of a dependency field is, by its looks alone. */
export type TokenKind =
  /** `1.1`, `3.5.1`. */
  | 'id'
  /** `12` */
  | 'number'
  /** `1.x` */
  | 'wildcard'
  /** `SUBPLAN_SHOP_11.md` */
  | 'file'
  /** `1.1a`, `PRP-5`, `A1.1`: like an id, and none of a plan. */
  | 'odd'
  /** `3 hours`, `v1.2`, `>=3.11`, `2025-11-08`: numbers that name nothing. */
  | 'figure'
  | 'word'
  /** `-`, `–`, `..`, `~` */
  | 'range'
  /** `,` `/` `&` `+` `|` `→` */
  | 'join'
  /** `;`, and `.` or `!` at the end of a sentence. */
  | 'stop'
  | 'question'
  | 'colon'
  | 'open'
  | 'close'
  | 'item';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Of any amount. */
const UNIT =
  '%|[kKMGT]i?B\\b|m?s\\b|sec(?:ond)?s?\\b|min(?:ute)?s?\\b|h\\b|hrs?\\b|hours?\\b|d\\b|days?\\b|w\\b|weeks?\\b|months?\\b|years?\\b|million\\b';
/** Of whole amounts: `1.1 files` may well speak of achievement 1.1. */
const COUNTED = 'lines?|people|persons?|files?|points?|times|tests?|items?|reviewers?|teams?';

const DOTTED = '\\d+(?:\\.\\d+)+';
const KINDS: readonly (readonly [kind: TokenKind, source: string])[] = [
  ['item', '\\u0003'],
  ['word', 'https?://[^\\s,;)]*'],
  ['word', 'PLAN_[\\p{L}\\p{N}_.-]*[\\p{L}\\p{N}]'],
  ['file', '(?:SUBPLAN|EXECUTION_TASK|APPROVED|FIX)_[\\p{L}\\p{N}_-]*(?:\\.[\\p{L}]+)*'],
  ['word', '[Aa](?:CHIEVEMENTS?|chievements?|CH|ch)(?=_?\\d+(?:\\.\\d+)+)'],
  [
    'odd',
    '(?:\\.{0,2}/)?\\p{L}[\\p{L}\\p{N}_-]{0,60}/[\\p{L}\\p{N}_./-]{0,60}\\d+\\.\\d[\\p{L}\\p{N}_./-]{0,60}',
  ],
  ['odd', 'PRP-[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}]'],
  ['figure', '\\d{4}-\\d\\d(?:-\\d\\d)?(?![\\d.])'],
  ['figure', '(?:[vV]|[<>=^]=?[ ]{0,2}|~=?(?=\\d+\\.\\d+\\.\\d))\\d+(?:\\.\\d+)*'],
  ['wildcard', '\\d+(?:\\.\\d+)*\\.[xXn](?![\\p{L}\\p{N}])'],
  ['figure', `\\d+(?:\\.\\d+)?(?:[ ]?[-–—][ ]?\\d+(?:\\.\\d+)?)?\\+?[ ]?(?:${UNIT})`],
  ['figure', `\\d+[ ]?(?:${COUNTED})\\b`],
  ['odd', `${DOTTED}[\\p{L}_][\\p{L}\\p{N}_]*`],
  ['id', DOTTED],
  ['number', '\\d+'],
  ['odd', `\\p{L}${DOTTED}`],
  ['word', "[\\p{L}\\p{M}][\\p{L}\\p{M}\\p{N}_'’]*(?:[./@-][\\p{L}_][\\p{L}\\p{M}\\p{N}_'’]*)*"],
  ['join', '[,/&+|·•→]|[-=]>'],
  ['range', '\\.{2,3}|…|[-–—~]'],
  ['stop', '[;\\u0004]|[.!](?=[ \\u0003\\u0004]|$)'],
  ['question', '\\?+'],
  ['colon', ':'],
  ['open', '\\('],
  ['close', '\\)'],
];
const TOKEN = new RegExp(KINDS.map(([, source]) => `(${source})`).join('|'), 'gu');

/** The tokens of a flat text in order; blanks and characters that mean nothing are left out. Linear in the length. */
export const tokensOf = (text: string): readonly Token[] =>
  Array.from(text.matchAll(TOKEN), (match) => {
    const which = match.findIndex((part, at) => at > 0 && part !== undefined);
    return {
      kind: KINDS[which - 1]?.[0] ?? 'word',
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    };
  });

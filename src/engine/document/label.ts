import type { FieldName } from '../model/achievement';
import { type Span, span } from '../model/text';
import { soundsLikeDependencies } from './unreadLabel';
import type { Vocabulary } from './vocabulary';

/** A label in a line, with its value; positions are columns of the line. */
export interface Label {
  /** As written, without the marks around it. */
  readonly label: string;
  readonly name: FieldName;
  /** Where the label with its marks starts. */
  readonly start: number;
  /** What follows it on the line, without white space and characters that nobody sees around it. */
  readonly value: Span;
  /** True where a bullet or number stands in front. */
  readonly isItem: boolean;
  /** True where nothing marks it as a label but its colon. */
  readonly isPlain: boolean;
  /** True where not even a colon marks it. */
  readonly isLoose?: true;
}

/** White space and what takes no room: marks of direction, joiners, soft hyphens. */
const UNSEEN_UNITS = '\\s\\u00AD\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF';
const UNSEEN = `[${UNSEEN_UNITS}]`;
/** What begins a box with a title in several kinds of Markdown: `[!note]-`, `!!! note`, `::: details`. */
const CALLOUT = '(?:\\[![a-zA-Z]+\\][+-]?|(?:!!!|\\?\\?\\?|:::)[ \\t]*[a-z]+)';
/** A mark such as an emoji, of one sign or of several that are joined. */
const MARK_UNIT = `[^\\p{L}\\p{N}*_[\\](){}<>"'\`#|~+${UNSEEN_UNITS}-]`;
/** What may stand in front of a label: a bullet or number, a check box, a mark such as an emoji. */
const FRONT = new RegExp(
  `${UNSEEN}*((?:[-*+•‣▪·]|\\d{1,9}[.)])${UNSEEN}+)?(\\[[ xX]\\]${UNSEEN}+)?(?:${CALLOUT}${UNSEEN}+)?(?::(?=\\p{L}))?(?:${MARK_UNIT}(?:\\u200D?${MARK_UNIT}){0,5}${UNSEEN}+)?`,
  'uy',
);
/** Labels between marks of emphasis or code, the colon inside or outside of them, a remark in brackets behind them. */
const MARKED =
  /(?:(\*{1,3})(?![\s*])([^*\n]{1,80}?)([:：]?)\s{0,4}\1|(_{1,3})(?![\s_])([^\n]{1,80}?)([:：]?)\s{0,4}\4|(`)([^`\n]{1,80})()`|<(b|strong|em|i)>([^<>\n]{1,80}?)([:：]?)\s{0,4}<\/\10>)\s{0,4}(?:(\([^()\n]{0,80}\)|\[[^[\]\n]{0,80}\]|<sup>[^<>\n]{0,9}<\/sup>)\s{0,4})?([:：]?)/uy;
/** What may stand in the place of the colon behind a marked label. */
const DASH = /[ \t]*(?:[–—=→]|->?(?=[ \t]))[ \t]*/y;
/** What a value without anything between it and its marked label looks like. */
const FIGURE = /(?<=[ \t])[ \t]*(?=(?:[#~([`*]{0,3}\d|achievements?\b|none\b))/iy;
const LONGEST_PLAIN = 45;

/** Whether something stands behind a label. */
export const hasValue = ({ value }: Pick<Label, 'value'>): boolean => value.start < value.end;

/** Where a label is looked for at all: titles of books are no labels. */
export const canSay = (name: FieldName): boolean =>
  name === 'dependencies' || name === 'blocks' || name === 'effort' || name === 'actual';

const ASCII_END = 128;
const SPACE = 32;
const IS_UNSEEN = new RegExp(UNSEEN, 'u');

const isUnseen = (line: string, at: number): boolean => {
  const code = line.charCodeAt(at);
  return code < ASCII_END ? code <= SPACE : IS_UNSEEN.test(line.charAt(at));
};

/** `from` to `end` of a line without white space and unseen characters around. */
export const trimmed = (line: string, from: number, end = line.length): Span => {
  let [start, stop] = [from, end];
  while (start < stop && isUnseen(line, start)) start++;
  while (stop > start && isUnseen(line, stop - 1)) stop--;
  return span(start, stop);
};

/** A quick look: false where a line surely has no label. */
const mayHoldLabel = (line: string): boolean =>
  line.includes(':') || line.includes('**') || line.includes('：') || line.includes('__');

/**
 * The label a line starts with, behind the marks of its containers (`from`): bold, italic, code or plain, behind a
 * bullet, box or mark. A label that is no known word is one only in bold and with a colon.
 */
export const readLabel = (line: string, from: number, vocabulary: Vocabulary): Label | undefined => {
  // nearly always there is a bullet in front or nothing, which needs no pattern
  const isBullet = line.startsWith('- ', from);
  const column = isBullet ? from + 2 : from;
  const code = line.charCodeAt(column);
  if (isLetter(code)) return plainAt(line, column, vocabulary, isBullet);
  if (code === STAR && line.charCodeAt(column + 1) === STAR)
    return markedAt(line, column, vocabulary, isBullet) ?? wrappedAt(line, column, vocabulary, isBullet);
  if (!mayHoldLabel(line)) return undefined;
  FRONT.lastIndex = from;
  const [front = '', bullet, box] = FRONT.exec(line) ?? [];
  const label = labelAt(line, from + front.length, vocabulary, bullet !== undefined);
  // a box is for something to do, which is no field unless it says what waits
  const isField = box === undefined || label?.name === 'dependencies' || label?.name === 'blocks';
  return isField ? label : undefined;
};

const STAR = 42;
const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** The label that starts at this very column. */
export const labelAt = (
  line: string,
  start: number,
  vocabulary: Vocabulary,
  isItem = false,
): Label | undefined =>
  '*_`<'.includes(line.charAt(start) || ' ')
    ? (markedAt(line, start, vocabulary, isItem) ?? wrappedAt(line, start, vocabulary, isItem))
    : plainAt(line, start, vocabulary, isItem);

/** Marks of emphasis or a tag around all of a line: `**Dependencies: 1.1**`, `<span>Dependencies: 1.1</span>`. */
const WRAPPED = /(?:(\*{1,3}|_{1,3})|<(b|strong|em|i|span|font|p|li|u|mark|ins)(?:[ \t][^<>]*)?>)(?=\p{L})/uy;
const CLOSES_TAG = /<\/[a-z]{1,6}>$/i;

const wrappedAt = (
  line: string,
  start: number,
  vocabulary: Vocabulary,
  isItem: boolean,
): Label | undefined => {
  WRAPPED.lastIndex = start;
  const [whole, mark] = WRAPPED.exec(line) ?? [];
  if (whole === undefined) return undefined;
  const close = mark === undefined ? (CLOSES_TAG.exec(line.slice(start).trimEnd())?.[0] ?? '') : mark;
  const end = line.trimEnd().length - close.trimEnd().length;
  if (end <= start + whole.length || (mark !== undefined && !line.slice(0, end + mark.length).endsWith(mark)))
    return undefined;
  const label = plainAt(line, start + whole.length, vocabulary, isItem);
  if (!label || !canSay(label.name) || !hasValue(label)) return undefined;
  return {
    ...label,
    start,
    value: trimmed(line, label.value.start, Math.min(label.value.end, end)),
    isPlain: false,
  };
};

/** A label between tags, the value behind it in the same ones or in the next cell: `<td>Effort</td><td>2h</td>`. */
export const taggedLabel = (line: string, vocabulary: Vocabulary): Label | undefined => {
  const start = TAGS.exec(line)?.[0].length ?? 0;
  const end = line.slice(start).search(/[<:：]/);
  if (start === 0 || end <= 0) return undefined;
  const label = line.slice(start, start + end).trim();
  const name = vocabulary.nameOf(label);
  if (!canSay(name)) return undefined;
  TAGS_AND_COLON.lastIndex = start + end;
  const from = TAGS_AND_COLON.test(line) ? TAGS_AND_COLON.lastIndex : start + end;
  return {
    label,
    name,
    start,
    value: trimmed(line, from, aboveTags(line, from)),
    isItem: false,
    isPlain: false,
  };
};

/** Where the tags begin that close a line. */
const aboveTags = (line: string, from: number): number => {
  let end = line.trimEnd().length;
  while (line.charAt(end - 1) === '>') {
    const tag = line.lastIndexOf('<', end - 1);
    if (tag < from) break;
    end = line.slice(0, tag).trimEnd().length;
  }
  return Math.max(from, end);
};

const TAGS = /^(?:[ \t]*<[^<>]*>)+[ \t]*/;
const TAGS_AND_COLON = /(?:[ \t]|<[^<>]*>|[:：])*/y;

const QUOTES_AND_COLONS = '":：';

/** A known word that says what waits, all there is in a line behind the marks in front: `- Dependencies`. */
export const bareLabel = (line: string, from: number, vocabulary: Vocabulary): Label | undefined => {
  if (line.length - from > LONGEST_PLAIN) return undefined;
  FRONT.lastIndex = from;
  const [front = '', bullet] = FRONT.exec(line) ?? [];
  const start = from + front.length;
  const [first, last] = [line.charAt(start) === '"' ? start + 1 : start, trimmed(line, start).end];
  let end = last;
  while (end > first && QUOTES_AND_COLONS.includes(line.charAt(end - 1))) end--;
  const label = line.slice(first, end).trim();
  const name = /^\p{L}/u.test(label) ? vocabulary.nameOf(label) : 'other';
  if (name !== 'dependencies' && name !== 'blocks') return undefined;
  return {
    label,
    name,
    start,
    value: span(line.length, line.length),
    isItem: bullet !== undefined,
    isPlain: true,
  };
};

const markedAt = (
  line: string,
  start: number,
  vocabulary: Vocabulary,
  isItem: boolean,
): Label | undefined => {
  const usual = usualAt(line, start);
  if (usual) {
    const { label, end } = usual;
    return {
      label,
      name: vocabulary.nameOf(label),
      start,
      value: trimmed(line, line.charCodeAt(end) === COLON ? end + 1 : end),
      isItem,
      isPlain: false,
    };
  }
  MARKED.lastIndex = start;
  const match = MARKED.exec(line);
  return match
    ? labelOf(match, line, start, vocabulary, isItem)
    : emphasisedAt(line, start, vocabulary, isItem);
};

const labelOf = (
  match: RegExpExecArray,
  line: string,
  start: number,
  vocabulary: Vocabulary,
  isItem: boolean,
): Label | undefined => {
  const label = (match[2] ?? match[5] ?? match[8] ?? match[11] ?? '').trim();
  const hasColon = Boolean(match[3] || match[6] || match[12] || match[14]);
  const name = vocabulary.nameOf(label);
  const isBold = (match[1] ?? match[4] ?? '').length >= 2;
  if (!(isBold ? hasColon || name !== 'other' : hasColon && name !== 'other'))
    return emphasisedAt(line, start, vocabulary, isItem);
  const remark = match[13] ?? '';
  // ids in brackets are what the label is about: `**Dependencies** (1.1)`
  const behind = HAS_ID.test(remark) ? line.indexOf(remark, start) : MARKED.lastIndex;
  const end = hasColon ? MARKED.lastIndex : endWithoutColon(line, behind, name);
  return end === undefined
    ? undefined
    : { label, name, start, value: trimmed(line, end), isItem, isPlain: false };
};

const EMPHASIS = /\*{1,3}|_{1,3}/y;

/** A label that stands with its value between the marks: `_Depends on: 1.1_`. */
const emphasisedAt = (
  line: string,
  start: number,
  vocabulary: Vocabulary,
  isItem: boolean,
): Label | undefined => {
  EMPHASIS.lastIndex = start;
  const mark = EMPHASIS.exec(line)?.[0] ?? '';
  const found = mark === '' ? undefined : plainAt(line, start + mark.length, vocabulary, isItem);
  if (!found || !canSay(found.name)) return undefined;
  const { value } = found;
  const isClosed = line.endsWith(mark, value.end) && value.end - value.start >= mark.length;
  return { ...found, start, value: isClosed ? trimmed(line, value.start, value.end - mark.length) : value };
};

/** `**Goal**: …`, without a pattern: fields are read on every keystroke. */
const usualAt = (
  line: string,
  start: number,
): { readonly label: string; readonly end: number } | undefined => {
  if (!isLetter(line.charCodeAt(start + 2))) return undefined;
  const close = line.indexOf('**:', start + 2);
  if (close === -1 || close - start > LONGEST_PLAIN) return undefined;
  const label = line.slice(start + 2, close);
  return label.includes('*') || label.includes(':') || label.endsWith(' ')
    ? undefined
    : { label, end: close + 3 };
};

const HAS_ID = /\d\.\d/;

/** Where the value of a marked label without a colon starts: behind a dash, at a figure, or nowhere on the line. */
const endWithoutColon = (line: string, at: number, name: FieldName): number | undefined => {
  if (trimmed(line, at).start === line.length) return line.length;
  for (const pattern of canSay(name) ? [DASH, FIGURE] : [DASH]) {
    pattern.lastIndex = at;
    if (pattern.test(line)) return pattern.lastIndex;
  }
  return undefined;
};

const plainAt = (line: string, start: number, vocabulary: Vocabulary, isItem: boolean): Label | undefined => {
  const colon = colonIn(line, start, start + LONGEST_PLAIN);
  if (colon <= start) return unmarkedAt(line, start, vocabulary, isItem);
  const written = line.slice(start, colon).trim();
  const isStruck = written.startsWith('~~');
  const label = isStruck ? written.slice(2) : written;
  const name = nameOfPlain(label, vocabulary);
  if (name === undefined) return unmarkedAt(line, start, vocabulary, isItem);
  const value = trimmed(line, line.charCodeAt(colon + 1) === COLON ? colon + 2 : colon + 1);
  const close = isStruck ? line.indexOf('~~', colon) : -1;
  // what is struck out says nothing; what stands behind it does
  if (close !== -1 && trimmed(line, close + 2).start === line.length) return undefined;
  const behind = close === -1 ? value : trimmed(line, close + 2);
  if (name === 'other' && !STATES_ID.test(line.slice(behind.start, behind.end))) return undefined;
  return { label, name, start, value: behind, isItem, isPlain: true };
};

/** A label that no colon ends. */
const unmarkedAt = (
  line: string,
  start: number,
  vocabulary: Vocabulary,
  isItem: boolean,
): Label | undefined =>
  withoutColon(line, start, vocabulary, isItem) ?? sayingAt(line, start, vocabulary, isItem);

/** A label without a remark in brackets or a note behind it. */
const withoutRemark = (label: string): string => {
  const open = label.endsWith(']') ? '[' : label.endsWith('</sup>') ? '<sup>' : undefined;
  return open === undefined ? label : label.slice(0, Math.max(0, label.lastIndexOf(open))).trim();
};

const STATES_ID = /^[^\p{L}\p{N}\n]{0,6}(?:achievements?[ ])?\d+\.\d/iu;

/** Undefined for words that are no label; `other` for few words that sound like one about dependencies. */
const nameOfPlain = (label: string, vocabulary: Vocabulary): FieldName | undefined => {
  const name = vocabulary.nameOf(withoutRemark(label));
  if (name !== 'other') return name;
  return label.length <= LONGEST_UNKNOWN && soundsLikeDependencies(label) && /^\p{L}/u.test(label)
    ? 'other'
    : undefined;
};

const LONGEST_UNKNOWN = 25;
/** An id, and what makes an amount of it. */
const ID_HERE = /\d+(?:\.\d+)+/y;
const AMOUNT_BEHIND = /[ \t]?(?:%|[kKMGT]i?B\b|x\b|h\b|hours?\b|days?\b|min\b|lines?\b)/iy;
/** What stands between words and in the place of a colon: `Depends on 1.1`, `Dependencies = 1.1`. */
const BETWEEN = /[ \t_=→>#([`*–—-]+/;
const MARKS_LABEL = /[=→>–—-]/;
const OPENS_ID = '#([`*';

/** A known word that says what waits, right in front of an id. */
const withoutColon = (
  line: string,
  start: number,
  vocabulary: Vocabulary,
  isItem: boolean,
): Label | undefined => {
  const digit = start + line.slice(start, start + LONGEST_PLAIN).search(/\d/);
  ID_HERE.lastIndex = digit;
  if (digit <= start || !ID_HERE.test(line)) return undefined;
  AMOUNT_BEHIND.lastIndex = ID_HERE.lastIndex;
  if (AMOUNT_BEHIND.test(line)) return undefined;
  const front = line.slice(start, digit);
  // without any mark it is a sentence, and what sentences say is proposed
  const isSentence = !MARKS_LABEL.test(front);
  if (isSentence && !(isItem && NOTHING_BUT_IDS.test(line.slice(digit)))) return undefined;
  const words = front.split(BETWEEN).filter(Boolean);
  if (!words.every((word) => /^\p{L}+$/u.test(word))) return undefined;
  const label = words.filter((word) => !/^achievements?$/i.test(word)).join(' ');
  const name = vocabulary.nameOf(label);
  if (name !== 'dependencies' && name !== 'blocks') return undefined;
  let from = digit;
  while (OPENS_ID.includes(line.charAt(from - 1) || ' ')) from--;
  return { label, name, start, value: trimmed(line, from), isItem, isPlain: true, isLoose: true };
};

/** Words that need no colon in front of ids. */
const SAYING = /(?:depends?|dependent|blocked)[ \t]+(?:upon|on|by)(?=[ \t])/iy;
/** Ids that are said to be achievements, or bare ones with nothing but a remark: `1.1 and 1.2 (the store)`. */
const NOTHING_BUT_IDS =
  /^(?:achievements?[ \t]+\d|(?=[#*`[]{0,3}\d+\.\d)[\s\d.,;&+/#*`[\]~-]*(?:(?:and|or|to)\b[\s\d.,;&+/#*`[\]~-]*){0,9}(?:[(:–—].*)?$)/i;

/** `- Depends on 1.1.`: a sentence that says no more than a label would. */
const sayingAt = (
  line: string,
  start: number,
  vocabulary: Vocabulary,
  isItem: boolean,
): Label | undefined => {
  SAYING.lastIndex = start;
  const label = SAYING.exec(line)?.[0];
  if (label === undefined) return undefined;
  const name = vocabulary.nameOf(label);
  const value = trimmed(line, start + label.length);
  const isSaid = name !== 'other' && NOTHING_BUT_IDS.test(line.slice(value.start, value.end));
  return isSaid ? { label, name, start, value, isItem, isPlain: true } : undefined;
};

const COLON = 58;
const WIDE_COLON = 0xff1a;

/** -1 where there is none before `limit`. */
const colonIn = (line: string, start: number, limit: number): number => {
  for (let at = start; at < limit && at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === COLON || code === WIDE_COLON) return at;
  }
  return -1;
};

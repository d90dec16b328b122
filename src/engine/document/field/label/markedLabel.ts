import type { FieldName } from '../../../facts/field';
import type { Vocabulary } from '../../words/vocabulary';
import { canSay, hasValue, isLetter, type Label, LONGEST_PLAIN, trimmed } from './labelParts';
import { plainAt } from './plainLabel';

/** Labels between marks of emphasis or code, the colon inside or outside of them, a remark in brackets behind them. */
const MARKED =
  /(?:(\*{1,3})(?![\s*])([^*\n]{1,80}?)([:：]?)\s{0,4}\1|(_{1,3})(?![\s_])([^\n]{1,80}?)([:：]?)\s{0,4}\4|(`)([^`\n]{1,80})()`|<(b|strong|em|i)>([^<>\n]{1,80}?)([:：]?)\s{0,4}<\/\10>)\s{0,4}(?:(\([^()\n]{0,80}\)|\[[^[\]\n]{0,80}\]|<sup>[^<>\n]{0,9}<\/sup>)\s{0,4})?([:：]?)/uy;
/** What may stand in the place of the colon behind a marked label. */
const DASH = /[ \t]*(?:[–—=→]|->?(?=[ \t]))[ \t]*/y;
/** What a value without anything between it and its marked label looks like. */
const FIGURE = /(?<=[ \t])[ \t]*(?=(?:[#~([`*]{0,3}\d|achievements?\b|none\b))/iy;

const COLON = 58;

/** The label between marks that starts at a column. */
export const markedAt = (
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
  return match ? labelOf(match, line, start, vocabulary, isItem) : undefined;
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
  if (!(isBold ? hasColon || name !== 'other' : hasColon && name !== 'other')) return undefined;
  const remark = match[13] ?? '';
  // ids in brackets are what the label is about: `**Dependencies** (1.1)`
  const behind = HAS_ID.test(remark) ? line.indexOf(remark, start) : MARKED.lastIndex;
  const end = hasColon ? MARKED.lastIndex : endWithoutColon(line, behind, name);
  return end === undefined
    ? undefined
    : { label, name, start, value: trimmed(line, end), isItem, isPlain: false };
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

/** Marks of emphasis or a tag around all of a line: `**Dependencies: 1.1**`, `<span>Dependencies: 1.1</span>`. */
const WRAPPED = /(?:(\*{1,3}|_{1,3})|<(b|strong|em|i|span|font|p|li|u|mark|ins)(?:[ \t][^<>]*)?>)(?=\p{L})/uy;
const CLOSES_TAG = /<\/[a-z]{1,6}>$/i;

/** The label that stands with its value between the marks or in the tag that start at a column. */
export const wrappedAt = (
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

import type { FieldName } from '../../../facts/field';
import { soundsLikeDependencies } from '../../stated/unreadLabel';
import type { Vocabulary } from '../../words/vocabulary';
import { type Label, LONGEST_PLAIN, trimmed } from './labelParts';

/** The label without marks that starts at a column: in front of a colon, or of ids where it is a known word. */
export const plainAt = (
  line: string,
  start: number,
  vocabulary: Vocabulary,
  isItem: boolean,
): Label | undefined => {
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

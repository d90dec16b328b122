import { span } from '../../../model/text';
import type { Vocabulary } from '../../words/vocabulary';
import { isLetter, type Label, LONGEST_PLAIN, trimmed, UNSEEN, UNSEEN_UNITS } from './labelParts';
import { markedAt, wrappedAt } from './markedLabel';
import { plainAt } from './plainLabel';

/** What begins a box with a title in several kinds of Markdown: `[!note]-`, `!!! note`, `::: details`. */
const CALLOUT = '(?:\\[![a-zA-Z]+\\][+-]?|(?:!!!|\\?\\?\\?|:::)[ \\t]*[a-z]+)';
/** A mark such as an emoji, of one sign or of several that are joined. */
const MARK_UNIT = `[^\\p{L}\\p{N}*_[\\](){}<>"'\`#|~+${UNSEEN_UNITS}-]`;
/** What may stand in front of a label: a bullet or number, a check box, a mark such as an emoji. */
const FRONT = new RegExp(
  `${UNSEEN}*((?:[-*+•‣▪·]|\\d{1,9}[.)])${UNSEEN}+)?(\\[[ xX]\\]${UNSEEN}+)?(?:${CALLOUT}${UNSEEN}+)?(?::(?=\\p{L}))?(?:${MARK_UNIT}(?:\\u200D?${MARK_UNIT}){0,5}${UNSEEN}+)?`,
  'uy',
);

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

import { type Span, span } from '../../model/text';

/** A text made plain for reading lists of ids, with the way back to where each of its units stood. */
export interface FlatText {
  readonly text: string;
  /** Offset in the document of the unit at `index`; `index` may be the length. */
  offsetOf(index: number): number;
}

/** Between items of a list and paragraphs: a character that no document has any use for. */
export const ITEM_BREAK = '\u0003';
/** Before an item below another one, which says more of it. */
export const NESTED_BREAK = '\u0004';

/** Marks of direction, joiners, soft hyphens and byte order marks: people do not see them. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|\uFE0F|\u20E3/;
const SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
/** What full-width forms are in ASCII lies this far below them. */
const FULL_WIDTH_SHIFT = 0xfee0;
const ARROWS = /[⇒➔➜➝➞➡⟶⟹]/g;
const MARKS =
  /\[[ xX✓✔-]\]|\[\^[^[\]\n]*\]|\]\([^()\n]*\)|<\/?(?:a|abbr|b|br|blockquote|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|input|ins|kbd|label|li|mark|ol|p|pre|q|s|small|span|strike|strong|sub|summary|sup|t[dhr]|table|tbody|thead|time|u|ul|var|wbr)(?![^\s/>])[^<>\n]*>|<https?:[^<>\s]*>|&(?:nbsp|amp|ensp|emsp|thinsp);|~~[^~\n]*~~|==(?=[\p{L}\p{N}[(])|==(?![\p{L}\p{N}=<>])|[`*[\]"“”„«»]|#(?=\d)|_+|\p{Extended_Pictographic}/gu;
const LINE_MARK = /^[ \t>]*(?:(?:[-*+•]|\d{1,9}[.)])(?:[ \t]+|$))?/;
const STRUCK_TAG = /<(del|s|strike)>/g;
const BREAK_TAG = /^<\s*(?:\/\s*)?(?:br|p|li)\b/i;
const WILDCARD = /(\d\.)\*/g;

const blank = (text: string): string => ' '.repeat(text.length);

/**
 * A text that stands at `start` of its document, without marks that only decorate: emphasis, code spans, links, check boxes, struck
 * out words, tags, comments, emoji, list marks. Full-width forms become ASCII, every kind of blank a blank, and items,
 * paragraphs and `<br>` are told apart by {@link ITEM_BREAK} or a comma. Time is linear in the length.
 *
 * @param isHidden whether the line at an offset is no content (fenced code, comments)
 */
export const flatText = (raw: string, start: number, isHidden: (offset: number) => boolean): FlatText => {
  const joined = withItems(withoutStruck(withoutComments(plainUnits(raw))), start, isHidden).replace(
    MARKS,
    (mark, at: number, whole: string) => {
      if (BREAK_TAG.test(mark)) return `,${' '.repeat(mark.length - 1)}`;
      return mark.startsWith('_') && isInWord(whole, at, at + mark.length) ? mark : blank(mark);
    },
  );
  return INVISIBLE.test(joined) ? compacted(joined, start) : { text: joined, offsetOf: (at) => start + at };
};

const LETTER = /[\p{L}\p{N}]/u;

/** Underscores between letters belong to a name. */
const isInWord = (text: string, start: number, end: number): boolean =>
  LETTER.test(text.charAt(start - 1)) && LETTER.test(text.charAt(end));

/** What is struck out with tags, blanked out. */
const withoutStruck = (text: string): string => {
  const parts: string[] = [];
  const neverCloses = new Set<string>();
  let at = 0;
  for (const { 0: tag, 1: name = '', index } of text.matchAll(STRUCK_TAG)) {
    if (index < at || neverCloses.has(name)) continue;
    const close = text.indexOf(`</${name}>`, index);
    if (close === -1) {
      neverCloses.add(name);
      continue;
    }
    const end = close + name.length + 3;
    parts.push(text.slice(at, index), text.slice(index, end).replace(/[^\n]/g, ' '));
    at = Math.max(end, index + tag.length);
  }
  return at === 0 ? text : parts.join('') + text.slice(at);
};

/** One unit for one unit. */
const plainUnits = (text: string): string =>
  text
    .replace(SPACES, ' ')
    .replace(FULL_WIDTH, (form) => String.fromCharCode(form.charCodeAt(0) - FULL_WIDTH_SHIFT))
    .replace(/、/g, ',')
    .replace(/。/g, '.')
    .replace(ARROWS, '→')
    .replace(WILDCARD, '$1x');

/** Comments as blanks. */
export const withoutComments = (text: string): string => {
  const parts: string[] = [];
  let at = 0;
  for (let open = text.indexOf('<!--'); open !== -1; open = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', open + 4);
    if (close === -1) break;
    parts.push(text.slice(at, open), text.slice(open, close + 3).replace(/[^\n]/g, ' '));
    at = close + 3;
  }
  return at === 0 ? text : parts.join('') + text.slice(at);
};

/** Line breaks become blanks, or breaks where a list item or a paragraph begins; hidden lines vanish. */
const withItems = (text: string, start: number, isHidden: (offset: number) => boolean): string => {
  let offset = 0;
  let isBehindBlank = false;
  /** Indentation of the items around, outermost first. */
  let indent = Number.POSITIVE_INFINITY;
  return text
    .split('\n')
    .map((line, number) => {
      const at = offset;
      offset += line.length + 1;
      if (number === 0) return line;
      if (isHidden(start + at)) return ` ${blank(line)}`;
      const mark = LINE_MARK.exec(line)?.[0] ?? '';
      const isItem = /[^\s>]/.test(mark);
      const isParagraph = isBehindBlank && line.trim() !== '';
      isBehindBlank = line.trim() === '';
      const own = mark.search(/[^\s>]|$/);
      const isNested = isItem && own > indent + 1;
      if (isItem && !isNested) indent = own;
      return `${isNested ? NESTED_BREAK : isItem || isParagraph ? ITEM_BREAK : ' '}${blank(mark)}${line.slice(mark.length)}`;
    })
    .join('');
};

const compacted = (text: string, start: number): FlatText => {
  const units: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (INVISIBLE.test(unit)) continue;
    units.push(unit);
    offsets.push(start + at);
  }
  return {
    text: units.join(''),
    // behind an invisible character at the end of an id the id has ended before
    offsetOf: (at) => offsets[at] ?? (offsets.at(-1) ?? start - 1) + 1,
  };
};

/** The place of some units of a flat text in the document. */
export const placeIn = (
  flat: FlatText,
  { start, end }: { readonly start: number; readonly end: number },
): Span => span(flat.offsetOf(start), end > start ? flat.offsetOf(end - 1) + 1 : flat.offsetOf(start));

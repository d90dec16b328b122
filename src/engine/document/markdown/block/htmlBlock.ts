const BLOCK_TAGS =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul';

/** HTML block starts of CommonMark 4.6, kinds 1 to 6, with what ends them; no end means a blank line. */
const HTML_BLOCKS: readonly { readonly start: RegExp; readonly end?: RegExp }[] = [
  { start: /^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, end: /<\/(?:script|pre|style|textarea)>/i },
  { start: /^<!--/, end: /-->/ },
  { start: /^<\?/, end: /\?>/ },
  { start: /^<![a-z]/i, end: />/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
  { start: new RegExp(`^</?(?:${BLOCK_TAGS})(?:\\s|/?>|$)`, 'i') },
];
/** Kind 7: a complete tag alone on its line. */
const LONE_TAG =
  /^(?:<[a-z][a-z\d-]*(?:\s+[a-z_:][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>|<\/[a-z][a-z\d-]*\s*>)\s*$/i;

/** A block of raw HTML. */
export interface HtmlBlock {
  /** True for a tag alone on its line. */
  readonly isLone: boolean;
  /** What the last line contains; without it, the block ends above a blank line. */
  readonly end: RegExp | undefined;
}

/**
 * The HTML block that a line (white space in front taken off) opens; undefined when it opens none.
 * @param mayBeLone false where a tag alone on its line is text: in paragraphs
 */
export const htmlBlockAt = (line: string, mayBeLone: boolean): HtmlBlock | undefined => {
  const block = HTML_BLOCKS.find(({ start }) => start.test(line));
  if (block) return { isLone: false, end: block.end };
  return mayBeLone && LONE_TAG.test(line) ? { isLone: true, end: undefined } : undefined;
};

const RAW_START = /<(?:pre|script|style|textarea)\b|<!--/gi;
const RAW_END = /<\/(?:pre|script|style|textarea)>|-->/gi;

/** Whether a comment, or an element whose content is no Markdown, is open behind a line of an HTML block. */
export const leavesRawOpen = (line: string, isOpen: boolean): boolean => {
  const start = lastOf(RAW_START, line);
  const end = lastOf(RAW_END, line);
  return start === end ? isOpen : start > end;
};

const lastOf = (pattern: RegExp, line: string): number =>
  line.includes('<') || line.includes('-->') ? ([...line.matchAll(pattern)].at(-1)?.index ?? -1) : -1;

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
/** Kind 7: a complete tag alone on its line; it cannot interrupt a paragraph. */
const LONE_TAG =
  /^(?:<[a-z][\w-]*(?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>|<\/[a-z][\w-]*\s*>)\s*$/i;

/** How far an HTML block goes that starts with a line. */
export interface HtmlBlock {
  /** True for the line that ends the block (and is its last, or the blank one behind it). */
  isEnd(line: string, isFirst: boolean): boolean;
  /** True when the line that ends the block belongs to it. */
  readonly endBelongs: boolean;
}

const UNTIL_BLANK: HtmlBlock = {
  isEnd: (line, isFirst) => !isFirst && line.trim() === '',
  endBelongs: false,
};

/**
 * The HTML block that a line (white space in front taken off) opens; undefined when it opens none.
 * @param afterText true when the line before is text, which a lone tag cannot interrupt
 */
export const htmlBlockAt = (line: string, afterText: boolean): HtmlBlock | undefined => {
  const block = HTML_BLOCKS.find(({ start }) => start.test(line));
  if (!block) return !afterText && LONE_TAG.test(line) ? UNTIL_BLANK : undefined;
  const { end } = block;
  return end ? { isEnd: (text) => end.test(text), endBelongs: true } : UNTIL_BLANK;
};

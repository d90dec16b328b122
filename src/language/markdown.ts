import { plainText } from './words';

/** Text of a document as Markdown that shows exactly that text: no markup, HTML, links or icons in it work. */
export const escapeMarkdown = (text: string): string =>
  plainText(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+\-.!|~$:@^=]/g, '\\$&');

/** A link whose text is escaped; a URI can hold no character that ends the target. */
export const markdownLink = (text: string, uri: string): string =>
  `[${escapeMarkdown(text)}](<${uri.replace(/[<>\s]/g, encodeURIComponent)}>)`;

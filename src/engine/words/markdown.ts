import { printable } from './printable';

/** What is markup wherever it stands. */
const MARKUP =
  /[\\`*[\]~|^]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\$|(?<=\$)\(|!(?=\[)|(?<=\w)@(?=\w)|:(?=\/\/)|(?<=\bwww)\./gu;
/** What begins a list, a heading, or a line across the page. */
const BEGINNING = /^(?=[-+=#])|(?<=^\d{1,9})(?=[.)](?:\s|$))/;

/** Text of a document as Markdown that shows exactly that text: no markup, HTML, links or icons in it work. */
export const escapeMarkdown = (text: string): string =>
  printable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(MARKUP, '\\$&')
    .replace(BEGINNING, '\\');

/** A link whose text is escaped; a URI can hold no character that ends the target. */
export const markdownLink = (text: string, uri: string): string =>
  `[${escapeMarkdown(text)}](<${uri.replace(/[<>\s]/g, encodeURIComponent)}>)`;

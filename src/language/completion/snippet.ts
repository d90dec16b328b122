const SPECIAL = /[\\$}]/;

/** Text as a snippet inserts it, whatever characters it has. */
export const escapeSnippet = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[\\$}]/g, '\\$&') : text;

/** A place to fill in: `${1:text}`. The text of an empty one is nothing. */
export const placeholder = (number: number, text = ''): string =>
  text === '' ? `$${number}` : `\${${number}:${escapeSnippet(text)}}`;

/** One of several texts, the first to begin with: `${1|a,b|}`. */
export const choice = (number: number, texts: readonly string[]): string =>
  `\${${number}|${texts.map((text) => text.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;

const PART =
  /\\([\\$},|])|\$\{\d+:((?:[^\\$}]|\\.)*)\}|\$\{\d+\|((?:[^\\$},|]|\\.)*)[,|](?:[^\\$}]|\\.)*\}|\$\d+/g;

/** What a client inserts that knows no snippets: the text of every place, of choices the first. */
export const plainOf = (snippet: string): string => {
  // most are ids, and there may be thousands
  if (!snippet.includes('$') && !snippet.includes('\\')) return snippet;
  return snippet.replace(PART, (_, escaped?: string, text?: string, first?: string) => {
    const inner = text ?? first;
    return escaped ?? (inner === undefined ? '' : inner.replace(/\\(.)/g, '$1'));
  });
};

/** Controls but line breaks and tabs, what turns the direction of text, and tags that nobody sees. */
const UNSEEN =
  /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/gu;

/** Text of a document with `\n` line ends and nothing a reader would not see. */
export const cleaned = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNSEEN, '');

const runs = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);

/** A code block that its content cannot close: the fence is longer than any run of backticks in it. */
export const fenced = (content: string, language = 'markdown'): string => {
  const fence = '`'.repeat(Math.max(3, runs(content) + 1));
  return `${fence}${language}\n${content}\n${fence}`;
};

/** A name or path as code inside a line, which its text cannot end either. */
export const code = (text: string): string => {
  const line = cleaned(text).replace(/\s+/g, ' ').trim();
  const ticks = '`'.repeat(runs(line) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${line}${pad}${ticks}`;
};

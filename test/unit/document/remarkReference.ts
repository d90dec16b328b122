import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';

export const processor = remark().use(remarkGfm).use(remarkFrontmatter).freeze();

type Offsets = readonly [start: number, end: number];

export interface Found {
  /** Depth, start and end of every heading line. */
  readonly headings: readonly (readonly [number, number, number])[];
  /** Id, start and end of every definition line below a heading that names achievements. */
  readonly definitions: readonly (readonly [string, number, number])[];
}

const DEFINITION = /^\*\*Achievement (\d+\.\d+)\*\*: .+$/;

const DEFINES = /^(?:\*\*|#{1,6}[ \t]+(?:\*\*)?)Achievement[ \t]+\d/;
/** Comments, instructions, and elements whose content is no Markdown. */
const RAW = /^(?:<(?:pre|script|style|textarea)\b|<[!?])/i;

/**
 * The text with a line break above every definition that stands right below a tag, where by our rules the HTML ends, and
 * the offsets of these line breaks. All else is as remark reads it.
 */
const apartFromTags = (text: string): { readonly text: string; readonly added: readonly number[] } => {
  const added: number[] = [];
  let apart = text;
  for (let at = belowTag(apart); at !== undefined; at = belowTag(apart)) {
    apart = `${apart.slice(0, at)}\n${apart.slice(at)}`;
    added.push(at);
  }
  return { text: apart, added: added.sort((one, other) => one - other) };
};

const belowTag = (text: string): number | undefined => {
  const tags = everyNode(processor.parse(text)).filter(
    (node) => node.type === 'html' && lineStartOf(text, startOf(node)) < endOf(node) && !RAW.test(node.value),
  );
  return linesOf(text).find(([start, end]) => {
    const around = tags.find((node) => startOf(node) < start && start < endOf(node));
    return around && DEFINES.test(text.slice(start, end)) && !isRaw(text.slice(startOf(around), start));
  })?.[0];
};

const isRaw = (above: string): boolean => {
  const last = (pattern: RegExp): number => [...above.matchAll(pattern)].at(-1)?.index ?? -1;
  return last(/<(?:pre|script|style|textarea)\b|<!--/gi) > last(/<\/(?:pre|script|style|textarea)>|-->/gi);
};

/** What a reader on top of remark finds in a PLAN; where that departs from CommonMark, `mayHoldDefinitions` says so. */
export const foundByRemark = (document: string): Found => {
  const { text, added } = apartFromTags(document);
  const found = foundIn(text);
  const back = (offset: number): number => offset - added.filter((at) => at < offset).length;
  return {
    headings: found.headings.map(([depth, start, end]) => [depth, back(start), back(end)]),
    definitions: found.definitions.map(([id, start, end]) => [id, back(start), back(end)]),
  };
};

const foundIn = (text: string): Found => {
  const nodes = everyNode(processor.parse(text));
  const headings = headingsIn(text, nodes);
  const isRead = nodes.filter(mayHoldDefinitions);
  const hidden = nodes.flatMap(hiddenInside);
  const definitions = linesOf(text).flatMap(([start, end]) => {
    const id = DEFINITION.exec(text.slice(start, end))?.[1];
    const around = (node: Nodes): boolean => startOf(node) <= start && start < endOf(node);
    const isContent = isRead.some(around) && !hidden.some(([from, to]) => from <= start && start < to);
    return id !== undefined && isContent && isBelowAchievements(text, headings, start)
      ? [[id, start, end] as const]
      : [];
  });
  return { headings, definitions };
};

/** What every line is that has content; lines of nothing but white space and quote marks are left out. */
export const lineKindsByRemark = (document: string): readonly (readonly [line: string, kind: string])[] => {
  const { text } = apartFromTags(document);
  const nodes = everyNode(processor.parse(text));
  const headings = new Set(headingsIn(text, nodes).map(([, start]) => start));
  const hidden = [
    ...nodes.flatMap(blocksIn).flatMap((node) => hiddenBlock(text, node)),
    ...nodes.flatMap(hiddenInside),
  ];
  return linesOf(text)
    .filter(([start, end]) => hasContent(text.slice(start, end)))
    .map(([start, end]) => {
      const isHidden = hidden.some(([from, to]) => from <= start && start < to);
      return [text.slice(start, end), isHidden ? 'hidden' : headings.has(start) ? 'heading' : 'text'];
    });
};

/**
 * Where remark differs from itself: a tag alone on its line is no HTML below text (CommonMark 4.6), but above a row of
 * delimiters it is, although remark took it for the head of a table a moment before.
 */
export const hasTagAsTableHead = (text: string): boolean => /<[^\n]*>\s*\n[ \t>]*\|?[ \t]*:?-/.test(text);

export const hasContent = (line: string): boolean => /[^\s>]/.test(line);

const blocksIn = (node: Nodes): readonly Nodes[] =>
  node.type === 'root' ||
  node.type === 'blockquote' ||
  node.type === 'listItem' ||
  node.type === 'footnoteDefinition'
    ? node.children
    : [];

/** Blocks whose lines are hidden from the first to the last: fenced code, raw HTML, front matter. */
const hiddenBlock = (text: string, node: Nodes): readonly Offsets[] => {
  const isFence = node.type === 'code' && /^(?:```|~~~)/.test(text.slice(startOf(node)));
  return isFence || node.type === 'yaml' || node.type === 'html'
    ? [[lineStartOf(text, startOf(node)), endOf(node)]]
    : [];
};

/** What can run over several lines of a paragraph; the line it starts on is text. */
const hiddenInside = (node: Nodes): readonly Offsets[] =>
  node.type === 'definition' || (node.type === 'html' && node.value.startsWith('<!--'))
    ? [[startOf(node) + 1, endOf(node)]]
    : [];

const headingsIn = (text: string, nodes: readonly Nodes[]): Found['headings'] => {
  const footnotes = nodes.filter(({ type }) => type === 'footnoteDefinition');
  const inFootnote = (node: Nodes): boolean =>
    footnotes.some((each) => startOf(each) < startOf(node) && startOf(node) < endOf(each));
  return nodes.flatMap((node) =>
    node.type === 'heading' &&
    !inFootnote(node) &&
    text.slice(lineStartOf(text, startOf(node)), startOf(node)).trim() === '' &&
    /^#{1,6}(?:[ \t]|$)/.test(text.slice(startOf(node), endOf(node)))
      ? [[node.depth, lineStartOf(text, startOf(node)), endOf(node)] as const]
      : [],
  );
};

/**
 * Where a line at column 0 counts. Besides paragraphs of the document itself: those of list items, block quotes and
 * footnotes, and tables, which such a line continues by the rules of CommonMark and GFM, but not by ours
 * (docs/decisions.md, "Departures from the first design").
 */
const mayHoldDefinitions = ({ type }: Nodes): boolean =>
  type === 'paragraph' || type === 'heading' || type === 'table';

const isBelowAchievements = (text: string, headings: Found['headings'], offset: number): boolean => {
  const last = headings.findLast(([depth, start]) => depth <= 2 && start < offset);
  return last !== undefined && text.slice(last[1], last[2]).trim() === '## Desirable Achievements';
};

export const everyNode = (node: Nodes): readonly Nodes[] =>
  'children' in node ? [node, ...node.children.flatMap(everyNode)] : [node];

export const startOf = ({ position }: Nodes): number => position?.start.offset ?? -1;
export const endOf = ({ position }: Nodes): number => position?.end.offset ?? -1;

const lineStartOf = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Start and end of every line, line breaks left out. */
const linesOf = (text: string): readonly Offsets[] =>
  Array.from(text.matchAll(/[^\r\n]+/g), ({ 0: line, index }) => [index, index + line.length] as const);

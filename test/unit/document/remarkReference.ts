import type { Nodes } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

export interface Found {
  /** Depth, start and end of every heading line. */
  readonly headings: readonly (readonly [number, number, number])[];
  /** Id, start and end of every definition line below a heading that names achievements. */
  readonly definitions: readonly (readonly [string, number, number])[];
}

const DEFINITION = /^\*\*Achievement (\d+\.\d+)\*\*: .+$/;

/** What a reader on top of remark finds in a PLAN; where that departs from CommonMark, `isRead` says so. */
export const foundByRemark = (text: string): Found => {
  const nodes = everyNode(processor.parse(text));
  const footnotes = nodes.filter(({ type }) => type === 'footnoteDefinition');
  const inFootnote = (node: Nodes): boolean =>
    footnotes.some((each) => startOf(each) < startOf(node) && startOf(node) < endOf(each));
  const headings = nodes.flatMap((node) =>
    node.type === 'heading' &&
    !inFootnote(node) &&
    /^#{1,6}(?:[ \t]|$)/m.test(text.slice(startOf(node), endOf(node)))
      ? [[node.depth, lineStartOf(text, startOf(node)), endOf(node)] as const]
      : [],
  );
  const isRead = nodes.filter(mayHoldDefinitions);
  const hidden = nodes.filter((node) => node.type === 'html' && node.value.startsWith('<!--'));
  const definitions = linesOf(text).flatMap(([start, end]) => {
    const id = DEFINITION.exec(text.slice(start, end))?.[1];
    const around = (node: Nodes): boolean => startOf(node) <= start && start < endOf(node);
    const isContent = isRead.some(around) && !hidden.some((node) => around(node));
    return id !== undefined && isContent && isBelowAchievements(text, headings, start)
      ? [[id, start, end] as const]
      : [];
  });
  return { headings, definitions };
};

/**
 * Where a line at column 0 counts. Besides paragraphs of the document itself: those of list items, block quotes and
 * footnotes, and tables, which such a line continues by the rules of CommonMark and GFM, but not by ours
 * (docs/architecture.md, "Departures from the first design").
 */
const mayHoldDefinitions = ({ type }: Nodes): boolean =>
  type === 'paragraph' || type === 'heading' || type === 'table';

const isBelowAchievements = (text: string, headings: Found['headings'], offset: number): boolean => {
  const last = headings.findLast(([depth, start]) => depth <= 2 && start < offset);
  return last !== undefined && text.slice(last[1], last[2]) === '## Desirable Achievements';
};

/** All but what stands in footnotes, which are no part of a plan. */
const everyNode = (node: Nodes): readonly Nodes[] =>
  'children' in node ? [node, ...node.children.flatMap(everyNode)] : [node];

/** Whether a list item or footnote goes on below a line at column 0, which ends it by our rules. */
export const goesOnLazily = (text: string): boolean =>
  everyNode(processor.parse(text)).some(
    (item) =>
      (item.type === 'listItem' || item.type === 'footnoteDefinition' || item.type === 'blockquote') &&
      everyNode(item).some(
        (node) =>
          node.type === 'paragraph' &&
          /\n(?![ \t>])/.test(text.slice(startOf(node), endOf(node))) &&
          endOf(node) < endOf(item),
      ),
  );

const startOf = ({ position }: Nodes): number => position?.start.offset ?? -1;
const endOf = ({ position }: Nodes): number => position?.end.offset ?? -1;

const lineStartOf = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Start and end of every line, line breaks left out. */
const linesOf = (text: string): readonly (readonly [number, number])[] =>
  Array.from(text.matchAll(/[^\r\n]+/g), ({ 0: line, index }) => [index, index + line.length] as const);

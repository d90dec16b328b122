import type { Nodes, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

/** The only importer of remark. It is loaded when the content of a definition is first wanted: see the bundles. */
const processor = remark().use(remarkGfm).freeze();

/** Parses a slice of a document; positions are offsets into the slice. */
export const parseMarkdown = (text: string): Root => processor.parse(text);

/** Source text of a node, its continuation lines moved left by the column it starts in. */
export const sourceOf = (text: string, node: Nodes): string => {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return '';
  const indent = ' '.repeat(start.column - 1);
  return text
    .slice(start.offset, end.offset)
    .split(/\r?\n/)
    .map((line, at) => (at > 0 && line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
};

/** The items of every list among `nodes`, each as Markdown without its bullet; nested lists stay inside. */
export const listItems = (text: string, nodes: readonly RootContent[]): readonly string[] =>
  nodes.flatMap((node) =>
    node.type === 'list'
      ? node.children.map((item) =>
          item.children
            .map((child) => sourceOf(text, child))
            .join('\n')
            .trim(),
        )
      : [],
  );

export { plainText };

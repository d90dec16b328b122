import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { readBlockFields } from '../../../src/engine/document/field/blockFields';
import { readFields } from '../../../src/engine/document/field/fields';
import { readUsualFields } from '../../../src/engine/document/field/usualFields';
import { scanLines } from '../../../src/engine/document/markdown/lines';
import { vocabularyOf } from '../../../src/engine/document/words/vocabulary';
import type { Field } from '../../../src/engine/facts/field';
import { sliceOf } from '../../../src/engine/model/text';
import { bodies } from './fieldDocuments';
import { endOf, everyNode, processor, startOf } from './remarkReference';

const SEED = Number(process.env.SEED ?? 20_261_128);
const RUNS = Number(process.env.RUNS ?? 400);
const check = (property: (text: string) => void): void =>
  fc.assert(fc.property(bodies, property), { seed: SEED, numRuns: RUNS });

const fieldsOf = (text: string): readonly Field[] => {
  const scan = scanLines(text);
  return readBlockFields(scan, 0, scan.index.lineCount - 1, vocabularyOf()).fields;
};

/** The block that starts on the line of a field, with those that stand beside it below. */
const blocksFrom = (nodes: readonly Nodes[], { valueSpan, block }: Field): readonly Nodes[] => {
  for (const parent of nodes) {
    const children = 'children' in parent ? (parent.children as readonly Nodes[]) : [];
    const at = children.findIndex(
      (node) =>
        (node.type === 'listItem' || node.type === 'paragraph') &&
        block.start <= startOf(node) &&
        startOf(node) <= valueSpan.start,
    );
    if (at !== -1) return children.slice(at);
  }
  return [];
};

const EMPTY_LABEL = /:\**\s*$/;

/** Where remark ends a field: its item, or its paragraph with the list or paragraph below that it announces. */
const endByRemark = (text: string, nodes: readonly Nodes[], field: Field): number => {
  const [block, ...siblings] = blocksFrom(nodes, field);
  if (!block) return -1;
  const written = text.slice(startOf(block), endOf(block));
  if (block.type === 'listItem') return endOf(idsBelow(text, block, siblings, field) ?? block);
  const isEmpty = /^[^:]*:\**\s*$/.test(written);
  const [below, further] = siblings.filter(({ type }) => type !== 'html');
  if (!below || !EMPTY_LABEL.test(written)) return endOf(block);
  if (below.type === 'list') return endOf(below);
  const isText = below.type === 'paragraph' || below.type === 'table' || isQuotedText(below);
  if (!isEmpty || !isText || startsWithLabel(text, below)) return endOf(block);
  const announces = below.type === 'paragraph' && text.slice(0, endOf(below)).endsWith(':');
  return announces && further?.type === 'list' ? endOf(further) : endOf(below);
};

const isQuotedText = (node: Nodes): boolean => {
  let inside: Nodes | undefined = node.type === 'blockquote' ? node : undefined;
  while (inside && inside.type !== 'paragraph' && 'children' in inside) inside = inside.children[0];
  return inside?.type === 'paragraph';
};

/** The last of the items that state ids right below an empty item for dependencies, where they were meant to be. */
const idsBelow = (text: string, item: Nodes, siblings: readonly Nodes[], field: Field): Nodes | undefined => {
  const isEmpty = /^\S+ \**\w+\**:\**$/.test(text.slice(startOf(item), endOf(item)));
  if (!isEmpty || (field.name !== 'dependencies' && field.name !== 'blocks')) return undefined;
  const after = siblings.findIndex(
    (node) => !/^[-*+] (?:\[ \] )?\d+\.\d/.test(text.slice(startOf(node), endOf(node))),
  );
  return siblings[(after === -1 ? siblings.length : after) - 1];
};

const LABEL = /^(?:>[ \t]*|[-*+][ \t]+|\d+\.[ \t]+)*(?:\*\*\w[\w ]*\*\*:|Effort:|Dependencies:|Blocks:)/;
const startsWithLabel = (text: string, node: Nodes): boolean =>
  LABEL.test(text.slice(startOf(node), endOf(node)));

/** Remark takes the first mark of the line below into a fence that nothing closes. */
const hasOpenFence = (text: string, nodes: readonly Nodes[]): boolean =>
  nodes.some(
    (node) =>
      node.type === 'code' && /^```[\s\S]*(?<!\n[ \t>]*```)$/.test(text.slice(startOf(node), endOf(node))),
  );

/** Whether a label stands in the middle of a text or looks like an item there, which plans are read for line by line. */
const hasLabelInText = (text: string, nodes: readonly Nodes[]): boolean =>
  nodes.some(
    (node) =>
      ['paragraph', 'table', 'code', 'heading'].includes(node.type) &&
      text
        .slice(startOf(node), endOf(node))
        .split('\n')
        .some(
          (each, at) =>
            (at > 0 || node.type !== 'paragraph' || /^[-*+\d]+[. ]/.test(each)) &&
            LABEL.test(each.replace(/^[ \t>]+/, '')),
        ),
  );

describe('Extent of a field', () => {
  it('is the same at a glance and by blocks', () => {
    let usual = 0;
    check((text) => {
      const scan = scanLines(text);
      const found = readUsualFields(scan, 0, scan.index.lineCount - 1, vocabularyOf());
      if (!found) return;
      usual++;
      deepEqual(found, fieldsOf(text));
    });
    ok(usual > RUNS / 20, `only ${usual} of ${RUNS} documents were usual ones`);
  });

  it('ends where remark ends the block', () => {
    let compared = 0;
    check((text) => {
      const nodes = everyNode(processor.parse(text));
      if (text.startsWith('---') || hasOpenFence(text, nodes) || hasLabelInText(text, nodes)) return;
      const fields = fieldsOf(text);
      fields.forEach((field, at) => {
        if (field.form !== 'item' && field.form !== 'paragraph') return;
        const next = fields[at + 1]?.block.start ?? text.length;
        const end = Math.min(endByRemark(text, nodes, field), next);
        compared++;
        equal(
          text.slice(field.block.start, field.block.end).trimEnd(),
          text
            .slice(field.block.start, end)
            .replace(/(?:\n[\s>]*)+$/, '')
            .trimEnd(),
        );
      });
    });
    ok(compared > RUNS / 5, `only ${compared} fields were compared`);
  });

  it('never overlaps another, and holds its value', () =>
    check((text) => {
      let end = 0;
      for (const { block, value, valueSpan } of fieldsOf(text)) {
        ok(
          end <= block.start &&
            block.start <= valueSpan.start &&
            valueSpan.end <= block.end &&
            block.end <= text.length,
        );
        equal(sliceOf(text, valueSpan), value);
        end = block.end;
      }
    }));

  it('leaves alone what stands below a value', () => {
    const below = [
      'Decision: both currencies. Keep this.',
      '```sql\nselect 1;\n```',
      '| Risk | What |\n| --- | --- |\n| high | rates |',
      '#### Notes',
      '***',
      'then Achievement 1.2 can start',
      '1. another list',
      '> quoted',
      '<div>\n</div>',
      '[link]: https://example.org',
    ];
    for (const label of [
      '- **Dependencies**: 1.1',
      '**Blocks**: 1.1',
      '- Effort: 2h',
      '* **Deliverables**: `a.ts`',
      '1. **Tests**: all',
      'Dependencies: 1.1',
    ]) {
      for (const text of below) {
        const scan = scanLines(`${label}\n\n${text}\n`);
        const [field] = readFields(scan, 0, scan.index.lineCount - 1);
        ok(field);
        equal(sliceOf(`${label}\n\n${text}\n`, field.block), label);
      }
    }
  });
});

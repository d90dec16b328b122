import assert from 'node:assert/strict';
import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { readPlan } from '../../src/engine/document/plan/plan';
import { generatePlan } from './plans';
import type { Job } from './support';

const plans = Array.from({ length: 11 }, (_, at) =>
  generatePlan({
    name: `BENCH-${at}`,
    seed: 100 + at,
    priorities: 4,
    perPriority: 3,
    body: 'prose',
  }),
);
const size = plans.reduce((sum, { text }) => sum + text.length, 0);
const processor = remark().use(remarkGfm).use(remarkFrontmatter).freeze();

/** Offsets of the root paragraphs that begin like a definition: what a reader on top of remark would start from. */
const definitionsIn = (root: Root): number[] =>
  root.children.flatMap((node) => {
    const [first] = node.type === 'paragraph' ? node.children : [];
    const text =
      first?.type === 'strong' && first.children[0]?.type === 'text' ? first.children[0].value : '';
    return /^Achievement \d+\.\d+$/.test(text) ? [node.position?.start.offset ?? -1] : [];
  });

export const job: Job = {
  row: '1',
  name: `index ${plans.length} PLAN files, cold (${Math.round(size / 1000)} kB)`,
  rounds: 5,
  prepare: () => ({
    contenders: [
      { name: 'readPlan', run: () => plans.map(({ text }) => readPlan(text)) },
      { name: 'remark + gfm + frontmatter', run: () => plans.map(({ text }) => processor.parse(text)) },
    ],
    comparisons: [
      {
        ours: 'readPlan',
        other: 'remark + gfm + frontmatter',
        target: { kind: 'at-least-times-quicker', factor: 30 },
      },
    ],
    check: () => {
      for (const { text, achievements } of plans) {
        const facts = readPlan(text);
        assert.deepEqual(
          facts.achievements.map(({ id, title, definition }) => ({ id, title, offset: definition.start })),
          achievements.map(({ id, title, offset }) => ({ id, title, offset })),
        );
        assert.deepEqual(
          facts.achievements.map(({ definition }) => definition.start),
          definitionsIn(processor.parse(text)),
        );
      }
    },
  }),
};

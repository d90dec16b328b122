import assert from 'node:assert/strict';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { createEngine } from '../../src/engine/createEngine';
import { readPlan } from '../../src/engine/document/plan/plan';
import { generatePlan } from './plans';
import type { Job } from './support';

const FOLDER = 'file:///plans';
const plan = generatePlan({ name: 'BENCH', seed: 1, priorities: 8, perPriority: 6, body: 'prose' });
const uri = `${FOLDER}/PLAN_${plan.name}.md`;
const processor = remark().use(remarkGfm).use(remarkFrontmatter).freeze();

const fail = (message: string, error?: unknown): never => {
  throw new Error(message, { cause: error });
};

export const job: Job = {
  row: '1b',
  name: `a keystroke in a PLAN of ${Math.round(plan.text.length / 1000)} kB`,
  rounds: 7,
  prepare: async () => {
    const engine = createEngine({
      files: {
        list: () => Promise.resolve([{ uri: FOLDER, files: [`PLAN_${plan.name}.md`], folders: [] }]),
        read: () => Promise.resolve(plan.text),
        exists: () => Promise.resolve(true),
        watch: () => ({ dispose: () => undefined }),
      },
      logger: { info: () => undefined, warn: () => undefined, error: fail },
      roots: [FOLDER],
      schemaFindings: false,
    });
    await engine.refresh();
    let count = 0;
    /** The text after one more keystroke, in the middle of the file. */
    const typed = (): string => {
      const middle = plan.text.length >> 1;
      const at = plan.text.indexOf('\n\n', middle);
      return `${plan.text.slice(0, at)}${'x'.repeat(1 + (count++ % 9))}${plan.text.slice(at)}`;
    };
    return {
      contenders: [
        { name: 'readPlan', run: () => readPlan(typed()) },
        { name: 'engine: facts, plan, findings', run: () => engine.openDocument(uri, typed()) },
        { name: 'remark + gfm + frontmatter', run: () => processor.parse(typed()) },
      ],
      comparisons: [
        {
          ours: 'readPlan',
          other: 'remark + gfm + frontmatter',
          target: { kind: 'at-least-times-quicker', factor: 100 },
        },
        {
          ours: 'engine: facts, plan, findings',
          other: 'remark + gfm + frontmatter',
          target: { kind: 'at-least-times-quicker', factor: 100 },
        },
      ],
      check: () => {
        engine.openDocument(uri, typed());
        assert.equal(engine.snapshot.plans[0]?.achievements.length, plan.achievements.length);
      },
      tearDown: () => engine.dispose(),
    };
  },
};

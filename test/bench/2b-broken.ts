import assert from 'node:assert/strict';
import { openParallel, validate } from './openParallel';
import { generatePlan, parallelText } from './plans';
import type { Job } from './support';

const plan = generatePlan({ name: 'BENCH', seed: 2, priorities: 100, perPriority: 100, body: 'definition' });
/** Without the comma behind the first value. */
const broken = parallelText(plan).replace('"BENCH",', '"BENCH"');

export const job: Job = {
  row: '2b',
  name: 'parallel.json of 10,000 achievements with a syntax error',
  rounds: 7,
  prepare: () => ({
    contenders: [
      { name: 'facts and problems', run: () => openParallel(broken) },
      { name: 'vscode-json-languageservice', run: () => validate(broken) },
    ],
    comparisons: [
      {
        ours: 'facts and problems',
        other: 'vscode-json-languageservice',
        target: { kind: 'at-most-times', factor: 1 },
      },
    ],
    check: async () => {
      const { facts } = openParallel(broken);
      assert.ok(facts.problems.length > 0);
      assert.equal(facts.achievements.length, plan.achievements.length);
      assert.ok((await validate(broken)) > 0);
    },
  }),
};

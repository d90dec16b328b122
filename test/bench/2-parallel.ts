import assert from 'node:assert/strict';
import type { ParallelFacts } from '../../src/engine/facts/parallelFacts';
import { openParallel, validate } from './openParallel';
import { generatePlan, parallelText } from './plans';
import type { Job } from './support';

const plan = generatePlan({ name: 'BENCH', seed: 2, priorities: 100, perPriority: 100, body: 'definition' });
const text = parallelText(plan);

/** Every id that is stated. */
const idsOf = ({ achievements }: ParallelFacts): number => {
  let count = 0;
  for (const { id, dependencies } of achievements) {
    count += id === '' ? 0 : 1;
    for (const { value } of dependencies) count += value === '' ? 0 : 1;
  }
  return count;
};

/** The places of them too. */
const openWithRanges = (content: string): number => {
  let sum = 0;
  for (const { idSpan, dependencies } of openParallel(content).facts.achievements) {
    sum += idSpan.start;
    for (const { span } of dependencies) sum += span.end;
  }
  return sum;
};

export const job: Job = {
  row: '2',
  name: 'parallel.json of 10,000 achievements: facts, schema and ids; ranges when asked',
  rounds: 7,
  prepare: () => ({
    contenders: [
      { name: 'valid file', run: () => idsOf(openParallel(text).facts) },
      { name: 'valid file, every range asked', run: () => openWithRanges(text) },
      { name: 'JSON.parse', run: () => JSON.parse(text) },
      { name: 'vscode-json-languageservice', run: () => validate(text) },
    ],
    comparisons: [
      { ours: 'valid file', other: 'JSON.parse', target: { kind: 'at-most-times', factor: 2 } },
      { ours: 'valid file, every range asked', other: 'JSON.parse', target: undefined },
      {
        ours: 'valid file, every range asked',
        other: 'vscode-json-languageservice',
        target: undefined,
      },
    ],
    check: async () => {
      const { facts, findings } = openParallel(text);
      assert.deepEqual([facts.problems, findings], [[], []]);
      assert.deepEqual(
        facts.achievements.map(({ id, dependencies }) => [id, dependencies.map(({ value }) => value)]),
        plan.achievements.map(({ id, dependencies }) => [id, dependencies]),
      );
      for (const { id, idSpan } of facts.achievements)
        assert.equal(text.slice(idSpan.start, idSpan.end), `"${id}"`);
      assert.equal(await validate(text), 0);
    },
  }),
};

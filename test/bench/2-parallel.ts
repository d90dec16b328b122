import assert from 'node:assert/strict';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import schema from '../../schemas/parallel.schema.json';
import { readParallel } from '../../src/engine/document/parallelFile';
import { generatePlan, parallelText } from './plans';
import type { Job } from './support';

const plan = generatePlan({ name: 'BENCH', seed: 2, priorities: 100, perPriority: 100, body: 'definition' });
const text = parallelText(plan);
/** The same without the comma behind the first value. */
const broken = text.replace('"BENCH",', '"BENCH"');

const service = getLanguageService({});
service.configure({ validate: true, schemas: [{ uri: 'parallel', fileMatch: ['*.json'], schema }] });

const validate = async (content: string): Promise<number> => {
  const document = TextDocument.create('file:///plans/parallel.json', 'json', 1, content);
  return (await service.doValidation(document, service.parseJSONDocument(document))).length;
};

export const job: Job = {
  row: '2',
  name: 'parallel.json of 10,000 achievements',
  rounds: 7,
  prepare: () => ({
    contenders: [
      { name: 'readParallel', run: () => readParallel(text) },
      { name: 'readParallel, broken file', run: () => readParallel(broken) },
      { name: 'JSON.parse', run: () => JSON.parse(text) },
      { name: 'vscode-json-languageservice', run: () => validate(text) },
      { name: 'vscode-json-languageservice, broken file', run: () => validate(broken) },
    ],
    comparisons: [
      { ours: 'readParallel', other: 'JSON.parse', target: { kind: 'at-most-times', factor: 2 } },
      { ours: 'readParallel', other: 'vscode-json-languageservice', target: undefined },
      {
        ours: 'readParallel, broken file',
        other: 'vscode-json-languageservice, broken file',
        target: { kind: 'at-most-times', factor: 1 },
      },
    ],
    check: async () => {
      const { achievements, problems } = readParallel(text);
      assert.deepEqual(problems, []);
      assert.deepEqual(
        achievements.map(({ id, dependencies }) => [id, dependencies.map(({ value }) => value)]),
        plan.achievements.map(({ id, dependencies }) => [id, dependencies]),
      );
      for (const { id, idSpan } of achievements)
        assert.equal(text.slice(idSpan.start, idSpan.end), `"${id}"`);
      assert.ok(readParallel(broken).problems.length > 0);
      assert.equal(await validate(text), 0);
      assert.ok((await validate(broken)) > 0);
    },
  }),
};

import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver-types';
import type { Engine } from '../../../src/engine/engine';
import { definitionAt } from '../../../src/language/definition';
import { implementationAt } from '../../../src/language/implementation';
import { referencesAt } from '../../../src/language/references';
import { engineOver } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';
import { cursorIn, parallelPath, parallelText, planPath } from './workspace';

const plan = `# PLAN: X

Start with Achievement 1.1.

## Desirable Achievements

### Priority 1: First

**Achievement 1.1**: Lay the base

**Achievement 1.2**: Build

- **Dependencies**: 1.1

**Achievement 1.3**: Check

- **Dependencies**: 1.1-1.2
- **Blocks**: Achievement 1.4 (the last one)

**Achievement 1.4**: Ship
`;
const subplanPath = '/w/X/subplans/SUBPLAN_X_12.md';
const executionPath = '/w/X/execution/EXECUTION_TASK_X_12_01.md';
const feedbackPath = '/w/X/execution/feedbacks/APPROVED_11.md';
const files: Readonly<Record<string, string>> = {
  [planPath]: plan,
  [parallelPath]: parallelText({ '1.1': [], '1.2': ['1.1'], '1.3': ['1.2'] }),
  [subplanPath]:
    '# SUBPLAN: Build\n\n**Achievement Addressed**: Achievement 1.2 (Build)\n\nAfter Achievement 1.1.\n',
  [executionPath]: '# EXECUTION_TASK\n\n**Achievement**: 1.2\n',
  [feedbackPath]: '# APPROVED: Achievement 1.1\n',
};

type Ask = (engine: Engine, document: { uri: string; text: string }, offset: number) => unknown;

/** Places as `file: the line up to the place [the place]`. */
const at = async (path: string, from: string, to: string, ask: Ask): Promise<readonly string[]> => {
  const original = files[path] ?? '';
  assert.ok(original.includes(from), `${from} is not in ${path}`);
  const { text, offset } = cursorIn(original.replace(from, to));
  const now = { ...files, [path]: text };
  const { engine } = await engineOver(now);
  const locations = (await ask(engine, { uri: uriOf(path), text }, offset)) as Location[];
  return locations.map(({ uri, range: { start, end } }) => {
    const found = Object.entries(now).find(([each]) => uriOf(each) === uri)?.[1] ?? '';
    const line = (found.split('\n')[start.line] ?? '').trimStart();
    const cut = (found.split('\n')[start.line] ?? '').length - line.length;
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    return `${name}: ${line.slice(0, start.character - cut)}[${line.slice(start.character - cut, end.character - cut)}]`;
  });
};

const definition = (path: string, from: string, to: string) =>
  at(path, from, to, (engine, document, offset) => definitionAt(engine.snapshot, document, offset));

const references = (path: string, from: string, to: string, includeDeclaration = true) =>
  at(path, from, to, (engine, document, offset) =>
    referencesAt(engine, document, offset, includeDeclaration),
  );

describe('definition', () => {
  const places: readonly (readonly [what: string, path: string, from: string, to: string, id: string])[] = [
    ['running text of the PLAN', planPath, 'with Achievement 1.1', 'with Achievement |1.1', '1.1'],
    ['a Dependencies field', planPath, 'Dependencies**: 1.1\n', 'Dependencies**: 1.1|\n', '1.1'],
    ['the first end of a range', planPath, '1.1-1.2', '1|.1-1.2', '1.1'],
    ['the last end of a range', planPath, '1.1-1.2', '1.1-1.|2', '1.2'],
    ['a Blocks field', planPath, 'Achievement 1.4 (the', 'Achievement 1.|4 (the', '1.4'],
    ['the definition itself', planPath, '**Achievement 1.3', '**Achievement 1|.3', '1.3'],
    ['an id in parallel.json', parallelPath, '_id": "1.2"', '_id": "1.|2"', '1.2'],
    ['a dependency in parallel.json', parallelPath, '      "1.2"', '      "1|.2"', '1.2'],
    ['the header of a SUBPLAN', subplanPath, 'Achievement 1.2', 'Achievement 1|.2', '1.2'],
    ['the text of a SUBPLAN', subplanPath, 'Achievement 1.1', 'Achievement 1|.1', '1.1'],
    ['the header of an EXECUTION_TASK', executionPath, '1.2', '1.2|', '1.2'],
    ['the title of a review', feedbackPath, '1.1', '|1.1', '1.1'],
  ];
  for (const [what, path, from, to, id] of places) {
    it(`is found from ${what}`, async () => {
      assert.deepEqual(await definition(path, from, to), [`PLAN_X.md: **Achievement [${id}]`]);
    });
  }

  it('goes on from the definition to the documents of the achievement', async () => {
    assert.deepEqual(await definition(planPath, '**Achievement 1.2', '**Achievement 1|.2'), [
      'EXECUTION_TASK_X_12_01.md: []',
      'SUBPLAN_X_12.md: []',
    ]);
  });

  it('is not found from other words and numbers', async () => {
    assert.deepEqual(await definition(planPath, '# PLAN', '# |PLAN'), []);
    assert.deepEqual(await definition(planPath, 'Lay the base', 'Lay the base 1.|2'), []);
    assert.deepEqual(await definition(planPath, 'Lay the base', 'Lay Achievement 7.|7'), []);
    assert.deepEqual(await definition(parallelPath, 'level_2', 'lev|el_2'), []);
  });
});

describe('implementation', () => {
  const implementation = (path: string, from: string, to: string) =>
    at(path, from, to, (engine, document, offset) => implementationAt(engine.snapshot, document, offset));

  it('is every document of the achievement, what proves its status first', async () => {
    const both = ['EXECUTION_TASK_X_12_01.md: []', 'SUBPLAN_X_12.md: []'];
    assert.deepEqual(await implementation(parallelPath, '      "1.2"', '      "1.|2"'), both);
    assert.deepEqual(await implementation(planPath, '1.1-1.2', '1.1-1.|2'), both);
    assert.deepEqual(await implementation(executionPath, '1.2', '|1.2'), both);
    assert.deepEqual(await implementation(subplanPath, 'Achievement 1.1', 'Achievement |1.1'), [
      'APPROVED_11.md: []',
    ]);
  });

  it('is nothing where nothing was created, and for other words', async () => {
    assert.deepEqual(await implementation(planPath, '**Achievement 1.3', '**Achievement |1.3'), []);
    assert.deepEqual(await implementation(planPath, '# PLAN', '# |PLAN'), []);
  });
});

describe('references', () => {
  it('are found in every document of the plan', async () => {
    assert.deepEqual(await references(parallelPath, '      "1.1"', '      "1.|1"'), [
      'PLAN_X.md: Start with Achievement [1.1]',
      'PLAN_X.md: **Achievement [1.1]',
      'PLAN_X.md: - **Dependencies**: [1.1]',
      'PLAN_X.md: - **Dependencies**: [1.1]',
      'parallel.json: "achievement_id": "[1.1]',
      'parallel.json: "[1.1]',
      'APPROVED_11.md: # APPROVED: Achievement [1.1]',
      'SUBPLAN_X_12.md: After Achievement [1.1]',
    ]);
  });

  it('leave the definition out when only uses are wanted', async () => {
    assert.deepEqual(await references(executionPath, '1.2', '|1.2', false), [
      'PLAN_X.md: - **Dependencies**: 1.1-[1.2]',
      'parallel.json: "achievement_id": "[1.2]',
      'parallel.json: "[1.2]',
      'EXECUTION_TASK_X_12_01.md: **Achievement**: [1.2]',
      'SUBPLAN_X_12.md: **Achievement Addressed**: Achievement [1.2]',
    ]);
  });

  it('are nowhere for what is no id', async () => {
    assert.deepEqual(await references(planPath, '# PLAN', '# |PLAN'), []);
  });
});

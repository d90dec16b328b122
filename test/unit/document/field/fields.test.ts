import assert from 'node:assert/strict';
import { readFields } from '../../../../src/engine/document/field/fields';
import { scanLines } from '../../../../src/engine/document/markdown/lines';
import { vocabularyOf } from '../../../../src/engine/document/words/vocabulary';
import type { Field } from '../../../../src/engine/facts/field';
import { sliceOf } from '../../../../src/engine/model/text';

const fieldsOf = (text: string, vocabulary = vocabularyOf()): readonly Field[] => {
  const scan = scanLines(text);
  return readFields(scan, 0, scan.index.lineCount - 1, vocabulary);
};
/** Name, value and form of every field. */
const read = (text: string): readonly (readonly string[])[] =>
  fieldsOf(text).map(({ name, value, form }) => [name, value, form]);

describe('Places of fields', () => {
  const places: readonly (readonly [text: string, form: string])[] = [
    ['- **Dependencies**: 1.1', 'item'],
    ['* **Dependencies**: 1.1', 'item'],
    ['+ Dependencies: 1.1', 'item'],
    ['  - **Dependencies**: 1.1', 'item'],
    ['    - **Dependencies**: 1.1', 'item'],
    ['\t- **Dependencies**: 1.1', 'item'],
    ['- Details:\n  - **Dependencies**: 1.1', 'item'],
    ['- **Details**:\n  - **Dependencies**: 1.1', 'item'],
    ['**Details**:\n\n- **Dependencies**: 1.1', 'item'],
    ['- **Goal**: All\n  - **Dependencies**: 1.1', 'item'],
    ['- **Goal**: All\n  **Dependencies**: 1.1', 'paragraph'],
    ['- Words\n  - more\n    - Dependencies: 1.1', 'item'],
    ['1. **Dependencies**: 1.1', 'item'],
    ['3) Dependencies: 1.1', 'item'],
    ['- [ ] **Dependencies**: 1.1', 'item'],
    ['- ✅ Dependencies: 1.1', 'item'],
    ['• Dependencies: 1.1', 'item'],
    ['Dependencies: 1.1', 'paragraph'],
    ['_Dependencies: 1.1_', 'paragraph'],
    ['- *Depends on: 1.1*', 'item'],
    ['> **Blocked by: 1.1**', 'paragraph'],
    ['Words above\nDependencies: 1.1', 'paragraph'],
    ['dependencies: 1.1', 'paragraph'],
    ['🔗 Dependencies: 1.1', 'paragraph'],
    ['> **Dependencies**: 1.1', 'paragraph'],
    ['> Words\n> Dependencies: 1.1', 'paragraph'],
    ['> - **Dependencies**: 1.1', 'item'],
    ['> > Dependencies: 1.1', 'paragraph'],
    ['> [!NOTE]\n> Dependencies: 1.1', 'paragraph'],
    ['| Field | Value |\n| --- | --- |\n| Dependencies | 1.1 |', 'cell'],
    ['Field | Value\n--- | ---\n**Dependencies** | 1.1', 'cell'],
    ['| Dependencies: | 1.1 |\n| --- | --- |\n| Owner | Ann |', 'cell'],
    ['- Facts\n\n  | Field | Value |\n  | --- | --- |\n  | Depends on | 1.1 |', 'cell'],
    ['| Owner | Dependencies | Blocks |\n| --- | --- | --- |\n| Ann | 1.1 |  |', 'cell'],
    ['#### Dependencies\n\n1.1', 'heading'],
    ['##### 🔗 Dependencies: 1.1', 'heading'],
    ['<details>\n<summary>More</summary>\n\n- **Dependencies**: 1.1\n\n</details>', 'item'],
    ['<details><summary>More</summary>\n- **Dependencies**: 1.1\n</details>', 'item'],
    ['<details>\n<summary>Dependencies</summary>\n\n1.1\n\n</details>', 'heading'],
    ['<div>\n**Dependencies**: 1.1\n</div>', 'paragraph'],
    ['| a | b |\n| --- | --- |\n| c | d |\n**Dependencies**: 1.1', 'paragraph'],
    ['- `src/a.ts`\n**Dependencies**: 1.1', 'paragraph'],
    ['**Dependencies**:\n1.1', 'paragraph'],
    ['**Dependencies**:\n\n1.1', 'paragraph'],
    ['- **Dependencies**:\n\n  1.1', 'item'],
    ['**Dependencies**\n\n1.1', 'paragraph'],
    ['**Dependencies**: 1.1\n---', 'paragraph'],
    ['Owner: Ann\nDependencies: 1.1', 'paragraph'],
    ['---\n> Dependencies: 1.1\n\n---', 'paragraph'],
  ];
  for (const [text, form] of places) {
    it(text.replaceAll('\n', ' ⏎ '), () => {
      const found = fieldsOf(text).filter(({ name }) => name === 'dependencies');
      assert.deepEqual(
        found.map((field) => [field.value, sliceOf(text, field.valueSpan), field.form]),
        [['1.1', '1.1', form]],
      );
    });
  }

  const lines: readonly (readonly [text: string, effort: string, dependencies: string])[] = [
    ['**Effort**: 2h | **Dependencies**: 1.1', '2h', '1.1'],
    ['**Effort**: 2h · **Dependencies**: 1.1', '2h', '1.1'],
    ['**Effort:** 2h **Dependencies:** 1.1', '2h', '1.1'],
    ['- **Effort**: 2h, **Dependencies**: 1.1, 1.2', '2h', '1.1, 1.2'],
    ['Effort: 2h | Dependencies: 1.1', '2h', '1.1'],
    ['- Effort: 2h · Depends on: 1.1', '2h', '1.1'],
    ['Dependencies: 1.1; Effort: 2h', '2h', '1.1'],
    ['**Dependencies**: 1.1 — **Effort**: 2h (`a | b`)', '2h (`a | b`)', '1.1'],
    ['**Goal**: All of it | **Effort**: 2h | **Dependencies**: None', '2h', 'None'],
    ['__Effort__: 2h • __Dependencies__: 1.1', '2h', '1.1'],
  ];
  for (const [text, effort, dependencies] of lines) {
    it(`several on one line: ${text}`, () => {
      const values = new Map(fieldsOf(text).map(({ name, value }) => [name, value]));
      assert.deepEqual([values.get('effort'), values.get('dependencies')], [effort, dependencies]);
      for (const { form, block, value } of fieldsOf(text)) {
        assert.equal(form, 'inline');
        assert.ok(sliceOf(text, block).endsWith(value));
        assert.ok(!sliceOf(text, block).slice(0, -value.length).includes('2h'));
      }
    });
  }

  for (const [text, value] of [
    ['- Depends on 1.1.', '1.1.'],
    ['Blocked by Achievement 1.1 for its schema', 'Achievement 1.1 for its schema'],
    ['> Depends on 1.1 and 1.2 (the store)', '1.1 and 1.2 (the store)'],
    ['**Depends on 1.1**', '1.1'],
  ] as const) {
    it(`need no label where a sentence says no more: ${text}`, () => {
      assert.deepEqual(
        fieldsOf(text).map((field) => [field.name, field.value]),
        [['dependencies', value]],
      );
    });
  }

  it('are no sentences that say more, or other things', () => {
    for (const text of ['- Depends on 3.11 of Python', 'Depends on the weather', 'It depends on 1.1']) {
      assert.deepEqual(fieldsOf(text), [], text);
    }
  });

  it('are not in code, comments, links, lists of deliverables, or struck out', () => {
    for (const text of [
      '~~Dependencies: 1.1~~',
      '- ~~**Dependencies**: 1.1~~',
      '```\nDependencies: 1.1\n```',
      '<!-- Dependencies: 1.1 -->',
      'Words <!-- opened\nDependencies: 1.1\n-->',
      '- **Deliverables**:\n  - **Tests**: of the reader\n  - **Dependencies**: package.json',
      '**Deliverables**:\n\n- **Effort**: of others',
      '- `Dependencies: 1.1`',
      'The dependencies: 1.1',
      'He wrote it in two\nneeds: more later',
      '<pre>\nDependencies: 1.1\n</pre>',
      '- **Achievement 1.2**: Search\n  - **Dependencies**: 1.1',
    ]) {
      assert.deepEqual(
        fieldsOf(text).filter(({ name }) => name === 'dependencies' || name === 'effort' || name === 'tests'),
        [],
        text,
      );
    }
  });

  it('are ids below an empty label, though they stand beside it', () => {
    const text = '- **Dependencies**:\n- 1.1 (schema)\n- [x] Achievement 1.2\n- Reviewed by Ann\n';
    assert.deepEqual(
      fieldsOf(text).map(({ block }) => sliceOf(text, block)),
      ['- **Dependencies**:\n- 1.1 (schema)\n- [x] Achievement 1.2'],
    );
  });

  it('end above labels inside of them', () => {
    const text = '- **Dependencies**:\n  - **Blocked by**: 1.1\n  - **Blocks**: 2.1\n- **Effort**: 1h';
    assert.deepEqual(read(text), [
      ['dependencies', '', 'item'],
      ['dependencies', '1.1', 'item'],
      ['blocks', '2.1', 'item'],
      ['effort', '1h', 'item'],
    ]);
    assert.equal(sliceOf(text, fieldsOf(text)[0]?.block ?? { start: 0, end: 0 }), '- **Dependencies**:');
  });

  it('own the list that a text announces', () => {
    const text = '**Dependencies**: both of these:\n\n- 1.1\n- 1.2\n\nWords.\n';
    assert.equal(
      sliceOf(text, fieldsOf(text)[0]?.block ?? { start: 0, end: 0 }),
      '**Dependencies**: both of these:\n\n- 1.1\n- 1.2',
    );
  });
});

describe('Labels', () => {
  const spellings: readonly (readonly [words: string, name: string])[] = [
    ['Blocked by, Blocked By, BLOCKED BY, blocked_by, blocked-by, Is blocked by, Blockers', 'dependencies'],
    ['Depends, Depends on, Depends upon, Dependent on, depends_on, DEPENDS-ON, Deps', 'dependencies'],
    ['Needs, Requires, Prereqs, Pre-requisites, prerequisites, Predecessors, Upstream', 'dependencies'],
    ['Hard dependencies, Direct Dependencies, External dependencies, Dependencies (hard)', 'dependencies'],
    ['Dependencies / Prerequisites, Dependencies & Risks, Requires/Needs, 🔗 Dependencies', 'dependencies'],
    ['⛓️ Depends on, \u200BDependencies\u200B, \u200EDependencies, Dependencies\u00A0', 'dependencies'],
    ['Unblocks, Required by, Blocks, Needed by, Prerequisite for, required_by, 🔓 Unblocks', 'blocks'],
    ['Blocking, Dependents, Successors, Downstream, Unlocks, needed-by', 'blocks'],
    ['Effort, Estimated effort, estimated_hours, ⏱️ Effort, Duration', 'effort'],
    ['Actual, Time spent, actual_hours', 'actual'],
    ['Success, Acceptance criteria, Done when', 'success'],
    ['Soft dependencies, Related, Goal / Notes, Risks, Owner', 'other'],
  ];
  for (const [words, name] of spellings) {
    for (const word of words.split(', ')) {
      it(`${word} is ${name}`, () => {
        const text = `- **${word}**: 1.1`;
        assert.deepEqual(read(text), [[name, '1.1', 'item']]);
      });
    }
  }

  for (const line of [
    '- **Dependencies:** 1.1',
    '- **Dependencies :** 1.1',
    '- __Dependencies__: 1.1',
    '- __Dependencies:__ 1.1',
    '- ***Dependencies***: 1.1',
    '- *Dependencies*: 1.1',
    '- _Dependencies:_ 1.1',
    '- `depends_on`: 1.1',
    '- <b>Dependencies</b>: 1.1',
    '- **Dependencies**：1.1',
    '- Dependencies：1.1',
    '- **Dependencies** – 1.1',
    '- **Dependencies** (hard): 1.1',
    '- **Depends on** 1.1',
    '- **Dependencies**:\u00A0\u200B1.1\u200E',
    '\u200B- **Dependencies**: 1.1',
    '-\u00A0**Dependencies**: 1.1',
    '- \uFEFF**Dependencies**: \u20681.1\u2069',
  ]) {
    it(`reads ${JSON.stringify(line)}`, () =>
      assert.deepEqual(read(line), [['dependencies', '1.1', 'item']]));
  }

  it('can be other words', () => {
    const german = vocabularyOf({ Abhängigkeiten: 'dependencies', Aufwand: 'effort', 依赖: 'dependencies' });
    assert.deepEqual(
      fieldsOf('- **Abhängigkeiten**: 1.1\n- Aufwand: 2h\n- **依赖**：1.2\n- Effort: 3h', german).map(
        ({ name, value }) => [name, value],
      ),
      [
        ['dependencies', '1.1'],
        ['effort', '2h'],
        ['dependencies', '1.2'],
        ['effort', '3h'],
      ],
    );
  });
});

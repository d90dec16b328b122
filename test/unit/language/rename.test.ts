import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { type RenameSupport, renameAt, renameTargetAt } from '../../../src/language/rename';
import { engineOver } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';
import { applied } from './applied';
import { cursorIn, parallelPath, planPath } from './workspace';

type Files = Readonly<Record<string, string>>;

const everything: RenameSupport = {
  prepare: true,
  documentChanges: true,
  fileRenames: true,
  annotations: true,
};

const plan = `# PLAN: X

Start with Achievement 1.1. See subplans/SUBPLAN_X_11.md, then Achievements 1.1-1.3.

\`\`\`text
Achievement 1.1 in code
\`\`\`

## Achievement Index

- ✅ Achievement 1.1: Lay the base
- **1.2** – Build
| 1.1 | Lay the base |

## Desirable Achievements

### Priority 1: First

**Achievement 1.1**: Lay the base

- **Effort**: 1.1 hours

**Achievement 1.2**: Build

- **Dependencies**: 1.1, and again 1.1

**Achievement 1.3**: Check

- **Dependencies**: 1.1-1.2
- **Blocks**: Achievement 1.4 (the last one)

**Achievement 1.4**: Ship, long after PLAN_Y.md and its Achievement 1.1

## Subplan Tracking

- [x] **SUBPLAN_11**: Achievement 1.1 - Complete
  - EXECUTION_TASK_11_07: never written
`;

const parallel = `{
  // version 1.1 of 2026
  "plan_name": "X",
  "analysis_version": "1.1",
  "achievements": [
    { "achievement_id": "1.1", "dependencies": [], "blocks": ["1.2"], "notes": "1.1 is Achievement 1.1",
      "subplan_path": "subplans/SUBPLAN_X_11.md", "execution_paths": ["execution/EXECUTION_TASK_X_11_01.md"],
      "sub_executions": [{ "execution_id": "1.1.1" }, { "execution_id": "1.1.2", "dependencies": ["1.1.1"] }] },
    { "achievement_id": 1.2, "dependencies": [1.1], "estimated_hours": 1.1 },
    { "achievement_id": "1.3", "dependencies": ["1.1", "1.2"], "parallelizable_with": ["1.1"] },
    { "achievement_id": "1.4", "dependencies": ["1.3"], },
  ],
  "priority_groups": [{ "priority": 1, "achievements": ["1.1", "1.2"] }],
  "waves": [["1.1"], ["1.2", "1.3"]],
  "cross_priority_dependencies": [{ "from_achievement": "1.4", "to_achievement": "1.1" }],
}
`;

const subplanPath = '/w/X/subplans/SUBPLAN_X_11.md';
const otherSubplanPath = '/w/X/subplans/SUBPLAN_X_1-2.md';
const executionPath = '/w/X/execution/EXECUTION_TASK_X_11_01.md';
const approvedPath = '/w/X/execution/feedbacks/APPROVED_11.md';

const files: Files = {
  [planPath]: plan,
  [parallelPath]: parallel,
  [subplanPath]: [
    '# SUBPLAN: Lay the base',
    '',
    '**Achievement Addressed**: Achievement 1.1 (Base)',
    '',
    '| 11_01 | [EXECUTION_TASK_X_11_01.md](../execution/EXECUTION_TASK_X_11_01.md) | Complete |',
    'Planned: EXECUTION_TASK_X_11_02',
    '',
  ].join('\r\n'),
  [otherSubplanPath]: '# SUBPLAN\n\n**Achievement**: 1.2\n\n- 1.1 Lay the base (complete)\n- 1.1 hours\n',
  [executionPath]: '# EXECUTION_TASK\n\n**Achievement**: 1.1\n\nAfter 1.1 V of battery.\n',
  [approvedPath]: '# APPROVED: Achievement 1.1\n',
};

interface Asked {
  readonly files: Files;
  readonly edit: WorkspaceEdit;
}

/** Where a document has this text, with the caret at the marker `|` of it. */
type Caret = readonly [path: string, marked: string];

const caretIn = (all: Files, [path, marked]: Caret) => {
  const text = all[path] ?? '';
  const { text: wanted, offset } = cursorIn(marked);
  const at = text.indexOf(wanted);
  assert.notEqual(at, -1, `${wanted} is not in ${path}`);
  return { document: { uri: uriOf(path), text }, offset: at + offset };
};

/** Renames the id at the caret. */
const ask = async (all: Files, caret: Caret, newName: string, support = everything): Promise<Asked> => {
  const { document, offset } = caretIn(all, caret);
  const { engine } = await engineOver(all);
  const edit = await renameAt(engine, document, offset, newName, support, () => 7);
  return { files: all, edit };
};

const renamed = async (...asked: Parameters<typeof ask>): Promise<Files> => {
  const { files: before, edit } = await ask(...asked);
  return applied(before, edit);
};

const definition: Caret = [planPath, '**Achievement |1.1'];

/** Lines that differ, as they are afterwards. */
const changedLines = (before: string, after: string | undefined): readonly string[] => {
  const old = before.split(/\r?\n/);
  return (after ?? '').split(/\r?\n/).filter((line, at) => line !== old[at]);
};

describe('rename of an id', () => {
  it('follows it through the PLAN and leaves other numbers', async () => {
    const after = await renamed(files, definition, '2.7');
    assert.deepEqual(changedLines(plan, after[planPath]), [
      'Start with Achievement 2.7. See subplans/SUBPLAN_X_27.md, then Achievements 2.7, 1.2, 1.3.',
      'Achievement 2.7 in code',
      '- ✅ Achievement 2.7: Lay the base',
      '| 2.7 | Lay the base |',
      '**Achievement 2.7**: Lay the base',
      '- **Dependencies**: 2.7, and again 1.1',
      '- **Dependencies**: 2.7, 1.2',
      '**Achievement 1.4**: Ship, long after PLAN_Y.md and its Achievement 2.7',
      '- [x] **SUBPLAN_27**: Achievement 2.7 - Complete',
      '  - EXECUTION_TASK_27_07: never written',
    ]);
  });

  it('follows it through parallel.json and keeps everything else as it is', async () => {
    const after = await renamed(files, definition, '2.7');
    assert.equal(
      after[parallelPath],
      parallel
        .replaceAll('"achievement_id": "1.1"', '"achievement_id": "2.7"')
        .replaceAll('X_11', 'X_27')
        .replaceAll('"1.1.', '"2.7.')
        .replace('[1.1]', '[2.7]')
        .replaceAll('["1.1"', '["2.7"')
        .replace('"to_achievement": "1.1"', '"to_achievement": "2.7"'),
    );
  });

  it('renames the files of the achievement and what they say', async () => {
    const after = await renamed(files, definition, '2.7');
    assert.deepEqual(Object.keys(after).sort(), [
      planPath,
      '/w/X/execution/EXECUTION_TASK_X_27_01.md',
      '/w/X/execution/feedbacks/APPROVED_27.md',
      parallelPath,
      otherSubplanPath,
      '/w/X/subplans/SUBPLAN_X_27.md',
    ]);
    assert.equal(
      after['/w/X/subplans/SUBPLAN_X_27.md'],
      files[subplanPath]?.replaceAll('11_', '27_').replace('1.1', '2.7'),
    );
    assert.equal(
      after['/w/X/execution/EXECUTION_TASK_X_27_01.md'],
      '# EXECUTION_TASK\n\n**Achievement**: 2.7\n\nAfter 1.1 V of battery.\n',
    );
    assert.equal(after['/w/X/execution/feedbacks/APPROVED_27.md'], '# APPROVED: Achievement 2.7\n');
    assert.equal(
      after[otherSubplanPath],
      '# SUBPLAN\n\n**Achievement**: 1.2\n\n- 2.7 Lay the base (complete)\n- 1.1 hours\n',
    );
  });

  const places: readonly Caret[] = [
    [planPath, 'with Achievement 1|.1'],
    [planPath, '✅ Achievement 1.1|'],
    [planPath, '**Dependencies**: |1.1,'],
    [planPath, '|1.1-1.2'],
    [parallelPath, '_id": "1|.1"'],
    [parallelPath, '[1.|1]'],
    [subplanPath, 'Achievement 1.1|'],
    [executionPath, '**: |1.1'],
    [approvedPath, '1.1|'],
    [otherSubplanPath, '- 1.|1 Lay'],
  ];
  for (const caret of places) {
    it(`may start at ${caret[1]} and does the same`, async () => {
      const { document, offset } = caretIn(files, caret);
      const { engine } = await engineOver(files);
      assert.equal(renameTargetAt(engine.snapshot, document, offset)?.placeholder, '1.1');
      assert.deepEqual(await renamed(files, caret, '2.7'), await renamed(files, definition, '2.7'));
    });
  }

  it('there and back changes nothing, in every file', async () => {
    const plain = { ...files, [planPath]: plan.replace('1.1-1.3', '1.1').replace('1.1-1.2', '1.1') };
    const there = await renamed(plain, definition, '2.7');
    const back = await renamed(there, [planPath, '**Achievement 2|.7'], '1.1');
    assert.deepEqual(back, plain);
  });

  it('keeps a range that still reads the same, and the spelling of file names', async () => {
    const after = await renamed(files, [planPath, '**Achievement |1.2'], '1.2.5');
    assert.deepEqual(changedLines(plan, after[planPath]), [
      '- **1.2.5** – Build',
      '**Achievement 1.2.5**: Build',
      '- **Dependencies**: 1.1-1.2.5',
    ]);
    assert.ok(after['/w/X/subplans/SUBPLAN_X_1-2-5.md']);
  });

  it('puts a number that JSON cannot write in quotes', async () => {
    const at: Caret = [planPath, '**Achievement |1.2'];
    const after = await renamed(files, at, '1.2.5');
    assert.match(after[parallelPath] ?? '', /"achievement_id": "1\.2\.5", "dependencies": \[1\.1\]/);
    assert.match((await renamed(files, at, '1.9'))[parallelPath] ?? '', /"achievement_id": 1\.9,/);
  });

  it('lets a person confirm what may mean something else', async () => {
    const { edit } = await ask(files, definition, '2.7');
    const doubtful = (edit.documentChanges ?? []).flatMap((change) =>
      'edits' in change
        ? change.edits.filter((each) => 'annotationId' in each && each.annotationId === 'doubtful')
        : [],
    );
    assert.deepEqual(
      doubtful.map((each) => 'range' in each && each.range.start.line),
      [5, 31, 36, 13],
    );
    assert.equal(edit.changeAnnotations?.doubtful?.needsConfirmation, true);
    assert.equal(edit.changeAnnotations?.id?.needsConfirmation, undefined);
  });

  it('edits documents first, as they are open, and renames files last', async () => {
    const { edit } = await ask(files, definition, '2.7');
    const kinds = (edit.documentChanges ?? []).map((change) => ('kind' in change ? change.kind : 'edit'));
    assert.deepEqual(kinds, [...kinds].sort());
    assert.deepEqual(
      (edit.documentChanges ?? []).flatMap((each) =>
        'textDocument' in each ? [each.textDocument.version] : [],
      ),
      [7, 7, 7, 7, 7, 7],
    );
  });

  it('is plain edits for a client that knows no more, where no file is renamed', async () => {
    const none = { prepare: false, documentChanges: false, fileRenames: false, annotations: false };
    const at: Caret = [planPath, '**Achievement 1.3|'];
    const after = await renamed(files, at, '3.1', none);
    assert.deepEqual(after, await renamed(files, at, '3.1'));
    await assert.rejects(ask(files, definition, '2.7', none), /3 files .* this editor cannot do/);
  });
});

describe('rename of a PRP', () => {
  const first = '/w/PRPs/executed/PRP-7.1.1-store.md';
  const second = '/w/PRPs/PRP-7.2.1-queue.md';
  const other = '/w/PRPs/PRP-8.1.1-page.md';
  const prps: Files = {
    [first]: '---\nprp_id: 7.1.1\nfeature_name: Store\n---\n\n# Store\n',
    [second]:
      '---\nprp_id: "PRP-7.2.1"\ndependencies: ["PRP-7.1.1"]\n---\n\nAfter PRP-7.1.1 (PRP-7.1.1-store.md).\n',
    [other]: '---\nprp_id: PRP-8.1.1\ndependencies: [7.1.1, PRP-7.2.1]\n---\n\n# Page\n',
  };

  it('follows front matter, text and file names, in other batches too', async () => {
    const after = await renamed(prps, [second, '"PRP-7|.1.1"'], '7.1.4');
    assert.deepEqual(
      after,
      Object.fromEntries(
        Object.entries(prps).map(([path, text]) => [
          path.replaceAll('7.1.1', '7.1.4'),
          text.replaceAll('7.1.1', '7.1.4'),
        ]),
      ),
    );
    const back = await renamed(after, [second, '"PRP-7|.1.4"'], 'PRP-7.1.1');
    assert.deepEqual(back, prps);
  });

  it('stays in its batch', async () => {
    const at: Caret = [second, '"PRP-7.2.1|"'];
    await assert.rejects(ask(prps, at, 'PRP-8.2.1'), /PRP-7 with a stage and a number/);
    await assert.rejects(ask(prps, at, '7.1.1'), /PRP-7\.1\.1 is taken/);
  });
});

describe('rename is refused', () => {
  const refusals: readonly (readonly [what: string, newName: string, message: RegExp, changes?: Files])[] = [
    ['for what is no id', 'one', /numbers joined by dots/],
    ['for a number without a dot', '5', /numbers joined by dots/],
    ['for the same id', '1.1', /its id already/],
    ['for an id the PLAN defines', '1.3', /1\.3 is taken: PLAN_X\.md defines it in line 27/],
    [
      'for an id only parallel.json lists',
      '9.9',
      /parallel\.json lists it/,
      { [parallelPath]: parallel.replace('"achievement_id": "1.4"', '"achievement_id": "9.9"') },
    ],
    [
      'for an id that a dependency waits for',
      '9.9',
      /Line 25 of PLAN_X\.md already mentions 9\.9/,
      { [planPath]: plan.replace('and again 1.1', '9.9') },
    ],
    [
      'for an id that a text mentions',
      '9.9',
      /Line 3 of SUBPLAN_X_1-2\.md already mentions 9\.9/,
      { [otherSubplanPath]: '# SUBPLAN\n\n**Achievement**: 1.2, not Achievement 9.9\n' },
    ],
    [
      'for the digits of another id',
      '1.11',
      /same digits as 11\.1/,
      { [planPath]: plan.replace('**Achievement 1.4', '**Achievement 11.1') },
    ],
    [
      'where a file is in the way',
      '2.7',
      /SUBPLAN_X_27\.md already|SUBPLAN_X_27\.md says/,
      { '/w/X/subplans/SUBPLAN_X_27.md': '# Nobody\n' },
    ],
    [
      'where a file waits for the new id',
      '2.7',
      /FIX_27\.md says that it belongs to 2\.7/,
      { '/w/X/execution/feedbacks/FIX_27.md': '# FIX\n' },
    ],
    [
      'where parallel.json is broken',
      '2.7',
      /parallel\.json is not valid JSON/,
      { [parallelPath]: parallel.replace('"plan_name":', '"plan_name"') },
    ],
    [
      'where the id is defined twice',
      '2.7',
      /defined more than once, in lines 19 and 32/,
      { [planPath]: plan.replace('**Achievement 1.4', '**Achievement 1.1') },
    ],
  ];
  for (const [what, newName, message, changes] of refusals) {
    it(what, () => assert.rejects(ask({ ...files, ...changes }, definition, newName), message));
  }

  it('anywhere but on an id, and silently where there is no plan', async () => {
    const { engine } = await engineOver(files);
    const target = (offset: number, uri = uriOf(planPath), text = plan) =>
      renameTargetAt(engine.snapshot, { uri, text }, offset);
    assert.throws(() => target(3), /Put the cursor on the id/);
    assert.throws(() => target(plan.indexOf('1.1 hours')), /Put the cursor on the id/);
    assert.equal(target(3, uriOf('/w/README.md'), '# Achievement 1.1\n'), null);
  });
});

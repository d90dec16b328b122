import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TextEdit } from 'vscode-languageserver-types';
import { readPrp } from '../../../src/engine/document/prp/prp';
import { readEvidence } from '../../../src/engine/document/work/evidence';
import { completionsAt } from '../../../src/language/completion';
import { plainOf } from '../../../src/language/completion/snippet';
import { engineOver } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';
import { completeIn } from './completing';
import { parallelPath, planPath, planText } from './workspace';

const files = { [planPath]: planText };
const subplan = '/w/X/subplans/SUBPLAN_X_12.md';
const execution = '/w/X/execution/EXECUTION_TASK_X_12_01.md';
const approved = '/w/X/execution/feedbacks/APPROVED_12.md';

describe('completion in SUBPLANs, EXECUTION_TASKs and feedback', () => {
  for (const [path, header] of [
    [subplan, '**Achievement**: |'],
    [subplan, '- **Achievement Addressed:** 1.|'],
    [subplan, '**Achievement Addressed**: Achievement |'],
    [execution, '# EXECUTION_TASK: Achievement |'],
    [approved, '**Achievement**: |'],
  ] as const) {
    it(`offers ids for ${header}, that of the file's name first`, async () => {
      const text = header.startsWith('#') ? header : `# Title\n\n${header}\n`;
      const { labels, taken } = await completeIn(files, path, text, { trigger: ' ' });
      assert.deepEqual(labels, ['1.2', '1.1', '1.3']);
      assert.equal(readEvidence(taken('1.3')).headerIds[0]?.id, '1.3');
    });
  }

  it('offers ids in running text, not in code', async () => {
    const text = await completeIn(files, subplan, 'Needs Achievement |');
    assert.deepEqual(text.labels, ['1.2', '1.1', '1.3']);
    assert.deepEqual((await completeIn(files, subplan, '```\nAchievement |\n```')).labels, []);
    assert.deepEqual((await completeIn(files, subplan, 'Some text |')).labels, []);
  });

  it('offers the words for a status, in place of what is there', async () => {
    const { labels, taken } = await completeIn(files, subplan, '**Status**: In |Progress ✅\n');
    assert.deepEqual(labels, ['Not Started', 'Design Phase', 'Ready to Execute', 'In Progress', 'Complete']);
    assert.equal(taken('Complete'), '**Status**: Complete ✅\n');
    const task = await completeIn(files, execution, '- **Status:** |');
    assert.ok(task.labels.includes('Blocked'));
    assert.deepEqual((await completeIn(files, approved, '**Status**: |')).labels, ['APPROVED']);
    assert.deepEqual((await completeIn(files, subplan, '<!--\n**Status**: |\n-->')).labels, []);
  });
});

const batch = {
  '/w/prps/PRP-47.1.1-a.md': '---\nprp_id: PRP-47.1.1\nfeature_name: First\n---\n',
  '/w/prps/PRP-47.2.1-b.md':
    '---\nprp_id: PRP-47.2.1\nfeature_name: Second\ndependencies: [PRP-47.1.1]\n---\n',
  '/w/prps/PRP-47.3.1-c.md':
    '---\nprp_id: PRP-47.3.1\nfeature_name: Third\ndependencies: [PRP-47.2.1]\n---\n',
};
const second = '/w/prps/PRP-47.2.1-b.md';

const prp = (lines: string) =>
  completeIn(batch, second, `---\nfeature_name: Second\n${lines}\n---\n\n# Second\n`);

describe('completion in the front matter of a PRP', () => {
  for (const [list, expected] of [
    ['dependencies: [|]', ['PRP-47.1.1']],
    ['dependencies: [PRP-47.3.1, |]', ['PRP-47.3.1', 'PRP-47.1.1']],
    ['dependencies:\n  - |', ['PRP-47.1.1']],
    ['dependencies:\n- PRP-47.3.1\n- "|"', ['PRP-47.3.1', 'PRP-47.1.1']],
    ['dependencies: |', ['PRP-47.1.1']],
    ['dependencies:|', ['PRP-47.1.1']],
    ['dependencies: PRP-4|7.3.1', ['PRP-47.1.1']],
  ] as const) {
    it(`offers the ids of the batch in ${JSON.stringify(list)}, those that close a cycle last`, async () => {
      const { labels, taken } = await prp(list);
      assert.deepEqual(
        labels,
        ['PRP-47.1.1', 'PRP-47.3.1!'].filter(
          (label) => !expected.slice(0, -1).some((id) => label.startsWith(id)),
        ),
      );
      const read = readPrp('PRP-47.2.1-b.md', taken('PRP-47.1.1'));
      assert.deepEqual(read.dependencies.map(({ id }) => id).sort(), [...expected].sort());
      assert.deepEqual(read.problems, []);
    });
  }

  it('writes ids without the prefix where the file does', async () => {
    const { taken } = await prp('prp_id: 47.2.1\ndependencies: [|]');
    assert.match(taken('PRP-47.1.1'), /dependencies: \[47\.1\.1\]/);
  });

  it('offers the keys that are missing, and a status', async () => {
    const { labels, taken } = await prp('dependencies: []\n|');
    assert.deepEqual(labels, ['prp_id', 'estimated_hours', 'status']);
    assert.match(taken('prp_id'), /\nprp_id: PRP-47\.2\.1\n/);
    assert.equal(
      readPrp('x.md', (await prp('status: in|')).taken('in_progress')).claimedStatus,
      'in_progress',
    );
  });

  it('offers nothing elsewhere', async () => {
    for (const lines of ['feature_name: |', 'estimated_hours: |', 'notes:\n  - |', 'dependencies: [a b |]']) {
      assert.deepEqual((await prp(lines)).labels, [], lines);
    }
    assert.deepEqual((await completeIn(batch, second, '---\nprp_id: PRP-47.2.1\n---\n|')).labels, []);
  });
});

describe('completion anywhere', () => {
  const pieces = [
    ...['{', '}', '[', ']', ':', ',', '"', '"achievements"', '"dependencies"', '"id"', '"1.1"', '// x', '/*'],
    ...['\n', '\r\n', ' ', '#', '## ', '**', '- ', '**Achievement 1.1**: T', 'Achievement ', '1.1', '\ud800'],
    ...[
      '## Achievements\n',
      '### Priority 1: P\n',
      '- **Dependencies**: ',
      '```\n',
      '<!--',
      '---\n',
      '$',
      '\\',
    ],
    ...['dependencies:', 'prp_id: ', '**Status**: ', '### Achievement 2: T\n', 'levels', '0'],
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));

  for (const path of [planPath, parallelPath, subplan, second]) {
    it(`never throws and replaces only what is around the caret: ${path}`, async () => {
      await fc.assert(
        fc.asyncProperty(text, fc.nat(), fc.boolean(), async (content, at, snippets) => {
          const uri = uriOf(path);
          const { engine } = await engineOver({ ...files, ...batch, [path]: content });
          const document = TextDocument.create(uri, 'x', 1, content);
          const offset = at % (content.length + 1);
          const items = completionsAt(engine.snapshot, {
            document: { uri, text: content },
            offset,
            client: { snippets, completesJson: false },
            trigger: undefined,
          });
          for (const { textEdit, insertTextFormat } of items) {
            assert.ok(TextEdit.is(textEdit));
            assert.equal(textEdit.range.start.line, textEdit.range.end.line);
            assert.ok(document.offsetAt(textEdit.range.start) <= offset);
            assert.ok(document.offsetAt(textEdit.range.end) >= offset);
            assert.ok(snippets || insertTextFormat === undefined);
          }
        }),
        { seed: 47, numRuns: 150 },
      );
    });
  }

  it('survives text of any depth', async () => {
    for (const mark of ['[', '{"a":', '[{"achievements":[']) {
      const content = mark.repeat(20_000);
      await completeIn(files, parallelPath, `${content}|`);
      await completeIn(files, parallelPath, `|${content}`);
    }
  });
});

describe('a snippet as plain text', () => {
  it('keeps the text of places and the first choice', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: snippet syntax
    assert.equal(plainOf('a ${1:b \\} c} $2 ${3|x\\,y,z|} \\$1 \\\\'), 'a b } c  x,y $1 \\');
  });
});

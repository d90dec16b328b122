import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { CreationKind, NewFile } from '../../../src/engine/create/batch';
import { carried } from '../../../src/engine/create/carried';
import { createEngine } from '../../../src/engine/createEngine';
import { FILL_MARK } from '../../../src/engine/document/work/fillMark';
import { engineOver, planOf } from '../../support/engineOver';
import { type MemoryFiles, memoryFiles, uriOf } from '../../support/memoryFiles';

const PLAN = '/w/X/PLAN_X.md';
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const open = async (files: MemoryFiles) => {
  const engine = createEngine({ files, logger: silent, roots: ['file:///w'], schemaFindings: false });
  await engine.refresh();
  return engine;
};

const prepare = async (files: MemoryFiles, kind: CreationKind): Promise<readonly NewFile[]> => {
  const engine = await open(files);
  const result = await engine.prepareCreation({ plan: uriOf(PLAN), kind, selection: { by: 'all' } });
  engine.dispose();
  if (!result.ok) throw result.error;
  return result.value.files;
};

const apply = (files: MemoryFiles, created: readonly NewFile[]): void => {
  for (const { uri, content } of created) files.set(decodeURIComponent(uri.slice('file://'.length)), content);
};

const planText = (...blocks: readonly string[]): string =>
  ['# PLAN: X', '## 🎯 Desirable Achievements', '### Priority 1: All', ...blocks, '## End', ''].join('\n\n');

const FULL = `**Achievement 1.2**: Write the \`output\` ✅

- **Goal**: Put it *out*
- **What**: All of it
- **Deliverables**:
  - [x] \`src/write.ts\` (new file)
    - with [a note](../docs/x.md)
  - docs
- **Success Criteria**:
  - It writes
- **Tests**:
  - a test
- **Effort**: 2-3 hours
- **Notes**: mind the gap
- **Dependencies**: 1.1`;

const world = (): MemoryFiles =>
  memoryFiles({
    [PLAN]: planText(
      '**Achievement 1.1**: Read\n\n- **Goal**: Know',
      FULL,
      '**Achievement 2.1**: Rest\n\n- **Dependencies**: 1.2, 9.9',
    ),
    '/w/X/subplans/SUBPLAN_X_11.md': '# SUBPLAN: Read\n\n**Achievement**: 1.1\n',
    '/w/X/execution/feedbacks/APPROVED_11.md': '# APPROVED\n\n**Achievement**: 1.1\n',
  });

const sectionsOf = (content: string): readonly string[] =>
  [...content.matchAll(/^## (.*)$/gm)].map(([, title]) => title ?? '');
const sectionOf = (content: string, title: string): string =>
  content
    .split(/^## /m)
    .find((part) => part.startsWith(`${title}\n`))
    ?.slice(title.length)
    .trim() ?? 'no such section';

describe('create/documents', () => {
  it('writes a SUBPLAN with everything the PLAN says about the achievement', async () => {
    const [file] = await prepare(world(), 'subplan');
    assert.equal(file?.name, 'SUBPLAN_X_12.md');
    const content = file?.content ?? '';
    assert.deepEqual(content.split('\n').slice(0, 9), [
      '# SUBPLAN: Write the `output`',
      '',
      '**Type**: SUBPLAN  ',
      '**Mother Plan**: PLAN_X.md  ',
      '**Plan**: X  ',
      '**Achievement Addressed**: Achievement 1.2  ',
      '**Achievement**: 1.2  ',
      '**Status**: Not Started  ',
      '**Estimated Effort**: 2-3 hours',
    ]);
    assert.deepEqual(sectionsOf(content), [
      'Objective',
      'What Needs to Be Created',
      'Approach',
      'Execution Strategy',
      'Planned Executions',
      'Tests Required',
      'Expected Results',
      'Conflict Analysis',
      'Dependencies',
      'Execution Task Reference',
      'Success Criteria',
      'Completion Workflow',
      'Active EXECUTION_TASKs',
      'Execution Results Synthesis',
    ]);
    assert.equal(
      sectionOf(content, 'Objective'),
      'Put it *out*\n\nAll of it\n\n**Notes**: mind the gap\n\nDefined in [PLAN_X.md](../PLAN_X.md).',
    );
    assert.equal(
      sectionOf(content, 'What Needs to Be Created'),
      '- [ ] `src/write.ts` (new file)\n  - with [a note](../docs/x.md)\n- [ ] docs',
    );
    assert.equal(sectionOf(content, 'Success Criteria'), '- [ ] It writes');
    assert.equal(sectionOf(content, 'Tests Required'), '- a test');
    assert.equal(
      sectionOf(content, 'Dependencies'),
      [
        'Dependency level 1 of 2 (level 0 depends on nothing).',
        'Depends on:',
        '- 1.1 Read: [SUBPLAN_X_11.md](SUBPLAN_X_11.md)',
        'Needed by:',
        '- 2.1 Rest',
      ].join('\n\n'),
    );
    assert.match(
      sectionOf(content, 'Active EXECUTION_TASKs'),
      /^\| 12_01 \| \[EXECUTION_TASK_X_12_01\.md\]\(\.\.\/execution\/EXECUTION_TASK_X_12_01\.md\)/m,
    );
  });

  it('says the same of other achievements however far they are: a status is another one tomorrow', async () => {
    const fields = { '2.1': '- **Dependencies**: 1.1, 1.2', '1.2': '- **Dependencies**: 1.1' };
    const documents = async (proof: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const { engine } = await engineOver({
        '/w/X/PLAN_X.md': planOf('X', ['1.1', '1.2', '2.1'], fields),
        ...proof,
      });
      const contents: string[] = [];
      for (const kind of ['subplan', 'execution'] as const) {
        const batch = await engine.prepareCreation({
          plan: uriOf('/w/X/PLAN_X.md'),
          kind,
          selection: { by: 'achievements', ids: ['2.1'] },
        });
        assert.ok(batch.ok);
        contents.push(batch.value.files[0]?.content ?? '');
      }
      return contents;
    };
    const own = { '/w/X/subplans/SUBPLAN_X_21.md': '# SUBPLAN\n\n**Achievement**: 2.1\n' };
    const before = await documents(own);
    assert.match(before[1] ?? '', /- 1\.1 Title of 1\.1: \[PLAN_X\.md\]\(\.\.\/PLAN_X\.md\)\n/);
    assert.deepEqual(
      await documents({
        ...own,
        '/w/X/execution/feedbacks/APPROVED_11.md': '',
        '/w/X/execution/feedbacks/FIX_12.md': '',
      }),
      before,
    );
  });

  it('marks what a person has to fill, the same way everywhere', async () => {
    const files = world();
    const subplans = await prepare(files, 'subplan');
    apply(files, subplans);
    for (const { content, id } of [...subplans, ...(await prepare(files, 'execution'))]) {
      assert.ok(content.includes(FILL_MARK), id);
      for (const [comment] of content.matchAll(/<!--.*?-->/gs))
        assert.match(comment, /^<!-- fill: \S.* -->$/);
    }
    const rest = subplans.find(({ id }) => id === '2.1')?.content ?? '';
    assert.match(sectionOf(rest, 'Objective'), /^<!-- fill: /);
    assert.match(sectionOf(rest, 'Dependencies'), /- 9\.9: not in the plan/);
  });

  it('writes an EXECUTION_TASK in which no work is done', async () => {
    const files = world();
    apply(files, await prepare(files, 'subplan'));
    const executions = await prepare(files, 'execution');
    assert.deepEqual(
      executions.map(({ name }) => name),
      ['EXECUTION_TASK_X_12_01.md', 'EXECUTION_TASK_X_21_01.md'],
    );
    const content = executions[0]?.content ?? '';
    assert.deepEqual(sectionsOf(content), [
      "What We're Building",
      'SUBPLAN Context',
      'Parallelization Context',
      'Test Creation Phase',
      'Iteration Log',
      'Learning Summary',
      'Code Comment Map',
      'Future Work',
      'Completion Status',
    ]);
    assert.match(content, /^\*\*Achievement\*\*: 1\.2\s*$/m);
    assert.match(content, /^\*\*Execution Number\*\*: 01\s*$/m);
    assert.match(content, /\[SUBPLAN_X_12\.md\]\(\.\.\/subplans\/SUBPLAN_X_12\.md\)/);
    apply(files, executions);
    const engine = await open(files);
    assert.deepEqual(
      engine.snapshot.plans[0]?.achievements.map(({ status }) => status),
      ['complete', 'execution_created', 'execution_created'],
    );
    engine.dispose();
  });

  it('is the same every time, and ends its lines as the PLAN does', async () => {
    assert.deepEqual(await prepare(world(), 'subplan'), await prepare(world(), 'subplan'));
    const text = world().texts.get(PLAN) ?? '';
    const files = memoryFiles({ [PLAN]: text.replaceAll('\n', '\r\n') });
    for (const { content } of await prepare(files, 'subplan'))
      assert.doesNotMatch(content, /[^\r]\n|\r[^\n]/);
  });

  it('is read back as the same achievements without work, whatever the PLAN says', async () => {
    const line = fc.oneof(
      fc.constantFrom(
        '- **Goal**: x',
        '- **Deliverables**:',
        '  - [x] done',
        '  - ```js',
        '  ```',
        '- [X] ticked',
        '**Achievement Addressed**: 9.9',
        '**Status**: Complete',
        '#### Iteration Log',
        '- **Notes**: <!-- open',
        '-->',
        '- **Tests**: - [x] t',
        '> [x] quote',
        '| a | b |',
        '<div>',
      ),
      fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => `  - ${text.replace(/[\r\n]/g, '')}`),
    );
    const title = fc.constantFrom(
      'Plain',
      '`code` *and* more',
      'After Achievement 9.9',
      '<img onerror=x>',
      '[link](x)',
      '- [x] odd',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(title, fc.array(line, { maxLength: 12 })), { minLength: 1, maxLength: 4 }),
        async (achievements) => {
          const blocks = achievements.map(
            ([name, lines], at) => `**Achievement 1.${at + 1}**: ${name}\n\n${lines.join('\n')}`,
          );
          const files = memoryFiles({ [PLAN]: planText(...blocks) });
          const before = await open(files);
          const expected =
            before.snapshot.plans[0]?.achievements.map(({ id, title: name }) => [id, name]) ?? [];
          before.dispose();
          const subplans = await prepare(files, 'subplan');
          apply(files, subplans);
          const executions = await prepare(files, 'execution');
          apply(files, executions);
          const engine = await open(files);
          const plan = engine.snapshot.plans[0];
          engine.dispose();
          assert.deepEqual(plan?.strays, []);
          assert.deepEqual(
            plan?.achievements.map((each) => [
              each.id,
              each.title,
              each.status,
              each.subplan,
              each.executions,
            ]),
            expected.map(([id, name]) => [
              id,
              name,
              'execution_created',
              subplans.find((file) => file.id === id)?.uri,
              executions.filter((file) => file.id === id).map(({ uri }) => uri),
            ]),
          );
          for (const file of [...subplans, ...executions]) {
            assert.equal(/^# [A-Z_]+: (.*)$/m.exec(file.content)?.[1], file.title);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('closes what Markdown from the PLAN leaves open, and unticks outside code only', () => {
    assert.equal(carried('```js\n- [x] code'), '```js\n- [x] code\n```');
    assert.equal(carried('<!-- b'), '<!-- b\n-->');
    assert.equal(carried('- ~~~\n  a\n- [x] b'), '- ~~~\n  a\n- [ ] b');
    assert.equal(carried('- [x] a\n1. [X] b\n[x] c'), '- [ ] a\n1. [ ] b\n[ ] c');
    assert.equal(carried('### Part ##\r\ntext'), '**Part**\ntext');
  });
});

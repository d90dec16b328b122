import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { CreationRequest, NewFile } from '../../../src/engine/create/batch';
import { numberedParts } from '../../../src/engine/create/parts';
import { stepOf } from '../../../src/engine/workflow/step';
import { engineOver, planOf } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

const SUBPLAN = '/w/X/subplans/SUBPLAN_X_11.md';
const execution = (number: string): string => `/w/X/execution/EXECUTION_TASK_X_11_${number}.md`;
const finished = '# EXECUTION_TASK\n\n**Achievement**: 1.1\n\n**Status**: Complete\n\n- [x] Built\n';
const running = '# EXECUTION_TASK\n\n**Achievement**: 1.1\n\n**Status**: In Progress\n';

const worldOf = async (files: Readonly<Record<string, string>>, parts?: readonly unknown[]) => {
  const parallel = {
    plan_name: 'X',
    achievements: [{ achievement_id: '1.1', dependencies: [], status: 'not_started', sub_executions: parts }],
  };
  return engineOver({
    '/w/X/PLAN_X.md': planOf('X', ['1.1'], { '1.1': '- **Effort**: 9 hours' }),
    ...(parts ? { '/w/X/parallel.json': JSON.stringify(parallel) } : {}),
    ...files,
  });
};
type World = Awaited<ReturnType<typeof worldOf>>;

const create = async ({ engine }: World, more: Partial<CreationRequest> = {}) => {
  const batch = await engine.prepareCreation({
    plan: uriOf('/w/X/PLAN_X.md'),
    kind: 'execution',
    selection: { by: 'all' },
    ...more,
  });
  if (!batch.ok) throw batch.error;
  return batch.value;
};

const write = async (world: World, created: readonly NewFile[]): Promise<void> => {
  for (const { uri, content } of created) world.files.set(uri.slice('file://'.length), content);
  await world.settled();
};

const namesIn = (files: readonly NewFile[]): readonly string[] => files.map(({ name }) => name);
const sectionOf = (content: string | undefined, title: string): string | undefined =>
  content
    ?.split(/^## /m)
    .find((part) => part.startsWith(`${title}\n`))
    ?.slice(title.length)
    .trim();

const PARTS = [
  { execution_id: '1.1.1', title: 'Parse', estimated_hours: 2, executor: 'Ann' },
  { execution_id: '1.1.3', title: 'Print', dependencies: ['1.1.1'], status: 'complete' },
];

describe('the next execution of an achievement', () => {
  it('has the number behind the highest, says which others there are and what is planned for it', async () => {
    const world = await worldOf({
      [SUBPLAN]:
        '# SUBPLAN\n\n**Achievement**: 1.1\n\n## Active EXECUTION_TASKs\n\n| Execution | What | Status |\n| --- | --- | --- |\n| 11_01 | Read | Complete |\n| 11_02 | Retry *it* | ⏳ Not Started |\n| 11_03 | Write <b>it</b> | Planned |\n',
      [execution('01')]: finished,
      [execution('02_V2')]: running,
    });
    assert.deepEqual(namesIn((await create(world)).files), []);
    const { files } = await create(world, { another: true });
    assert.deepEqual(namesIn(files), ['EXECUTION_TASK_X_11_03.md']);
    const [file] = files;
    assert.match(file?.content ?? '', /^\*\*Execution Number\*\*: 03\s*$/m);
    assert.match(file?.content ?? '', /^\*\*Estimated Effort\*\*: <!-- fill: /m);
    assert.match(
      sectionOf(file?.content, "What We're Building") ?? '',
      /^Planned in the SUBPLAN: Write <b>it<\/b>$/m,
    );
    assert.match(
      sectionOf(file?.content, 'SUBPLAN Context') ?? '',
      /This is execution 03 of 3\. The others:\n\n- \[EXECUTION_TASK_X_11_01\.md\]\(EXECUTION_TASK_X_11_01\.md\)\n- \[EXECUTION_TASK_X_11_02_V2\.md\]\(EXECUTION_TASK_X_11_02_V2\.md\)\n/,
    );
    await write(world, files);
    assert.equal(world.plan('X').byId.get('1.1')?.executions.length, 3);
  });

  it('takes what a person wrote in the list of planned executions', async () => {
    const planned = (second: string) =>
      `# SUBPLAN\n\n**Achievement**: 1.1\n\n## Planned Executions\n\n1. Read\n2. ${second}\n`;
    const created = async (second: string) => {
      const world = await worldOf({ [SUBPLAN]: planned(second), [execution('01')]: finished });
      return (await create(world, { another: true })).files[0]?.content ?? '';
    };
    assert.match(await created('Write all of it'), /^Planned in the SUBPLAN: Write all of it$/m);
    assert.doesNotMatch(await created('<!-- fill: what it does -->'), /Planned in the SUBPLAN/);
  });

  it('is the first where there is none, and none where the achievement is over or has no SUBPLAN', async () => {
    assert.deepEqual(namesIn((await create(await worldOf({ [SUBPLAN]: '' }), { another: true })).files), [
      'EXECUTION_TASK_X_11_01.md',
    ]);
    const bare = await create(await worldOf({ [execution('01')]: finished }), { another: true });
    assert.deepEqual([bare.files, bare.missingSubplans], [[], ['1.1']]);
    const over = await worldOf({ [SUBPLAN]: '', '/w/X/execution/feedbacks/APPROVED_11.md': '' });
    assert.deepEqual((await create(over, { another: true })).skipped, [
      { id: '1.1', reason: 'approved by APPROVED_11.md' },
    ]);
  });

  it('never takes a number that a file has, whoever it belongs to', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom('01', '02', '3', '04', '7', '010'), { maxLength: 5 }),
        fc.boolean(),
        async (numbers, areStrays) => {
          const text = areStrays ? '**Achievement**: 9.9\n' : running;
          const world = await worldOf({
            [SUBPLAN]: '',
            ...Object.fromEntries(numbers.map((number) => [execution(number), text])),
          });
          const [file, ...others] = (await create(world, { another: true })).files;
          assert.deepEqual(others, []);
          assert.ok(file && !world.files.texts.has(file.uri.slice('file://'.length)), file?.uri);
          const highest = Math.max(0, ...numbers.map(Number));
          if (!areStrays) assert.equal(Number(/_(\d+)\.md$/.exec(file.name)?.[1]), highest + 1);
        },
      ),
      { seed: 11, numRuns: 40 },
    );
  });
});

describe('executions of planned parts', () => {
  it('are created together, each with its number, title, effort, executor and what it waits for', async () => {
    const world = await worldOf({ [SUBPLAN]: '' }, PARTS);
    const { files } = await create(world);
    assert.deepEqual(namesIn(files), ['EXECUTION_TASK_X_11_01.md', 'EXECUTION_TASK_X_11_03.md']);
    const [parse, print] = files.map(({ content }) => content);
    assert.match(parse ?? '', /^\*\*Part\*\*: 1\.1\.1 Parse {2}\n\*\*Executor\*\*: Ann {2}\n\*\*Status\*\*/m);
    assert.match(parse ?? '', /^\*\*Estimated Effort\*\*: 2 hours$/m);
    assert.doesNotMatch(parse ?? '', /This part waits for/);
    assert.doesNotMatch(print ?? '', /^\*\*Executor/m);
    assert.match(
      sectionOf(print, 'Parallelization Context') ?? '',
      /^This part waits for:\n\n- 1\.1\.1 Parse: \[EXECUTION_TASK_X_11_01\.md\]\(EXECUTION_TASK_X_11_01\.md\)$/m,
    );
    assert.match(
      sectionOf(print, 'SUBPLAN Context') ?? '',
      /This is execution 03 of 3\. The others:\n\n- \[.*_01\.md\]\(.*\) \(planned: 1\.1\.1 Parse\)/,
    );
  });

  it('leave out those that are there, and count until all are', async () => {
    const world = await worldOf({ [SUBPLAN]: '' }, PARTS);
    const { files } = await create(world, { another: true });
    assert.deepEqual(namesIn(files), ['EXECUTION_TASK_X_11_01.md']);
    world.files.set(execution('01'), finished);
    await world.settled();
    const plan = world.plan('X');
    const achievement = plan.byId.get('1.1');
    assert.ok(achievement);
    const { action, executions } = stepOf(plan, achievement);
    assert.deepEqual([action, executions], ['create_next_execution', { finished: 1, total: 2 }]);
    assert.deepEqual(namesIn((await create(world)).files), ['EXECUTION_TASK_X_11_03.md']);
    world.files.set(execution('03'), finished);
    await world.settled();
    assert.deepEqual((await create(world)).skipped, [
      { id: '1.1', reason: 'EXECUTION_TASK_X_11_01.md exists' },
    ]);
    assert.deepEqual(namesIn((await create(world, { another: true })).files), ['EXECUTION_TASK_X_11_04.md']);
  });

  it('stand in the SUBPLAN', async () => {
    const { files } = await create(await worldOf({}, PARTS), { kind: 'subplan' });
    const content = files[0]?.content;
    assert.equal(
      sectionOf(content, 'Planned Executions'),
      '1. 1.1.1 Parse, 2 hours, by Ann\n3. 1.1.3 Print, after 1.1.1',
    );
    assert.match(sectionOf(content, 'Execution Strategy') ?? '', /^Multiple: /);
    assert.match(
      sectionOf(content, 'Active EXECUTION_TASKs') ?? '',
      /\n\| 11_01 \| .*\| Not Started \|\n\| 11_03 \| .*\| Not Started \|$/,
    );
  });

  it('have numbers of their own, whatever their ids are', () => {
    const part = (id: string) => ({
      id,
      title: undefined,
      dependencies: [],
      effort: undefined,
      executor: undefined,
      claimedStatus: undefined,
      span: { start: 0, end: 0 },
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('1.1.1', '1.1.2', '2', 'a'))), (ids) => {
        const numbers = numberedParts({ subExecutions: ids.map(part) }).map(({ number }) => number);
        assert.equal(new Set(numbers).size, ids.length);
        assert.ok(numbers.every((number) => Number.isSafeInteger(number) && number > 0));
      }),
      { seed: 12 },
    );
    assert.deepEqual(
      numberedParts({ subExecutions: ['x', '1.1.1', '1.1.1', '1.1.9'].map(part) }).map((each) => [
        each.number,
        each.part.id,
      ]),
      [
        [1, '1.1.1'],
        [2, 'x'],
        [3, '1.1.1'],
        [9, '1.1.9'],
      ],
    );
  });
});

import assert from 'node:assert/strict';
import { run } from '../../../src/cli/program';
import type { MakingWorkspace, OpenWorkspace } from '../../../src/cli/workspace/workspace';
import { prepareCreation } from '../../../src/engine/create/prepare';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { preparePrompt } from '../../../src/engine/prompt/prepare';
import { fail } from '../../../src/shared/result';
import { NothingToDo, UserError } from '../../../src/shared/userError';
import { analysedPlan } from '../../support/analysedPlan';
import { fakeTerminal } from '../../support/fakeTerminal';
import { noSources } from '../../support/noSources';

const plan = analysedPlan({
  achievements: [
    {
      id: '1.1',
      title: 'Read \u001b[31mred',
      needs: [],
      status: 'subplan_created',
    },
    { id: '1.2', title: 'Write', needs: [] },
    { id: '1.3', title: 'Check', needs: [] },
    { id: '2.1', title: 'Ship', needs: ['1.1', '1.2'] },
  ],
});

interface World {
  readonly created: string[];
  readonly opened: (readonly string[])[];
  disposed: number;
  readonly open: OpenWorkspace<MakingWorkspace>;
}

/** `fails` names the ids whose file cannot be written. */
const world = (plans: readonly AnalysedPlan[] = [plan], fails: readonly string[] = []): World => {
  const created: string[] = [];
  const opened: (readonly string[])[] = [];
  const result: World = {
    created,
    opened,
    disposed: 0,
    open: async (paths): Promise<MakingWorkspace> => {
      opened.push(paths);
      return {
        base: 'file:///w',
        plans,
        findings: [],
        known: [],
        families: () => [],
        allFindings: [],
        ownerOf: () => undefined,
        isNamed: () => true,
        linesOf: () => undefined,
        prepareCreation: async (request) => prepareCreation(plans[0] ?? plan, noSources, request),
        prepareNewPlan: async () => fail(new UserError('no new plan here')),
        preparePrompt: async (request) =>
          preparePrompt(plans[0] ?? plan, async () => '', { ...request, base: 'file:///w' }),
        create: async ({ files }) => {
          const [failing, fine] = [
            files.filter(({ id }) => fails.includes(id)),
            files.filter(({ id }) => !fails.includes(id)),
          ];
          created.push(...fine.map(({ name }) => name));
          const failed = failing.map((file) => ({ file, reason: 'the disk is full' }));
          return { created: fine, failed, cancelled: [], journalProblem: undefined };
        },
        prepareParallel: async () => fail(new UserError('no PLAN here')),
        replace: async () => fail(new UserError('nothing is replaced here')),
        lastBatch: async () => undefined,
        undo: async () => ({ removed: [], kept: [], failed: [] }),
        dispose: () => {
          result.disposed++;
        },
      };
    },
  };
  return result;
};

const CREATE = ['create', 'subplans', 'PLAN_X.md'];

describe('cli/program', () => {
  it('asks before it creates, and takes anything but yes for no', async () => {
    const refused = world();
    const no = fakeTerminal(false);
    assert.equal(await run(CREATE, no, refused.open), 1);
    assert.deepEqual(no.questions, ['Create 2 SUBPLANs?']);
    assert.match(
      no.output.join('\n'),
      /^2 SUBPLANs to create for X \(level 0\):\n[\s\S]*Nothing was created\.$/,
    );
    assert.deepEqual(refused.created, []);

    const agreed = world();
    assert.equal(await run(CREATE, fakeTerminal(true), agreed.open), 0);
    assert.deepEqual(agreed.created, ['SUBPLAN_X_12.md', 'SUBPLAN_X_13.md']);
  });

  it('creates another execution of the achievements that are named', async () => {
    const running = analysedPlan({
      achievements: [{ id: '1.1', needs: [], documents: ['SUBPLAN_X_11.md', 'EXECUTION_TASK_X_11_01.md'] }],
    });
    const executions = ['create', 'executions', 'PLAN_X.md', '--yes', '--another'];
    const { created, open } = world([running]);
    assert.equal(await run([...executions, '--achievements', '1.1'], fakeTerminal(false), open), 0);
    assert.deepEqual(created, ['EXECUTION_TASK_X_11_02.md']);
    for (const args of [executions, [...executions, '--all'], ['create', 'subplans', '--another']])
      assert.equal(await run(args, fakeTerminal(false), open), 2);
  });

  it('shows before it asks, and does not ask with --yes, in a dry run or when there is nothing to do', async () => {
    const asked = fakeTerminal(true);
    await run(CREATE, asked, world().open);
    assert.equal(
      asked.output[0],
      [
        '2 SUBPLANs to create for X (level 0):',
        '  1.2 Write → X/subplans/SUBPLAN_X_12.md',
        '  1.3 Check → X/subplans/SUBPLAN_X_13.md',
        'Skipped (1):',
        '  1.1: SUBPLAN_X_11.md exists',
      ].join('\n'),
    );
    for (const more of [['--yes'], ['--dry-run'], ['--achievements', '1.1']]) {
      const terminal = fakeTerminal(false);
      assert.equal(await run([...CREATE, ...more], terminal, world().open), 0, more.join(' '));
      assert.deepEqual(terminal.questions, []);
    }
  });

  it('answers with JSON alone on standard output, even when it asks', async () => {
    const terminal = fakeTerminal(true);
    assert.equal(await run([...CREATE, '--format', 'json'], terminal, world().open), 0);
    assert.equal(terminal.output.length, 1);
    assert.deepEqual(JSON.parse(terminal.output[0] ?? ''), {
      created: ['X/subplans/SUBPLAN_X_12.md', 'X/subplans/SUBPLAN_X_13.md'],
      skipped: [{ id: '1.1', reason: 'SUBPLAN_X_11.md exists' }],
      failed: [],
      missingSubplans: [],
      unfilled: [],
    });
    assert.match(terminal.errors.join('\n'), /^2 SUBPLANs to create/);
  });

  it('keeps and reports what worked when something fails', async () => {
    const terminal = fakeTerminal();
    const failing = world([plan], ['1.2']);
    assert.equal(await run([...CREATE, '--yes'], terminal, failing.open), 1);
    assert.deepEqual(failing.created, ['SUBPLAN_X_13.md']);
    assert.match(terminal.output.join('\n'), /Created X\/subplans\/SUBPLAN_X_13\.md\n1 SUBPLAN created\.$/);
    assert.deepEqual(terminal.errors, ['Not created for 1.2: the disk is full']);
  });

  it('names the SUBPLANs an execution batch waits for', async () => {
    const terminal = fakeTerminal(true);
    const blocked = world();
    assert.equal(await run(['create', 'executions', 'PLAN_X.md'], terminal, blocked.open), 1);
    assert.deepEqual(terminal.questions, []);
    assert.deepEqual(blocked.created, []);
    assert.equal(
      terminal.output.at(-1),
      [
        'Nothing was created: 2 achievements without a SUBPLAN.',
        '  1.2 Write',
        '  1.3 Check',
        'Create those first: parallel-plans create subplans X/PLAN_X.md --achievements 1.2,1.3',
      ].join('\n'),
    );
  });

  it('colours a terminal without letting a title do so', async () => {
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    for (const args of [['status'], ['levels'], CREATE.concat('--all', '--dry-run')]) {
      const [plainText, colored] = [fakeTerminal(), fakeTerminal(undefined, true)];
      await run(args, plainText, world().open);
      await run(args, colored, world().open);
      assert.match(colored.output.join('\n'), escapes);
      assert.doesNotMatch(plainText.output.join('\n'), escapes);
      assert.equal(colored.output.join('\n').replace(escapes, ''), plainText.output.join('\n'));
    }
  });

  it('hands the paths over as given and closes the workspace, also after a failure', async () => {
    const looking = world();
    await run(['status', 'a', 'b'], fakeTerminal(), looking.open);
    await run(['check'], fakeTerminal(), looking.open);
    await run([...CREATE, '--level', '9'], fakeTerminal(), looking.open);
    assert.deepEqual(looking.opened, [['a', 'b'], [], ['PLAN_X.md']]);
    assert.equal(looking.disposed, 3);
  });

  it('tells wrong usage from nothing to do, and both from a bug', async () => {
    const codeFor = async (error: Error): Promise<readonly [number, string]> => {
      const terminal = fakeTerminal();
      const code = await run(['status'], terminal, async () => {
        throw error;
      });
      return [code, terminal.errors[0] ?? ''];
    };
    assert.deepEqual(await codeFor(new UserError('There is nothing at x.')), [
      2,
      'error: There is nothing at x.',
    ]);
    assert.deepEqual(await codeFor(new NothingToDo('There is no plan here.')), [
      1,
      'error: There is no plan here.',
    ]);
    assert.deepEqual(await codeFor(new TypeError('oops')), [1, 'This is a bug in parallel-plans: oops']);
  });

  it('shows cycles and what they hold up', async () => {
    const cyclic = analysedPlan({
      achievements: [
        { id: '1.1', needs: ['1.2'] },
        { id: '1.2', needs: ['1.1'] },
      ],
    });
    const terminal = fakeTerminal();
    await run(['status'], terminal, world([cyclic]).open);
    assert.equal(
      terminal.output[0],
      [
        'X: 0/2 complete, 0 ready (X/PLAN_X.md)',
        '  No level: in or behind a cycle',
        '    1.1  not started        Title of 1.1  [in a cycle]',
        '    1.2  not started        Title of 1.2  [in a cycle]',
        '  Cycle: 1.1 → 1.2 → 1.1',
      ].join('\n'),
    );
  });

  const timed = analysedPlan({
    achievements: [
      { id: '1.1', needs: [], priority: '1', hours: [2, 3], status: 'complete', took: 3 },
      { id: '1.2', needs: [], priority: '1', hours: [4, 6] },
      { id: '1.3', needs: [], priority: '1', hours: [3, 3] },
      { id: '2.1', priority: '2', needs: ['1.1', '1.2'] },
    ],
  });

  it('tells the time that is left by plan, level and priority', async () => {
    const terminal = fakeTerminal();
    await run(['status'], terminal, world([timed]).open);
    assert.equal(
      terminal.output[0],
      [
        'X: 1/4 complete, 2 ready (X/PLAN_X.md)',
        '  Time: 7-9 h left of 9-12 h, 4-6 h in parallel (38 % saved), 1 without estimate',
        '  Took: 3 h for 1 achievement estimated at 2-3 h (120 %)',
        '  Level 0: 1/3 complete, 7-9 h left, 4-6 h in parallel',
        '    1.1  complete           Title of 1.1',
        '    1.2  not started        Title of 1.2  [ready]',
        '    1.3  not started        Title of 1.3  [ready]',
        '  Level 1: 0/1 complete, 1 without estimate',
        '    2.1  not started        Title of 2.1  [blocked by 1.2]',
        '  Priority 1: 1/3 complete, 7-9 h left, 4-6 h in parallel',
        '  Priority 2: 0/1 complete, 1 without estimate',
      ].join('\n'),
    );
    const next = fakeTerminal();
    await run(['next'], next, world([timed]).open);
    assert.match(
      next.output[0] ?? '',
      /^X {2}1 of 4 complete, 7-9 h left, 4-6 h in parallel, 1 without estimate\n/,
    );
  });

  it('gives the same time to machines', async () => {
    const answer = async (command: string) => {
      const terminal = fakeTerminal();
      await run([command, '--format', 'json'], terminal, world([timed]).open);
      return JSON.parse(terminal.output[0] ?? '').plans[0];
    };
    const { time, levels, priorities, achievements } = await answer('status');
    assert.deepEqual(time, {
      done: { min: 2, max: 3 },
      open: { min: 7, max: 9 },
      all: { min: 9, max: 12 },
      parallel: { open: { min: 4, max: 6 }, all: { min: 4, max: 6 } },
      savedPercent: 38,
      withoutEstimate: { open: 1, all: 1 },
      actual: {
        achievements: 1,
        hours: { min: 3, max: 3 },
        estimatedHours: { min: 2, max: 3 },
        ratio: 1.2,
      },
    });
    assert.deepEqual(levels[0].time.open, { min: 7, max: 9 });
    assert.deepEqual(levels[1].time, {
      done: { min: 0, max: 0 },
      open: { min: 0, max: 0 },
      all: { min: 0, max: 0 },
      parallel: { open: { min: 0, max: 0 }, all: { min: 0, max: 0 } },
      savedPercent: null,
      withoutEstimate: { open: 1, all: 1 },
      actual: null,
    });
    assert.deepEqual(
      priorities.map(({ priority, complete, achievements: ids }: Record<string, unknown>) => [
        priority,
        complete,
        ids,
      ]),
      [
        ['1', 1, ['1.1', '1.2', '1.3']],
        ['2', 0, ['2.1']],
      ],
    );
    assert.deepEqual(
      [achievements[0].actualHours, achievements[0].actualSaidIn],
      [{ min: 3, max: 3 }, ['X/PLAN_X.md']],
    );
    assert.deepEqual([achievements[1].actualHours, achievements[1].actualSaidIn], [null, []]);
    assert.deepEqual((await answer('next')).time, time);
  });
});

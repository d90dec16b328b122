import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { isOver } from '../../../src/engine/model/status';
import { nameOf } from '../../../src/engine/model/uri';
import { explain } from '../../../src/engine/workflow/explain';
import { nextSteps } from '../../../src/engine/workflow/next';
import { planStateOf } from '../../../src/engine/workflow/planState';
import { stepOf } from '../../../src/engine/workflow/step';
import { parallelDocument } from '../../support/documents.mjs';
import { engineOver, planOf } from '../../support/engineOver';

const PLAN = '/w/PLAN_SHOP.md';
const SUBPLAN = '/w/subplans/SUBPLAN_SHOP_11.md';
const execution = (number: number): string => `/w/execution/EXECUTION_TASK_SHOP_11_0${number}.md`;
const feedback = (kind: string): string => `/w/execution/feedbacks/${kind}_11.md`;

const table = (...rows: readonly string[]): string =>
  [
    '# SUBPLAN',
    '## Active EXECUTION_TASKs',
    '| Execution | Status |\n| --- | --- |',
    ...rows.map((row) => `| ${row} | Open |`),
  ].join('\n');
const finished =
  '# EXECUTION_TASK\n\n**Status**: In Progress\n\n## Iteration Log\n\nDone it.\n\n**Status**: ✅ Complete\n';
const working = '# EXECUTION_TASK\n\n**Status**: In Progress\n\n## Iteration Log\n\nHalf of it.\n';

const shopWith = async (files: Readonly<Record<string, string>>, ids: readonly string[] = ['1.1']) => {
  const { plan } = await engineOver({ [PLAN]: planOf('SHOP', ids), ...files });
  return plan('SHOP');
};

const answer = async (files: Readonly<Record<string, string>>) => {
  const plan = await shopWith(files);
  const achievement = plan.byId.get('1.1');
  ok(achievement);
  const { state, action, proof } = stepOf(plan, achievement);
  return [state, action, ...proof.map(nameOf)];
};

describe('the step of an achievement', () => {
  it('follows from the files alone', async () => {
    deepEqual(await answer({}), ['no_subplan', 'create_subplan']);
    deepEqual(await answer({ [SUBPLAN]: '**Status**: ✅ Complete' }), [
      'subplan_no_execution',
      'create_execution',
      'SUBPLAN_SHOP_11.md',
    ]);
    deepEqual(await answer({ [SUBPLAN]: '# S\n\n<!-- fill: how it is done -->\n' }), [
      'subplan_no_execution',
      'fill_subplan',
      'SUBPLAN_SHOP_11.md',
    ]);
    deepEqual(await answer({ [SUBPLAN]: ' \n\n' }), [
      'subplan_no_execution',
      'fill_subplan',
      'SUBPLAN_SHOP_11.md',
    ]);
    deepEqual(await answer({ [SUBPLAN]: '', [execution(1)]: working }), [
      'active_execution',
      'continue_execution',
      'EXECUTION_TASK_SHOP_11_01.md',
    ]);
    deepEqual(await answer({ [SUBPLAN]: '', [execution(1)]: finished }), [
      'subplan_all_executed',
      'review',
      'EXECUTION_TASK_SHOP_11_01.md',
    ]);
    deepEqual(await answer({ [SUBPLAN]: '', [execution(1)]: finished, [feedback('FIX')]: '' }), [
      'needs_fix',
      'address_fixes',
      'FIX_11.md',
    ]);
    deepEqual(await answer({ [feedback('APPROVED')]: '', [feedback('FIX')]: '' }), [
      'subplan_complete',
      'next_achievement',
      'APPROVED_11.md',
    ]);
    deepEqual(await answer({ [feedback('SKIPPED')]: '' }), ['skipped', 'next_achievement', 'SKIPPED_11.md']);
  });

  it('takes no status for work: where nothing else shows any, the EXECUTION_TASK is not finished', async () => {
    const claimed =
      '# E\n\n**Status**: ✅ Complete\n\n- [ ] Build it\n\n## Iteration Log\n\n<!-- fill: what -->\n';
    const why = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const plan = await shopWith({ [SUBPLAN]: '# S\n', ...files });
      return plan.achievements.map((each) => {
        const { action, why } = stepOf(plan, each);
        return `${action}: ${why}`;
      });
    };
    deepEqual(await why({ [execution(1)]: claimed }), [
      'continue_execution: EXECUTION_TASK_SHOP_11_01.md says that it is complete, but shows no work',
    ]);
    deepEqual(await why({ [execution(1)]: claimed, [execution(2)]: working }), [
      'continue_execution: EXECUTION_TASK_SHOP_11_02.md is not finished; EXECUTION_TASK_SHOP_11_01.md says that it is complete, but shows no work',
    ]);
    deepEqual(await why({ [execution(1)]: claimed.replace('[ ]', '[x]') }), [
      'review: EXECUTION_TASK_SHOP_11_01.md is finished, but not reviewed',
    ]);
  });

  it('counts what is to be filled in in a SUBPLAN, first what is written before the work', async () => {
    const why = async (text: string): Promise<string | undefined> => {
      const plan = await shopWith({ [SUBPLAN]: text });
      return plan.achievements.map((each) => stepOf(plan, each).why)[0];
    };
    const early = '# S\n\n## Approach\n\n<!-- fill: a -->\n\n<!-- fill: b -->\n';
    const late = '## Execution Results Synthesis\n\n<!-- fill: c -->\n';
    equal(await why(early + late), 'SUBPLAN_SHOP_11.md has 2 places to fill in, 1 more at the end');
    equal(await why(early), 'SUBPLAN_SHOP_11.md has 2 places to fill in');
    equal(await why(late), 'SUBPLAN_SHOP_11.md has no EXECUTION_TASK');
    equal(await why(''), 'SUBPLAN_SHOP_11.md is empty');
  });

  it('goes on with the executions that the SUBPLAN plans', async () => {
    const planned = { [SUBPLAN]: table('11_01', '[EXECUTION_TASK_SHOP_11_02](x.md)') };
    deepEqual((await answer({ ...planned, [execution(1)]: finished })).slice(0, 2), [
      'create_next_execution',
      'create_next_execution',
    ]);
    deepEqual((await answer({ ...planned, [execution(1)]: finished, [execution(2)]: working })).slice(0, 3), [
      'active_execution',
      'continue_execution',
      'EXECUTION_TASK_SHOP_11_02.md',
    ]);
    deepEqual(
      (await answer({ ...planned, [execution(1)]: finished, [execution(2)]: finished })).slice(0, 2),
      ['subplan_all_executed', 'synthesize'],
    );
    const written = {
      [SUBPLAN]: `${table('11_01', '11_02')}\n\n## Execution Results Synthesis\n\nBoth work.\n`,
    };
    deepEqual(
      (await answer({ ...written, [execution(1)]: finished, [execution(2)]: finished })).slice(0, 2),
      ['subplan_all_executed', 'review'],
    );
  });

  it('takes a PRP for its own instruction', async () => {
    const { engine } = await engineOver({
      '/w/PRP-7.1.1-basket.md': '---\ntitle: Basket\n---\n',
      '/w/done/PRP-7.1.2-till.md': '---\ntitle: Till\n---\n',
    });
    const [batch] = engine.snapshot.plans;
    ok(batch);
    deepEqual(
      batch.achievements.map((each) => stepOf(batch, each).action),
      ['execute', 'next_achievement'],
    );
  });

  it('has exactly one answer whatever files there are, and proves it by files that exist', async () => {
    const text = fc.constantFrom(
      '',
      finished,
      working,
      table('11_01', '11_02', '11_03'),
      '# X\n\n**Status**: Done',
    );
    const paths = [SUBPLAN, execution(1), execution(2), ...['APPROVED', 'FIX', 'SKIPPED'].map(feedback)];
    const files = fc
      .subarray(paths)
      .chain((some) => fc.tuple(fc.constant(some), fc.array(text, { minLength: 6, maxLength: 6 })));
    await fc.assert(
      fc.asyncProperty(files, async ([some, texts]) => {
        const plan = await shopWith(Object.fromEntries(some.map((path, at) => [path, texts[at] ?? ''])));
        const [achievement] = plan.achievements;
        ok(achievement);
        const step = stepOf(plan, achievement);
        for (const uri of step.proof)
          ok(
            some.some((path) => uri.endsWith(path)),
            uri,
          );
        equal(step.action === 'next_achievement', isOver(achievement.status));
        equal(step.proof.length === 0, some.length === 0);
        ok(step.executions.finished <= step.executions.total);
      }),
      { seed: 20_261_121, numRuns: 100 },
    );
  });
});

describe('the state of a plan', () => {
  it('names what goes on at the same time', async () => {
    const iterations =
      '# E\n\n## Iteration Log\n\n### Iteration 1\n\n**Status**: In Progress\n\n### Iteration 2 ⏳\n';
    const plan = await shopWith(
      {
        [SUBPLAN]: '',
        [execution(1)]: working,
        [execution(2)]: iterations,
        '/w/execution/EXECUTION_TASK_SHOP_12_01.md': working,
      },
      ['1.1', '1.2', '1.3'],
    );
    deepEqual(planStateOf(plan), {
      isComplete: false,
      parallel: [
        { state: 'parallel_achievements', achievements: ['1.1', '1.2'] },
        { state: 'parallel_phases', achievements: ['1.1'] },
        { state: 'parallel_iterations', achievements: ['1.1'] },
      ],
    });
  });

  it('is complete when nothing is left to do, and never without achievements', async () => {
    equal(planStateOf(await shopWith({ [feedback('APPROVED')]: '' })).isComplete, true);
    equal(planStateOf(await shopWith({ [feedback('SKIPPED')]: '' })).isComplete, true);
    equal(planStateOf(await shopWith({ [execution(1)]: finished })).isComplete, false);
    equal(planStateOf(await shopWith({}, [])).isComplete, false);
  });
});

const chained = (dependencies: Readonly<Record<string, readonly string[]>>): string =>
  parallelDocument('SHOP', dependencies);

describe('what comes next', () => {
  it('is what waits for nothing, the most urgent first', async () => {
    const plan = await shopWith(
      {
        '/w/parallel.json': chained({ '1.1': [], '1.2': [], '1.3': [], '2.1': ['1.1'], '2.2': ['1.3'] }),
        [SUBPLAN]: '',
        [execution(1)]: finished,
        '/w/execution/feedbacks/FIX_12.md': '',
      },
      ['1.1', '1.2', '1.3', '2.1', '2.2'],
    );
    deepEqual(
      nextSteps(plan).map(({ achievement, step }) => [achievement.id, step.action]),
      [
        ['1.2', 'address_fixes'],
        ['1.1', 'review'],
        ['1.3', 'create_subplan'],
      ],
    );
  });

  it('is nothing when everything is over', async () => {
    deepEqual(nextSteps(await shopWith({ [feedback('APPROVED')]: '' })), []);
  });
});

describe('the explanation of an achievement', () => {
  const ids = ['1.1', '1.2', '2.1', '2.2', '3.1'];
  const dependencies = { '1.1': [], '1.2': [], '2.1': ['1.1', '1.2'], '2.2': ['1.1'], '3.1': ['2.1', '1.1'] };

  it('names what blocks it and where to start, what unblocks most first', async () => {
    const plan = await shopWith({ '/w/parallel.json': chained(dependencies) }, ids);
    const found = explain(plan, '3.1');
    deepEqual(
      found?.blockedBy.map(({ id, waiting }) => [id, waiting]),
      [['2.1', 1]],
    );
    deepEqual(
      found?.startHere.map(({ id, waiting }) => [id, waiting]),
      [
        ['1.1', 3],
        ['1.2', 2],
      ],
    );
    equal(found?.cycle, undefined);
    equal(explain(plan, '9.9'), undefined);
  });

  it('names the cycle that it waits for, and ids that nothing defines', async () => {
    const plan = await shopWith(
      { '/w/parallel.json': chained({ ...dependencies, '1.1': ['2.2'], '1.2': ['7.7'] }) },
      ids,
    );
    deepEqual(explain(plan, '3.1')?.cycle, ['1.1', '2.2', '1.1']);
    deepEqual(
      explain(plan, '1.2')?.startHere.map(({ id, achievement }) => [id, achievement]),
      [['7.7', undefined]],
    );
  });
});

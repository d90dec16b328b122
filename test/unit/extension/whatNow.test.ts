import assert from 'node:assert/strict';
import manifest from '../../../package.json';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { agendaOf, agendasOf } from '../../../src/engine/workflow/agenda';
import { entriesOf as entriesOfAgenda, progressLine } from '../../../src/extension/whatNow/entries';
import type { Entry } from '../../../src/extension/whatNow/entry';
import { agendaWords, workspaceEntries } from '../../../src/extension/whatNow/workspaceEntries';
import { parallelDocument } from '../../support/documents.mjs';
import { engineOver, planOf } from '../../support/engineOver';

const FINISHED = '# E\n\n## Iteration Log\n\nBuilt it.\n\n**Status**: Complete\n';
const parallel = parallelDocument('SHOP', { '1.1': [], '1.2': [], '2.1': ['1.1', '1.2'], '3.1': ['2.1'] });

const shop = async (files: Readonly<Record<string, string>>) =>
  (
    await engineOver({
      '/w/PLAN_SHOP.md': planOf('SHOP', ['1.1', '1.2', '2.1', '3.1']),
      '/w/parallel.json': parallel,
      ...files,
    })
  ).plan('SHOP');

type Rest = Parameters<typeof entriesOfAgenda> extends [unknown, ...infer R] ? R : never;

const entriesOf = (plan: AnalysedPlan, ...rest: Rest): readonly Entry[] =>
  entriesOfAgenda(agendaOf(plan), ...rest);

describe('What now', () => {
  it('offers the most urgent first, says why, and what a failure blocks', async () => {
    const plan = await shop({
      '/w/subplans/SUBPLAN_SHOP_11.md': '',
      '/w/execution/EXECUTION_TASK_SHOP_11_01.md': FINISHED,
      '/w/execution/feedbacks/FIX_12.md': '',
    });
    const [fix, review, subplans] = entriesOf(plan);
    assert.deepEqual(
      [fix?.label, fix?.description, fix?.detail],
      ['1.2 Title of 1.2', 'Fix what the review found', 'FIX_12.md says what to fix; 2.1, 3.1 wait for it'],
    );
    assert.deepEqual(
      fix?.does.map(({ command }) => command),
      ['openFile', 'copyNextPrompt', 'approve', 'skip'],
    );
    assert.deepEqual(
      review?.does.map(({ label }) => label),
      ['Open the work', 'Approve', 'Request fixes', 'Skip it, with a reason', 'Copy the prompt for it'],
    );
    assert.equal(subplans?.label, 'Create SUBPLANs of level 0');
  });

  it('says what is missing where something cannot be done now', async () => {
    const nothing = entriesOf(await shop({})).filter(({ group }) => group === 'batch');
    assert.deepEqual(
      nothing.map(({ detail, does }) => [detail, does.length]),
      [
        ['You see the list before anything is written, and can choose other achievements', 1],
        ['2 SUBPLANs are missing; they are created first, if you agree', 1],
      ],
    );
    const all = ['11', '12', '21', '31'].map(
      (digits) => [`/w/subplans/SUBPLAN_SHOP_${digits}.md`, ''] as const,
    );
    const [subplans] = entriesOf(await shop(Object.fromEntries(all))).filter(
      ({ group }) => group === 'batch',
    );
    assert.deepEqual(
      [subplans?.detail, subplans?.does],
      ['Not now: every achievement that needs a SUBPLAN has one', []],
    );
  });

  it('offers to generate parallel.json, or to update the one that is there', async () => {
    const labels = async (files: Readonly<Record<string, string>>) =>
      entriesOf(await shop(files))
        .filter(({ group, does }) => group === 'plan' && does[0]?.command === 'generateParallel')
        .map(({ label }) => label);
    assert.deepEqual(await labels({}), ['Update parallel.json']);
    assert.deepEqual(
      await labels({
        '/w/parallel.json': '{ "plan_name": "OTHER" }',
        '/w/PLAN_OTHER.md': planOf('OTHER', ['1.1']),
      }),
      ['Generate parallel.json'],
    );
  });

  it('shows progress by level, and names only commands there are', async () => {
    const plan = await shop({ '/w/execution/feedbacks/APPROVED_11.md': '' });
    assert.equal(progressLine(plan), 'Level 0 1/2 · Level 1 0/1 · Level 2 0/1');
    const known = new Set(manifest.contributes.commands.map(({ command }) => command));
    for (const { does } of entriesOf(plan)) {
      for (const { command } of does) assert.ok(known.has(`parallelPlans.${command}`), command);
    }
  });

  it('settles claims that no file proves together, and offers nothing to do in a plan that is over', async () => {
    const tracked = `${planOf('SHOP', ['1.1', '1.2', '2.1', '3.1'])}\n## Tracking\n\n- [x] Achievement 1.1\n- ✅ Achievement 1.2\n`;
    const [claim, ...others] = entriesOf(await shop({ '/w/PLAN_SHOP.md': tracked }));
    assert.equal(
      claim?.label,
      'The PLAN calls 2 of 4 achievements complete, but no feedback file proves any of them',
    );
    assert.deepEqual(
      claim?.does.map(({ command }) => command),
      ['approve', 'openFile'],
    );
    assert.ok(others.every(({ group, label }) => group !== 'now' || !/^1\.[12]/.test(label)));
    const over = await shop({ '/w/PLAN_SHOP.md': tracked.replace('\n\n', '\n\n**Status**: Superseded\n\n') });
    assert.deepEqual([...new Set(entriesOf(over).map(({ group }) => group))], ['plan', 'undo']);
    assert.match(progressLine(over), /^superseded · Level 0 0\/2/);
  });
});

describe('What now in a plan that states no dependencies', () => {
  const UNORDERED = [
    '# PLAN: SHOP',
    '## Achievements',
    ...[1, 2].flatMap((priority) => [
      `### Priority ${priority}: Part`,
      ...[1, 2].map((nth) => `**Achievement ${priority}.${nth}**: Title of ${priority}.${nth}`),
    ]),
  ].join('\n\n');

  it('asks for them first, lists the lowest priority, and folds the rest one key away', async () => {
    const plan = (await engineOver({ '/w/PLAN_SHOP.md': UNORDERED })).plan('SHOP');
    const labels = (entries: readonly Entry[]) =>
      entries.filter(({ group }) => group === 'now').map(({ label }) => label);
    const first = entriesOf(plan);
    assert.deepEqual(labels(first), [
      'State the dependencies',
      '1.1 Title of 1.1',
      '1.2 Title of 1.2',
      '2 more in SHOP',
    ]);
    assert.deepEqual(
      first.filter(({ group }) => group === 'batch').map(({ label }) => label),
      ['Create SUBPLANs of priority 1', 'Create EXECUTIONs of priority 1'],
      'no level where there is none',
    );
    const [more] = first.filter(({ label }) => label === '2 more in SHOP');
    assert.deepEqual(more?.does, [{ label: 'Show', command: 'whatNow', args: [plan.uri, 'whole'] }]);
    const agendas = agendasOf([plan]);
    assert.equal(agendaWords(agendas), '0 ready in 1 plan; 1 states no order');
    assert.equal(workspaceEntries(agendas, undefined)[0]?.heading, 'SHOP: 0 of 4 complete, no order stated');
    assert.deepEqual(labels(entriesOf(plan, 'whole')), [
      'State the dependencies',
      '1.1 Title of 1.1',
      '1.2 Title of 1.2',
      '2.1 Title of 2.1',
      '2.2 Title of 2.2',
    ]);
  });
});

describe('What now in all plans', () => {
  const files = {
    '/w/a/PLAN_SHOP.md': planOf('SHOP', ['1.1', '1.2', '2.1', '3.1']),
    '/w/a/parallel.json': parallel,
    '/w/b/PLAN_TILL.md': planOf('TILL', ['1.1', '1.2']),
    '/w/b/parallel.json': parallelDocument('TILL', { '1.1': [], '1.2': ['1.1'] }),
    '/w/b/execution/feedbacks/FIX_11.md': '',
  };

  it('lists them under the name of each plan, the most urgent first, and counts as the badge does', async () => {
    const { plans } = (await engineOver(files)).engine.snapshot;
    const agendas = agendasOf(plans);
    assert.equal(agendaWords(agendas), '1 to fix, 2 ready in 2 plans');
    const entries = workspaceEntries(agendas, undefined);
    assert.deepEqual(
      entries.map(({ heading, label, isWayOut = false }) => [heading, label, isWayOut]),
      [
        ['TILL: 0 of 2 complete, 0 ready', '1.1 Title of 1.1', false],
        ['SHOP: 0 of 4 complete, 2 ready', '1.1 Title of 1.1', false],
        ['SHOP: 0 of 4 complete, 2 ready', '1.2 Title of 1.2', false],
        ['Plans', 'Choose a plan…', true],
      ],
    );
  });

  it('leads to the plan in front with one key, and back from every plan', async () => {
    const engine = await engineOver(files);
    const agendas = agendasOf(engine.engine.snapshot.plans);
    const shop = engine.plan('SHOP');
    const only = workspaceEntries(agendas, shop).at(-1);
    assert.deepEqual([only?.label, only?.isWayOut, only?.does[0]?.args], ['Only SHOP', true, [shop.uri]]);
    const back = entriesOf(
      shop,
      'first',
      agendas.filter(({ plan }) => plan !== shop),
    ).at(-1);
    assert.deepEqual(
      [back?.label, back?.description, back?.isWayOut, back?.does[0]?.args],
      ['All plans', '1 to fix, 0 ready in 1 plan besides', true, [undefined, 'all']],
    );
  });

  it('lists a few of a plan with very many, and how many more there are', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `1.${at + 1}`);
    const many = await engineOver({
      ...files,
      '/w/c/PLAN_MANY.md': planOf('MANY', ids),
      '/w/c/parallel.json': parallelDocument(
        'MANY',
        ids.map((id) => [id, []]),
      ),
    });
    const entries = workspaceEntries(agendasOf(many.engine.snapshot.plans), undefined);
    const ofMany = entries.filter(({ heading }) => heading?.startsWith('MANY'));
    assert.equal(ofMany.length, 5);
    assert.deepEqual(
      [ofMany[4]?.label, ofMany[4]?.does[0]?.args],
      ['26 more in MANY', [many.plan('MANY').uri, 'first']],
    );
  });
});

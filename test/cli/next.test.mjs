import assert from 'node:assert/strict';
import { folderWith, parallelText, planText, removeFolders, run, runJson } from './support.mjs';

const FILES = {
  'PLAN_SHOP.md': planText({ 1.1: 'Basket', 1.2: 'Till', 2.1: 'Receipt', 2.2: 'Refund' }),
  'parallel.json': parallelText('SHOP', { 1.1: [], 1.2: [], 2.1: ['1.1', '1.2'], 2.2: ['2.1'] }),
  'subplans/SUBPLAN_SHOP_11.md': '# SUBPLAN\n\n**Achievement**: 1.1\n',
  'execution/feedbacks/FIX_12.md': '# FIX\n',
};

describe('command line: next and explain', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('says what to do now, the most urgent first, with why', async function () {
    const root = await folderWith(this, FILES);
    const { code, out } = await run(['next', root]);
    assert.equal(code, 0);
    assert.equal(
      out,
      [
        'SHOP  0 of 4 complete',
        '  1.2 Till',
        '      Fix what the review found: FIX_12.md says what to fix',
        '  1.1 Basket',
        '      Create the EXECUTION_TASK: SUBPLAN_SHOP_11.md has no EXECUTION_TASK',
        '  2.1 blocked by 1.1, 1.2',
        '  2.2 blocked by 2.1',
        '',
      ].join('\n'),
    );
  });

  it('asks for the dependencies first where none are stated, and folds later priorities', async function () {
    const part = (priority) =>
      `### Priority ${priority}: Part\n\n**Achievement ${priority}.1**: One\n\n**Achievement ${priority}.2**: Two\n`;
    const plan = `# PLAN: LOOSE\n\n## Achievements\n\n${[1, 2].map(part).join('\n')}`;
    const root = await folderWith(this, { 'PLAN_LOOSE.md': plan });
    const { out } = await run(['next', root]);
    assert.equal(
      out,
      [
        'LOOSE  0 of 4 complete',
        '  First state the dependencies: none are stated (`parallel-plans parallel generate PLAN_LOOSE.md` proposes some).',
        '  1.1 One',
        '      Create the SUBPLAN: it has no SUBPLAN',
        '  1.2 Two',
        '      Create the SUBPLAN: it has no SUBPLAN',
        '  2 more in later priorities may also begin, as far as is known: 2.1, 2.2',
        '',
      ].join('\n'),
    );
    const [json] = (await runJson(['next', root])).json.plans;
    assert.deepEqual(
      [json.orderKnown, json.next, json.later],
      [false, ['1.1', '1.2', '2.1', '2.2'], ['2.1', '2.2']],
    );
  });

  it('folds what a large plan has more than anybody reads, and lists it when asked to', async function () {
    const ids = Array.from({ length: 40 }, (_, at) => `1.${at + 1}`);
    const needs = Object.fromEntries(ids.map((id, at) => [id, at < 20 ? [] : ['1.1']]));
    const root = await folderWith(this, {
      'PLAN_MANY.md': planText(Object.fromEntries(ids.map((id) => [id, `Title ${id}`]))),
      'parallel.json': parallelText('MANY', needs),
    });
    const lines = (await run(['next', root])).out.trimEnd().split('\n');
    assert.deepEqual(lines.slice(25), [
      '  8 more can be done now (--all lists them): 1.13, 1.14, 1.15, 1.16, 1.17, 1.18, 1.19, 1.20',
      ...ids.slice(20, 32).map((id) => `  ${id} blocked by 1.1`),
      '  8 more wait too (--all lists them)',
    ]);
    const whole = (await run(['next', '--all', root])).out.trimEnd().split('\n');
    assert.equal(whole.length, 1 + 2 * 20 + 20);
    assert.equal((await runJson(['next', root])).json.plans[0].next.length, 20);
  });

  it('says which states there are, where there is no plan in the one that was asked for', async function () {
    const root = await folderWith(this, { ...FILES, 'a_paused/OLD/PLAN_OLD.md': planText({ 1.1: 'Old' }) });
    const out = async (...args) => (await run([...args, root])).out;
    for (const command of ['next', 'status', 'check'])
      assert.equal(
        await out(command, '--state', 'archived,backlog'),
        'No plan here is backlog or archived: 1 is active, 1 is paused.\n',
      );
    assert.match(await out('next', '--state', 'paused'), /^OLD \(paused\)/);
    const empty = await folderWith(this, {});
    assert.equal((await run(['next', '--state', 'paused', empty])).out, 'No plans found.\n');
  });

  it('gives the state of every achievement to programs', async function () {
    const root = await folderWith(this, FILES);
    const { json } = await runJson(['next', root]);
    const [plan] = json.plans;
    assert.deepEqual(plan.next, ['1.2', '1.1']);
    assert.deepEqual(plan.achievements[0], {
      id: '1.1',
      title: 'Basket',
      state: 'subplan_no_execution',
      action: 'create_execution',
      why: 'SUBPLAN_SHOP_11.md has no EXECUTION_TASK',
      proof: ['subplans/SUBPLAN_SHOP_11.md'],
      executions: { finished: 0, total: 0 },
      blockedBy: [],
    });
  });

  it('explains what blocks an achievement and where to start', async function () {
    const root = await folderWith(this, FILES);
    const { out } = await run(['explain', '2.2', root]);
    assert.match(
      out,
      /^SHOP 2\.2 Refund: not started\n {2}It waits for:\n {4}2\.1 Receipt \(not started; 1 waits for it\)/,
    );
    assert.match(out, /Start with what unblocks most:\n {4}1\.1 Basket \(SUBPLAN created; 2 wait for it\)/);
    const { json } = await runJson(['explain', '1.1', root]);
    assert.deepEqual(json.explanations[0].blockedBy, []);
    const unknown = await run(['explain', '9.9', root]);
    assert.deepEqual([unknown.code, unknown.out], [2, '']);
    assert.match(unknown.err, /No plan here has an achievement 9\.9/);
  });

  it('does not say that nothing blocks what nobody knows anything of', async function () {
    const said = {
      1.1: 'Base',
      1.2: ['Roof', '- **Dependencies**: 1.1'],
      1.3: 'Door',
      1.4: 'Wall',
      1.5: 'Sign',
    };
    const root = await folderWith(this, { 'PLAN_PART.md': planText(said) });
    const unknown =
      'Nobody can tell what it waits for: dependencies are stated for only 1 of 5 achievements.';
    for (const id of ['1.1', '1.3']) assert.ok((await run(['explain', id, root])).out.includes(unknown), id);
    assert.doesNotMatch((await run(['status', root])).out, /\[ready\]/);
    const { out } = await run(['prompt', 'pause', root]);
    assert.match(
      out,
      /Nobody can tell which of them wait for others: dependencies are stated for only 1 of 5/,
    );
    const none = await folderWith(this, { 'PLAN_NONE.md': planText({ 1.1: 'Base', 1.2: 'Roof' }) });
    assert.match(
      (await run(['explain', '1.1', none])).out,
      /Nobody can tell what it waits for: no dependencies are stated\./,
    );
  });

  it('says when everything is done, and when everything waits', async function () {
    const done = await folderWith(this, {
      'PLAN_SHOP.md': planText({ 1.1: 'Basket' }),
      'execution/feedbacks/APPROVED_11.md': '',
    });
    assert.match((await run(['next', done])).out, /Everything is done\./);
    const stuck = await folderWith(this, {
      'PLAN_SHOP.md': planText({ 1.1: 'Basket', 1.2: 'Till' }),
      'parallel.json': parallelText('SHOP', { 1.1: ['1.2'], 1.2: ['1.1'] }),
    });
    const { code, out } = await run(['next', stuck]);
    assert.equal(code, 1);
    assert.match(out, /Nothing can be done now/);
    assert.match(
      out,
      /A cycle must be broken first: 1\.1 → 1\.2 → 1\.1\n {2}1\.1 in a cycle\n {2}1\.2 in a cycle/,
    );
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { folderWith, planText, removeFolders, run, runJson } from './support.mjs';

const plan = (title, says = '') =>
  planText(
    { 1.1: ['First', '- **Dependencies**: None'], 1.2: ['Second', '- **Dependencies**: 1.1'] },
    title,
  ).replace('\n\n', `\n\n${says}\n\n`);

const SHOP = 'plans/SHOP/PLAN_SHOP.md';
const SEARCH = 'plans/SEARCH/PLAN_SEARCH.md';
const FILES = {
  [SHOP]: plan(
    'Shop',
    '**Priority**: HIGH\n\nDepends on PLAN_SEARCH.md.\n\nInforms PLAN_DOCS and blocks PLAN_OTHER.',
  ),
  [SEARCH]: plan('Search', '**Priority**: LOW'),
  'plans/SEARCH/execution/feedbacks/APPROVED_11.md': '',
  'plans/a_paused/DOCS/PLAN_DOCS.md': plan('Docs', 'Comes after PLAN_SHOP.'),
};
const of = ({ json }, name) => json.plans.find((each) => each.name === name);

describe('plans that wait for each other', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('say so in status, with every plan they name', async function () {
    const root = await folderWith(this, FILES);
    const result = await runJson(['status', root]);
    const shop = of(result, 'SHOP');
    assert.deepEqual(
      [shop.tier, shop.links],
      [
        1,
        [
          { to: 'SEARCH', kind: 'hard', own: null, path: SEARCH, line: 5 },
          { to: 'DOCS', kind: 'informs', own: null, path: 'plans/a_paused/DOCS/PLAN_DOCS.md', line: 7 },
          { to: 'OTHER', kind: 'blocks', own: null, path: null, line: 7 },
        ],
      ],
    );
    assert.deepEqual(shop.waitsFor, [
      {
        plan: 'SEARCH',
        path: SEARCH,
        achievements: [],
        own: null,
        progress: { complete: 1, total: 2 },
        saidIn: SHOP,
        line: 5,
      },
    ]);
    assert.deepEqual(
      shop.achievements.map(({ ready, readiness, blockedBy }) => [ready, readiness, blockedBy]),
      [
        [false, 'blocked', ['SEARCH']],
        [false, 'blocked', ['1.1']],
      ],
    );
    assert.deepEqual([of(result, 'SEARCH').tier, of(result, 'DOCS').tier], [0, 2]);
    const { out } = await run(['status', root]);
    assert.match(out, /Waits for: SEARCH \(1 of 2 complete\), as line 5 of PLAN_SHOP\.md says/);
    assert.match(out, /\[blocked by SEARCH\]/);
  });

  it('have nothing to do in next, which says why', async function () {
    const root = await folderWith(this, FILES);
    const { out } = await run(['next', root]);
    assert.match(
      out,
      /SHOP {2}0 of 2 complete\n {2}Nothing can be done now[^\n]*\n {2}It waits for SEARCH \(1 of 2 complete\), as line 5/,
    );
    const { json } = await runJson(['next', root]);
    const shop = json.plans.find(({ name }) => name === 'SHOP');
    assert.deepEqual([shop.next, shop.waitsFor.map(({ plan: other }) => other)], [[], ['SEARCH']]);
    const explained = await run(['explain', '1.1', join(root, SHOP)]);
    assert.match(explained.out, /SEARCH \(another plan, 1 of 2 complete; 2 wait for it\)/);
  });

  it('know the plan they wait for when they are asked about alone', async function () {
    const root = await folderWith(this, { ...FILES, '.git/HEAD': '' });
    const result = await runJson(['status', join(root, SHOP)]);
    assert.deepEqual(
      result.json.plans.map(({ name, tier, waitsFor }) => [name, tier, waitsFor.map((each) => each.plan)]),
      [['SHOP', 1, ['SEARCH']]],
    );
  });

  it('are listed by tiers, the most important first', async function () {
    const root = await folderWith(this, FILES);
    const { code, json } = await runJson(['tiers', root]);
    assert.equal(code, 0);
    assert.deepEqual(
      json.tiers.map(({ tier, plans }) => [tier, plans.map(({ name, ready }) => [name, ready])]),
      [
        [0, [['SEARCH', 1]]],
        [1, [['SHOP', 0]]],
        [2, [['DOCS', 1]]],
      ],
    );
    assert.deepEqual(json.tiers[2].plans[0].after, [
      {
        plan: 'SHOP',
        path: SHOP,
        hard: false,
        kind: 'order',
        saidIn: 'plans/a_paused/DOCS/PLAN_DOCS.md',
        line: 3,
      },
    ]);
    assert.deepEqual([json.without, json.cycles], [[], []]);
    const { out } = await run(['tiers', root]);
    assert.match(out, /^Tier 0: 1 plan\n {2}SEARCH {2}LOW, 1\/2 complete, 1 ready\n\nTier 1: 1 plan\n/);
    assert.match(out, /SHOP {4}HIGH, 0\/2 complete, waits for SEARCH/);
    assert.match(out, /DOCS {4}paused, 0\/2 complete, 1 ready, after SHOP/);
    const empty = await folderWith(this, { 'notes.md': '' });
    assert.equal((await run(['tiers', empty])).out, 'No open plans found.\n');
  });

  it('stand below the documents that list them, which say how far they are', async function () {
    const table = ['| Child PLAN | Effort | Dependencies |', '| --- | --- | --- |'];
    const root = await folderWith(this, {
      ...FILES,
      'plans/GRAMMAPLAN_STORE.md': [
        '# GRAMMAPLAN: Store',
        '',
        ...table,
        '| PLAN_SEARCH.md | 10h | PLAN 2 |',
        '| PLAN_SHOP.md | 30h | None |',
        '',
      ].join('\n'),
    });
    const { json } = await runJson(['tiers', root]);
    assert.deepEqual(json.parents, [
      {
        name: 'STORE',
        kind: 'grammaplan',
        path: 'plans/GRAMMAPLAN_STORE.md',
        progress: { share: 0.125, byEffort: true, onlyStated: 0 },
        children: [
          { name: 'SEARCH', path: SEARCH, listed: true, progress: { share: 0.5, onlyStated: false } },
          { name: 'SHOP', path: SHOP, listed: true, progress: { share: 0, onlyStated: false } },
        ],
      },
    ]);
    assert.deepEqual(json.differences, [
      {
        source: 'GRAMMAPLAN_STORE',
        path: 'plans/GRAMMAPLAN_STORE.md',
        line: 5,
        first: 'SHOP',
        after: 'SEARCH',
        kind: 'contrary',
      },
    ]);
    const status = await runJson(['status', root]);
    assert.deepEqual(of(status, 'SHOP').parents, [
      { name: 'STORE', path: 'plans/GRAMMAPLAN_STORE.md', line: 6, saidIn: 'plans/GRAMMAPLAN_STORE.md' },
    ]);
    assert.match((await run(['status', root])).out, /GRAMMAPLAN_STORE: 13 % by effort/);
    assert.match(
      (await run(['tiers', root])).out,
      /Otherwise: GRAMMAPLAN_STORE says \(line 5\) that SEARCH comes after SHOP, but the PLANs say the contrary\./,
    );
  });

  it('are rows of one table, as text, JSON and Markdown', async function () {
    const root = await folderWith(this, {
      ...FILES,
      'plans/OLD/PLAN_OLD.md': plan('Old', '**Status**: Superseded'),
    });
    const { json } = await runJson(['dashboard', root]);
    assert.deepEqual(
      json.plans.map(({ name, tier, ready, waitsFor, next }) => [name, tier, ready, waitsFor, next]),
      [
        ['SEARCH', 0, 1, [], '1.2: Create the SUBPLAN'],
        ['SHOP', 1, 0, ['SEARCH'], null],
        ['DOCS', 2, 1, [], '1.1: Create the SUBPLAN'],
      ],
    );
    assert.equal(json.plans[0].path, SEARCH);
    const { out } = await run(['dashboard', root]);
    assert.match(
      out,
      /^Plan +State +Tier +Priority +Complete +Ready +Waits for +Next\nSEARCH +Active +0 +LOW +1\/2 +1 +1\.2: Create/,
    );
    assert.match(out, /1 finished plan/);
    const markdown = await run(['dashboard', root, '--format', 'markdown', '--state', 'superseded']);
    assert.equal(
      markdown.out,
      '# Plans\n\n| Plan | State | Tier | Complete | Ready | Next |\n| --- | --- | ---: | ---: | ---: | --- |\n| OLD | Superseded |  | 0/2 |  |  |\n',
    );
  });

  it('are an error where they wait for each other', async function () {
    const root = await folderWith(this, { ...FILES, [SEARCH]: plan('Search', 'Depends on PLAN_SHOP.') });
    const { code, out } = await run(['check', root]);
    assert.equal(code, 1);
    assert.match(out, /wait for each other, so none of them can begin: SEARCH → SHOP → SEARCH/);
    assert.match((await run(['tiers', root])).out, /No tier\n[\s\S]*Cycle: SEARCH → SHOP → SEARCH/);
  });

  it('cannot be run before their turn', async function () {
    const root = await folderWith(this, FILES);
    const git = (...args) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: root });
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'Plans');
    const { json } = await runJson(['run', join(root, SHOP), '--executor', 'demo', '--dry-run']);
    assert.ok(
      json.problems.some((problem) =>
        problem.startsWith('SHOP waits for SEARCH (1 of 2 complete), as line 5'),
      ),
      json.problems.join('\n'),
    );
    const { err } = await run(['run', join(root, SHOP), '--executor', 'demo', '--yes']);
    assert.match(err, /error: SHOP waits for SEARCH/);
  });
});

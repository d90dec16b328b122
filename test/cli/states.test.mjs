import assert from 'node:assert/strict';
import { folderWith, planText, removeFolders, run, runJson } from './support.mjs';

const plan = (status) =>
  planText({ 1.1: ['Basket', '- **Dependencies**: 9.9'], 1.2: 'Till' }).replace(
    '\n\n',
    `\n\n**Status**: ${status}\n\n`,
  );

const FILES = {
  'plans/ACTIVE/PLAN_ACTIVE.md': plan('In Progress'),
  'plans/a_paused/REST/PLAN_REST.md': plan('In Progress'),
  'plans/backlog-plans/LATER/PLAN_LATER.md': plan('Planning'),
  'plans/GONE/PLAN_GONE.md': plan('Superseded by PLAN_ACTIVE'),
  'documentation/archive/old-2025/planning/PLAN_PAST.md': plan('Complete'),
};
const names = ({ json }) => json.plans.map(({ name }) => name);
const errorPaths = ({ json }) =>
  json.findings.filter(({ code }) => code === 'unknown-dependency').map(({ path }) => path.split('/').at(-1));

describe('plans by their state', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('are all in status, what is over last, with what says so', async function () {
    const root = await folderWith(this, FILES);
    const result = await runJson(['status', root]);
    assert.deepEqual(names(result), ['ACTIVE', 'REST', 'LATER', 'PAST', 'GONE']);
    assert.deepEqual(
      result.json.plans.map(({ state }) => state),
      ['active', 'paused', 'backlog', 'archived', 'superseded'],
    );
    assert.deepEqual(result.json.plans[1].stateEvidence, [
      { source: 'folder', says: 'paused', path: 'plans/a_paused', line: null },
      {
        source: 'header',
        says: 'active',
        path: 'plans/a_paused/REST/PLAN_REST.md',
        line: 3,
      },
    ]);
    assert.deepEqual(result.json.plans[3].legacyClaim, { claimed: 2, of: 2, line: 3 });
    assert.deepEqual(result.json.plans[0].dependencyCoverage, { stated: 1, of: 2 });
    assert.deepEqual(errorPaths(result), ['PLAN_ACTIVE.md', 'PLAN_REST.md', 'PLAN_LATER.md']);
    const { out } = await run(['status', root]);
    assert.match(out, /REST \(paused\): 0\/2 complete/);
    assert.match(out, /But: the folder a_paused says paused, the header says active/);
    assert.match(
      out,
      /The PLAN calls 2 of 2 achievements complete, but no feedback file proves any of them \(line 3\)/,
    );
  });

  it('leave next and check when they are over, which is said', async function () {
    const root = await folderWith(this, FILES);
    assert.deepEqual(names(await runJson(['next', root])), ['ACTIVE', 'REST', 'LATER']);
    assert.match((await run(['next', root])).out, /2 finished plans are not shown \(--state all\)\./);
    assert.deepEqual(errorPaths(await runJson(['check', root])), [
      'PLAN_ACTIVE.md',
      'PLAN_REST.md',
      'PLAN_LATER.md',
    ]);
    assert.match(
      (await run(['check', root])).out,
      /problems in 2 finished plans are not shown \(--state all\)\.$/m,
    );
  });

  it('are chosen by --state, with all their problems', async function () {
    const root = await folderWith(this, FILES);
    for (const [states, expected] of [
      ['archived', ['PAST']],
      ['superseded,paused', ['REST', 'GONE']],
      ['ACTIVE', ['ACTIVE']],
      ['all', ['ACTIVE', 'REST', 'LATER', 'PAST', 'GONE']],
      ['complete', []],
    ]) {
      assert.deepEqual(names(await runJson(['next', root, '--state', states])), expected, states);
      const found = await runJson(['check', root, '--state', states]);
      assert.deepEqual(errorPaths(found).sort(), expected.map((name) => `PLAN_${name}.md`).sort(), states);
      assert.equal(found.code, expected.length > 0 ? 1 : 0, states);
    }
    assert.deepEqual(names(await runJson(['status', root, '--state', 'backlog'])), ['LATER']);
    const wrong = await run(['check', root, '--state', 'sleeping']);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /A state is one of active, planning, paused/);
  });

  it('show their problems and what there is to do when their file is named', async function () {
    const root = await folderWith(this, FILES);
    const path = `${root}/documentation/archive/old-2025/planning/PLAN_PAST.md`;
    const found = await runJson(['check', path]);
    assert.deepEqual(errorPaths(found), ['PLAN_PAST.md']);
    assert.equal(found.code, 1);
    assert.deepEqual(names(await runJson(['next', path])), ['PAST']);
  });

  it('end with 0 where only plans that are over have errors', async function () {
    const root = await folderWith(this, { 'archive/A/PLAN_A.md': plan('Complete') });
    const found = await run(['check', root]);
    assert.equal(found.code, 0);
    assert.match(found.out, /^No problems in 0 plans\.\n\d+ problems in 1 finished plan are not shown/);
    assert.match((await run(['next', root])).out, /^Everything is done\. 1 finished plan is not shown/);
  });

  it('say nothing by folders above the path that is asked for', async function () {
    const root = await folderWith(this, { 'archive/A/PLAN_A.md': plan('In Progress') });
    assert.deepEqual(names(await runJson(['next', `${root}/archive`])), ['A']);
    assert.deepEqual(names(await runJson(['next', root])), []);
  });

  it('count nothing where few dependencies are stated', async function () {
    const titles = Object.fromEntries(
      Array.from({ length: 18 }, (_, at) => [
        `1.${at + 1}`,
        [`Part ${at}`, '- **Effort**: 2 hours', ...(at === 1 ? ['- **Dependencies**: 1.1'] : [])],
      ]),
    );
    const root = await folderWith(this, { 'PLAN_BIG.md': planText(titles) });
    const { json } = await runJson(['status', root]);
    assert.deepEqual(json.plans[0].dependencyCoverage, { stated: 1, of: 18 });
    assert.equal(json.plans[0].time.savedPercent, null);
    assert.equal(json.plans[0].time.parallel, null);
    const { out } = await run(['status', root]);
    assert.match(
      out,
      /dependencies are stated for only 1 of 18 achievements; `parallel-plans parallel generate` proposes/,
    );
    assert.doesNotMatch(out, /saved|in parallel|ready/);
    const schedule = await run(['schedule', root]);
    assert.equal(schedule.code, 1);
    assert.match(schedule.err, /only 1 of 18 achievements.*parallel generate/s);
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { folderWith, parallelText, planText, removeFolders, run, runJson, textsIn } from './support.mjs';
import { workflowChecks } from './workflowChecks.mjs';

const CONFIG = JSON.stringify({
  executor: 'mine',
  executors: {
    mine: { command: ['node', 'agent.mjs'], env: { SHOP_API_KEY: null, GITHUB_TOKEN: null, MODE: 'fast' } },
  },
  gates: [['npm', 'test']],
});
/** As workflows write it. */
const expression = (text) => `\${{ ${text} }}`;
const MOST_BYTES = 500_000;

/** `1.1` … with up to three dependencies each, and one at the end that depends on all of a level. */
const needsOf = (count) => {
  const ids = Array.from({ length: count }, (_, at) => `${1 + Math.floor(at / 60)}.${1 + (at % 60)}`);
  return Object.fromEntries(
    ids.map((id, at) => [
      id,
      at > 0 && at === count - 1
        ? ids.slice(0, Math.min(70, at))
        : [at - 9, at - 10, at - 20].filter((other) => other >= 0).map((other) => ids[other]),
    ]),
  );
};

describe('export', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  /** A repository with a plan; answers its folder. */
  const shopWith = async (context, needs, files = {}) => {
    const titles = Object.fromEntries(Object.keys(needs).map((id) => [id, `Part ${id}`]));
    const root = await folderWith(context, {
      'PLAN_SHOP.md': planText(titles),
      'parallel.json': parallelText('SHOP', needs),
      '.parallel-plans/run.json': CONFIG,
      ...files,
    });
    execFileSync('git', ['init', '--quiet', root]);
    return root;
  };
  const exported = async (root, engine, ...args) => {
    const { code, err } = await run(['export', engine, 'PLAN_SHOP.md', ...args], { cwd: root });
    assert.equal(code, 0, err);
    const texts = await textsIn(root);
    return Object.fromEntries(Object.entries(texts).filter(([path]) => /plan-shop/.test(path)));
  };

  it('for GitHub is a workflow that its own parser and actionlint have nothing to say of, at any size', async function () {
    const check = await workflowChecks();
    for (const count of [1, 9, 60, 600]) {
      const files = await exported(await shopWith(this, needsOf(count)), 'github');
      assert.equal(Object.keys(files).length, count === 600 ? 4 : 2);
      let jobs = 0;
      for (const [path, text] of Object.entries(files)) {
        assert.ok(text.length < MOST_BYTES, `${path} has ${text.length} bytes`);
        const name = path.replace('.github/workflows/', '');
        assert.deepEqual(await check(name, text), { parser: [], actionlint: [] }, path);
        const own = Object.keys(parse(text).jobs).filter((job) => job.startsWith('a-')).length;
        assert.ok(own <= 250, `${path} has ${own} jobs`);
        jobs += own;
      }
      assert.equal(jobs, count);
    }
  });

  it('is found broken by both where it is', async function () {
    const check = await workflowChecks();
    const files = await exported(await shopWith(this, needsOf(9)), 'github');
    const text = files['.github/workflows/plan-shop.yml'];
    const broken = text.replace('needs: [choose, a-1-1,', 'needs: [choose, a-9-9,');
    assert.notEqual(broken, text);
    const { parser, actionlint } = await check('plan-shop.yml', broken);
    assert.match(parser.join(), /depends on unknown job 'a-9-9'/);
    assert.match(actionlint.join(), /needs job "a-9-9" which does not exist/);
  });

  it('for GitHub waits for no more than it must, names secrets, and lets no plan text into a shell', async function () {
    const needs = { 1.1: [], 1.2: ['1.1'], 1.3: ['1.2', '1.1'] };
    const title = `Basket ${expression('secrets.KEY')} $(reboot) 'y' "z"`;
    const root = await shopWith(this, needs, {
      'PLAN_SHOP.md': planText({ 1.1: title, 1.2: 'Till', 1.3: 'Desk' }),
    });
    const files = await exported(root, 'github', '--jobs', '1');
    const { jobs, permissions, on } = parse(files['.github/workflows/plan-shop.yml']);
    assert.deepEqual(jobs['a-1-3'].needs, ['choose', 'a-1-2']);
    assert.deepEqual(
      Object.values(jobs).flatMap((job) => job.with?.slot ?? []),
      [1, 1, 1],
    );
    assert.equal(jobs['a-1-1'].name.includes('${{'), false);
    assert.deepEqual([permissions, jobs.choose.permissions], [{ contents: 'write' }, {}]);
    assert.deepEqual(Object.keys(on), ['workflow_dispatch']);
    const item = parse(files['.github/workflows/plan-shop-item.yml']).jobs.item;
    const work = item.steps.find(({ name }) => name === 'Do it');
    assert.deepEqual(work.env, { SHOP_API_KEY: expression('secrets.SHOP_API_KEY') });
    for (const { run: line = '' } of [...item.steps, ...jobs.choose.steps]) {
      assert.equal(line.includes('${{'), false, line);
    }
    for (const { uses = 'x@1234567890123456789012345678901234567890' } of item.steps) {
      assert.match(uses, /@[0-9a-f]{40}$/);
    }
  });

  it('for GitHub runs what somebody chooses', async function () {
    const files = await exported(await shopWith(this, { 1.1: [], '1.10': [], 1.2: [] }), 'github');
    const [{ env, run: script }] = parse(files['.github/workflows/plan-shop.yml']).jobs.choose.steps;
    const root = await folderWith(this, {});
    const chosen = (only, from) => {
      const output = join(root, 'output');
      writeFileSync(output, '');
      const variables = { ...process.env, ALL: env.ALL, ONLY: only, FROM: from, GITHUB_OUTPUT: output };
      execFileSync('bash', ['-e', '-c', script], { env: variables, stdio: 'pipe' });
      return readFileSync(output, 'utf8').trim();
    };
    const order = env.ALL.split(',');
    assert.equal(chosen('1.1', ''), 'ids=,1.1,');
    assert.equal(chosen('1.2, 1.10', ''), `ids=,${order.filter((id) => id !== '1.1').join(',')},`);
    assert.equal(chosen('', order[1]), `ids=,${order.slice(1).join(',')},`);
    assert.throws(() => chosen('7.7', ''), /no such achievement/);
    assert.throws(() => chosen('$(touch hacked)', '*'), /no such achievement/);
  });

  it('for GitLab has a lane to land on, and no job that needs more than GitLab takes', async function () {
    const needs = needsOf(90);
    const text = Object.values(await exported(await shopWith(this, needs), 'gitlab'))[0];
    const pipeline = parse(text);
    const jobs = Object.entries(pipeline).filter(([name]) => /^(?:item|land|join) /.test(name));
    for (const [name, { needs: own }] of jobs) {
      assert.ok(own.length <= 50, name);
      for (const { job } of own) assert.ok(pipeline[job], `${name} needs ${job}`);
    }
    assert.equal(jobs.filter(([name]) => name.startsWith('item ')).length, 90);
    assert.equal(pipeline['.plan-land'].resource_group, 'plan-SHOP-land');
    assert.equal(pipeline['.plan-worker'].variables.GIT_DEPTH, '0');
  });

  it('for Slurm is a script that submits what others need first', async function () {
    const root = await shopWith(this, needsOf(60));
    const [[path, text]] = Object.entries(await exported(root, 'slurm', '--jobs', '4'));
    execFileSync('bash', ['-n', join(root, path)]);
    const lines = text.split('\n').filter((line) => line.startsWith('achievement ') && line.includes(' # '));
    const submitted = new Set();
    for (const line of lines) {
      const [, id, slot, ...needs] = line.slice(0, line.indexOf(' # ')).split(' ');
      assert.ok(Number(slot) >= 1 && Number(slot) <= 4, line);
      for (const other of needs) assert.ok(submitted.has(other), `${id} before ${other}`);
      submitted.add(id);
    }
    assert.equal(submitted.size, 60);
    assert.match(text, /--kill-on-invalid-dep=yes/);
    assert.match(text, /,singleton"/);
  });

  it('says the same each time, how it was made, and whether it is stale', async function () {
    const root = await shopWith(this, { 1.1: [], 1.2: ['1.1'] });
    const command = ['export', 'github', 'PLAN_SHOP.md', '--jobs', '2'];
    const missing = await runJson([...command, '--check'], { cwd: root });
    assert.deepEqual(
      [missing.code, missing.json.files.map(({ state }) => state)],
      [1, ['missing', 'missing']],
    );
    const first = await exported(root, 'github', '--jobs', '2');
    const path = '.github/workflows/plan-shop.yml';
    assert.match(first[path], /^# {3}parallel-plans export github PLAN_SHOP\.md --jobs 2$/m);
    assert.equal((await run([...command, '--check'], { cwd: root })).code, 0);
    assert.deepEqual(await exported(root, 'github', '--jobs', '2'), first, 'the same again needs no --force');

    const plan = join(root, 'PLAN_SHOP.md');
    writeFileSync(plan, readFileSync(plan, 'utf8').replace('Part 1.2', 'Till'));
    const stale = await run([...command, '--check'], { cwd: root });
    assert.equal(stale.code, 1);
    assert.match(stale.out, /plan-shop\.yml: stale/);
    const refused = await run(command, { cwd: root });
    assert.equal(refused.code, 2);
    assert.match(refused.err, /plan-shop\.yml differs .* --force/);
    assert.equal(readFileSync(join(root, path), 'utf8'), first[path]);
    assert.equal((await run([...command, '--force'], { cwd: root })).code, 0);
    assert.match(readFileSync(join(root, path), 'utf8'), /1\.2 Till/);
  });

  it('replaces nothing that no export made, and refuses an id that is defined twice', async function () {
    const root = await shopWith(this, { 1.1: [], 1.2: ['1.1'] });
    const plan = join(root, 'PLAN_SHOP.md');
    const before = readFileSync(plan, 'utf8');
    mkdirSync(join(root, 'folder'));
    for (const output of ['PLAN_SHOP.md', 'folder']) {
      const { code, err } = await run(
        ['export', 'gitlab', 'PLAN_SHOP.md', '--executor', 'demo', '--force', '--output', output],
        { cwd: root },
      );
      assert.equal(code, 2, err);
      assert.match(err, /was not made by an export, so it is not overwritten/);
    }
    assert.equal(readFileSync(plan, 'utf8'), before);
    writeFileSync(plan, before.replace('Achievement 1.1', 'Achievement 1.2'));
    const twice = await run(['export', 'slurm', 'PLAN_SHOP.md', '--executor', 'demo'], { cwd: root });
    assert.equal(twice.code, 3, twice.err);
    assert.match(twice.err, /SHOP defines 1\.2 more than once/);
  });

  it('does not change while work is done', async function () {
    const root = await shopWith(this, { 1.1: [], 1.2: ['1.1'] });
    const before = await exported(root, 'gitlab');
    writeFileSync(join(root, 'APPROVED_11.md'), '# APPROVED: Achievement 1.1\n');
    assert.deepEqual(await exported(root, 'gitlab'), before);
  });

  it('refuses a cycle, an id that nobody defines, and what a machine without people cannot do', async function () {
    const cases = [
      [{ 1.1: ['1.2'], 1.2: ['1.1'] }, CONFIG, /1\.1, 1\.2 can never start: SHOP has 1 cycle/],
      [{ 1.1: ['7.7'] }, CONFIG, /1\.1 depends on 7\.7, which nothing in SHOP defines/],
      [{ 1.1: [] }, '{"executor":"demo","review":"person"}', /A person cannot review on another machine/],
      [{ 1.1: [] }, '{"executor":"manual","review":"none"}', /A person cannot work on another machine/],
      [{ 1.1: [] }, '{"review":"none"}', /No executor is chosen/],
    ];
    for (const [needs, config, words] of cases) {
      const root = await shopWith(this, needs, { '.parallel-plans/run.json': config });
      const { code, err } = await run(['export', 'slurm', 'PLAN_SHOP.md'], { cwd: root });
      assert.deepEqual([code, words.test(err)], [3, true], err);
      assert.equal(
        Object.keys(await textsIn(root)).some((path) => path.includes('plan-shop')),
        false,
      );
    }
  });

  it('writes where it is told, and says what counts on one machine only', async function () {
    const config = { ...JSON.parse(CONFIG), barrier: true, maxCost: { run: 20 } };
    const root = await shopWith(this, { 1.1: [] }, { '.parallel-plans/run.json': JSON.stringify(config) });
    const output = join('ci', 'shop.yml');
    const files = await runJson(['export', 'github', 'PLAN_SHOP.md', '--output', output], { cwd: root });
    assert.match(files.err, /note: "barrier" .*\nnote: "maxCost" /);
    const names = files.json.files.map(({ path }) => path.slice(root.length + 1));
    assert.deepEqual(
      names.map((name) => name.replace('/private', '')),
      [output, join('ci', 'shop-item.yml')],
    );
    assert.match(readFileSync(join(root, output), 'utf8'), /--output ci\/shop\.yml/);
    rmSync(join(root, 'ci'), { recursive: true });
  });
});

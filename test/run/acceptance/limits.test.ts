import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeholder } from '../../../src/engine/run/executor/arguments';
import type { AgentStep } from '../programs/agent';
import { until } from '../waiting';
import { AGENT, closeShop, eachWrites, makeShop, type Shop, type ShopOptions, writes } from './shop';

describe('the limits of a run', function () {
  this.timeout(120_000);
  let shop: Shop;
  const open = (options: ShopOptions): Shop => {
    shop = makeShop(options);
    return shop;
  };
  afterEach(() => closeShop(shop));

  it('are attempts: none more than asked for, and the work of each is kept', async () => {
    open({
      needs: { 1.1: [] },
      items: { 1.1: [{ append: { 'a.txt': 'x' } }, { exit: 3 }] },
      config: { attempts: 3 },
    });
    assert.equal((await shop.runPlan('--attempts', '2')).code, 1);
    assert.equal(shop.begun(), '1.1#1 1.1#2');
    assert.deepEqual([shop.item('1.1').state, shop.item('1.1').attempts], ['failed', 2]);
    const pins = shop.run(['for-each-ref', '--format=%(refname)', 'refs/parallel-plans']).split('\n');
    assert.equal(pins.filter((ref) => shop.files(ref).includes('a.txt')).length, 2, pins.join());
  });

  for (const [what, steps] of [
    ['no account', [{ print: 'Error: Not logged in. Please run /login' }, { exit: 1 }]],
    ['a flag that it does not know', [{ print: "error: unknown option '--fast'" }, { exit: 1 }]],
  ] as const) {
    it(`are reached at once with ${what}: no attempt after that`, async () => {
      open({ needs: { 1.1: [] }, items: { 1.1: steps }, config: { attempts: 2 } });
      assert.equal((await shop.runPlan()).code, 1);
      assert.equal(shop.begun(), '1.1#1');
      assert.match(shop.item('1.1').errors.join(), /logged in|--fast/);
    });
  }

  it('are reached at once by a denial that mattered', async () => {
    open({
      needs: { 1.1: [] },
      items: { 1.1: [...writes('red'), { final: { of: 'claude', ok: true, denied: ['Bash'] } }] },
      executor: { result: 'claude' },
      config: { attempts: 2, gates: [['test', '!', '-e', 'red.txt']] },
    });
    assert.equal((await shop.runPlan()).code, 1);
    assert.deepEqual([shop.item('1.1').state, shop.begun()], ['denied', '1.1#1']);
    assert.match(shop.item('1.1').errors.join(), /Bash/);
  });

  it('are the branches and settings of others: what changes them waits for a person, who can still let it land', async () => {
    open({
      needs: { 1.1: [], 1.2: [] },
      items: {
        1.1: [
          ...writes('1.1'),
          { git: ['branch', 'stray'] },
          { git: ['tag', 'v1'] },
          { git: ['config', 'core.hooksPath', '/tmp/hooks'] },
        ],
        1.2: [...writes('1.2'), { git: ['branch', '--list'] }],
      },
    });
    assert.equal((await shop.runPlan('--jobs', '1')).code, 1);
    shop.run(['config', '--unset', 'core.hooksPath']);
    assert.deepEqual([shop.item('1.1').state, shop.item('1.2').state], ['waiting', 'landed']);
    assert.match(
      shop.item('1.1').errors.join(),
      /While it worked, stray, tags\/v1 and the settings core\.hookspath of git changed in the repository/,
    );
    assert.equal((await shop.cli('approve', 'SHOP-1', '1.1')).code, 0);
    assert.equal((await shop.cli('resume', 'SHOP-1')).code, 0);
    assert.equal(shop.item('1.1').state, 'landed');
  });

  it('are no limits for a person, who goes on working in the checkout', async () => {
    open({ needs: { 1.1: [] } });
    const go = join(shop.room, 'go');
    shop.setItems({ 1.1: [{ waitFor: go }, ...writes('1.1')] });
    const { ended } = await shop.startPlan();
    await until('the agent', () => shop.begun() === '1.1#1' || undefined);
    shop.write({ 'mine.txt': 'mine\n' });
    shop.run(['checkout', '--quiet', '-b', 'topic']);
    shop.run(['add', 'mine.txt']);
    shop.run(['commit', '--quiet', '--message=Mine']);
    shop.write({ go: '' }, shop.room);
    const { code, err } = await ended;
    assert.equal(code, 0, err);
  });

  it('are the place for worktrees: where nothing can be made, nothing begins, and the reason is said', async () => {
    open({ needs: { 1.1: [] }, config: { worktrees: '/proc/worktrees' } });
    const { code, err } = await shop.runPlan();
    assert.notEqual(code, 0);
    assert.match(err, /The folder \/proc\/worktrees\/SHOP-1 cannot be made: ENOENT/);
    assert.deepEqual(shop.runs(), []);
  });

  const withSession = (second: readonly AgentStep[]): ShopOptions => ({
    needs: { 1.1: [] },
    items: {
      '1.1#1': [...writes('red'), { final: { of: 'claude', ok: true } }],
      '1.1#2': second,
      '1.1#3': [
        { saveArguments: 'third.json' },
        { remove: 'red.txt' },
        { final: { of: 'claude', ok: true } },
      ],
    },
    executor: {
      result: 'claude',
      resume: ['node', AGENT, '../../../script.json', '--resume', placeholder('session')],
    },
    config: { attempts: 2, gates: [['test', '!', '-e', 'red.txt']] },
  });

  it('begin with the session of the attempt before', async () => {
    open(
      withSession([
        { saveArguments: 'second.json' },
        { remove: 'red.txt' },
        { final: { of: 'claude', ok: true } },
      ]),
    );
    const { code, err } = await shop.runPlan();
    assert.equal(code, 0, err);
    assert.equal(shop.begun(), '1.1#1 1.1#2');
    assert.equal(shop.run(['show', 'plan/SHOP:second.json']), '["--resume","s-1"]');
  });

  it('are not touched by a session that is gone: the next attempt begins a new one', async () => {
    open(withSession([{ print: 'No conversation found with session ID s-1' }, { exit: 1 }]));
    const { code, err } = await shop.runPlan();
    assert.equal(code, 0, err);
    assert.equal(shop.begun(), '1.1#1 1.1#2 1.1#3');
    assert.equal(shop.run(['show', 'plan/SHOP:third.json']), '[]');
    assert.match(
      String(shop.journal().find(({ event }) => event === 'interrupted')?.error),
      /^Session s-1 cannot be resumed: No conversation found/,
    );
  });

  it('are failures with --stop-on-error: nothing more begins', async () => {
    const needs = { 1.1: [], 1.2: [], 1.3: [] };
    open({ needs, items: { ...eachWrites(needs), 1.1: [{ exit: 3 }] } });
    assert.equal((await shop.runPlan('--jobs', '1', '--stop-on-error')).code, 1);
    assert.equal(shop.begun(), '1.1#1');
  });

  it('are money: nothing more begins once the run has cost so much', async () => {
    const needs = { 1.1: [], 1.2: [], 1.3: [] };
    const steps = (id: string): readonly AgentStep[] => [
      ...writes(id),
      { final: { of: 'claude', ok: true, usd: 0.25 } },
    ];
    open({
      needs,
      items: Object.fromEntries(Object.keys(needs).map((id) => [id, steps(id)])),
      executor: { result: 'claude' },
      config: { maxCost: { run: 0.4 } },
    });
    const { code, err, out } = await shop.runPlan('--jobs', '1');
    assert.notEqual(code, 0);
    assert.match(err + out, /cost/);
    assert.equal(shop.begun(), '1.1#1 1.2#1');
  });

  it('are silence, but not of one that says that it is alive', async () => {
    open({
      needs: { 1.1: [] },
      items: { 1.1: [{ beat: 6_000 }, ...writes('1.1')] },
      executor: { idleMinutes: 0.05 },
    });
    const { code, err } = await shop.runPlan();
    assert.equal(code, 0, err);
    assert.equal(shop.item('1.1').state, 'landed');
  });

  it('are none for what stands in a title: no shell reads it', async () => {
    open({ needs: { 1.1: [] } });
    const title = `Part "of" it; touch ${'$'}(echo stray) \`touch stray\` && exit 7 | ' ${'$'}HOME ${'$'}{id}`;
    const plan = readFileSync(join(shop.top, 'PLAN_SHOP.md'), 'utf8').replace('Part 1.1', () => title);
    const config = JSON.parse(readFileSync(join(shop.top, '.parallel-plans', 'run.json'), 'utf8')) as {
      executors: { fake: { command: string[] } };
    };
    config.executors.fake.command.push(`${'$'}{title}`, `${'$'}{id}`);
    shop.write({ 'PLAN_SHOP.md': plan, '.parallel-plans/run.json': JSON.stringify(config) });
    shop.run(['commit', '--quiet', '--all', '-m', 'A title']);
    shop.setItems({ 1.1: [{ saveArguments: join(shop.room, 'arguments.json') }, ...writes('1.1')] });
    const { code, err } = await shop.runPlan();
    assert.equal(code, 0, err);
    const [seen, id] = JSON.parse(readFileSync(join(shop.room, 'arguments.json'), 'utf8')) as [
      string,
      string,
    ];
    assert.equal(id, '1.1');
    assert.ok(
      seen.includes('touch $(echo stray)') && seen.includes('&& exit 7') && seen.includes(`${'$'}{id}`),
      seen,
    );
    assert.match(
      shop.run(['log', '-1', '--format=%s', 'plan/SHOP']),
      /^1\.1: Complete - Part "of" it; touch/,
    );
  });

  it('give each agent ports of its own', async () => {
    const needs = { 1.1: [], 1.2: [], 1.3: [] };
    open({ needs });
    const file = (id: string): string => join(shop.room, `${id}.json`);
    const ids = Object.keys(needs);
    shop.setItems(
      Object.fromEntries(
        ids.map((id) => [
          id,
          [{ saveEnv: file(id) }, ...ids.map((each) => ({ waitFor: file(each) })), ...writes(id)],
        ]),
      ),
    );
    assert.equal((await shop.runPlan('--jobs', '3')).code, 0);
    const ports = ids
      .map((id) =>
        Number((JSON.parse(readFileSync(file(id), 'utf8')) as { PLAN_PORT_BASE: string }).PLAN_PORT_BASE),
      )
      .sort((one, other) => one - other);
    const [first = 0, second = 0, third = 0] = ports;
    assert.ok(first > 0 && second >= first + 10 && third >= second + 10, ports.join());
  });
});

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { everythingOf } from '../repository';
import { until } from '../waiting';
import { closeShop, eachWrites, makeShop, type Shop, type ShopOptions, writes } from './shop';

interface DryJson {
  readonly order: readonly string[];
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly level: number;
    readonly after: readonly string[];
    readonly worktree: string;
    readonly branch: string;
    readonly command: readonly string[];
    readonly prompt: string;
    readonly gates: readonly (readonly string[])[];
  }[];
  readonly done: readonly unknown[];
  readonly conflicts: readonly unknown[];
  readonly problems: readonly string[];
  readonly trust: { readonly hash: string; readonly commands: readonly (readonly string[])[] };
}

describe('asking for a run', function () {
  this.timeout(120_000);
  let shop: Shop;
  const open = (options: ShopOptions): Shop => {
    shop = makeShop(options);
    return shop;
  };
  afterEach(() => closeShop(shop));

  it('says with --dry-run exactly what would be run, and writes nothing', async () => {
    open({ needs: { 1.1: [], 1.2: ['1.1'], 2.1: [] }, config: { gates: [['sh', '-c', 'true']] } });
    const before = [everythingOf(shop, ['main']), shop.run(['for-each-ref']), shop.run(['worktree', 'list'])];
    const { code, out, err } = await shop.cli('run', 'PLAN_SHOP.md', '--dry-run', '--format', 'json');
    assert.equal(code, 0, err);
    const dry = JSON.parse(out) as DryJson;
    assert.deepEqual(dry.order, ['1.1', '2.1', '1.2']);
    assert.deepEqual(
      dry.items.map(({ id, title, level, after, prompt, gates }) => ({
        id,
        title,
        level,
        after,
        prompt,
        gates,
      })),
      [
        { id: '1.1', title: 'Part 1.1', level: 0, after: [], prompt: 'stdin', gates: [['sh', '-c', 'true']] },
        {
          id: '1.2',
          title: 'Part 1.2',
          level: 1,
          after: ['1.1'],
          prompt: 'stdin',
          gates: [['sh', '-c', 'true']],
        },
        { id: '2.1', title: 'Part 2.1', level: 0, after: [], prompt: 'stdin', gates: [['sh', '-c', 'true']] },
      ],
    );
    assert.equal(dry.items[0]?.command[0], 'node');
    assert.deepEqual([dry.done, dry.conflicts, dry.problems], [[], [], []]);
    assert.deepEqual(
      dry.trust.commands.map(([name]) => name),
      ['sh', 'node'],
    );
    assert.deepEqual(
      [everythingOf(shop, ['main']), shop.run(['for-each-ref']), shop.run(['worktree', 'list'])],
      before,
    );
    assert.equal(existsSync(join(shop.room, 'shop-worktrees')), false);
  });

  it('needs a yes, and trust in the commands of the repository, which is for them alone', async () => {
    open({ needs: { 1.1: [] } });
    const hash = await shop.trusted();
    const noYes = await shop.cli('run', 'PLAN_SHOP.md', '--trust-commands', hash);
    assert.notEqual(noYes.code, 0);
    const noTrust = await shop.cli('run', 'PLAN_SHOP.md', '--yes');
    assert.equal(noTrust.code, 3);
    assert.ok((noTrust.err + noTrust.out).includes(hash));
    const text = readFileSync(join(shop.top, '.parallel-plans', 'run.json'), 'utf8');
    shop.write({ '.parallel-plans/run.json': text.replace('"review"', '"gates":[["true"]],"review"') });
    assert.equal((await shop.cli('run', 'PLAN_SHOP.md', '--yes', '--trust-commands', hash)).code, 3);
    assert.equal(shop.begun(), '');
    assert.deepEqual(shop.runs(), []);
  });

  it('is refused for a cycle, for what nobody defines, and for an id that is not there', async () => {
    open({ needs: { 1.1: ['1.2'], 1.2: ['1.1'] } });
    const cycle = await shop.cli('run', 'PLAN_SHOP.md', '--yes');
    assert.deepEqual([cycle.code, /cycle/.test(cycle.err + cycle.out)], [3, true]);
    await closeShop(shop);
    open({ needs: { 1.1: ['9.9'] } });
    const unknown = await shop.cli('run', 'PLAN_SHOP.md', '--yes');
    assert.deepEqual([unknown.code, /9\.9/.test(unknown.err + unknown.out)], [3, true]);
    const stray = await shop.cli('run', 'PLAN_SHOP.md', '--yes', '--only', '7.7');
    assert.ok(stray.code === 2 || stray.code === 3);
    assert.match(stray.err + stray.out, /7\.7/);
    assert.equal((await shop.cli('run', 'PLAN_SHOP.md', '--nonsense')).code, 2);
  });

  it('is refused without gates and without a review', async () => {
    open({ needs: { 1.1: [] }, config: { review: undefined } });
    const { code, err, out } = await shop.runPlan();
    assert.notEqual(code, 0);
    assert.match(err + out, /review/);
    assert.equal(shop.begun(), '');
  });

  it('names a program that is missing', async () => {
    open({ needs: { 1.1: [] }, executor: { command: ['no-such-agent', '--fast'] } });
    const { code, err, out } = await shop.runPlan();
    assert.notEqual(code, 0);
    assert.match(err + out + (shop.runs().length > 0 ? shop.item('1.1').errors.join() : ''), /no-such-agent/);
  });

  it('is refused while another run of the plan goes on, and allowed after that', async () => {
    open({ needs: { 1.1: [] } });
    shop.setItems({ 1.1: [...writes('1.1'), { waitFor: join(shop.room, 'go') }] });
    const first = await shop.startPlan();
    await until('the agent', () => shop.begun() === '1.1#1' || undefined);
    const [run = 'none'] = shop.runs();
    const second = await shop.runPlan();
    assert.notEqual(second.code, 0);
    assert.ok((second.err + second.out).includes(run), second.err + second.out);
    const resumed = await shop.cli('resume', run);
    assert.notEqual(resumed.code, 0, 'a run has one runner');
    assert.deepEqual(shop.runs(), [run]);
    shop.write({ go: '' }, shop.room);
    assert.equal((await first.ended).code, 0);
    assert.equal(shop.begun(), '1.1#1');
  });

  it('runs no more at the same time than was asked for, and level by level with --barrier', async () => {
    const needs = { 1.1: [], 1.2: [], 1.3: ['1.1'], 1.4: [] };
    open({ needs });
    const [one, other] = [join(shop.room, 'one'), join(shop.room, 'other')];
    // the first two meet, however slow the machine is
    shop.setItems({
      ...eachWrites(needs),
      1.1: [{ write: { [one]: '' } }, { waitFor: other }, ...writes('1.1')],
      1.2: [{ write: { [other]: '' } }, { waitFor: one }, { sleep: 1_000 }, ...writes('1.2')],
    });
    const { code, err } = await shop.runPlan('--jobs', '2', '--barrier');
    assert.equal(code, 0, err);
    let [now, most] = [0, 0];
    for (const { what } of shop.agents()) {
      now += what === 'begins' ? 1 : -1;
      most = Math.max(most, now);
    }
    assert.equal(most, 2);
    const last = shop
      .agents()
      .filter(({ what }) => what === 'begins')
      .at(-1);
    assert.equal(last?.item, '1.3', 'the second level waits for the slowest of the first');
  });

  it('gives every event to the hooks, and a hook that fails changes nothing', async () => {
    open({ needs: { 1.1: [] } });
    const config = JSON.parse(readFileSync(join(shop.top, '.parallel-plans', 'run.json'), 'utf8')) as object;
    const hook = (name: string): readonly string[] => [
      'sh',
      '-c',
      `cat >> '${join(shop.room, name)}'; exit 5`,
    ];
    const hooks = { started: hook('started'), landed: hook('landed'), finished: hook('finished') };
    shop.write({ '.parallel-plans/run.json': JSON.stringify({ ...config, hooks }) });
    const { code, err } = await shop.runPlan();
    assert.equal(code, 0, err);
    for (const name of ['landed', 'finished']) {
      const text = await until(name, () => {
        const path = join(shop.room, name);
        return existsSync(path) ? readFileSync(path, 'utf8') || undefined : undefined;
      });
      assert.equal((JSON.parse(text) as { event: string }).event, name);
    }
  });

  it('is refused where the branch is no name, and where the person has it checked out', async () => {
    open({ needs: { 1.1: [] }, config: { branch: 'bad..name' } });
    const named = await shop.runPlan();
    assert.equal(named.code, 3, named.err);
    assert.match(named.err + named.out, /git takes no branch called bad\.\.name/);
    assert.deepEqual(shop.runs(), []);
    await closeShop(shop);
    open({ needs: { 1.1: [] }, config: { branch: 'main' } });
    const own = await shop.runPlan();
    assert.equal(own.code, 3, own.err);
    assert.match(own.err + own.out, /main is checked out here/);
    assert.equal(shop.begun(), '');
  });

  it('begins where an earlier run ended before its journal did', async () => {
    open({ needs: { 1.1: [] } });
    mkdirSync(join(shop.top, '.parallel-plans/runs/SHOP-1'), { recursive: true });
    assert.equal((await shop.runPlan()).code, 0);
    assert.equal(shop.result().run, 'SHOP-2');
  });
});

import assert from 'node:assert/strict';
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handedInText } from '../../../src/engine/run/hub/handedIn';
import { messageWith } from '../../../src/node/git/commits';
import { closeShop, type Ended, eachWrites, makeShop, type Shop, type ShopOptions, writes } from './shop';

const RUN = 'SHOP-ci-1';

describe('a run on a hub', function () {
  this.timeout(120_000);
  let shop: Shop;
  let hash: string;
  const hub = (): string => join(shop.room, 'hub.git');
  const open = async (options: ShopOptions): Promise<void> => {
    shop = makeShop(options);
    shop.run(['clone', '--quiet', '--bare', shop.top, hub()]);
    hash = await shop.trusted();
  };
  afterEach(() => closeShop(shop));

  /** A clone of the hub, as a machine for builds has it. */
  const machine = (name: string): string => {
    const folder = join(shop.room, name);
    shop.run(['clone', '--quiet', hub(), folder]);
    return folder;
  };
  const inFolder = (folder: string, ...args: readonly string[]): Promise<Ended> =>
    shop.startIn(folder, ...args, '--run', RUN, '--hub', hub()).ended;
  const runItem = (id: string, folder = machine(`item-${id}-${++machines}`)): Promise<Ended> =>
    inFolder(folder, 'run-item', id, 'PLAN_SHOP.md', '--trust-commands', hash);
  const land = (folder: string, ...args: readonly string[]): Promise<Ended> =>
    inFolder(folder, 'land', 'PLAN_SHOP.md', '--trust-commands', hash, ...args);
  /** What a job does: the item, then its landing. */
  const job = async (id: string): Promise<Ended> => {
    const folder = machine(`job-${id}-${++machines}`);
    const done = await runItem(id, folder);
    return done.code === 0 ? land(folder, '--only', id) : done;
  };
  let machines = 0;
  /** Puts a result on the hub that a worker could have handed in: a file that is named like the item. */
  const handIn = (item: string, t = 1): void => {
    const base = shop.run(['rev-parse', 'main']);
    const head = shop.branch(`work-${item}`, base, { [`${item}.txt`]: `${item}\n` });
    const events = [
      { event: 'preparing' as const, item, attempt: 1, t, base, lineage: 'ok' as const },
      { event: 'queued-to-land' as const, item, attempt: 1, t: t + 1, head },
    ];
    const text = handedInText({ run: RUN, plan: 'SHOP', item, input: '', events });
    const message = messageWith(`${item}: Result`, text, {});
    const commit = shop.run(['commit-tree', `${head}^{tree}`, '-p', head, '-m', message]);
    shop.run(['push', '--quiet', hub(), `${commit}:refs/heads/plan/${RUN}/${item}`]);
  };
  const onHub = (...args: readonly string[]): string => shop.run(args, hub());
  const filesOnHub = (): readonly string[] => onHub('ls-tree', '-r', '--name-only', 'plan/SHOP').split('\n');

  it('gives the same tree as a run on one machine, does nothing twice, and comes back with its times', async () => {
    const needs = { 1.1: [], 2.1: ['1.1'] };
    await open({ needs, config: { gates: [['sh', '-c', 'test ! -e red']] } });
    const folder = machine('one');
    assert.equal((await runItem('1.1', folder)).code, 0);
    // engines bring what one machine left onto the next one
    const other = machine('other');
    cpSync(join(folder, '.parallel-plans', 'runs'), join(other, '.parallel-plans', 'runs'), {
      recursive: true,
    });
    rmSync(folder, { recursive: true });
    const again = await land(other, '--only', '1.1');
    assert.equal(again.code, 0, again.out + again.err);
    const landed = await job('2.1');
    assert.equal(landed.code, 0, landed.err);
    const last = await runItem('2.1');
    assert.deepEqual([last.code, last.out.trim()], [0, '2.1 landed']);
    assert.equal(shop.begun(), '1.1#1 2.1#1');

    const imported = await inFolder(shop.top, 'import', 'PLAN_SHOP.md');
    assert.equal(imported.code, 0, imported.err);
    assert.equal(shop.run(['rev-parse', 'plan/SHOP']), onHub('rev-parse', 'plan/SHOP'));
    assert.deepEqual(
      shop.result().results.map(({ id, state, attempts, lineage }) => [id, state, attempts, lineage]),
      [
        ['1.1', 'landed', 1, 'ok'],
        ['2.1', 'landed', 1, 'ok'],
      ],
    );
    assert.equal(shop.result().base, shop.run(['rev-parse', 'main']));
    const begun = shop.journal().find(({ event, item }) => event === 'running' && item === '2.1');
    const agent = shop.agents().find(({ item }) => item === '2.1');
    assert.ok(Math.abs(Number(begun?.t) - Number(agent?.t)) < 20_000, 'times are those of the worker');
    const lines = shop.journal().length;
    assert.equal((await inFolder(shop.top, 'import', 'PLAN_SHOP.md')).code, 0);
    assert.equal(shop.journal().length, lines, 'there is no news');

    shop.run(['update-ref', '-d', 'refs/heads/plan/SHOP']);
    const local = await shop.runPlan();
    assert.equal(local.code, 0, local.err);
    assert.equal(shop.run(['rev-parse', 'plan/SHOP^{tree}']), onHub('rev-parse', 'plan/SHOP^{tree}'));
  });

  it('blocks exactly what depends on a failure, and a second go does only the rest', async () => {
    const needs = { 1.1: [], 1.2: [], 2.1: ['1.1'] };
    await open({ needs, items: { ...eachWrites(needs), 1.1: [...writes('half'), { exit: 3 }] } });
    const [failed, other] = await Promise.all([job('1.1'), job('1.2')]);
    assert.deepEqual([failed.code, other.code], [13, 0]);
    const blocked = await job('2.1');
    assert.equal(blocked.code, 3);
    assert.match(blocked.err, /2\.1 waits for 1\.1, which has not landed/);
    await inFolder(shop.top, 'import', 'PLAN_SHOP.md');
    assert.deepEqual(
      Object.keys(needs).map((id) => [shop.item(id).state, shop.item(id).blockedBy.join()]),
      [
        ['failed', ''],
        ['landed', ''],
        ['blocked', '1.1'],
      ],
    );

    shop.setItems(eachWrites(needs));
    for (const id of ['1.1', '2.1']) assert.equal((await job(id)).code, 0, id);
    assert.equal(shop.begun().split(' ').sort().join(' '), '1.1#1 1.1#2 1.2#1 2.1#1');
    assert.ok(filesOnHub().includes('half.txt'), 'the second attempt goes on from what the first one left');
  });

  it('ends at a limit of the account, for the engine to try again later', async () => {
    const resetsAt = Math.round(Date.now() / 1000) + 3600;
    await open({
      needs: { 1.1: [] },
      items: { 1.1: [{ final: { of: 'claude', ok: false, resetsAt } }] },
      executor: { result: 'claude' },
    });
    assert.equal((await runItem('1.1')).code, 75);
  });

  it('loses nothing where six workers land at once, also where a clock is off', async () => {
    const ids = Array.from({ length: 6 }, (_, at) => `1.${at + 1}`);
    const needs = Object.fromEntries(ids.map((id) => [id, []]));
    await open({ needs, config: { gates: [['sh', '-c', 'test ! -e red']] } });
    const anHourAhead = Date.now() + 3_600_000;
    for (const id of ids) handIn(id, id === '1.1' ? anHourAhead : undefined);
    const folders = ids.map((id) => machine(`m${id}`));
    const landed = await Promise.all(ids.map((id, at) => land(folders[at] ?? '', '--only', id)));
    assert.deepEqual(
      landed.map(({ code, out, err }) => (code === 0 ? err : `${code} ${out}${err}`)),
      ids.map(() => ''),
    );
    for (const id of ids) assert.ok(filesOnHub().includes(`${id}.txt`), id);
    assert.equal(onHub('rev-list', '--count', '--first-parent', 'main..plan/SHOP'), '6');
    const imported = await inFolder(shop.top, 'import', 'PLAN_SHOP.md');
    assert.equal(imported.code, 0, imported.err);
    assert.match(imported.err, /The clock of a worker is \d+ minutes ahead/);
  });

  it('does again, from where the hub is, what cannot be merged, and knows why', async () => {
    await open({
      needs: { 1.1: [], 1.2: [] },
      items: {
        1.1: [{ write: { 'shared.txt': 'by 1.1\n' } }],
        '1.2#1': [{ write: { 'shared.txt': 'by 1.2\n' } }],
        '1.2#2': [{ savePrompt: 'prompt.txt' }, { append: { 'shared.txt': 'by 1.2\n' } }],
      },
    });
    const done = await Promise.all(['1.1', '1.2'].map((id) => runItem(id)));
    assert.deepEqual(
      done.map(({ code }) => code),
      [0, 0],
    );
    const folder = machine('one');
    assert.equal((await land(folder, '--only', '1.1')).code, 0);
    assert.equal((await land(folder, '--only', '1.2')).code, 12);
    assert.equal((await job('1.2')).code, 0);
    assert.equal(onHub('show', 'plan/SHOP:shared.txt'), 'by 1.1\nby 1.2');
    assert.match(onHub('show', 'plan/SHOP:prompt.txt'), /cannot be merged: shared\.txt changed/);
  });

  it('does a task again whose text was changed', async () => {
    await open({ needs: { 1.1: [] } });
    assert.equal((await runItem('1.1')).code, 0);
    const folder = machine('changed');
    const plan = shop.run(['show', 'main:PLAN_SHOP.md']).replace('Reach 1.1', 'Reach 1.1 twice');
    writeFileSync(join(folder, 'PLAN_SHOP.md'), `${plan}\n`);
    shop.run(['commit', '--quiet', '--all', '--message=Change'], folder);
    assert.equal((await runItem('1.1', folder)).code, 0);
    assert.equal(shop.begun(), '1.1#1 1.1#2');
  });

  it('goes on here with what was begun there, and there with what was begun here', async () => {
    const needs = { 1.1: [], 1.2: ['1.1'], 1.3: ['1.2'] };
    await open({ needs });
    assert.equal((await shop.runPlan('--only', '1.1')).code, 0);
    shop.run(['push', '--quiet', hub(), 'plan/SHOP']);
    assert.equal((await runItem('1.2')).code, 0);
    const imported = await inFolder(shop.top, 'import', 'PLAN_SHOP.md');
    assert.equal(imported.code, 1);
    assert.deepEqual(
      Object.keys(needs).map((id) => shop.item(id).state),
      ['skipped', 'queued-to-land', 'pending'],
    );
    assert.equal((await shop.cli('resume', RUN)).code, 0);
    assert.equal(shop.begun(), '1.1#1 1.2#1 1.3#1');
    assert.equal(shop.result().success, 3);
  });

  it('keeps what a hub refuses, and says where', async () => {
    await open({ needs: { 1.1: [] } });
    mkdirSync(join(hub(), 'hooks'), { recursive: true });
    const hook = join(hub(), 'hooks', 'pre-receive');
    writeFileSync(hook, '#!/bin/sh\necho "nobody may push here" >&2\nexit 1\n');
    chmodSync(hook, 0o755);
    const folder = machine('one');
    const { code, err } = await runItem('1.1', folder);
    assert.equal(code, 3);
    assert.match(err, /refused the push to refs\/heads\/plan\/SHOP-ci-1\/1\.1/);
    assert.match(err, /nobody may push here/);
    const ref = /kept here as (\S+)\.$/m.exec(err)?.[1] ?? '';
    assert.equal(shop.run(['show', `${ref}:1.1.txt`], folder), '1.1');

    chmodSync(hook, 0o644);
    assert.equal((await runItem('1.1', folder)).code, 0, 'it is handed in as it is');
    assert.equal(shop.begun(), '1.1#1');
  });

  it('refuses a shallow clone, a hub that is not there and one that has gone another way', async () => {
    await open({ needs: { 1.1: [] } });
    const shallow = join(shop.room, 'shallow');
    shop.run(['clone', '--quiet', '--depth=1', `file://${hub()}`, shallow]);
    const cut = await runItem('1.1', shallow);
    assert.equal(cut.code, 3);
    assert.match(cut.err, /This clone is shallow.*fetch-depth 0/);

    const none = await shop.startIn(shop.top, 'import', 'PLAN_SHOP.md', '--run', RUN, '--hub', '../none')
      .ended;
    assert.equal(none.code, 3);
    assert.match(none.err, /\.\.\/none cannot be read/);

    const unknown = await inFolder(shop.top, 'import', 'PLAN_SHOP.md');
    assert.equal(unknown.code, 3);
    assert.match(unknown.err, /has nothing of a run SHOP-ci-1, so nothing was imported/);

    assert.equal((await job('1.1')).code, 0);
    assert.equal((await shop.runPlan()).code, 0);
    const tip = shop.run(['rev-parse', 'plan/SHOP']);
    const apart = await inFolder(shop.top, 'import', 'PLAN_SHOP.md');
    assert.equal(apart.code, 3);
    assert.match(apart.err, /gone apart, so nothing was imported/);
    assert.equal(shop.run(['rev-parse', 'plan/SHOP']), tip);
    assert.deepEqual(shop.runs(), ['SHOP-1']);
  });

  it('says that a secret may be missing', async () => {
    await open({
      needs: { 1.1: [] },
      items: { 1.1: [{ exit: 1 }] },
      executor: { env: { SHOP_API_KEY: null } },
    });
    const { code, err } = await runItem('1.1');
    assert.equal(code, 13);
    assert.match(err, /None of SHOP_API_KEY is set here.*is a secret missing\?/);
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { closeShop, makeShop, type Shop, writes } from '../acceptance/shop';
import { until } from '../waiting';

interface PlanJson {
  readonly next?: readonly string[];
  readonly run: {
    readonly run: string;
    readonly taken: readonly string[];
    readonly landed: readonly string[];
  };
}

describe('what status and next say of a plan that runs', function () {
  this.timeout(120_000);
  let shop: Shop;
  afterEach(() => closeShop(shop));

  const text = async (command: 'status' | 'next'): Promise<string> => (await shop.cli(command, '.')).out;
  const planIn = async (command: 'status' | 'next'): Promise<PlanJson | undefined> =>
    (JSON.parse((await shop.cli(command, '.', '--format', 'json')).out) as { plans: PlanJson[] }).plans[0];

  it('is that nothing is ready which the run has, until it is merged', async () => {
    shop = makeShop({ needs: { 1.1: [], 1.2: [], 1.3: [], 2.1: ['1.1'] } });
    shop.setItems({
      1.1: writes('1.1'),
      1.2: [{ waitFor: join(shop.room, 'go') }, ...writes('1.2')],
      2.1: writes('2.1'),
    });
    assert.match(await text('status'), /SHOP: 0\/4 complete, 3 ready/);
    const { ended } = await shop.startPlan('--only', '1.1,1.2', '--jobs', '2');
    await until('what lands', () => shop.journal().some(({ event }) => event === 'landed') || undefined);
    await until('the agent', () => shop.begun().includes('1.2#1') || undefined);

    const said = await text('status');
    assert.match(said, /SHOP: 0\/4 complete, 1 ready/);
    assert.match(said, /Run: SHOP-1 running: 1 running, 1 landed/);
    assert.match(said, /1\.1 .*\[landed in SHOP-1\]/);
    assert.match(said, /1\.2 .*\[running in SHOP-1\]/);
    assert.match(said, /1\.3 .*\[ready\]/);
    assert.deepEqual((await planIn('status'))?.run.landed, ['1.1']);
    assert.match(await text('next'), /1\.1 landed in SHOP-1/);
    assert.deepEqual((await planIn('next'))?.next, ['1.3']);

    shop.write({ go: '' }, shop.room);
    assert.equal((await ended).code, 0);
    assert.match(await text('status'), /1 ready[\s\S]*Run: SHOP-1 done: 2 landed/);
    const landed = await shop.cli('land', 'PLAN_SHOP.md', '--into', 'main', '--yes');
    assert.equal(landed.code, 0, landed.err);
    assert.doesNotMatch(await text('status'), /SHOP-1/, 'from now on the files say how it stands');
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { makeShop, skipWithoutEngines } from './shop.mjs';
import { startSlurm } from './slurmDaemons.mjs';

const RUN = 'SHOP-ci-slurm';

describe('a plan on Slurm', () => {
  let shop;
  let slurm;

  before(async function () {
    skipWithoutEngines(this);
    shop = makeShop();
    slurm = await startSlurm(join(shop.room, 'slurm'));
  });
  after(async () => {
    await slurm?.stop();
    shop?.remove();
  });

  it('blocks what a failure blocks, does only the rest the next time, and gives the tree of one machine', async () => {
    shop.publish('slurm');
    const submit = async () => {
      const more = { ...slurm.env, PLAN_HUB: shop.hub };
      const { code, output } = await shop.run('bash', ['plan-shop.slurm.sh'], { more });
      assert.equal(code, 0, output);
      return slurm.ended(output);
    };

    shop.fails('1.2', true);
    const first = await submit();
    assert.equal(shop.takeBegun(), '1.1 1.2 2.1');
    assert.deepEqual(first, {
      'item-1.1': 'COMPLETED',
      'item-1.2': 'FAILED',
      'item-2.1': 'COMPLETED',
      'item-2.2': 'CANCELLED',
      [`land-${RUN}`]: 'COMPLETED CANCELLED COMPLETED CANCELLED',
    });
    assert.deepEqual(shop.imported(RUN), { 1.1: 'landed', 1.2: 'failed', 2.1: 'landed', 2.2: 'blocked' });

    shop.fails('1.2', false);
    const second = await submit();
    assert.equal(shop.takeBegun(), '1.2 2.2');
    assert.deepEqual(
      new Set(Object.values(second).flatMap((states) => states.split(' '))),
      new Set(['COMPLETED']),
    );
    shop.git(['update-ref', '-d', 'refs/heads/plan/SHOP']);
    assert.equal(shop.hubTree(), shop.localTree());
  });
});

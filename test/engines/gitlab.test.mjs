import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import { makeShop, skipWithoutEngines } from './shop.mjs';

const RUN = 'SHOP-ci-7';

describe('a plan on GitLab CI', () => {
  let shop;

  before(function () {
    skipWithoutEngines(this);
    shop = makeShop();
  });
  after(() => shop?.remove());

  it('blocks what a failure blocks, does only the rest the next time, and gives the tree of one machine', async () => {
    shop.publish('gitlab');
    const clone = join(shop.room, 'ci');
    shop.git(['clone', '--quiet', shop.hub, clone]);
    const pipeline = () =>
      shop.run(
        resolve('node_modules/.bin/gitlab-ci-local'),
        [
          ...['--file', 'plan-shop.gitlab-ci.yml', '--shell-isolation', '--home', shop.room],
          ...['PLAN_HUB', 'PARALLEL_PLANS', 'PLAN_RUN'].flatMap((name) => [
            '--variable',
            `${name}=${{ ...shop.env, PLAN_HUB: shop.hub, PLAN_RUN: RUN }[name]}`,
          ]),
        ],
        { cwd: clone },
      );

    shop.fails('1.2', true);
    const first = await pipeline();
    assert.equal(first.code, 1, first.output);
    assert.equal(shop.takeBegun(), '1.1 1.2 2.1', first.output);
    assert.deepEqual(shop.imported(RUN), { 1.1: 'landed', 1.2: 'failed', 2.1: 'landed', 2.2: 'blocked' });

    shop.fails('1.2', false);
    const second = await pipeline();
    assert.equal(second.code, 0, second.output);
    assert.equal(shop.takeBegun(), '1.2 2.2', second.output);
    shop.git(['update-ref', '-d', 'refs/heads/plan/SHOP']);
    assert.equal(shop.hubTree(), shop.localTree());
  });
});

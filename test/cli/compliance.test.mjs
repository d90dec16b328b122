import assert from 'node:assert/strict';
import { folderWith, planText, removeFolders, run, runJson } from './support.mjs';

describe('command line: compliance', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('says what each PLAN has and lacks, and fails below the minimum', async function () {
    const root = await folderWith(this, { 'plans/SHOP/PLAN_SHOP.md': planText({ 1.1: 'Bake' }) });
    const { json, code } = await runJson(['compliance', root]);
    assert.equal(code, 1);
    const [shop] = json.plans;
    assert.deepEqual([shop.name, shop.path, shop.max], ['SHOP', 'plans/SHOP/PLAN_SHOP.md', 100]);
    assert.equal(
      shop.points.reduce((sum, { got }) => sum + got, 0),
      shop.score,
    );
    assert.deepEqual([json.mean, json.passed, json.failed], [shop.score, 0, 1]);
    assert.equal(shop.missing.includes('Problem Statement'), true);
    const low = await run(['compliance', root, '--min', '20']);
    assert.equal(low.code, 0);
    assert.match(low.out, /^SHOP \d+ of 100 plans\/SHOP\/PLAN_SHOP\.md\n {2}\d+ of 40 usual sections\n/);
    assert.match(low.out, /1 plan, mean \d+\. All have at least 20\.\n$/);
  });

  it('is content with a new plan, and fails where there is none', async function () {
    const root = await folderWith(this, {});
    assert.equal((await run(['compliance', root])).code, 1);
    await run(['create', 'plan', 'shop', root, '--yes']);
    assert.equal((await run(['compliance', root])).code, 0);
    assert.equal((await run(['compliance', root, '--min', '101'])).code, 2);
  });
});

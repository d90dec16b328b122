import assert from 'node:assert/strict';
import { folderWith, parallelText, planText, removeFolders, run, runJson } from './support.mjs';

const FILES = {
  'PLAN_SHOP.md': planText({
    1.1: ['Basket', '- **Effort**: 2-4 hours', '- **Owner**: Ann'],
    1.2: ['Till', '- **Effort**: 1 hour'],
    2.1: ['Receipt', '- **Effort**: 30 minutes'],
  }),
  'parallel.json': parallelText('SHOP', { 1.1: [], 1.2: [], 2.1: ['1.1', '1.2'] }),
};

describe('command line: schedule', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('says the same twice, and who is named does their work', async function () {
    const root = await folderWith(this, FILES);
    const args = ['schedule', root, '--executors', '2', '--seed', '7', '--format', 'json'];
    const { code, json } = await runJson(args);
    assert.equal(code, 0);
    assert.equal((await run(args)).out, (await run(args)).out);
    assert.deepEqual(
      json.slots.map(({ name, achievements }) => [name, achievements.map(({ id }) => id)]),
      [
        ['Ann', ['1.1']],
        [null, ['1.2', '2.1']],
      ],
    );
    assert.equal(json.makespan, 3.5);
    assert.ok(json.forecast.p50 <= json.forecast.p90);
  });

  it('makes nothing out of a plan whose dependencies nobody stated', async function () {
    const root = await folderWith(this, { 'PLAN_SHOP.md': planText({ 1.1: 'Basket', 1.2: 'Till' }) });
    const { code, out, err } = await run(['schedule', root]);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /SHOP states no dependencies/);
  });
});

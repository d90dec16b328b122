import assert from 'node:assert/strict';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createRunsModel, type RunsModel } from '../../../src/extension/run/desktop/runsModel';
import type { Run } from '../../../src/extension/run/runs';
import { uriOfPath } from '../../../src/node/diskFiles';
import { failingLogger } from '../../support/failingLogger';
import { closeShop, makeShop, type Shop, writes } from '../acceptance/shop';
import { until } from '../waiting';

const NEEDS = { 1.1: [], 2.1: ['1.1'] };

describe('the runs that the editor follows', function () {
  this.timeout(120_000);
  let shop: Shop;
  let models: RunsModel[] = [];
  afterEach(async () => {
    for (const model of models) model.dispose();
    models = [];
    await closeShop(shop);
  });

  const follow = (): RunsModel => {
    const model = createRunsModel({ homes: () => [shop.top], logger: failingLogger });
    models.push(model);
    return model;
  };
  const runOf = ({ all }: RunsModel): Run | undefined => all[0];
  const statesOf = (run: Run | undefined): string =>
    run?.items.map(({ id, state }) => `${id} ${state}`).join(', ') ?? 'none';

  it('are there from their first line on, without anybody asking again', async () => {
    shop = makeShop({ needs: NEEDS });
    shop.setItems({ 1.1: [{ waitFor: join(shop.room, 'go') }, ...writes('1.1')], 2.1: writes('2.1') });
    const model = follow();
    await model.refresh();
    assert.equal(model.all.length, 0);
    const seen: string[] = [];
    model.onDidChange((runs) => seen.push(...runs.map((run) => `${run.life}: ${statesOf(run)}`)));
    const { ended } = await shop.startPlan();
    await until('the record', () => model.all.length > 0 || undefined);
    await until('the first item', () => statesOf(runOf(model)) === '1.1 running, 2.1 pending' || undefined);
    assert.equal(runOf(model)?.life, 'running');
    assert.deepEqual(runOf(model)?.itemOf('2.1')?.waitsFor, ['1.1']);
    assert.equal(model.ofPlan(uriOfPath(join(shop.top, 'PLAN_SHOP.md')))[0]?.name, 'SHOP-1');
    shop.write({ go: '' }, shop.room);
    assert.equal((await ended).code, 0);
    await until('the end', () => runOf(model)?.life === 'over' || undefined);
    assert.equal(statesOf(runOf(model)), '1.1 landed, 2.1 landed');
    assert.equal(seen.at(-1), 'over: 1.1 landed, 2.1 landed');
  });

  it('are found again by another window, which proves their runner and notices its death', async () => {
    shop = makeShop({ needs: NEEDS });
    shop.setItems({ 1.1: [{ waitFor: join(shop.room, 'go') }, ...writes('1.1')], 2.1: writes('2.1') });
    const { child, ended } = await shop.startPlan();
    await until('the agent', () => shop.begun() === '1.1#1' || undefined);
    const first = follow();
    await first.refresh();
    const second = follow();
    await second.refresh();
    assert.deepEqual(
      [runOf(first)?.seq, runOf(first)?.life, statesOf(runOf(first))],
      [runOf(second)?.seq, 'running', statesOf(runOf(second))],
    );
    child.kill('SIGKILL');
    await ended;
    await until('the death of the runner', () => runOf(second)?.life === 'left' || undefined);
    assert.equal(runOf(second)?.itemOf('1.1')?.state, 'running', 'its agent goes on');
    const resumed = shop.start('resume', 'SHOP-1');
    await until('the next runner', () => runOf(second)?.life === 'running' || undefined);
    shop.write({ go: '' }, shop.room);
    assert.equal((await resumed.ended).code, 0);
    await until('the end', () => runOf(second)?.life === 'over' || undefined);
    assert.equal(runOf(second)?.state.finished, 'success');
  });

  it('are found where nothing of the kind was before', async () => {
    shop = makeShop({ needs: { 1.1: [] } });
    shop.run(['rm', '-r', '--quiet', '.parallel-plans']);
    shop.run(['commit', '--quiet', '--message=No configuration']);
    const model = follow();
    await model.refresh();
    const args = ['run', 'PLAN_SHOP.md', '--executor', 'demo', '--review', 'none', '--yes'];
    assert.equal((await shop.cli(...args)).code, 0);
    await until('the run', () => runOf(model)?.life === 'over' || undefined);
    assert.equal(statesOf(runOf(model)), '1.1 landed');
  });

  it('say what is wrong with a record that is damaged, and go when it is removed', async () => {
    shop = makeShop({ needs: { 1.1: [] } });
    await shop.runPlan();
    const model = follow();
    await model.refresh();
    const journal = join(shop.top, '.parallel-plans/runs/SHOP-1/journal.jsonl');
    appendFileSync(journal, '{"seq":99}\nnothing\n');
    await model.refresh();
    assert.match(runOf(model)?.problem ?? '', /^Line \d+ of .* is damaged/);
    assert.equal(statesOf(runOf(model)), '1.1 landed', 'what was read before stays');
    rmSync(join(journal, '..'), { recursive: true });
    await until('its end', () => model.all.length === 0 || undefined);
  });
});

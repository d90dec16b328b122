import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeShop, eachWrites, isAlive, makeShop, type Shop, writes } from '../acceptance/shop';
import { until } from '../waiting';

describe('the commands about runs', function () {
  this.timeout(120_000);
  let shop: Shop;
  afterEach(() => closeShop(shop));

  const begun = (words: string) => until(words, () => shop.begun() === words || undefined);

  it('runs the demo without anything set up', async () => {
    shop = makeShop({ needs: { 1.1: [], 1.2: [], 2.1: ['1.1', '1.2'], 3.1: ['2.1'] } });
    shop.run(['rm', '-r', '--quiet', '.parallel-plans']);
    shop.run(['commit', '--quiet', '--message=No configuration']);
    const args = [
      'run',
      'PLAN_SHOP.md',
      '--executor',
      'demo',
      '--review',
      'none',
      '--yes',
      '--format',
      'json',
    ];
    const { code, out, err } = await shop.cli(...args);
    assert.equal(code, 0, err);
    const result = JSON.parse(out) as { success: number; total: number };
    assert.deepEqual([result.success, result.total], [4, 4]);
    for (const id of ['1.1', '1.2', '2.1', '3.1']) {
      assert.match(
        shop.run(['show', `plan/SHOP:${id}.txt`]),
        new RegExp(`The demo executor was here for ${id}`),
      );
    }
    assert.equal(shop.run(['status', '--porcelain']), '');
  });

  it('stops one item with all of its processes; the others go on', async () => {
    shop = makeShop({ needs: { 1.1: [], 1.2: [], 2.1: ['1.1'] } });
    const [go, pid] = [join(shop.room, 'go'), join(shop.room, 'pid')];
    shop.setItems({ 1.1: [{ setsid: pid }, { hang: true }], 1.2: [{ waitFor: go }, ...writes('1.2')] });
    const going = await shop.startPlan();
    await until('both', () => shop.agents().length === 2 || undefined);
    await until('its process', () => readPid(pid));
    const stopped = await shop.cli('stop', 'SHOP-1', '1.1');
    assert.deepEqual([stopped.code, stopped.out.trim()], [0, '1.1 is stopped.'], stopped.err);
    assert.equal(isAlive(Number(readFileSync(pid, 'utf8'))), false);
    shop.write({ go: '' }, shop.room);
    assert.equal((await going.ended).code, 1);
    assert.deepEqual(
      ['1.1', '1.2', '2.1'].map((id) => shop.item(id).state),
      ['cancelled', 'landed', 'blocked'],
    );
    assert.deepEqual(shop.item('2.1').blockedBy, ['1.1']);
  });

  it('goes on with a run that was stopped', async () => {
    shop = makeShop({ needs: { 1.1: [], 2.1: ['1.1'] } });
    shop.setItems({
      '1.1#1': [...writes('1.1', 'half\n'), { hang: true }],
      '1.1#2': writes('1.1', 'whole\n'),
      2.1: writes('2.1'),
    });
    const going = await shop.startPlan();
    await begun('1.1#1');
    assert.equal((await shop.cli('stop', 'SHOP-1')).code, 0);
    assert.equal((await going.ended).code, 130);
    assert.equal(shop.result().status, 'stopped');
    const resumed = await shop.cli('resume', 'SHOP-1');
    assert.equal(resumed.code, 0, resumed.err);
    assert.equal(shop.run(['show', 'plan/SHOP:1.1.txt']), 'whole');
    const again = await shop.cli('resume', 'SHOP-1');
    assert.deepEqual([again.code, /everything has landed/.test(again.err)], [1, true]);
  });

  it('stops a run that nobody goes on with, and the agents that it left', async () => {
    shop = makeShop({ needs: { 1.1: [] }, items: { 1.1: [{ hang: true }] } });
    const going = await shop.startPlan();
    await begun('1.1#1');
    await until(
      'its line',
      () => shop.journal().some((line) => line.event === 'running' && line.process) || undefined,
    );
    going.child.kill('SIGKILL');
    await going.ended;
    const agent =
      shop.journal().findLast(({ event, process }) => event === 'running' && process)?.process?.pid ?? 0;
    assert.equal(isAlive(agent), true);
    assert.match((await shop.cli('runs')).out, /SHOP-1 {2}interrupted/);
    assert.equal((await shop.cli('stop', 'SHOP-1')).code, 0);
    assert.equal(isAlive(agent), false);
    assert.deepEqual([shop.result().status, shop.item('1.1').state], ['stopped', 'cancelled']);
  });

  it('tries again what failed, one item or all, with the plan open for nobody else', async () => {
    const fails = [{ print: 'no' }, { exit: 3 }];
    shop = makeShop({ needs: { 1.1: [], 1.2: [], 2.1: ['1.1'] }, items: { 1.1: fails, 1.2: fails } });
    assert.equal((await shop.runPlan()).code, 1);
    shop.setItems(eachWrites({ 1.1: [], 1.2: [], 2.1: [] }));
    assert.equal((await shop.cli('retry', 'SHOP-1', '2.1')).code, 1, 'it has not failed');
    assert.equal((await shop.cli('retry', 'SHOP-1', '1.1')).code, 1);
    assert.deepEqual(
      ['1.1', '1.2', '2.1'].map((id) => shop.item(id).state),
      ['landed', 'failed', 'landed'],
    );
    const { code, err } = await shop.cli('retry', 'SHOP-1');
    assert.equal(code, 0, err);
    assert.equal(shop.item('1.2').attempts, 2);
  });

  it('leaves a run to a process of its own, which others follow', async () => {
    shop = makeShop({ needs: { 1.1: [] } });
    const go = join(shop.room, 'go');
    shop.setItems({ 1.1: [{ waitFor: go }, ...writes('1.1')] });
    const started = await shop.runPlan('--detach', '--format', 'json');
    assert.equal(started.code, 0, started.err);
    assert.equal((JSON.parse(started.out) as { run: string }).run, 'SHOP-1');
    await begun('1.1#1');
    const list = JSON.parse((await shop.cli('runs', 'PLAN_SHOP.md', '--format', 'json')).out) as {
      runs: readonly { run: string; status: string }[];
    };
    assert.deepEqual(
      list.runs.map(({ run, status }) => [run, status]),
      [['SHOP-1', 'running']],
    );
    const attached = shop.start('attach', 'SHOP-1', '--format', 'jsonl');
    shop.write({ go: '' }, shop.room);
    const { code, out, err } = await attached.ended;
    assert.equal(code, 0, err);
    const events = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: string }).event);
    assert.deepEqual([events[0], events.at(-1)], ['planned', 'finished']);
    assert.deepEqual(
      events,
      shop.journal().map(({ event }) => event),
    );
  });

  it('shows what an attempt printed, whatever its bytes', async () => {
    shop = makeShop({ needs: { 1.1: [] } });
    shop.setItems({
      1.1: [{ print: 'red \u001b[31malert\u001b[0m \u001b]0;title\u0007' }, ...writes('1.1')],
    });
    await shop.runPlan();
    const { code, out } = await shop.cli('log', 'SHOP-1', '1.1');
    assert.deepEqual([code, out], [0, 'red alert \n']);
    assert.equal((await shop.cli('log', 'SHOP-1', '9.9')).code, 2);
    assert.equal((await shop.cli('log', 'SHOP-1', '1.1', '--attempt', '2')).code, 2);
    assert.equal((await shop.cli('log', 'NOWHERE-1', '1.1')).code, 2);
  });

  it('refuses what it cannot do yet, and starts nothing', async () => {
    shop = makeShop({ needs: { 1.1: [] } });
    const inPlace = await shop.runPlan('--in-place');
    assert.deepEqual(
      [inPlace.code, /could not be told from the work of the executor/.test(inPlace.err)],
      [2, true],
    );
    const agent = await shop.runPlan('--review', 'agent');
    assert.deepEqual([agent.code, /No reviewer is chosen/.test(agent.err)], [3, true]);
    assert.deepEqual(shop.runs(), []);
  });

  it('stops when the run has cost what it may, and tries no item again that has', async () => {
    const items = { '*': [{ final: { of: 'claude', ok: false, usd: 2 } }, { exit: 1 }] } as const;
    shop = makeShop({
      needs: { 1.1: [], 1.2: ['1.1'] },
      items,
      executor: { result: 'claude' },
      config: { attempts: 5, maxCost: { item: 3, run: 100 } },
    });
    assert.equal((await shop.runPlan()).code, 1);
    assert.equal(shop.item('1.1').attempts, 2);
    assert.match(shop.item('1.1').errors.at(-1) ?? '', /It has cost 4\. Its limit is 3\./);
    assert.equal((await shop.cli('retry', 'SHOP-1')).code, 1, 'it has cost that much still');
    assert.equal(shop.item('1.1').attempts, 3);
  });

  it('gives what cannot be merged another attempt, on what landed, with both sides named', async () => {
    const repair = [{ savePrompt: 'prompt.txt' }, { write: { 'same.txt': 'both\n' } }];
    const [one, other] = ['1.1', '1.2'].map((id) => [{ write: { 'same.txt': `${id}\n` } }]);
    shop = makeShop({
      needs: { 1.1: [], 1.2: [] },
      items: { '1.1#1': one ?? [], '1.2#1': other ?? [], '1.1#2': repair, '1.2#2': repair },
      config: { attempts: 2, jobs: 2 },
    });
    const { code, err } = await shop.runPlan();
    assert.equal(code, 0, err);
    const late = ['1.1', '1.2'].find((id) => shop.item(id).attempts === 2) ?? 'none';
    const early = late === '1.1' ? '1.2' : '1.1';
    assert.equal(shop.item(early).attempts, 1);
    assert.equal(shop.run(['show', 'plan/SHOP:same.txt']), 'both');
    const prompt = shop.run(['show', 'plan/SHOP:prompt.txt']);
    assert.match(prompt, new RegExp(`It cannot be merged: same\\.txt changed by ${early} meanwhile`));
    const [before = ''] = /commit ([\da-f]{40}), which cannot be merged/.exec(prompt)?.slice(1) ?? [];
    assert.equal(shop.run(['show', `${before}:same.txt`]), late, 'its first work can be looked at');
  });

  it('proves a PRP by its own gates, which somebody has to have seen', async () => {
    shop = makeShop({ needs: { 1.1: [] }, config: { review: undefined } });
    const prp = (id: string): string =>
      `---\nprp_id: PRP-${id}\nfeature_name: Part ${id}\ndependencies: []\n---\n\n# Part\n\n## Validation Gates\n\n### Gate 1: Made\n\n**Command**: \`test -s ${id}.txt && true\`\n`;
    shop.write({
      'PRPs/feature-requests/PRP-7.1.1-one.md': prp('7.1.1'),
      'PRPs/feature-requests/PRP-7.1.2-two.md': prp('7.1.2'),
    });
    shop.run(['add', '--all']);
    shop.run(['commit', '--quiet', '-m', 'A batch']);
    shop.setItems({ 'PRP-7.1.1': writes('7.1.1'), 'PRP-7.1.2': [{ write: { 'other.txt': 'x' } }] });
    const dry = JSON.parse((await shop.cli('run', 'PRPs', '--dry-run', '--format', 'json')).out) as {
      trust: { hash: string; commands: readonly (readonly string[])[] };
      items: readonly { gates: readonly (readonly string[])[] }[];
    };
    const gate = ['sh', '-c', 'test -s 7.1.1.txt && true'];
    assert.deepEqual(dry.items[0]?.gates, [gate]);
    assert.ok(dry.trust.commands.some((each) => each.join() === gate.join()));
    const { code, err } = await shop.cli('run', 'PRPs', '--yes', '--trust-commands', dry.trust.hash);
    assert.equal(code, 1, err);
    assert.deepEqual([shop.item('PRP-7.1.1').state, shop.item('PRP-7.1.2').state], ['landed', 'gate-red']);
    assert.match(shop.item('PRP-7.1.2').errors[0] ?? '', /ended with exit code 1/);
  });

  it('does what is done again only when asked', async () => {
    shop = makeShop({ needs: { 1.1: [], 1.2: [] }, config: { jobs: 1 } });
    assert.equal((await shop.runPlan()).code, 0);
    shop.setItems({ 1.1: writes('1.1', 'again\n') });
    assert.equal((await shop.runPlan('--only', '1.1', '--retry')).code, 0);
    assert.equal(shop.run(['show', 'plan/SHOP:1.1.txt']), 'again');
    assert.equal(shop.begun(), '1.1#1 1.2#1 1.1#1');
    shop.run(['worktree', 'add', '--quiet', join(shop.room, 'undo'), 'plan/SHOP']);
    const landed = shop.item('1.1').landed ?? '';
    shop.run(['revert', '--no-edit', '-m', '1', landed], join(shop.room, 'undo'));
    shop.setItems({ 1.1: writes('1.1', 'once more\n') });
    const third = await shop.cli('run', 'PLAN_SHOP.md', '--dry-run', '--format', 'json', '--only', '1.1');
    const dry = JSON.parse(third.out) as { done: readonly { id: string; evidence: readonly string[] }[] };
    assert.notEqual(dry.done[0]?.evidence[0], `commit:${landed}`, 'what was reverted proves nothing');
  });
});

const readPid = (path: string): number | undefined => {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
};

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../waiting';
import { closeShop, eachWrites, type ItemJson, makeShop, type Shop, type ShopOptions, writes } from './shop';

const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
const UP = new RegExp(`${String.fromCharCode(27)}\\[(\\d+)A${String.fromCharCode(27)}\\[0J`);

/** The lines that a screen without an end shows after all of this was printed. */
const drawnOn = (printed: string): readonly string[] => {
  const lines: string[] = [];
  for (const line of printed.replaceAll('\r\n', '\n').replace(COLOUR, '').split('\n')) {
    const up = UP.exec(line);
    if (up) lines.splice(lines.length - Number(up[1]));
    lines.push(line.replace(UP, ''));
  }
  return lines;
};

describe('what can be done with runs', function () {
  this.timeout(120_000);
  let shop: Shop;
  const open = (options: ShopOptions): Shop => {
    shop = makeShop(options);
    return shop;
  };
  afterEach(() => closeShop(shop));

  it('waits for a person where a person reviews, and lands what they approved', async () => {
    open({ needs: { 1.1: [], 1.2: ['1.1'] }, config: { review: 'person' } });
    assert.equal((await shop.runPlan()).code, 1);
    assert.deepEqual([shop.result().status, shop.item('1.1').state], ['waiting', 'waiting']);
    assert.equal(shop.run(['rev-parse', 'plan/SHOP']), shop.result().base, 'nothing landed');
    const worktree = String(shop.journal().findLast((line) => line.worktree)?.worktree);
    shop.write(
      { 'execution/feedbacks/APPROVED_11.md': '# APPROVED: Achievement 1.1\n\n**Status**: Approved\n' },
      worktree,
    );
    shop.setItems(eachWrites({ 1.1: [], 1.2: [] }));
    await shop.cli('resume', shop.result().run);
    assert.deepEqual([shop.item('1.1').state, shop.item('1.2').state], ['landed', 'waiting']);
    assert.equal(shop.begun(), '1.1#1 1.2#1');
  });

  it('shows on a terminal a line for each item, which changes in place, and then the report', async () => {
    open({ needs: { 1.1: [], 1.2: ['1.1'] } });
    const screen = drawnOn(await shop.runOnTerminal());
    const [first, second] = screen.filter((line) => /^1\.\d /.test(line));
    assert.match(first ?? '', /^1\.1 {2}landed \d+ s {2}Part 1\.1$/);
    assert.match(second ?? '', /^1\.2 {2}landed \d+ s {2}Part 1\.2$/);
    assert.equal(screen.filter((line) => line.startsWith('1.1')).length, 1, screen.join('\n'));
    assert.ok(screen.includes('Successful: 2 ✓'));
  });

  it('merges what has landed into the branch that is checked out, never over what nobody committed', async () => {
    open({ needs: { 1.1: [] } });
    await shop.runPlan();
    const elsewhere = await shop.cli('land', '--into', 'other', '--yes');
    assert.equal(elsewhere.code, 2);
    assert.match(elsewhere.err, /other is not checked out here, but main/);
    assert.match((await shop.cli('land', '--into', 'main')).err, /1\.1\.txt[\s\S]*Add --yes to merge/);
    shop.write({ '1.1.txt': 'mine, and not committed\n' });
    const refused = await shop.cli('land', 'PLAN_SHOP.md', '--into', 'main', '--yes');
    assert.equal(refused.code, 2);
    assert.match(refused.err, /The merge writes 1\.1\.txt, which has uncommitted content/);
    shop.run(['clean', '--quiet', '--force', '1.1.txt']);
    const { code, out } = await shop.cli(
      'land',
      'PLAN_SHOP.md',
      '--into',
      'main',
      '--yes',
      '--format',
      'json',
    );
    assert.equal(code, 0);
    const { commit, files } = JSON.parse(out) as { commit: string; files: readonly string[] };
    assert.equal(shop.run(['rev-parse', 'main']), commit);
    assert.ok(files.includes('1.1.txt'));
    assert.match(
      (await shop.cli('land', '--into', 'main', '--yes')).err,
      /main already has everything of plan\/SHOP/,
    );
  });

  it('gives what a person sends back another attempt, however many there were', async () => {
    open({ needs: { 1.1: [] }, config: { review: 'person', attempts: 1 } });
    await shop.runPlan();
    for (const attempt of [2, 3]) {
      await shop.cli('fix', shop.result().run, '1.1', '--reason', 'More of it.');
      shop.setItems({ 1.1: writes('1.1', `${attempt}\n`) });
      await shop.cli('resume', shop.result().run);
      assert.deepEqual([shop.item('1.1').state, shop.item('1.1').attempts], ['waiting', attempt]);
    }
  });

  it('does not start with a plan that differs from what is committed', async () => {
    open({ needs: { 1.1: [] } });
    const text = readFileSync(join(shop.top, 'PLAN_SHOP.md'), 'utf8');
    shop.write({ 'PLAN_SHOP.md': text.replace('Part 1.1', 'Another part') });
    const changed = await shop.runPlan();
    assert.equal(changed.code, 3);
    assert.match(changed.err, /PLAN_SHOP\.md has uncommitted changes, which a run would not see/);
  });

  it('does not start where its branch or its worktrees cannot be', async () => {
    for (const [config, words] of [
      [{ branch: '--evil' }, /git takes no branch called --evil/],
      [{ worktrees: '.' }, /The folder for worktrees, .*, is in your checkout/],
      [{ worktrees: 'plans' }, /The folder for worktrees, .*plans, is in your checkout/],
    ] as const) {
      open({ needs: { 1.1: [] }, config });
      const { code, out } = await shop.cli('run', 'PLAN_SHOP.md', '--dry-run');
      assert.equal(code, 3);
      assert.match(out, words);
      closeShop(shop);
    }
    open({ needs: { 1.1: [] }, config: { worktrees: 'node_modules/.worktrees' } });
    assert.equal((await shop.runPlan()).code, 0, 'git ignores that folder');
  });

  it('does not start without the program of the executor', async () => {
    open({ needs: { 1.1: [] }, executor: { command: ['no-such-agent'] } });
    const { code, out } = await shop.cli('run', 'PLAN_SHOP.md', '--dry-run');
    assert.equal(code, 3);
    assert.match(out, /There is no program no-such-agent on the PATH\. fake needs it/);
  });

  it('lands nothing with --no-land', async () => {
    open({ needs: { 1.1: [], 1.2: ['1.1'] } });
    assert.equal((await shop.runPlan('--no-land')).code, 1);
    assert.deepEqual([shop.item('1.1').state, shop.item('1.2').state], ['queued-to-land', 'pending']);
    assert.equal(shop.run(['rev-parse', 'plan/SHOP']), shop.result().base);
    assert.equal(shop.begun(), '1.1#1');
  });

  it('chooses items, and says which it depends on that are not done', async () => {
    const needs = { 1.1: [], 1.2: ['1.1'], 2.1: [] };
    open({ needs });
    const blocked = await shop.runPlan('--only', '1.2');
    assert.equal(blocked.code, 3, blocked.err);
    assert.match(blocked.err + blocked.out, /1\.1/);
    assert.equal((await shop.runPlan('--level', '0', '--jobs', '1')).code, 0);
    assert.equal(shop.begun(), '1.1#1 2.1#1');
    assert.equal((await shop.runPlan('--stage', '2')).code, 0);
    assert.equal(shop.begun(), '1.1#1 2.1#1 1.2#1');
    assert.equal((await shop.runPlan('--from', '1.2')).code, 0, 'all of it is done');
    assert.equal(shop.begun(), '1.1#1 2.1#1 1.2#1');
  });

  it('does again what was reverted, and what somebody asks for again', async () => {
    open({ needs: { 1.1: [] } });
    assert.equal((await shop.runPlan()).code, 0);
    const place = join(shop.room, 'revert');
    shop.run(['worktree', 'add', '--quiet', place, 'plan/SHOP']);
    shop.run(['revert', '--no-edit', '-m', '1', 'HEAD'], place);
    shop.run(['worktree', 'remove', place]);
    assert.equal((await shop.runPlan()).code, 0);
    assert.equal(shop.begun(), '1.1#1 1.1#1');
    assert.ok(shop.files('plan/SHOP').includes('1.1.txt'));
    shop.setItems({ 1.1: writes('1.1', 'again\n') });
    const again = await shop.runPlan('--only', '1.1', '--retry');
    assert.equal(again.code, 0, again.err);
    assert.equal(shop.begun(), '1.1#1 1.1#1 1.1#1');
    assert.equal(shop.run(['show', 'plan/SHOP:1.1.txt']), 'again');
  });

  it('stops one item and goes on with the others', async () => {
    open({ needs: { 1.1: [], 1.2: [] }, items: { 1.1: [{ hang: true }], 1.2: writes('1.2') } });
    const going = await shop.startPlan('--jobs', '2');
    await until('the agents', () => shop.begun().split(' ').length === 2 || undefined);
    const [run = 'none'] = shop.runs();
    await until(
      'its line',
      () => shop.journal().some(({ item, process: { pid } = {} }) => item === '1.1' && pid) || undefined,
    );
    assert.equal((await shop.cli('stop', run, '1.1')).code, 0);
    assert.equal((await going.ended).code, 1);
    assert.deepEqual([shop.item('1.1').state, shop.item('1.2').state], ['cancelled', 'landed']);
    shop.setItems({ 1.1: writes('1.1') });
    assert.equal((await shop.cli('retry', run, '1.1')).code, 0);
    assert.equal(shop.result().success, 2);
  });

  it('runs a plan once at a time: a second run is refused before it asks anything', async () => {
    open({ needs: { 1.1: [] }, items: { 1.1: [{ hang: true }] } });
    const going = await shop.startPlan();
    await until('the agent', () => shop.begun() === '1.1#1' || undefined);
    const second = await shop.cli('run', 'PLAN_SHOP.md');
    assert.equal(second.code, 3);
    assert.match(second.err, /Run SHOP-1 of this plan is still running \(process \d+\)/);
    const dry = await shop.cli('run', 'PLAN_SHOP.md', '--dry-run', '--format', 'json');
    assert.match((JSON.parse(dry.out) as { problems: string[] }).problems.join(), /still running/);
    await shop.cli('stop', 'SHOP-1');
    assert.equal((await going.ended).code, 130);
    assert.deepEqual(shop.runs(), ['SHOP-1']);
  });

  it('stops nothing that is done, and says so', async () => {
    open({ needs: { 1.1: [], 1.2: ['1.1'] }, items: { ...eachWrites({ 1.1: [] }), 1.2: [{ hang: true }] } });
    const going = await shop.startPlan();
    await until('the second agent', () => shop.begun().split(' ').length === 2 || undefined);
    const [run = 'none'] = shop.runs();
    const { code, err } = await shop.cli('stop', run, '1.1');
    assert.equal(code, 1, err);
    assert.match(err, /1\.1 is already landed\. There is nothing to stop/);
    await shop.cli('stop', run);
    await going.ended;
  });

  it('lists runs, shows what an item printed, and follows the journal as it is', async () => {
    open({ needs: { 1.1: [] }, items: { 1.1: [{ print: 'hello from the agent' }, ...writes('1.1')] } });
    const { code, out } = await shop.runPlan('--format', 'jsonl');
    assert.equal(code, 0);
    const [run = 'none'] = shop.runs();
    const linesIn = (text: string): readonly unknown[] =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    assert.deepEqual(linesIn(out), shop.journal());
    const attached = await shop.cli('attach', run, '--format', 'jsonl');
    assert.deepEqual(linesIn(attached.out), shop.journal());
    const listed = await shop.cli('runs', '--format', 'json');
    assert.ok(listed.out.includes(run));
    JSON.parse(listed.out);
    const log = await shop.cli('log', run, '1.1');
    assert.deepEqual([log.code, /hello from the agent/.test(log.out)], [0, true]);
    assert.notEqual((await shop.cli('log', 'no-such-run', '1.1')).code, 0);
  });

  it('goes on without whoever started it', async () => {
    open({ needs: { 1.1: [] } });
    shop.setItems({ 1.1: [{ waitFor: join(shop.room, 'go') }, ...writes('1.1')] });
    const { code, err } = await shop.runPlan('--detach');
    assert.equal(code, 0, err);
    await until('the agent', () => shop.begun() === '1.1#1' || undefined);
    const [run = 'none'] = shop.runs();
    const attached = shop.start('attach', run, '--format', 'jsonl');
    shop.write({ go: '' }, shop.room);
    assert.match((await attached.ended).out, /"event":"finished"/);
    assert.equal(shop.item('1.1').state, 'landed');
  });

  it('copies what .worktreeinclude names, and sets up before the agent begins', async () => {
    open({
      needs: { 1.1: [] },
      items: { 1.1: [{ needs: ['.env', 'set-up.txt'] }, ...writes('1.1')] },
      config: { setup: [['sh', '-c', 'cp .env set-up.txt']] },
    });
    shop.write({
      '.gitignore': 'node_modules/\n.env\nset-up.txt\n',
      '.worktreeinclude': '.env\n',
      '.env': 'KEY=1\n',
    });
    shop.run(['commit', '--quiet', '--all', '-m', 'Ignore']);
    const { code, err } = await shop.runPlan();
    assert.equal(code, 0, err + (shop.runs().length > 0 ? shop.item('1.1').errors.join() : ''));
    assert.deepEqual(
      shop.files('plan/SHOP').filter((file) => /env$|set-up/.test(file)),
      [],
    );
  });

  it('begins no agent where the set-up fails', async () => {
    open({ needs: { 1.1: [] }, config: { setup: [['sh', '-c', 'echo no network; exit 6']] } });
    assert.equal((await shop.runPlan()).code, 1);
    assert.equal(shop.item('1.1').state, 'failed');
    assert.equal(shop.begun(), '');
  });

  it('runs a batch of PRPs by the same rules, with its result where batch runners look', async () => {
    open({ needs: { 1.1: [] } });
    const prp = (id: string, stage: number, needs: readonly string[]): string =>
      `---\nprp_id: PRP-${id}\nfeature_name: Part ${id}\nstatus: pending\ndependencies: ${JSON.stringify(needs)}\nbatch_id: 7\nstage: ${stage}\n---\n\n# Part ${id}\n\nDo ${id}.\n`;
    shop.run(['rm', '--quiet', 'PLAN_SHOP.md', 'parallel.json']);
    shop.write({
      '.ce/orchestration/readme.md': 'x\n',
      'PRPs/feature-requests/PRP-7.1.1-store.md': prp('7.1.1', 1, []),
      'PRPs/feature-requests/PRP-7.2.1-check.md': prp('7.2.1', 2, ['PRP-7.1.1']),
    });
    shop.run(['add', '--all']);
    shop.run(['commit', '--quiet', '-m', 'A batch']);
    shop.setItems({ '*': [{ append: { 'work.txt': 'more\n' } }, { savePrompt: 'prompt.txt' }] });
    const dry = await shop.cli('run', 'PRPs', '--dry-run', '--format', 'json');
    const { hash } = (JSON.parse(dry.out) as { trust: { hash: string } }).trust;
    const { code, err, out } = await shop.cli('run', 'PRPs', '--yes', '--trust-commands', hash);
    assert.equal(code, 0, err + out);
    const path = join(shop.top, '.ce', 'orchestration', 'batches', 'batch-7.result.json');
    assert.ok(existsSync(path), 'the result is where batch runners look');
    const result = JSON.parse(readFileSync(path, 'utf8')) as {
      batch_id: number;
      success: number;
      stages: Record<string, Record<string, ItemJson & { prp_id: string }>>;
    };
    assert.deepEqual([result.batch_id, result.success, Object.keys(result.stages)], [7, 2, ['1', '2']]);
    const second = Object.values(result.stages['2'] ?? {})[0];
    assert.deepEqual([second?.prp_id, second?.status], [second?.id, 'success']);
    assert.match(String(second?.id), /7\.2\.1/);
  });
});

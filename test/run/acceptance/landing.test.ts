import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { everythingOf } from '../repository';
import { until } from '../waiting';
import { closeShop, eachWrites, makeShop, type Shop, type ShopOptions, writes } from './shop';

const DIAMOND = { 1.1: [], 1.2: ['1.1'], 1.3: ['1.1'], 2.1: ['1.2', '1.3'] };

describe('a run of a plan', function () {
  this.timeout(120_000);
  let shop: Shop;
  const open = (options: ShopOptions): Shop => {
    shop = makeShop(options);
    return shop;
  };
  afterEach(() => closeShop(shop));

  it('lands every item by itself, each on a base that holds what it depends on', async () => {
    open({
      needs: DIAMOND,
      items: {
        1.1: writes('1.1'),
        1.2: [{ needs: ['1.1.txt'] }, ...writes('1.2')],
        1.3: [{ needs: ['1.1.txt'] }, { sleep: 300 }, ...writes('1.3')],
        // two parents, of which one landed long before the other
        2.1: [{ needs: ['1.1.txt', '1.2.txt', '1.3.txt'] }, ...writes('2.1')],
      },
    });
    const { code, err } = await shop.runPlan();
    assert.equal(code, 0, err);
    const { status, success, tip, results, branch, stages } = shop.result();
    assert.deepEqual([status, success, branch], ['success', 4, 'plan/SHOP']);
    const byId = new Map(results.map((each) => [each.id, each]));
    for (const [id, needs] of Object.entries(DIAMOND)) {
      const { base, landed, lineage, state, attempts } = shop.item(id);
      assert.deepEqual([state, lineage, attempts], ['landed', 'ok', 1], id);
      for (const other of needs) {
        shop.run(['merge-base', '--is-ancestor', byId.get(other)?.landed ?? '', base ?? '']);
      }
      const format = '%s|%P|%(trailers:key=Plan-Item,valueonly)|%(trailers:key=Plan-Run,valueonly)';
      const [subject, parents = '', item, run] = shop
        .run(['log', '-1', `--format=${format}`, landed ?? ''])
        .split(/[|\n]+/);
      assert.deepEqual([subject, item, run], [`${id}: Complete - Part ${id}`, id, shop.result().run]);
      assert.equal(parents.split(' ').length, 2);
    }
    assert.equal(shop.run(['rev-parse', 'plan/SHOP']), tip);
    for (const id of Object.keys(DIAMOND)) assert.ok(shop.files(tip ?? '').includes(`${id}.txt`), id);
    assert.deepEqual(Object.keys(stages), ['1', '2', '3']);
    assert.equal(stages['3']?.['2.1']?.landed, byId.get('2.1')?.landed);
  });

  it('leaves the checkout of a person byte for byte as it was, whatever is in it', async () => {
    open({ needs: { 1.1: [], 1.2: [] } });
    const { run, write } = shop;
    write({ 'readme.md': 'stashed\n' });
    run(['stash', '--quiet']);
    write({ 'readme.md': 'changed\n', 'staged.txt': 'staged\n', '1.1.txt': 'mine, and not committed\n' });
    run(['add', 'staged.txt']);
    const mine = (): string =>
      everythingOf(shop, ['main'])
        .split('\n')
        .filter((line) => !line.startsWith('.parallel-plans/runs'))
        .join('\n');
    const before = mine();
    const status = run(['status', '--porcelain']);
    const { code, err } = await shop.runPlan();
    assert.equal(code, 0, err);
    assert.equal(mine(), before);
    assert.equal(run(['status', '--porcelain']), status, 'the record of runs ignores itself');
  });

  it('lands on a branch that is checked out elsewhere, without touching that checkout', async () => {
    open({ needs: { 1.1: [] } });
    const elsewhere = join(shop.room, 'elsewhere');
    shop.run(['branch', 'plan/SHOP', 'main']);
    shop.run(['worktree', 'add', '--quiet', elsewhere, 'plan/SHOP']);
    writeFileSync(join(elsewhere, 'readme.md'), 'in the middle of something\n');
    const { code, err } = await shop.runPlan();
    assert.equal(code, 0, err);
    assert.equal(shop.run(['rev-parse', 'plan/SHOP']), shop.result().tip);
    assert.equal(readFileSync(join(elsewhere, 'readme.md'), 'utf8'), 'in the middle of something\n');
    assert.equal(existsSync(join(elsewhere, '1.1.txt')), false);
  });

  it('says while agents still work that their work cannot be merged', async () => {
    open({ needs: { 1.1: [], 1.2: [] }, config: { review: 'person' } });
    const [there, go] = [join(shop.room, 'there'), join(shop.room, 'go')];
    shop.setItems({
      1.1: [{ write: { 'same.txt': 'one\n', [there]: '' } }, { waitFor: go }],
      1.2: [{ waitFor: there }, { write: { 'same.txt': 'two\n' } }],
    });
    const going = await shop.startPlan();
    const foreseen = () => shop.journal().findLast(({ event }) => event === 'foreseen');
    const { conflicts } = await until('a conflict that is foreseen', foreseen);
    assert.deepEqual(conflicts, [{ item: '1.1', other: '1.2', paths: ['same.txt'] }]);
    const states = shop.journal().filter(({ item }) => item === '1.1');
    assert.equal(states.at(-1)?.event, 'running', 'the other side still works');
    writeFileSync(go, '');
    const { out } = await going.ended;
    assert.match(out, /1\.1 and 1\.2 cannot be merged, as they are now: same\.txt/);
    const lost = shop.run(['fsck', '--unreachable', '--no-reflogs', '--connectivity-only']);
    assert.doesNotMatch(lost, /commit/, 'looking leaves nothing in the repository');
  });

  it('does not land what merges cleanly and is red together, and names the pair', async () => {
    open({
      needs: { 1.1: [], 1.2: [] },
      config: { attempts: 2, gates: [['sh', '-c', '! { test -e 1.1.txt && test -e 1.2.txt; }']] },
    });
    const again = join(shop.room, 'again.md');
    // both work at the same time, so neither knows of the other
    shop.setItems({
      1.1: [
        ...writes('1.1'),
        { write: { [join(shop.room, '1.1-works')]: '' } },
        { waitFor: join(shop.room, '1.2-works') },
      ],
      1.2: [
        ...writes('1.2'),
        { write: { [join(shop.room, '1.2-works')]: '' } },
        { waitFor: join(shop.room, '1.1-works') },
      ],
      '1.1#2': [{ savePrompt: again }],
      '1.2#2': [{ savePrompt: again }],
    });
    const { code } = await shop.runPlan('--jobs', '2');
    assert.equal(code, 1);
    const [landed, red] = shop.item('1.1').state === 'landed' ? ['1.1', '1.2'] : ['1.2', '1.1'];
    assert.deepEqual([shop.item(landed).state, shop.item(red).state], ['landed', 'gate-red']);
    assert.equal(shop.item(red).status, 'failed_gates');
    assert.match(
      shop.item(red).errors.join(),
      new RegExp(landed.replace('.', '\\.')),
      'the other one is named',
    );
    assert.ok(
      readFileSync(again, 'utf8').includes(
        `What ${landed} did is not in this checkout yet: \`git merge plan/SHOP\` brings it here.`,
      ),
    );
    const files = shop.files('plan/SHOP');
    assert.deepEqual([files.includes(`${landed}.txt`), files.includes(`${red}.txt`)], [true, false]);
  });

  it('starts nothing when the gates are red before any work', async () => {
    open({ needs: { 1.1: [] }, config: { gates: [['sh', '-c', 'echo broken before; exit 4']] } });
    const { code, out, err } = await shop.runPlan();
    assert.equal(code, 3);
    assert.match(out + err, /red/i);
    assert.equal(shop.begun(), '');
  });

  it('says of a conflict which files and which other item, and lands the other', async () => {
    open({ needs: { 1.1: [], 1.2: [] } });
    const both = (id: string, other: string) => [
      { write: { 'shared.txt': `by ${id}\n` } },
      { write: { [join(shop.room, `${id}-works`)]: '' } },
      { waitFor: join(shop.room, `${other}-works`) },
    ];
    shop.setItems({ 1.1: both('1.1', '1.2'), 1.2: both('1.2', '1.1') });
    const { code } = await shop.runPlan('--jobs', '2');
    assert.equal(code, 1);
    const [landed, stuck] = shop.item('1.1').state === 'landed' ? ['1.1', '1.2'] : ['1.2', '1.1'];
    assert.equal(shop.item(landed).state, 'landed');
    assert.equal(shop.item(stuck).state, 'conflict');
    assert.match(shop.item(stuck).errors.join(), /shared\.txt/);
    assert.match(shop.item(stuck).errors.join(), new RegExp(landed.replace('.', '\\.')));
    assert.equal(shop.run(['show', 'plan/SHOP:shared.txt']), `by ${landed}`);

    // asked for again later, it begins from what landed, and is told where its work is
    const prompt = join(shop.room, 'again.md');
    shop.setItems({ [stuck]: [{ savePrompt: prompt }, { write: { 'shared.txt': 'by both\n' } }] });
    const again = await shop.cli('retry', shop.result().run);
    assert.equal(again.code, 0, again.err + again.out);
    assert.match(readFileSync(prompt, 'utf8'), /Its work is in commit [\da-f]{40}, which cannot be merged/);
    assert.equal(shop.run(['show', 'plan/SHOP:shared.txt']), 'by both');
  });

  it('keeps the commits that an agent made itself, and commits the rest', async () => {
    open({
      needs: { 1.1: [] },
      items: { 1.1: [{ write: { 'a.txt': 'a' } }, { commit: 'By the agent' }, { write: { 'b.txt': 'b' } }] },
    });
    const { code, err } = await shop.runPlan();
    assert.equal(code, 0, err);
    assert.match(shop.run(['log', '--format=%an|%s', 'plan/SHOP']), /^Agent\|By the agent$/m);
    assert.ok(['a.txt', 'b.txt'].every((file) => shop.files('plan/SHOP').includes(file)));
  });

  it('blocks what depends on a failure, names the root, and goes on with the rest', async () => {
    const needs = { 1.1: [], 1.2: ['1.1'], 1.3: ['1.2'], 2.1: [] };
    open({ needs, items: { ...eachWrites(needs), 1.1: [{ print: 'no' }, { exit: 3 }] } });
    const { code } = await shop.runPlan();
    assert.equal(code, 1);
    const { status, success, failed, blocked } = shop.result();
    assert.deepEqual([status, success, failed, blocked], ['failed', 1, 1, 2]);
    assert.deepEqual(
      ['1.1', '1.2', '1.3', '2.1'].map((id) => [shop.item(id).state, shop.item(id).blockedBy.join()]),
      [
        ['failed', ''],
        ['blocked', '1.1'],
        ['blocked', '1.1'],
        ['landed', ''],
      ],
    );
    assert.equal(shop.begun().includes('1.2'), false);
  });

  it('does again only what failed and what that blocked, and nothing twice in a run after it', async () => {
    const needs = { 1.1: [], 1.2: ['1.1'], 2.1: [] };
    open({ needs, items: { ...eachWrites(needs), 1.1: [{ exit: 3 }] } });
    await shop.runPlan('--jobs', '1');
    const before = shop.begun();
    shop.setItems(eachWrites(needs));
    const retried = await shop.cli('retry', shop.result().run);
    assert.equal(retried.code, 0, retried.err + retried.out);
    assert.equal(shop.begun().slice(before.length).trim(), '1.1#2 1.2#1');
    assert.equal(shop.result().success, 3);

    const tip = shop.run(['rev-parse', 'plan/SHOP']);
    const again = await shop.runPlan();
    assert.equal(again.code, 0, again.err);
    assert.equal(shop.begun().split(' ').length, before.split(' ').length + 2, 'no agent begins');
    assert.deepEqual(
      [shop.item('1.1').state, shop.item('1.1').status, shop.item('1.1').attempts],
      ['skipped', 'success', 0],
    );
    assert.equal(shop.run(['rev-parse', 'plan/SHOP']), tip);
  });

  it('tells the second attempt what the gate said', async () => {
    open({
      needs: { 1.1: [] },
      items: {
        '1.1#1': writes('wrong'),
        '1.1#2': [{ savePrompt: 'prompt.txt' }, ...writes('right')],
      },
      config: {
        attempts: 2,
        gates: [
          ['sh', '-c', 'test ! -e wrong.txt || test -e right.txt || { echo needs-right-txt; exit 1; }'],
        ],
      },
    });
    const { code, err } = await shop.runPlan();
    assert.equal(code, 0, err);
    assert.equal(shop.item('1.1').attempts, 2);
    assert.match(shop.run(['show', 'plan/SHOP:prompt.txt']), /needs-right-txt/);
  });

  it('works on a dozen items at once', async () => {
    const ids = Array.from({ length: 12 }, (_, at) => `1.${at + 1}`);
    const needs = Object.fromEntries(ids.map((id) => [id, []]));
    open({ needs });
    const { code, err } = await shop.runPlan('--jobs', '12');
    assert.equal(code, 0, err);
    assert.equal(shop.result().success, 12);
    const files = shop.files('plan/SHOP');
    for (const id of ids) assert.ok(files.includes(`${id}.txt`), id);
  });

  it('says so where an executor moved the branch itself, and takes nothing of that for landed', async () => {
    const script =
      'echo red > red.txt; git add --all; git commit -qm work; git update-ref refs/heads/plan/SHOP HEAD';
    open({
      needs: { 1.1: [] },
      config: { gates: [['sh', '-c', 'test ! -e red.txt']] },
      executor: { command: ['sh', '-c', script] },
    });
    const { code, err } = await shop.runPlan();
    assert.equal(code, 1);
    assert.equal(shop.item('1.1').state, 'gate-red');
    assert.equal(shop.result().tip, null, 'nothing landed');
    assert.match(
      err,
      /plan\/SHOP is at [0-9a-f]{12}, but this run left it at [0-9a-f]{12}\. Somebody else moved it/,
    );
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeShop, eachWrites, makeShop, type Shop, writes } from '../acceptance/shop';

const NEEDS = { 1.1: [], 2.1: ['1.1'] };

describe('a run that waits for a person', function () {
  this.timeout(120_000);
  let shop: Shop;
  afterEach(() => closeShop(shop));

  const worktreeOf = (id: string): string =>
    String(shop.journal().findLast((line) => line.item === id && line.worktree !== undefined)?.worktree);

  const review = (kind: string, id: string): void =>
    shop.write(
      {
        [`execution/feedbacks/${kind}_${id.replaceAll('.', '')}.md`]: `# ${kind}: Achievement ${id}\n\n**Achievement**: ${id}\n`,
      },
      worktreeOf(id),
    );

  it('lands what is approved in its worktree, when it goes on', async () => {
    shop = makeShop({ needs: NEEDS, config: { review: 'person' } });
    assert.equal((await shop.runPlan()).code, 1);
    assert.deepEqual(
      [shop.item('1.1').state, shop.item('2.1').state, shop.result().status],
      ['waiting', 'pending', 'waiting'],
    );
    review('APPROVED', '1.1');
    assert.equal((await shop.cli('resume', 'SHOP-1')).code, 1);
    assert.deepEqual([shop.item('1.1').state, shop.item('2.1').state], ['landed', 'waiting']);
    assert.ok(shop.files('plan/SHOP').includes('execution/feedbacks/APPROVED_11.md'));
    review('APPROVED', '2.1');
    const { code, err } = await shop.cli('resume', 'SHOP');
    assert.equal(code, 0, err);
    assert.equal(shop.result().status, 'success');
  });

  it('gives what is to be fixed to the next attempt', async () => {
    const items = {
      '1.1#1': writes('1.1'),
      '1.1#2': [{ savePrompt: 'prompt.txt' }, { remove: 'execution/feedbacks/FIX_11.md' }],
    };
    shop = makeShop({ needs: { 1.1: [] }, items, config: { review: 'person', attempts: 2 } });
    await shop.runPlan();
    review('FIX', '1.1');
    await shop.cli('resume', 'SHOP-1');
    assert.deepEqual([shop.item('1.1').state, shop.item('1.1').attempts], ['waiting', 2]);
    const prompt = readFileSync(join(worktreeOf('1.1'), 'prompt.txt'), 'utf8');
    assert.match(prompt, /FIX_11\.md/);
    assert.equal(
      readFileSync(join(worktreeOf('1.1'), '1.1.txt'), 'utf8'),
      '1.1\n',
      'its work is still there',
    );
  });

  it('waits for a person again where an executor leaves the FIX file that it was given', async () => {
    const items = { '1.1#1': writes('1.1', 'draft\n'), 1.1: writes('1.1', 'good\n') };
    shop = makeShop({ needs: { 1.1: [] }, items, config: { review: 'person', attempts: 5 } });
    await shop.runPlan();
    review('FIX', '1.1');
    await shop.cli('resume', 'SHOP-1');
    assert.deepEqual([shop.item('1.1').state, shop.item('1.1').attempts], ['waiting', 2]);
    await shop.cli('resume', 'SHOP-1');
    assert.deepEqual([shop.item('1.1').state, shop.item('1.1').attempts], ['waiting', 2]);
    for (const attempt of [2, 3]) {
      const fix = await shop.cli('fix', 'SHOP-1', '1.1', '--reason', 'Still a draft.');
      assert.equal(fix.code, 0, fix.err);
      await shop.cli('resume', 'SHOP-1');
      assert.deepEqual([shop.item('1.1').state, shop.item('1.1').attempts], ['waiting', attempt + 1]);
    }
    review('APPROVED', '1.1');
    assert.equal((await shop.cli('resume', 'SHOP-1')).code, 0);
    assert.equal(shop.run(['show', 'plan/SHOP:1.1.txt']), 'good');
  });

  it('takes what a person says by a command, in the words that the editor writes', async () => {
    const items = {
      '1.1#1': writes('1.1', 'draft\n'),
      '1.1#2': [...writes('1.1', 'good\n'), { remove: 'execution/feedbacks/FIX_11.md' }],
      2.1: writes('2.1'),
    };
    shop = makeShop({ needs: NEEDS, items, config: { review: 'person', attempts: 2 } });
    await shop.runPlan();
    assert.equal((await shop.cli('approve', 'SHOP-1', '2.1')).code, 1, 'it was not begun');
    const fix = await shop.cli('fix', 'SHOP-1', '1.1', '--reason', 'It is a draft.', '--reviewer', 'Ann');
    assert.equal(fix.code, 0, fix.err);
    assert.match(fix.out, /FIX_11\.md\. Continue with `parallel-plans resume SHOP-1`\./);
    await shop.cli('resume', 'SHOP-1');
    assert.deepEqual([shop.item('1.1').state, shop.item('1.1').attempts], ['waiting', 2]);
    const approved = await shop.cli('approve', 'SHOP-1', '1.1', '--reviewer', 'Ann', '--format', 'json');
    assert.equal(approved.code, 0, approved.err);
    assert.equal(JSON.parse(approved.out).says, 'approved');
    await shop.cli('resume', 'SHOP-1');
    assert.equal(shop.item('1.1').state, 'landed');
    const text = shop.run(['show', 'plan/SHOP:execution/feedbacks/APPROVED_11.md']);
    assert.match(text, /^# APPROVED: Achievement 1\.1/);
    assert.match(text, /\*\*Reviewer\*\*: Ann/);
    assert.equal(shop.run(['show', 'plan/SHOP:1.1.txt']), 'good');
  });

  it('is no answer of the executor: an approval that it wrote itself counts for nothing', async () => {
    const own = 'execution/feedbacks/APPROVED_11.md';
    shop = makeShop({ needs: { 1.1: [] }, config: { review: 'person' } });
    shop.setItems({ 1.1: [...writes('1.1'), { write: { [own]: '# APPROVED: Achievement 1.1\n' } }] });
    assert.equal((await shop.runPlan()).code, 1);
    assert.equal(shop.item('1.1').state, 'waiting');
    assert.equal((await shop.cli('approve', 'SHOP-1', '1.1', '--reviewer', 'Ann')).code, 0);
    assert.equal((await shop.cli('resume', 'SHOP-1')).code, 0);
    assert.match(shop.run(['show', `plan/SHOP:${own}`]), /\*\*Reviewer\*\*: Ann/);
  });

  it('waits for the work itself where a person does it', async () => {
    shop = makeShop({ needs: { 1.1: [] } });
    assert.equal((await shop.runPlan('--executor', 'manual')).code, 1);
    assert.equal(shop.item('1.1').state, 'waiting');
    assert.ok(existsSync(join(shop.top, '.parallel-plans/runs/SHOP-1/items/1.1/prompt.md')));
    assert.match((await shop.cli('approve', 'SHOP-1', '1.1')).err, /waits for the work itself/);
    assert.equal((await shop.cli('resume', 'SHOP-1')).code, 1, 'nothing was done yet');
    const worktree = worktreeOf('1.1');
    shop.write({ 'hand.txt': 'made by hand\n' }, worktree);
    shop.run(['add', '--all'], worktree);
    shop.run(['commit', '--quiet', '--message=By hand'], worktree);
    const { code, err } = await shop.cli('resume', 'SHOP-1');
    assert.equal(code, 0, err);
    assert.ok(shop.files('plan/SHOP').includes('hand.txt'));
  });

  it('has another executor review, whose FIX is the next attempt, and whose APPROVED lands', async () => {
    const says = (kind: string) => [
      {
        write: {
          [`execution/feedbacks/${kind}_11.md`]: `# ${kind}: Achievement 1.1\n\n**Achievement**: 1.1\n`,
        },
      },
    ];
    const items = {
      '1.1#1': writes('1.1', 'draft\n'),
      '1.1#2': [...writes('1.1', 'good\n'), { remove: 'execution/feedbacks/FIX_11.md' }],
      'review 1.1#1': [{ savePrompt: 'review-prompt.txt' }, ...says('FIX')],
      'review 1.1#2': says('APPROVED'),
    };
    shop = makeShop({
      needs: { 1.1: [] },
      items,
      config: { review: 'agent', reviewer: 'fake', attempts: 2 },
    });
    const { code, err } = await shop.runPlan();
    assert.equal(code, 0, err);
    assert.deepEqual([shop.item('1.1').state, shop.item('1.1').attempts], ['landed', 2]);
    assert.equal(shop.run(['show', 'plan/SHOP:1.1.txt']), 'good');
    assert.ok(shop.files('plan/SHOP').includes('execution/feedbacks/APPROVED_11.md'));
    assert.match(shop.run(['show', 'plan/SHOP:review-prompt.txt']), /^# Review achievement 1\.1/);
  });

  it('asks a person where the reviewer says nothing', async () => {
    shop = makeShop({ needs: { 1.1: [] }, config: { review: 'agent', reviewer: 'fake' } });
    shop.setItems({ 1.1: writes('1.1'), 'review 1.1': [{ print: 'hm' }] });
    assert.equal((await shop.runPlan()).code, 1);
    assert.equal(shop.item('1.1').state, 'waiting');
    assert.match(
      shop.journal().findLast(({ event }) => event === 'waiting')?.error as string,
      /neither an APPROVED nor a FIX/,
    );
    const nobody = await shop.runPlan('--review', 'agent', '--only', '9.9');
    assert.equal(nobody.code, 3);
  });

  it('takes green gates for the approval, which names them', async () => {
    shop = makeShop({
      needs: NEEDS,
      items: eachWrites(NEEDS),
      config: { review: undefined, gates: [['test', '-e', 'readme.md']] },
    });
    const { code, err } = await shop.runPlan();
    assert.equal(code, 0, err);
    const approval = shop.run(['show', 'plan/SHOP:execution/feedbacks/APPROVED_21.md']);
    assert.match(approval, /the gates of run SHOP-1, attempt 1/);
    assert.match(approval, /`test -e readme\.md`: exit code 0/);
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { folderWith, parallelText, planText, removeFolders, run, runJson } from './support.mjs';

const FILES = {
  'plans/SHOP/PLAN_SHOP.md': planText({
    1.1: ['Basket', `- **Goal**: ${'Hold goods. '.repeat(30)}`],
    1.2: 'Till',
    2.1: 'Receipt',
  }),
  'plans/SHOP/parallel.json': parallelText('SHOP', { 1.1: [], 1.2: [], 2.1: ['1.1', '1.2'] }),
  'plans/SHOP/execution/feedbacks/FIX_12.md': '# FIX\n\nThe till does not open.\n',
};

describe('command line: prompt', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('prints the prompt for what comes next, and nothing else', async function () {
    const root = await folderWith(this, FILES);
    const { code, out, err } = await run(['prompt', 'next', 'plans/SHOP'], { cwd: root });
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^# Fix what the review of achievement 1\.2 found\n/);
    assert.match(out, /```markdown\n# FIX\n\nThe till does not open\.\n```/);
    assert.match(out, /`plans\/SHOP\/execution\/feedbacks\/FIX_12\.md`/, 'paths from the current folder');
  });

  it('gives programs the prompt with its kind, its tokens and what was left out', async function () {
    const root = await folderWith(this, FILES);
    const { json, code } = await runJson(['prompt', 'subplan', root, '--achievement', '1.1']);
    assert.equal(code, 0);
    assert.deepEqual(Object.keys(json), ['kind', 'title', 'text', 'tokens', 'leftOut']);
    assert.equal(json.kind, 'subplan');
    assert.equal(json.tokens, Math.ceil(json.text.length / 4));
    assert.match(json.text, /Create `plans\/SHOP\/subplans\/SUBPLAN_SHOP_11\.md`/);
    const batch = await runJson(['prompt', 'subplans', root, '--level', '0']);
    assert.equal(batch.json.title, 'Write the SUBPLANs of achievements 1.1, 1.2');
  });

  it('says what it left out, and when the task alone is too long', async function () {
    const root = await folderWith(this, FILES);
    const all = await runJson(['prompt', 'discovery', root, '--parallelism', '3']);
    const less = await run(['prompt', 'discovery', root, '--max-tokens', String(all.json.tokens - 1)]);
    assert.match(less.err, /^Left out to stay within \d+ tokens: /);
    const least = await run(['prompt', 'discovery', root, '--max-tokens', '1']);
    assert.equal(least.code, 0);
    assert.match(least.err, /^warning: the task alone takes about \d+ tokens, more than 1\./);
    assert.match(least.out, /^# Find what can run at the same time/);
  });

  it('fails with 1 where there is nothing to ask, with 2 for wrong usage', async function () {
    const root = await folderWith(this, FILES);
    const cases = [
      [['synthesize'], 1, /nothing in SHOP now/],
      [['review', '--achievements', '1.1'], 1, /1\.1 has no EXECUTION_TASK to review/],
      [['review', '--achievements', '7.7'], 2, /SHOP has no achievement 7\.7/],
      [['poem'], 2, /'poem' is invalid for argument 'kind'/],
      [['next', '--max-tokens', '0'], 2, /Tokens are a number from 1/],
      [['discovery', '--parallelism', '4'], 2, /Allowed choices are 1, 2, 3/],
    ];
    for (const [args, code, message] of cases) {
      const [kind, ...rest] = args;
      const result = await run(['prompt', kind, join(root, 'plans/SHOP'), ...rest]);
      assert.deepEqual([args, result.code, result.out], [args, code, '']);
      assert.match(result.err, message);
    }
  });
});

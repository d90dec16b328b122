import assert from 'node:assert/strict';
import { chmod, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderWith, planText, removeFolders, run, runJson, textsIn } from './support.mjs';

const PLAN = planText({
  1.1: ['Basket', '- **Deliverables**:', '  - `src/shop/basket.ts`'],
  1.2: ['Till', '- **Dependencies**: 1.1'],
  1.3: ['Receipt', '- **What**: Builds on Achievement 1.2'],
  1.4: ['Poster', '- **What**: See Achievement 1.1'],
});
const GENERATE = ['parallel', 'generate'];

describe('parallel generate', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('shows every dependency with its evidence, and the file, and writes nothing', async function () {
    const root = await folderWith(this, { 'PLAN_SHOP.md': PLAN });
    const { code, out } = await run([...GENERATE, root]);
    assert.equal(code, 0);
    const lineOf = (text) => PLAN.slice(0, PLAN.indexOf(text)).split('\n').length;
    assert.ok(
      out.startsWith(
        [
          'SHOP: 3 dependencies proposed, 2 taken.',
          '',
          'Taken:',
          '  1.2 depends on 1.1 (certain)',
          `    PLAN_SHOP.md:${lineOf('- **Dependencies**')} **Dependencies**: 1.1`,
          '  1.3 depends on 1.2 (likely)',
          `    PLAN_SHOP.md:${lineOf('- **What**: Builds')} **What**: Builds on Achievement 1.2`,
          '',
          'Not sure enough; decide yourself:',
          '  1.4 depends on 1.1 (possible)',
        ].join('\n'),
      ),
      out,
    );
    assert.match(out, /\nparallel\.json:\n\n\{\n {2}"plan_name": "SHOP",/);
    assert.deepEqual(await textsIn(root), { 'PLAN_SHOP.md': PLAN });
  });

  it('never lets a file say that nothing waits for anything, where nothing is known', async function () {
    const loose = planText({ 1.1: 'Basket', 1.2: 'Till' });
    const root = await folderWith(this, { 'PLAN_SHOP.md': loose });
    const shown = await run([...GENERATE, root]);
    assert.equal(shown.code, 0);
    assert.match(shown.out, /every achievement count as ready\. State the dependencies you know/);
    const { code, err } = await run([...GENERATE, root, '--write', '--yes']);
    assert.equal(code, 1);
    assert.match(err, /would make every achievement count as ready.* add --by-priority\.\n$/);
    assert.deepEqual(await textsIn(root), { 'PLAN_SHOP.md': loose });
  });

  it('creates the file, which check finds right, and undo takes it back', async function () {
    const root = await folderWith(this, { 'PLAN_SHOP.md': PLAN });
    const refused = await run([...GENERATE, root, '--write']);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /Add --yes/);
    const { code, json } = await runJson([...GENERATE, root, '--write', '--yes']);
    assert.equal(code, 0);
    assert.equal(json.written, true);
    const text = (await textsIn(root))['parallel.json'];
    assert.equal(text, json.text);
    assert.deepEqual(
      JSON.parse(text).achievements.map((each) => [each.achievement_id, each.dependencies]),
      [
        ['1.1', []],
        ['1.2', ['1.1']],
        ['1.3', ['1.2']],
        ['1.4', []],
      ],
    );
    const checked = await runJson(['check', root]);
    assert.deepEqual(
      checked.json.findings.filter(({ severity }) => severity !== 'info'),
      [],
    );
    assert.equal((await runJson(['undo', root, '--yes'])).code, 0);
    assert.deepEqual(await textsIn(root), { 'PLAN_SHOP.md': PLAN });
  });

  it('takes what is as sure as asked for', async function () {
    const root = await folderWith(this, { 'PLAN_SHOP.md': PLAN });
    const takenWith = async (...args) =>
      (await runJson([...GENERATE, root, ...args])).json.edges
        .filter(({ taken }) => taken)
        .map(({ dependent, dependency }) => `${dependent} <- ${dependency}`);
    assert.deepEqual(await takenWith('--min-confidence', 'certain'), ['1.2 <- 1.1']);
    assert.deepEqual(await takenWith('--min-confidence', 'possible'), [
      '1.2 <- 1.1',
      '1.3 <- 1.2',
      '1.4 <- 1.1',
    ]);
    assert.equal((await run([...GENERATE, root, '--min-confidence', 'sure'])).code, 2);
  });

  it('leaves a file that exists alone unless told to update it, and then everything a person wrote', async function () {
    const mine =
      '\ufeff{\r\n\t// mine\r\n\t"plan_name": "SHOP",\r\n\t"achievements": [\r\n\t\t{ "achievement_id": "1.2", "dependencies": ["1.4"], "mine": 1 }\r\n\t]\r\n}\r\n';
    const root = await folderWith(this, { 'PLAN_SHOP.md': PLAN, 'parallel.json': mine });
    await chmod(join(root, 'parallel.json'), 0o640);
    const refused = await run([...GENERATE, root, '--write', '--yes']);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /parallel\.json exists\. Add --update/);
    assert.equal((await textsIn(root))['parallel.json'], mine);
    const { code, out } = await run([...GENERATE, root, '--write', '--update', '--yes']);
    assert.equal(code, 0);
    assert.match(out, /Changed parallel\.json: 3 achievements and 2 dependencies added\./);
    const text = (await textsIn(root))['parallel.json'];
    assert.ok(text.startsWith('\ufeff{\r\n\t// mine\r\n'));
    assert.match(text, /"dependencies": \["1\.4", "1\.1"\], "mine": 1 \}/);
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.equal((await stat(join(root, 'parallel.json'))).mode & 0o777, 0o640);
    const again = await run([...GENERATE, root, '--write', '--update', '--yes']);
    assert.deepEqual([again.code, (await textsIn(root))['parallel.json']], [0, text]);
    assert.match(again.out, /already says all of this/);
  });

  it('says why it cannot: no achievements, a broken file, PRPs', async function () {
    const root = await folderWith(this, {
      'a/PLAN_EMPTY.md': '# PLAN: Empty\n',
      'b/PLAN_SHOP.md': PLAN,
      'b/parallel.json': '{ "plan_name": "SHOP", "achievements": [',
      'c/PRP-1.1.1-basket.md': '---\nprp_id: PRP-1.1.1\n---\n# Basket\n',
    });
    for (const [folder, reason] of [
      ['a', /no achievements/],
      ['b', /syntax error/],
      ['c', /needs no parallel\.json/],
    ]) {
      const { code, err } = await run([...GENERATE, join(root, folder), '--write', '--yes']);
      assert.deepEqual([code, reason.test(err)], [1, true], err);
    }
    await writeFile(join(root, 'b/parallel.json'), '{}');
    assert.match((await run([...GENERATE, join(root, 'b')])).err, /no list of achievements/);
  });
});

import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeInto, planMerge } from '../../../src/node/git/mergeInto';
import { everythingOf, given, makeRepository, messageIn, type TestRepository } from '../repository';

const FILES = { 'a.txt': '1\n2\n3\n', 'b.txt': 'b\n', 'c.txt': 'c\n' };

describe('merging a run into what is checked out', () => {
  let shop: TestRepository;
  beforeEach(() => {
    shop = makeRepository(FILES);
    shop.branch('plan/SHOP', 'main', { 'a.txt': '1\n2\n3\n4\n', 'new/n.txt': 'n\n' });
  });
  afterEach(() => shop.remove());

  const refusal = async (): Promise<string> => {
    const before = everythingOf(shop, ['main']);
    const message = messageIn(await planMerge(shop.top, 'plan/SHOP'));
    assert.equal(everythingOf(shop, ['main']), before, 'looking changes nothing');
    return message;
  };

  it('says what it would write, then writes that, beside what nobody committed elsewhere', async () => {
    shop.write({ 'b.txt': 'mine\n', 'own.txt': 'own\n' });
    const planned = given(await planMerge(shop.top, 'plan/SHOP'));
    assert.deepEqual(
      [planned.into, planned.files.map(({ path, kind }) => `${kind} ${path}`)],
      ['main', ['changed a.txt', 'added new/n.txt']],
    );
    given(await mergeInto(planned, 'Merge run SHOP-1'));
    assert.equal(readFileSync(join(shop.top, 'a.txt'), 'utf8'), '1\n2\n3\n4\n');
    assert.equal(readFileSync(join(shop.top, 'b.txt'), 'utf8'), 'mine\n');
    assert.equal(shop.run(['status', '--porcelain']), 'M b.txt\n?? own.txt');
    assert.match(
      messageIn(await planMerge(shop.top, 'plan/SHOP')),
      /main already has everything of plan\/SHOP/,
    );
  });

  it('makes a merge commit where both sides went on', async () => {
    shop.write({ 'b.txt': 'mine\n' });
    shop.run(['commit', '--quiet', '--all', '--message=Mine']);
    given(await mergeInto(given(await planMerge(shop.top, 'plan/SHOP')), 'Merge run SHOP-1'));
    assert.equal(shop.run(['log', '-1', '--format=%s']), 'Merge run SHOP-1');
    assert.equal(shop.run(['rev-list', '--parents', '-1', 'HEAD']).split(' ').length, 3);
  });

  it('refuses where it would write over what nobody committed, changed, new or ignored', async () => {
    shop.write({ 'a.txt': 'mine\n' });
    assert.match(await refusal(), /^The merge writes a\.txt, which has uncommitted content/);
    shop.run(['checkout', '--quiet', '--', 'a.txt']);
    shop.write({ 'new/n.txt': 'mine\n' });
    assert.match(await refusal(), /^The merge writes new\/n\.txt/);
    shop.write({ '.git/info/exclude': 'new/\n' });
    assert.match(await refusal(), /^The merge writes new\/n\.txt/);
  });

  it('refuses a conflict and names the files, and leaves a merge alone that goes on', async () => {
    shop.write({ 'a.txt': '1\n2\n3\nmine\n' });
    shop.run(['commit', '--quiet', '--all', '--message=Mine']);
    assert.match(
      await refusal(),
      /^main and plan\/SHOP changed the same lines of a\.txt\. Merge them by hand/,
    );
    assert.throws(() => shop.run(['merge', '--quiet', 'plan/SHOP']));
    assert.match(await refusal(), /^A merge into main is not finished/);
    assert.ok(existsSync(join(shop.top, '.git/MERGE_HEAD')));
  });

  it('refuses without a branch to merge into, and without one to merge', async () => {
    assert.match(messageIn(await planMerge(shop.top, 'plan/NONE')), /^There is no branch plan\/NONE here/);
    shop.run(['checkout', '--quiet', '--detach']);
    assert.match(await refusal(), /^No branch is checked out/);
  });

  it('refuses what has changed since it was looked at, and gives up what a hook refuses', async () => {
    const planned = given(await planMerge(shop.top, 'plan/SHOP'));
    shop.write({ 'b.txt': 'mine\n' });
    shop.run(['commit', '--quiet', '--all', '--message=Mine']);
    assert.match(messageIn(await mergeInto(planned, 'Merge')), /has changed in the meantime/);
    shop.write({ '.git/hooks/commit-msg': '#!/bin/sh\necho no such words >&2\nexit 1\n' });
    chmodSync(join(shop.top, '.git/hooks/commit-msg'), 0o755);
    const again = given(await planMerge(shop.top, 'plan/SHOP'));
    assert.match(messageIn(await mergeInto(again, 'Merge')), /no such words/);
    assert.equal(shop.run(['status', '--porcelain']), '');
    assert.equal(shop.run(['log', '-1', '--format=%s']), 'Mine');
  });
});

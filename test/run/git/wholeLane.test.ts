import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { commitAll } from '../../../src/node/git/commitAll';
import { commitTree, messageWith } from '../../../src/node/git/commits';
import { mergeTrees } from '../../../src/node/git/mergeTrees';
import { pin, pinRef } from '../../../src/node/git/pins';
import { moveRef } from '../../../src/node/git/refs';
import { removeWorktree } from '../../../src/node/git/removeWorktree';
import { snapshotOf } from '../../../src/node/git/snapshot';
import { addVerifyWorktree, isExactly, removeVerifyWorktree } from '../../../src/node/git/verifyWorktree';
import { copyIncluded } from '../../../src/node/git/worktreeInclude';
import { addWorktree } from '../../../src/node/git/worktrees';
import { everythingOf, given, makeRepository, type TestRepository } from '../repository';

const PLAN = 'refs/heads/plan/shop';

describe('an item from its worktree to its landing', () => {
  let repository: TestRepository;

  beforeEach(() => {
    repository = makeRepository({ 'a.txt': '1\n', 'b.txt': 'b\n', '.gitignore': '.env\n' });
  });
  afterEach(() => repository.remove());

  it('leaves no trace in the checkout of a person, and no commit that nothing holds', async () => {
    const { top, room, run, write } = repository;
    const base = run(['rev-parse', 'HEAD']);
    write({ 'a.txt': 'stashed\n' });
    run(['stash', '--quiet']);
    write({
      'a.txt': 'changed\n',
      'b.txt': 'staged\n',
      'new.txt': 'new\n',
      '.env': 'KEY=1\n',
      '.worktreeinclude': '.env\n',
    });
    run(['add', 'b.txt']);
    const before = everythingOf(repository, ['main']);

    given(await moveRef(top, PLAN, undefined, base, 'begun'));
    const [path, branch] = [join(room, 'worktrees', '1.1'), 'plan-items/r1/1.1'];
    given(await addWorktree(top, { path, branch, from: base }));
    assert.deepEqual(given(await copyIncluded(top, path)).copied, ['.env']);
    write({ 'a.txt': 'done\n', 'c.txt': 'done\n' }, path);
    const ref = pinRef('r1', '1.1', 1);
    given(await pin(top, ref, given(await snapshotOf(path, 'In between')).commit));
    const message = messageWith('1.1: Complete - Basket', '', { 'Plan-Item': '1.1' });
    const end = given(await commitAll(path, branch, message));
    const head = end.kind === 'committed' ? end.commit : '';
    assert.equal(given(await pin(top, ref, head)), `${ref}-2`, 'the snapshot stays pinned too');
    const merge = given(await mergeTrees(top, base, head));
    const tree = merge.kind === 'clean' ? merge.tree : '';
    const landed = given(await commitTree(top, { tree, parents: [base, head], message }));
    const gates = join(room, 'worktrees', 'gates');
    given(await addVerifyWorktree(top, gates, landed));
    assert.equal(given(await isExactly(gates, landed)), true);
    given(await moveRef(top, PLAN, base, landed, 'landed 1.1'));
    given(await removeVerifyWorktree(top, gates));
    assert.deepEqual(given(await removeWorktree(top, path, { landedIn: PLAN, pin: ref })), {
      kind: 'removed',
    });

    assert.equal(everythingOf(repository, ['main']), before);
    assert.deepEqual([existsSync(path), existsSync(gates)], [false, false]);
    assert.equal(run(['worktree', 'list']).split('\n').length, 1);
    const lost = run(['fsck', '--unreachable', '--no-reflogs']).split('\n');
    assert.deepEqual(
      lost.filter((line) => line.includes(' commit ')),
      [],
    );
  });
});

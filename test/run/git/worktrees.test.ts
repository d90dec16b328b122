import assert from 'node:assert/strict';
import { chmodSync, existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedInWorktree } from '../../../src/node/git/changedFiles';
import { commitAll, removeLeftLocks } from '../../../src/node/git/commitAll';
import { isAncestor, messageWith } from '../../../src/node/git/commits';
import { listPins, pin, pinRef } from '../../../src/node/git/pins';
import { removeWorktree } from '../../../src/node/git/removeWorktree';
import { snapshotOf, treeOfFiles } from '../../../src/node/git/snapshot';
import {
  addVerifyWorktree,
  isExactly,
  moveVerifyWorktree,
  removeVerifyWorktree,
} from '../../../src/node/git/verifyWorktree';
import { copyIncluded } from '../../../src/node/git/worktreeInclude';
import { addWorktree, listWorktrees, openWorktree } from '../../../src/node/git/worktrees';
import { everythingOf, given, makeRepository, messageIn, type TestRepository } from '../repository';

const FILES = { 'a.txt': '1\n', '.gitignore': '.env\nbuild/\n*.key\n' };

describe('worktrees of items', () => {
  let repository: TestRepository;
  let base: string;
  const place = (name: string): string => join(repository.room, 'worktrees', name);
  const addItem = async (name: string): Promise<string> => {
    given(await addWorktree(repository.top, { path: place(name), branch: `item/${name}`, from: base }));
    return place(name);
  };
  const kept = async (path: string, landedIn: string, ref: string): Promise<string> => {
    const end = given(await removeWorktree(repository.top, path, { landedIn, pin: ref }));
    assert.equal(existsSync(path), end.kind === 'kept');
    return end.kind === 'kept' ? end.why : 'removed';
  };

  beforeEach(() => {
    repository = makeRepository(FILES);
    base = repository.run(['rev-parse', 'HEAD']);
  });
  afterEach(() => repository.remove());

  it('come 24 at once, each on a branch of its own, without a word in the configuration', async () => {
    const { top, run } = repository;
    // what makes git write an upstream for each branch, unless it is told not to
    run(['config', 'branch.autoSetupMerge', 'always']);
    const before = everythingOf(repository, ['main']);
    const names = Array.from({ length: 24 }, (_, at) => `1.${at}`);
    await Promise.all(names.map(addItem));
    const worktrees = given(await listWorktrees(top));
    assert.deepEqual(
      worktrees
        .slice(1)
        .map(({ head, branch, lock, isGone }) => [head, branch, lock, isGone])
        .sort(),
      names.map((name) => [base, `refs/heads/item/${name}`, undefined, false]).sort(),
    );
    assert.equal(everythingOf(repository, ['main']), before);
  });

  it('show what is uncommitted in them, and nothing of that gets into the repository', async () => {
    const { write, run } = repository;
    write({ 'gone.txt': 'gone\n' });
    run(['add', '--all']);
    run(['commit', '--quiet', '--message=More']);
    base = run(['rev-parse', 'HEAD']);
    const path = await addItem('1.1');
    write({ 'a.txt': '2\n', 'new.txt': 'new\n', 'build/out.js': 'ignored\n' }, path);
    rmSync(join(path, 'gone.txt'));
    const objects = run(['count-objects']);
    assert.deepEqual(
      given(await changedInWorktree(path, base)).map((each) => `${each.kind} ${each.path}`),
      ['changed a.txt', 'removed gone.txt', 'added new.txt'],
    );
    assert.equal(run(['count-objects']), objects);
  });

  it('are refused for a branch or a folder that exists, and nothing is left behind', async () => {
    const { top, run } = repository;
    await addItem('1.1');
    const again = await addWorktree(top, { path: place('other'), branch: 'item/1.1', from: base });
    assert.equal(messageIn(again), 'the branch item/1.1 exists already');
    const inPlace = await addWorktree(top, { path: place('1.1'), branch: 'item/1.2', from: base });
    assert.match(messageIn(inPlace), /^git worktree add failed .*already exists/);
    assert.equal(run(['branch', '--list', 'item/*', '--format=%(refname:short)']), 'item/1.1');
  });

  it('are taken back where a hook objects to them, in its words', async () => {
    const { top, run, write } = repository;
    write({ '.git/hooks/post-checkout': '#!/bin/sh\necho "large files are missing" >&2; exit 2\n' });
    chmodSync(join(top, '.git', 'hooks', 'post-checkout'), 0o755);
    const made = await addWorktree(top, { path: place('1.1'), branch: 'item/1.1', from: base });
    assert.match(messageIn(made), /large files are missing/);
    assert.equal(existsSync(place('1.1')), false);
    assert.deepEqual([run(['branch', '--list', 'item/*']), given(await listWorktrees(top)).length], ['', 1]);
  });

  it('can be opened again on a branch that is there', async () => {
    const one = await addItem('1.1');
    repository.run(['worktree', 'remove', one]);
    given(await openWorktree(repository.top, one, 'item/1.1'));
    assert.equal(repository.run(['symbolic-ref', 'HEAD'], one), 'refs/heads/item/1.1');
  });

  it('may have any path', async () => {
    const { top, run, write } = repository;
    for (const [at, name] of ['with room', '-f', 'ü "quoted"', "it's", 'new\nline'].entries()) {
      const path = place(name);
      given(await addWorktree(top, { path, branch: `item/${at}`, from: base }));
      write({ 'b.txt': `${at}\n` }, path);
      const end = given(await commitAll(path, `item/${at}`, 'Work'));
      assert.equal(end.kind, 'committed');
      const ref = pinRef('r', String(at), 1);
      given(await pin(top, ref, run(['rev-parse', `item/${at}`])));
      assert.equal(await kept(path, `item/${at}`, ref), 'removed', name);
    }
  });

  it('get what .worktreeinclude names and git ignores, and nothing of it can be committed', async () => {
    const { top, run, write } = repository;
    write({
      '.worktreeinclude': '.env\n/config/*.key\n!config/left.key\n*.txt\n',
      '.env': 'KEY=1\n',
      'config/a b.key': 'key\n',
      'config/left.key': 'no\n',
      'notes.txt': 'not ignored\n',
      'build/out.txt': 'built\n',
    });
    symlinkSync('a b.key', join(top, 'config', 'link.key'));
    chmodSync(join(top, '.env'), 0o600);
    const one = await addItem('1.1');
    const included = given(await copyIncluded(top, one));
    assert.deepEqual([...included.copied].sort(), [
      '.env',
      'build/out.txt',
      'config/a b.key',
      'config/link.key',
    ]);
    assert.deepEqual(included.left, [{ path: 'notes.txt', why: 'git does not ignore it' }]);
    assert.equal(readFileSync(join(one, 'config', 'link.key'), 'utf8'), 'key\n');
    assert.equal(lstatSync(join(one, '.env')).mode & 0o777, 0o600);
    assert.equal(existsSync(join(one, 'config', 'left.key')), false);
    assert.equal(run(['status', '--porcelain'], one), '');
    // what is there stays
    writeFileSync(join(one, '.env'), 'KEY=2\n');
    assert.match(
      given(await copyIncluded(top, one))
        .left.map(({ path }) => path)
        .join(),
      /\.env/,
    );
    assert.equal(readFileSync(join(one, '.env'), 'utf8'), 'KEY=2\n');
  });

  it('get no file through a folder that is a link there', async () => {
    const { top, room, run, write } = repository;
    write({ 'outside/x': '' }, room);
    symlinkSync(join(room, 'outside'), join(top, 'config'));
    run(['add', 'config']);
    run(['commit', '--quiet', '-m', 'A link']);
    base = run(['rev-parse', 'HEAD']);
    const one = await addItem('1.1');
    // in the checkout it is a folder by now
    run(['rm', '--quiet', '--cached', 'config']);
    run(['clean', '--quiet', '-f', 'config']);
    write({ 'config/a.key': 'key\n', '.worktreeinclude': 'config/*.key\n' });
    const included = given(await copyIncluded(top, one));
    assert.deepEqual(included, {
      copied: [],
      left: [{ path: 'config/a.key', why: 'one of its folders is a link in the worktree' }],
    });
    assert.equal(existsSync(join(room, 'outside', 'a.key')), false);
  });

  it('are put into a snapshot with all their work, which changes nothing there', async () => {
    const { run, write } = repository;
    const one = await addItem('1.1');
    write({ 'a.txt': 'staged\n' }, one);
    run(['add', 'a.txt'], one);
    write({ 'a.txt': 'changed after that\n', 'new/b.txt': 'new\n', '.env': 'secret\n' }, one);
    const index = readFileSync(join(run(['rev-parse', '--absolute-git-dir'], one), 'index'));
    const before = run(['status', '--porcelain'], one);
    const { commit, tree, head, leftOut } = given(await snapshotOf(one, 'A snapshot'));
    assert.deepEqual([head, leftOut, run(['rev-parse', `${commit}^1`])], [base, undefined, base]);
    assert.equal(run(['show', `${commit}:a.txt`]), 'changed after that');
    assert.equal(run(['ls-tree', '-r', '--name-only', tree]), '.gitignore\na.txt\nnew/b.txt');
    assert.equal(run(['status', '--porcelain'], one), before);
    assert.deepEqual(readFileSync(join(run(['rev-parse', '--absolute-git-dir'], one), 'index')), index);
    assert.equal(
      given(await snapshotOf(one, 'Again', { previous: commit })).commit,
      commit,
      'nothing is new',
    );
  });

  it('keep every snapshot and every commit that somebody took back under one ref', async () => {
    const { top, run, write } = repository;
    const one = await addItem('1.1');
    assert.equal(given(await snapshotOf(one, 'Nothing yet')).commit, base);
    const ref = pinRef('run', '1.1', 1);
    write({ 'b.txt': 'first\n' }, one);
    const first = given(await snapshotOf(one, 'First')).commit;
    assert.equal(given(await pin(top, ref, first)), ref);
    run(['add', '.'], one);
    run(['commit', '--quiet', '-m', 'Theirs'], one);
    const theirs = run(['rev-parse', 'HEAD'], one);
    const second = given(await snapshotOf(one, 'Second', { previous: first })).commit;
    given(await pin(top, ref, second));
    run(['reset', '--quiet', '--hard', base], one);
    write({ 'c.txt': 'third\n' }, one);
    const third = given(await snapshotOf(one, 'Third', { previous: second })).commit;
    assert.equal(given(await pin(top, ref, third)), ref);
    for (const commit of [first, theirs, second])
      assert.equal(given(await isAncestor(top, commit, ref)), true);
  });

  it('have pins that take nothing away from another', async () => {
    const { top } = repository;
    const [one, two] = ['one', 'two'].map((name) => repository.branch(name, base, { [name]: name })) as [
      string,
      string,
    ];
    const ref = pinRef('run 1', '2.1', 1);
    assert.equal(ref, 'refs/parallel-plans/run=20=1/2.1/1');
    given(await pin(top, ref, one));
    assert.equal(given(await pin(top, ref, two)), `${ref}-2`);
    assert.equal(given(await pin(top, ref, base)), ref, 'what is held already needs no other');
    assert.deepEqual(
      [...given(await listPins(top))],
      [
        [ref, one],
        [`${ref}-2`, two],
      ],
    );
    for (const item of ['.', '..', 'a..b', 'x.lock', '.x', 'a/b', 'ü~^:?*[\\', '', 'a.', '@{']) {
      given(await pin(top, pinRef('run', item, 1), one));
    }
  });

  it('are committed by the runner: with hooks, trailers and every file', async () => {
    const { top, run, write } = repository;
    const one = await addItem('1.1');
    const hook = join(top, '.git', 'hooks', 'pre-commit');
    write({
      '.git/hooks/pre-commit':
        '#!/bin/sh\ntest ! -e forbidden.txt || { echo "no such file here"; exit 1; }\n',
    });
    chmodSync(hook, 0o755);
    const message = messageWith('1.1: Complete - Basket', '', { 'Plan-Run': 'r1', 'Plan-Item': '1.1' });
    assert.deepEqual(given(await commitAll(one, 'item/1.1', message)), { kind: 'nothing' });
    write({ 'forbidden.txt': '', 'a.txt': '2\n' }, one);
    assert.deepEqual(given(await commitAll(one, 'item/1.1', message)), {
      kind: 'refused',
      output: 'no such file here',
    });
    run(['rm', '--quiet', '--force', 'forbidden.txt'], one);
    const end = given(await commitAll(one, 'item/1.1', message, { name: 'Bot', email: 'bot@example.com' }));
    assert.equal(end.kind, 'committed');
    assert.equal(
      run(['log', '-1', '--format=%an|%s|%(trailers:key=Plan-Run,valueonly)', 'item/1.1']),
      'Bot|1.1: Complete - Basket|r1',
    );
    assert.equal(run(['status', '--porcelain'], one), '');
  });

  it('are not committed where HEAD is elsewhere or a conflict is open', async () => {
    const { run, write } = repository;
    const one = await addItem('1.1');
    write({ 'b.txt': '' }, one);
    run(['checkout', '--quiet', '-b', 'theirs'], one);
    assert.deepEqual(given(await commitAll(one, 'item/1.1', 'x')), { kind: 'elsewhere', head: 'theirs' });
    run(['checkout', '--quiet', '--detach'], one);
    assert.deepEqual(given(await commitAll(one, 'item/1.1', 'x')), { kind: 'elsewhere', head: undefined });
    run(['checkout', '--quiet', 'item/1.1'], one);
    const [ours, other] = ['ours', 'other'].map((name) =>
      repository.branch(name, base, { 'a.txt': name }),
    ) as [string, string];
    run(['reset', '--quiet', '--hard', ours], one);
    assert.throws(() => run(['merge', '--quiet', other], one));
    assert.deepEqual(given(await commitAll(one, 'item/1.1', 'x')), { kind: 'unmerged', paths: ['a.txt'] });
  });

  it('can be committed after a git that worked there was killed', async () => {
    const one = await addItem('1.1');
    repository.write({ 'b.txt': '' }, one);
    const lock = join(repository.run(['rev-parse', '--absolute-git-dir'], one), 'index.lock');
    writeFileSync(lock, '');
    assert.match(messageIn(await commitAll(one, 'item/1.1', 'x')), /index\.lock/);
    await removeLeftLocks(one);
    assert.equal(given(await commitAll(one, 'item/1.1', 'x')).kind, 'committed');
    // the checkout of a person is none of the runner's
    const theirs = join(repository.top, '.git', 'index.lock');
    writeFileSync(theirs, '');
    await removeLeftLocks(repository.top);
    assert.equal(existsSync(theirs), true);
  });

  it('are removed only when landed, pinned and clean', async () => {
    const { top, run, write } = repository;
    const one = await addItem('1.1');
    const ref = pinRef('r', '1.1', 1);
    write({ 'b.txt': 'work\n', '.env': 'ignored\n' }, one);
    assert.equal(await kept(one, base, ref), 'its commits are not pinned');
    given(await pin(top, ref, base));
    assert.equal(await kept(one, base, ref), 'it has uncommitted work');
    given(await commitAll(one, 'item/1.1', 'Work'));
    assert.equal(await kept(one, base, ref), 'its commits have not landed');
    assert.equal(await kept(one, 'item/1.1', ref), 'its last commits are not pinned');
    given(await pin(top, ref, run(['rev-parse', 'item/1.1'])));
    write({ 'late.txt': 'written meanwhile\n' }, one);
    assert.equal(await kept(one, 'item/1.1', ref), 'it has uncommitted work');
    assert.equal(readFileSync(join(one, 'late.txt'), 'utf8'), 'written meanwhile\n');
    run(['clean', '--quiet', '-f'], one);
    assert.equal(await kept(one, 'item/1.1', ref), 'removed');
    assert.equal(run(['branch', '--list', 'item/*', '--format=%(refname:short)']), 'item/1.1');
    assert.equal(await kept(top, 'main', ref), 'it is the main checkout');
  });

  it('are not removed with a repository of somebody else inside', async () => {
    const { top, run, write } = repository;
    const one = await addItem('1.1');
    run(['init', '--quiet', 'inner'], one);
    write({ 'inner/x': 'x' }, one);
    run(['add', '.'], join(one, 'inner'));
    run(['commit', '--quiet', '-m', 'Inner'], join(one, 'inner'));
    given(await commitAll(one, 'item/1.1', 'With a repository inside'));
    const ref = pinRef('r', '1.1', 1);
    given(await pin(top, ref, run(['rev-parse', 'item/1.1'])));
    assert.match(await kept(one, 'item/1.1', ref), /submodules/);
  });

  it('for gates hold exactly a commit, whatever gates wrote, and no other is taken for one', async () => {
    const { top, run, write } = repository;
    const path = place('gates');
    const next = repository.branch('next', base, { 'a.txt': '2\n' });
    given(await addVerifyWorktree(top, path, base));
    assert.equal(given(await isExactly(path, base)), true);
    write({ 'a.txt': 'by a gate\n', 'report.txt': '', 'build/cache': 'stays\n' }, path);
    assert.equal(given(await isExactly(path, base)), false);
    given(await moveVerifyWorktree(top, path, next));
    assert.equal(given(await isExactly(path, next)), true);
    assert.equal(readFileSync(join(path, 'build', 'cache'), 'utf8'), 'stays\n');
    assert.equal(given(await treeOfFiles(path)).tree, run(['rev-parse', 'next^{tree}']));

    const one = await addItem('1.1');
    write({ 'a.txt': 'work\n' }, one);
    for (const act of [() => moveVerifyWorktree(top, one, next), () => removeVerifyWorktree(top, one)]) {
      assert.equal(messageIn(await act()), `${one} is not a checkout for gates, so it was not changed`);
    }
    assert.equal(readFileSync(join(one, 'a.txt'), 'utf8'), 'work\n');
    write({ 'left.txt': '' }, path);
    given(await removeVerifyWorktree(top, path));
    assert.equal(existsSync(path), false);
  });
});

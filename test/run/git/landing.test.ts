import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { commitTree, isAncestor, messageWith, missingIn, treeOf } from '../../../src/node/git/commits';
import { conflictsBetween, pairsOf } from '../../../src/node/git/conflicts';
import { mergeTrees } from '../../../src/node/git/mergeTrees';
import { moveRef } from '../../../src/node/git/refs';
import { everythingOf, given, makeRepository, messageIn, type TestRepository } from '../repository';

const PLAN = 'refs/heads/plan/shop';
const SEED = 20_261_129;

describe('landing without a checkout', () => {
  let repository: TestRepository;
  let base: string;

  beforeEach(() => {
    repository = makeRepository({ 'a.txt': '1\n2\n3\n', 'b.txt': 'b\n' });
    base = repository.run(['rev-parse', 'HEAD']);
    repository.run(['update-ref', PLAN, base]);
  });
  afterEach(() => repository.remove());

  /** Merges a commit into the plan's branch and lands the merge; answers it, or undefined for a lost race. */
  const land = async (tip: string, item: string): Promise<string | undefined> => {
    const { top } = repository;
    const merge = given(await mergeTrees(top, tip, item));
    assert.equal(merge.kind, 'clean');
    if (merge.kind !== 'clean') return undefined;
    const message = messageWith('1.1: Complete - Basket', '', { 'Plan-Run': 'r1', 'Plan-Item': '1.1' });
    const commit = given(await commitTree(top, { tree: merge.tree, parents: [tip, item], message }));
    const moved = given(await moveRef(top, PLAN, tip, commit, 'landed 1.1'));
    return moved.kind === 'moved' ? commit : undefined;
  };

  it('makes the same merge as a checkout would, with both parents and trailers that git reads', async () => {
    repository.branch('one', base, { 'one.txt': 'one\n' });
    const item = repository.branch('two', base, { 'a.txt': '1\n2\n3\n4\n' });
    const tip = given(
      await moveRef(repository.top, PLAN, base, repository.run(['rev-parse', 'one']), 'first'),
    );
    assert.deepEqual(tip, { kind: 'moved' });
    const commit = (await land(repository.run(['rev-parse', 'one']), item)) ?? '';

    const { run } = repository;
    assert.equal(run(['rev-parse', PLAN]), commit);
    assert.equal(run(['log', '-1', '--format=%P', commit]), `${run(['rev-parse', 'one'])} ${item}`);
    assert.equal(
      run(['log', '-1', '--format=%s|%(trailers:key=Plan-Item,valueonly)', commit]),
      '1.1: Complete - Basket|1.1',
    );
    run(['worktree', 'add', '--quiet', '--detach', join(repository.room, 'real'), 'one']);
    run(['merge', '--quiet', '--no-ff', '-m', 'real', 'two'], join(repository.room, 'real'));
    const real = run(['rev-parse', 'HEAD^{tree}'], join(repository.room, 'real'));
    assert.equal(given(await treeOf(repository.top, commit)), real);
  });

  it('names the files that conflict, and tells a conflict from a merge that cannot be tried', async () => {
    const one = repository.branch('one', base, { 'a.txt': 'one\n2\n3\n', 'deep er/ü.txt': 'one\n' });
    const two = repository.branch('two', base, { 'a.txt': 'two\n2\n3\n', 'deep er/ü.txt': 'two\n' });
    const merge = given(await mergeTrees(repository.top, one, two));
    assert.deepEqual(merge, {
      kind: 'conflict',
      paths: ['a.txt', 'deep er/ü.txt'],
      messages: [
        'CONFLICT (content): Merge conflict in a.txt',
        'CONFLICT (add/add): Merge conflict in deep er/ü.txt',
      ],
    });
    assert.match(
      messageIn(await mergeTrees(repository.top, one, 'nowhere')),
      /git merge-tree failed.*nowhere/,
    );
  });

  it('lets one of two win that land at the same time, and tells the other where the branch is', async () => {
    const items = ['one', 'two'].map((name) => repository.branch(name, base, { [`${name}.txt`]: name }));
    const landed = await Promise.all(items.map((item) => land(base, item)));
    const winner = landed.find((commit) => commit !== undefined);
    assert.equal(landed.filter((commit) => commit !== undefined).length, 1);
    const again = await moveRef(repository.top, PLAN, base, items[0], 'late');
    assert.deepEqual(given(again), { kind: 'lost', at: winner });
    // the loser tries again on the new tip, and nothing is lost
    const loser = items[landed.indexOf(undefined)] ?? '';
    const second = await land(winner ?? '', loser);
    assert.deepEqual(given(await missingIn(repository.top, second ?? '', [...items, base])), []);
  });

  it('makes a branch only where there is none, and removes it only where it stands as known', async () => {
    const { top } = repository;
    const item = repository.branch('one', base, { 'one.txt': '1' });
    assert.deepEqual(given(await moveRef(top, PLAN, undefined, item, 'made')), { kind: 'lost', at: base });
    assert.deepEqual(given(await moveRef(top, PLAN, item, undefined, 'gone')), { kind: 'lost', at: base });
    assert.deepEqual(given(await moveRef(top, PLAN, base, undefined, 'gone')), { kind: 'moved' });
    assert.deepEqual(given(await moveRef(top, PLAN, undefined, item, 'made')), { kind: 'moved' });
  });

  it('works with hashes of another length', async () => {
    const { room, run } = repository;
    const top = join(room, 'long');
    run(['init', '--quiet', '--object-format=sha256', '--initial-branch=main', top], room);
    for (const message of ['One', 'Two']) run(['commit', '--quiet', '--allow-empty', '-m', message], top);
    const [two = '', one = ''] = run(['rev-parse', 'main', 'main~1'], top).split('\n');
    assert.equal(two.length, 64);
    assert.deepEqual(given(await moveRef(top, PLAN, undefined, one, 'made')), { kind: 'moved' });
    assert.deepEqual(given(await moveRef(top, PLAN, undefined, two, 'made')), { kind: 'lost', at: one });
    assert.equal(given(await mergeTrees(top, one, two)).kind, 'clean');
    assert.equal(given(await conflictsBetween(top, [[one, two]]))[0]?.verdict, 'clean');
    assert.deepEqual(given(await moveRef(top, PLAN, one, two, 'moved')), { kind: 'moved' });
  });

  it('lands on a branch that is checked out elsewhere, and no file there changes', async () => {
    const elsewhere = join(repository.room, 'elsewhere');
    repository.run(['worktree', 'add', '--quiet', elsewhere, 'plan/shop']);
    repository.write({ 'mine.txt': 'not saved anywhere\n' }, elsewhere);
    const before = repository.run(['ls-files', '--stage'], elsewhere);
    const commit = await land(base, repository.branch('one', base, { 'one.txt': '1' }));
    assert.equal(repository.run(['rev-parse', 'HEAD'], elsewhere), commit);
    assert.equal(repository.run(['ls-files', '--stage'], elsewhere), before);
    assert.match(repository.run(['status', '--porcelain'], elsewhere), /^D {2}one\.txt\n\?\? mine\.txt$/);
  });

  it('leaves a checkout with changed, staged, stashed and unknown files byte for byte as it was', async () => {
    const { run } = repository;
    repository.write({ 'a.txt': 'stashed\n' });
    run(['stash', '--quiet']);
    repository.write({ 'a.txt': 'changed\n', 'b.txt': 'staged\n', 'new.txt': 'unknown\n' });
    run(['add', 'b.txt']);
    const before = everythingOf(repository, ['main']);
    const item = repository.branch('one', base, { 'a.txt': 'landed\n', 'new.txt': 'landed too\n' });
    assert.notEqual(await land(base, item), undefined);
    assert.equal(everythingOf(repository, ['main']), before);
  });

  it('says which dependencies a base does not hold, and fails for what is no commit', async () => {
    const { top } = repository;
    const [one, two] = ['one', 'two'].map((name) => repository.branch(name, base, { [name]: name })) as [
      string,
      string,
    ];
    assert.deepEqual(given(await missingIn(top, one, [base, one, two])), [two]);
    assert.equal(given(await isAncestor(top, one, one)), true);
    assert.match(
      messageIn(await isAncestor(top, 'f'.repeat(40), one)),
      /git merge-base failed \(exit code 128\)/,
    );
  });

  it(`knows every conflict between branches that real merges meet, and no other (seed ${SEED})`, async () => {
    const { top, run } = repository;
    const place = join(repository.room, 'real');
    run(['worktree', 'add', '--quiet', '--detach', place, base]);
    const changes = fc.sample(CHANGES, { seed: SEED, numRuns: 6 });
    const commits = changes.map((files, at) => repository.branch(`branch-${at}`, base, files));
    const verdicts = given(await conflictsBetween(top, pairsOf(commits)));
    const seen = verdicts.map(({ verdict }) => verdict);
    assert.deepEqual([...new Set(seen)].sort(), ['clean', 'conflict'], 'there are some of each');
    assert.equal(verdicts.length, (commits.length * (commits.length - 1)) / 2);
    for (const { pair, verdict, paths } of verdicts) {
      const real = realMerge(run, place, pair);
      const names = pair.map((commit) => JSON.stringify(changes[commits.indexOf(commit)]));
      assert.deepEqual(
        [verdict, paths],
        [real.length === 0 ? 'clean' : 'conflict', real],
        names.join(' and '),
      );
    }
  });

  it(`knows of 40 branches which of 780 pairs conflict, and calls none clean that is not (seed ${SEED})`, async () => {
    const { top, run, write } = repository;
    const files = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}.txt`);
    const lines = Array.from({ length: 20 }, (_, at) => `line ${at}`);
    write(Object.fromEntries(files.map((file) => [file, lines.join('\n')])));
    run(['add', '.']);
    run(['commit', '--quiet', '--message', 'Files']);
    // each branch changes a line of some files; lines are too far apart to be in each other's way
    const place = fc.dictionary(fc.constantFrom(...files), fc.constantFrom(0, 5, 10, 15), {
      minKeys: 1,
      maxKeys: 3,
    });
    const changes = fc.sample(place, { seed: SEED, numRuns: 40 });
    const texts = changes.map((lineOf, branch) =>
      Object.fromEntries(
        Object.entries(lineOf).map(([file, at]) => [file, lines.with(at, `by branch ${branch}`).join('\n')]),
      ),
    );
    const branches = Object.fromEntries(texts.map((text, at) => [`branch-${at}`, text]));
    const commits = repository.branches(run(['rev-parse', 'HEAD']), branches);
    const verdicts = given(await conflictsBetween(top, pairsOf(commits)));
    const expected = pairsOf(changes.map((_, at) => String(at))).map(([one, other]) => {
      const [mine, theirs] = [changes[Number(one)] ?? {}, changes[Number(other)] ?? {}];
      const paths = files.filter((file) => file in mine && mine[file] === theirs[file]);
      return paths.length === 0 ? 'clean' : paths.join();
    });
    assert.equal(verdicts.length, 780);
    assert.deepEqual(
      verdicts.map(({ verdict, paths }) => (verdict === 'conflict' ? paths.join() : verdict)),
      expected,
    );
  });

  it('calls what git cannot merge unknown, and goes on behind it', async () => {
    const one = repository.branch('one', base, { 'a.txt': 'one\n' });
    const two = repository.branch('two', base, { 'a.txt': 'two\n' });
    const three = repository.branch('three', base, { 'c.txt': 'c\n' });
    const pairs = [
      [one, two],
      [one, 'nowhere'],
      [two, three],
    ] as const;
    const verdicts = given(await conflictsBetween(repository.top, pairs));
    assert.deepEqual(
      verdicts.map(({ verdict, paths }) => [verdict, paths]),
      [
        ['conflict', ['a.txt']],
        ['unknown', []],
        ['clean', []],
      ],
    );
  });
});

/** Some of four files, with one of three lines of each changed, or the whole. */
const CHANGES = fc.dictionary(
  fc.constantFrom('a.txt', 'b.txt', 'c.txt', 'd/e.txt'),
  fc.constantFrom('one\n2\n3\n', '1\n2\nthree\n', '1\n2\n3\n', 'other\n', 'b\n'),
  { minKeys: 1, maxKeys: 3 },
);

/** The files that conflict in a merge that is really made. */
const realMerge = (
  run: TestRepository['run'],
  place: string,
  [one, other]: readonly [string, string],
): readonly string[] => {
  run(['reset', '--quiet', '--hard', one], place);
  try {
    run(['merge', '--quiet', '-m', 'real', other], place);
    return [];
  } catch {
    const paths = run(['diff', '--name-only', '--diff-filter=U', '-z'], place);
    return paths.split('\0').filter((path) => path !== '');
  }
};

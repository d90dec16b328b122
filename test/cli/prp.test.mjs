import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { environment, folderWith, removeFolders, run, runJson } from './support.mjs';

const execute = promisify(execFile);

/** A PRP file with these lines of front matter. */
const prp = (...lines) => ['---', ...lines, '---', '', '# A PRP', ''].join('\n');

/** Runs git as somebody, with nothing of this machine's settings. */
const git = async (cwd, ...args) => {
  const who = {
    GIT_AUTHOR_NAME: 'A',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'A',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  const env = environment({ ...who, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' });
  const { stdout } = await execute('git', args, { cwd, env });
  return stdout.trim();
};

const commit = async (root, subject, files = {}) => {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  await git(root, 'add', '-A');
  await git(root, 'commit', '--allow-empty', '-q', '-m', subject);
  return git(root, 'rev-parse', 'HEAD');
};

const repositoryWith = async (context, files) => {
  const root = await folderWith(context, files);
  await git(root, 'init', '-q', '-b', 'main');
  await commit(root, 'Begin');
  return root;
};

const achievementsIn = ({ plans }) =>
  Object.fromEntries(plans.flatMap(({ achievements }) => achievements.map((each) => [each.id, each])));

describe('command line: PRPs', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('tells what commits prove, each with its proof', async function () {
    const root = await repositoryWith(this, {
      'PRPs/feature-requests/PRP-1-store.md': prp(
        'prp_id: PRP-1',
        'status: pending',
        'files_modified: src/a.ts (new)',
      ),
      'PRPs/feature-requests/PRP-3-api.md': prp(
        'prp_id: PRP-3',
        'stage: 2',
        'dependencies: Soft dependency on PRP-1, pytest',
      ),
      'PRPs/feature-requests/PRP-4-undone.md': prp('prp_id: PRP-4', 'status: completed'),
      'PRPs/feature-requests/PRP-5-open.md': prp('prp_id: PRP-5', 'dependencies: [PRP-1, PRP-4]'),
      'PRPs/feature-requests/archived/superseded/PRP-6-old.md': prp('prp_id: PRP-6'),
    });
    const implemented = await commit(root, 'PRP-1: Implement the store');
    await commit(root, 'Add PRP-2, PRP-3 and PRP-5', {
      'PRPs/feature-requests/PRP-2-page.md': prp('prp_id: 2', `git_commit: ${implemented.slice(0, 8)}`),
    });
    await commit(root, 'PRP-4: Do it', { 'x.txt': 'x' });
    await git(root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'revert', '--no-edit', 'HEAD');
    await git(root, 'checkout', '-q', '-b', 'side');
    await commit(root, 'PRP-5: Done on another branch');
    await git(root, 'checkout', '-q', 'main');
    const { json, err } = await runJson(['status', root]);
    assert.equal(err, '');
    const found = achievementsIn(json);
    const part = (id, ...keys) => keys.map((key) => found[id][key]);
    assert.deepEqual(part('PRP-1', 'status', 'done', 'evidence', 'files'), [
      'complete',
      'by-reference',
      [`commit:${implemented}`],
      ['src/a.ts'],
    ]);
    assert.deepEqual(part('PRP-2', 'status', 'done', 'evidence'), [
      'complete',
      'proven',
      [`commit:${implemented}`],
    ]);
    assert.deepEqual(part('PRP-3', 'status', 'done', 'declaredStage', 'soft', 'notes', 'ready'), [
      'not_started',
      'open',
      2,
      ['PRP-1'],
      ['pytest'],
      true,
    ]);
    assert.deepEqual(part('PRP-4', 'status', 'done', 'ready'), ['not_started', 'claimed', true]);
    assert.deepEqual(part('PRP-5', 'status', 'done', 'blockedBy'), ['not_started', 'open', ['PRP-4']]);
    assert.deepEqual(part('PRP-6', 'status', 'out', 'ready'), ['skipped', 'superseded', false]);
    const { out } = await run(['status', root]);
    assert.match(out, /PRP-6 +superseded/);
    const next = await run(['next', root]);
    assert.match(next.out, /PRP-3 A PRP\n +Do what it says: no commit and no folder says that it is done/);
    assert.doesNotMatch(next.out, /PRP-6/);
  });

  it('says that nothing is known where there is no git, or not all of its commits', async function () {
    const files = { 'PRPs/PRP-1-a.md': prp('prp_id: PRP-1') };
    const plain = await folderWith(this, files);
    const doneIn = async (root, options) =>
      achievementsIn((await runJson(['status', root], options)).json)['PRP-1'];
    const alone = await doneIn(plain);
    assert.deepEqual([alone.done, alone.status], ['unknown', 'not_started']);
    assert.match(alone.doneBecause, /no git history/);
    const withoutGit = await doneIn(plain, { env: { PATH: '/nowhere' } });
    assert.equal(withoutGit.done, 'unknown');
    const whole = await repositoryWith(this, files);
    await commit(whole, 'PRP-1: Implement');
    await commit(whole, 'Something else');
    const shallow = join(plain, 'clone');
    await git(plain, 'clone', '-q', '--depth', '1', `file://${whole}`, shallow);
    const cut = await doneIn(shallow);
    assert.deepEqual([cut.done, cut.status], ['unknown', 'not_started']);
    assert.match(cut.doneBecause, /older commits are missing/);
    assert.equal((await doneIn(whole)).done, 'by-reference');
  });

  it('is not led to another repository by the environment of a hook', async function () {
    const root = await repositoryWith(this, { 'PRPs/PRP-1-a.md': prp('prp_id: PRP-1') });
    const other = await repositoryWith(this, { 'x.txt': 'x' });
    await commit(other, 'PRP-1: Implement');
    const { json } = await runJson(['status', root], { env: { GIT_DIR: join(other, '.git') } });
    assert.equal(achievementsIn(json)['PRP-1'].done, 'open');
  });

  it('leaves out linked worktrees, vendored folders and what git ignores, unless told otherwise', async function () {
    const root = await repositoryWith(this, {
      '.gitignore': 'build/\n',
      'PRPs/PRP-1-a.md': prp('prp_id: PRP-1'),
      'build/PRPs/PRP-2-b.md': prp('prp_id: PRP-2'),
      'vendor/x/PRPs/PRP-3-c.md': prp('prp_id: PRP-3'),
      'node_modules/x/PRPs/PRP-4-d.md': prp('prp_id: PRP-4'),
    });
    await git(root, 'worktree', 'add', '-q', '-b', 'side', 'trees/side');
    // the copies in it are counted once; what is only there is not
    await commit(join(root, 'trees/side'), 'Go on', { 'PRPs/PRP-5-e.md': prp('prp_id: PRP-5') });
    const pathsWith = async (...flags) =>
      (await runJson(['status', root, ...flags])).json.plans.map(({ path }) => path);
    assert.deepEqual(await pathsWith(), ['PRPs#PRPs']);
    assert.deepEqual(
      await pathsWith('--include-ignored'),
      [
        'PRPs#PRPs',
        'build/PRPs#PRPs',
        'node_modules/x/PRPs#PRPs',
        'trees/side/PRPs#PRPs',
        'vendor/x/PRPs#PRPs',
      ].sort(),
    );
    const worktree = await runJson(['status', join(root, 'trees/side')]);
    assert.deepEqual(
      achievementsIn(worktree.json)['PRP-1'].done,
      'open',
      'a worktree that is opened itself is read',
    );
    const ignored = await runJson(['status', join(root, 'build')]);
    assert.deepEqual(Object.keys(achievementsIn(ignored.json)), ['PRP-2'], 'so is an ignored folder');
  });

  it('reads a submodule, which is no linked worktree', async function () {
    const inner = await repositoryWith(this, { 'PRPs/PRP-9-a.md': prp('prp_id: PRP-9') });
    await commit(inner, 'PRP-9: Implement');
    const root = await repositoryWith(this, { 'PRPs/PRP-1-a.md': prp('prp_id: PRP-1') });
    await git(
      root,
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      `file://${inner}`,
      'inner',
    );
    const found = achievementsIn((await runJson(['status', root])).json);
    assert.deepEqual([found['PRP-1'].done, found['PRP-9'].done], ['open', 'by-reference']);
  });

  it('finds nothing done above the folder that was opened', async function () {
    const root = await folderWith(this, { 'done/shop/PRPs/PRP-5.1.1-store.md': prp('prp_id: PRP-5.1.1') });
    const { json } = await runJson(['status', join(root, 'done/shop')]);
    assert.equal(achievementsIn(json)['PRP-5.1.1'].status, 'not_started');
  });

  it('knows the whole batch, whichever of its folders is asked about', async function () {
    const root = await repositoryWith(this, {
      'PRPs/executed/PRP-5.1.1-store.md': prp('prp_id: PRP-5.1.1'),
      'PRPs/feature-requests/PRP-5.2.1-page.md': prp('prp_id: PRP-5.2.1', 'dependencies: [PRP-5.1.1]'),
    });
    for (const folder of ['PRPs', 'PRPs/feature-requests', 'PRPs/feature-requests/PRP-5.2.1-page.md']) {
      const { json } = await runJson(['status', join(root, folder)]);
      assert.equal(achievementsIn(json)['PRP-5.2.1'].ready, true, folder);
      assert.deepEqual(json.findings, [], folder);
    }
  });

  it('survives names and subjects of every kind', async function () {
    const root = await repositoryWith(this, { 'PRPs/ä (1)/PRP-1-ü ß.md': prp('prp_id: PRP-1') });
    await commit(root, 'PRP-1: "quoted" \u00e4 \ud83d\ude00 -- $(touch x) `y`');
    await rename(join(root, 'PRPs/ä (1)'), join(root, 'PRPs/-z'));
    const { json } = await runJson(['status', root]);
    const found = achievementsIn(json)['PRP-1'];
    assert.equal(found.done, 'by-reference');
    assert.match(found.doneBecause, /"quoted" \u00e4 \ud83d\ude00/);
  });
});

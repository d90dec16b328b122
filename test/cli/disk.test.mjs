import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { folderWith, removeFolders } from './support.mjs';

const SOURCE = resolve('src/node/diskFiles.ts');

describe('disk files', () => {
  let createDiskFiles;
  let warnings = [];
  const logger = {
    info: () => undefined,
    warn: (message) => warnings.push(message),
    error: (message) => warnings.push(message),
  };

  before(async function () {
    const folder = await folderWith(this, {});
    const outfile = join(folder, 'diskFiles.mjs');
    await build({
      entryPoints: [SOURCE],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
    });
    ({ createDiskFiles } = await import(pathToFileURL(outfile).href));
  });

  beforeEach(() => {
    warnings = [];
  });

  afterEach(function () {
    return removeFolders(this);
  });

  const uri = (...parts) => pathToFileURL(join(...parts)).href;

  it('lists folders with their files, sorted, without what holds no plans', async function () {
    const root = await folderWith(this, {
      'b.md': '',
      'a.md': '',
      'sub/c d.md': '',
      'sub/deep/e.md': '',
      '.git/config': '',
      'node_modules/x/PLAN_X.md': '',
    });
    await symlink(root, join(root, 'sub/loop'));
    await symlink(join(root, 'a.md'), join(root, 'link.md'));
    await symlink('/etc/hostname', join(root, 'outside.md'));
    await symlink(join(root, 'node_modules/x'), join(root, 'linked'));
    const listed = await createDiskFiles(logger).list(uri(root));
    assert.deepEqual(listed.map(({ uri: folder, files }) => [folder.slice(uri(root).length), files]).sort(), [
      ['', ['a.md', 'b.md', 'link.md']],
      ['/linked', ['PLAN_X.md']],
      ['/sub', ['c d.md']],
      ['/sub/deep', ['e.md']],
    ]);
    assert.equal(warnings.length, 1);
    assert.match(warnings[0], /outside\.md is a link that leaves/);
  });

  it('never rejects: a root that is gone or is no file system lists nothing', async function () {
    const root = await folderWith(this, {});
    const disk = createDiskFiles(logger);
    assert.deepEqual(await disk.list(uri(root, 'gone')), []);
    assert.deepEqual(await disk.list('untitled:x'), []);
    assert.deepEqual(await disk.list(`${uri(root)}/%00`), []);
    assert.equal(await disk.exists(`${uri(root)}/%00`), false);
    assert.equal(await disk.exists(uri(root)), true);
  });

  it('reads text and nothing else', async function () {
    const root = await folderWith(this, {
      'bom.md': '\ufeffGrüße\r\n',
      'binary.md': Buffer.from([65, 0, 66]),
    });
    await writeFile(join(root, 'huge.md'), Buffer.alloc(21 * 1024 * 1024, 'a'));
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    const disk = createDiskFiles(logger);
    assert.equal(await disk.read(uri(root, 'bom.md')), 'Grüße\r\n');
    for (const name of ['binary.md', 'huge.md', 'pipe.md', 'gone.md']) {
      assert.equal(await disk.read(uri(root, name)), undefined, name);
    }
    assert.equal(await disk.read(uri(root)), undefined);
    assert.equal(await disk.read('untitled:bom.md'), undefined);
    assert.match(warnings.join('\n'), /huge\.md is larger than 20 MB/);
  });

  /** Listens to a disk: what became of each file last, and what to wait for. */
  const listenTo = (disk) => {
    let wake = () => undefined;
    const seen = new Map();
    const { dispose } = disk.watch((changes) => {
      for (const change of changes) seen.set(change.uri, change.kind);
      wake();
    });
    const until = async (file, kind) => {
      while (seen.get(file) !== kind) await new Promise((done) => (wake = done));
    };
    return { seen, until, dispose };
  };

  it('tells of files that come, change and go, once each, until it is disposed', async function () {
    const root = await folderWith(this, { 'a.md': 'one' });
    const disk = createDiskFiles(logger);
    await disk.list(uri(root));
    const { seen, until, dispose } = listenTo(disk);
    await writeFile(join(root, 'a.md'), 'two');
    await until(uri(root, 'a.md'), 'changed');
    await writeFile(join(root, 'b.md'), 'new');
    await until(uri(root, 'b.md'), 'created');
    await mkdir(join(root, 'node_modules'));
    await rm(join(root, 'a.md'));
    await until(uri(root, 'a.md'), 'deleted');
    assert.ok(!seen.has(uri(root, 'node_modules')));
    // somebody else listens on, and is told of what comes later
    const other = listenTo(disk);
    dispose();
    seen.clear();
    await writeFile(join(root, 'c.md'), 'late');
    await other.until(uri(root, 'c.md'), 'created');
    assert.equal(seen.size, 0);
    other.dispose();
  });
});

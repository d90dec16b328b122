import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, lstat, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { commandOf } from '../package/commandLineHelp.mjs';
import {
  CLI,
  environment,
  folderWith,
  parallelText,
  planText,
  removeFolders,
  run,
  textsIn,
} from './support.mjs';

const FILES = {
  'PLAN_ALPHA.md': planText({ 1.1: 'Read → write', 1.2: 'Private use: \ue000' }),
  'parallel.json': parallelText('ALPHA', { 1.1: [], 1.2: ['1.1'] }),
};
const SIGNATURE = '89504e470d0a1a0a';

/** Width and height of a PNG; fails for anything else. */
const sizeOf = (png) => {
  assert.equal(png.subarray(0, 8).toString('hex'), SIGNATURE);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
};

describe('command line: the graph as a file', () => {
  afterEach(function () {
    return removeFolders(this);
  });

  it('draws a PNG twice as large as the SVG, the same in a file and for a program', async function () {
    const root = await folderWith(this, FILES);
    const file = join(root, 'graph.png');
    const { code, out, err } = await run(['graph', root, '--format', 'png', '--output', file]);
    assert.deepEqual([code, out], [0, '']);
    assert.equal(err, 'note: No font here can draw \ue000. The picture shows boxes instead.\n');
    const png = await readFile(file);
    const svg = (await run(['graph', root, '--format', 'svg'])).out;
    const [, width, height] = /width="(\d+)pt" height="(\d+)pt"/.exec(svg);
    const [wide, high] = sizeOf(png);
    assert.ok(
      Math.abs(wide - (width * 8) / 3) <= 3 && Math.abs(high - (height * 8) / 3) <= 3,
      `${wide} ${high}`,
    );
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, 'graph', root, '-f', 'png'], {
      encoding: 'buffer',
      env: environment(),
    });
    assert.ok(stdout.equals(png));
  });

  const FORMATS = [
    ['graph.svg', [], 'svg'],
    ['graph.mmd', [], 'mermaid'],
    ['graph.dot', [], 'dot'],
    ['graph.json', [], 'json'],
    ['graph.txt', [], 'ascii'],
    ['graph.md', ['--format', 'mermaid'], 'mermaid'],
  ];

  it('has every format', () => {
    const { choices } = commandOf('graph').options.get('--format');
    assert.deepEqual(new Set(choices), new Set(['png', ...FORMATS.map(([, , format]) => format)]));
  });

  it('writes any format into a file, and takes the format from its name', async function () {
    const root = await folderWith(this, FILES);
    for (const [name, args, format] of FORMATS) {
      const path = join(root, name);
      assert.deepEqual(await run(['graph', root, '-o', path, ...args]), { code: 0, out: '', err: '' });
      assert.equal(await readFile(path, 'utf8'), (await run(['graph', root, '-f', format])).out, name);
    }
  });

  it('leaves a file that exists as it is, unless told to write over it', async function () {
    const root = await folderWith(this, { ...FILES, 'mine.svg': 'mine' });
    const file = join(root, 'mine.svg');
    await chmod(file, 0o640);
    await symlink(file, join(root, 'link.svg'));
    for (const name of ['mine.svg', 'link.svg']) {
      const { code, out, err } = await run(['graph', '.', '--output', name], { cwd: root });
      assert.deepEqual([code, out], [1, '']);
      assert.equal(err, `error: Nothing was written: ${name} exists: add --force to overwrite it.\n`);
    }
    assert.equal(await readFile(file, 'utf8'), 'mine');
    const { code } = await run(['graph', '.', '--output', 'link.svg', '--force'], { cwd: root });
    assert.equal(code, 0);
    assert.match(await readFile(file, 'utf8'), /^<svg /);
    assert.equal((await stat(file)).mode & 0o777, 0o640);
    assert.ok((await lstat(join(root, 'link.svg'))).isSymbolicLink());
    assert.equal(Object.keys(await textsIn(root)).length, 3, 'no draft is left');
  });

  it('says why a file cannot be written, and writes nothing', async function () {
    const root = await folderWith(this, FILES);
    for (const [name, message] of [
      ['gone/graph.svg', /^error: Nothing was written: there is no folder .*gone\.\n$/],
      ['.', /^error: Nothing was written: \. is not a file\.\n$/],
    ]) {
      const { code, out, err } = await run(['graph', '.', '-f', 'svg', '--force', '-o', name], { cwd: root });
      assert.deepEqual([code, out], [1, '']);
      assert.match(err, message);
    }
    assert.deepEqual(await textsIn(root), FILES);
  });
});

import assert from 'node:assert/strict';
import { copyFile, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { folderWith, removeFolders } from './support.mjs';

const ARIMO = resolve('dist/arimo.ttf');

describe('fonts of the machine', () => {
  let systemFontsFor;

  before(async function () {
    const outfile = join(await folderWith(this, {}), 'systemFonts.mjs');
    const entryPoints = [resolve('src/node/systemFonts.ts')];
    await build({ entryPoints, outfile, bundle: true, format: 'esm', platform: 'node' });
    ({ systemFontsFor } = await import(pathToFileURL(outfile).href));
  });

  afterEach(function () {
    return removeFolders(this);
  });

  it('are the plainest that have a character, wherever they lie, and no broken ones', async function () {
    const folder = await folderWith(this, {
      'a/Broken.ttf': 'no font',
      'a/Empty.otf': '',
      'a/notes.txt': 'A',
      'b/Serif-Bold.ttf': '',
    });
    await copyFile(ARIMO, join(folder, 'a/Wide-Bold.ttf'));
    await copyFile(ARIMO, join(folder, 'b/Wide.TTF'));
    const { fonts, missing } = await systemFontsFor(['→', 'Ж', '日'], [folder, join(folder, 'gone')]);
    assert.deepEqual(missing, ['日']);
    assert.equal(fonts.length, 1);
    assert.ok(fonts[0].equals(await readFile(ARIMO)));
    assert.deepEqual(await systemFontsFor(['日'], [folder]), { fonts: [], missing: ['日'] });
  });
});

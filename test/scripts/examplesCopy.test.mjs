import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { examplesCopy } from '../../scripts/lib/examplesCopy.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';

const PLAN = 'plans/DOCS-REFRESH/PLAN_DOCS-REFRESH.md';
const PRP = 'PRPs/feature-requests/PRP-7.2.1-signature-check.md';

describe('the examples that npm start opens', () => {
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'parallel-plans-copy-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const at = (...parts) => path.join(folder, 'out', 'examples', ...parts);
  const copy = (fresh) => examplesCopy({ from: inRoot('examples'), to: at(), fresh });
  const git = (...args) => execFileSync('git', args, { cwd: at(), encoding: 'utf8' }).trim();
  const original = readFileSync(inRoot('examples', PLAN), 'utf8');

  it('are a copy, which holds what was done in it when it is opened again', async () => {
    assert.equal(await copy(false), true);
    assert.equal(readFileSync(at(PLAN), 'utf8'), original);
    writeFileSync(at(PLAN), 'mine');
    writeFileSync(at('notes.md'), 'mine');
    assert.equal(await copy(false), false);
    assert.equal(readFileSync(at(PLAN), 'utf8'), 'mine');
    assert.equal(existsSync(at('notes.md')), true);
    assert.equal(readFileSync(inRoot('examples', PLAN), 'utf8'), original);
  });

  it('begin anew when that is asked for', async () => {
    await copy(false);
    writeFileSync(at(PLAN), 'mine');
    writeFileSync(at('notes.md'), 'mine');
    assert.equal(await copy(true), true);
    assert.equal(readFileSync(at(PLAN), 'utf8'), original);
    assert.equal(existsSync(at('notes.md')), false);
  });

  it('have version control of their own: nothing is ignored, and what is changed shows', async () => {
    execFileSync('git', ['init', '--quiet', folder]);
    writeFileSync(path.join(folder, '.gitignore'), 'out/\n');
    await copy(false);
    assert.throws(
      () => git('check-ignore', PRP),
      ({ status }) => status === 1,
    );
    assert.equal(git('status', '--porcelain'), '');
    writeFileSync(at(PLAN), 'mine');
    assert.equal(git('status', '--porcelain'), `M ${PLAN}`);
  });

  it('are what the editor is opened on, and the terminal says where they are', function () {
    if (process.platform === 'win32') this.skip();
    const code = path.join(folder, 'code');
    const opened = path.join(folder, 'opened.json');
    writeFileSync(
      code,
      `#!${process.execPath}\nrequire('fs').writeFileSync('${opened}', JSON.stringify(process.argv.slice(2)));\n`,
    );
    chmodSync(code, 0o755);
    const env = { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH}` };
    const said = execFileSync(process.execPath, [inRoot('scripts/start.mjs'), '--desktop'], {
      encoding: 'utf8',
      env,
    });
    assert.equal(JSON.parse(readFileSync(opened, 'utf8')).at(-1), inRoot('out/examples'));
    assert.equal(readFileSync(inRoot('examples', PLAN), 'utf8'), original);
    assert.match(said, /out\/examples/);
    assert.match(said, /--fresh/);
  });
});

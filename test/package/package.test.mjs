import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import JSZip from 'jszip';
import { before, describe, it } from 'mocha';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { vsixFile } from '../../scripts/package.mjs';

/** Bytes the packaged extension may have; most of it is WebAssembly that lays graphs out and draws them. */
const LARGEST_PACKAGE = 4_620_000;

/** Bytes the bundle may have that the editor loads at activation: views and commands. */
const LARGEST_ENTRY = 195_000;

/** Every file that ships; vsce writes the two at the root of the archive and lower-cases the documents. */
const SHIPPED = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/LICENSE.txt',
  'extension/changelog.md',
  'extension/readme.md',
  'extension/package.json',
  'extension/package.nls.json',
  'extension/dist/arimo.license.txt',
  'extension/dist/arimo.ttf',
  'extension/dist/cli.js',
  'extension/dist/commands.js',
  'extension/dist/demoAgent.js',
  'extension/dist/extension.js',
  'extension/dist/graphFile.js',
  'extension/dist/graphviz.js',
  'extension/dist/layout.js',
  'extension/dist/look.js',
  'extension/dist/lsp.js',
  'extension/dist/markdown.js',
  'extension/dist/notices.txt',
  'extension/dist/raster.js',
  'extension/dist/resvg.wasm',
  'extension/dist/running.js',
  'extension/dist/runs.js',
  'extension/dist/runtime.js',
  'extension/dist/web/extension.js',
  'extension/dist/webview/dashboard.js',
  'extension/dist/webview/graph.js',
  'extension/dist/yaml.js',
  'extension/docs/rules.md',
  /^extension\/media\/[\w-]+\.(png|svg|css)$/,
  /^extension\/media\/walkthrough\/[\w-]+\.(png|svg|md)$/,
  /^extension\/schemas\/[\w.-]+\.schema\.json$/,
  /^extension\/syntaxes\/[\w.-]+\.json$/,
];

const matches = (file) => (entry) => (typeof entry === 'string' ? entry === file : entry.test(file));

/** Every path below a value of the manifest that names a file of the extension. */
function namedFiles(value) {
  if (typeof value === 'string') return /^(\.\/)?(dist|media|schemas|syntaxes)\//.test(value) ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(namedFiles);
}

describe('the packaged extension', () => {
  let files = [];

  before(async () => {
    const zip = await JSZip.loadAsync(readFileSync(vsixFile()));
    files = Object.values(zip.files)
      .filter((entry) => !entry.dir)
      .map((entry) => entry.name);
  });

  it('holds nothing but what is meant to ship', () => {
    const strays = files.filter((file) => !SHIPPED.some(matches(file)));
    assert.deepEqual(strays, []);
  });

  it('holds everything that must ship', () => {
    const required = SHIPPED.filter((entry) => typeof entry === 'string');
    assert.deepEqual(
      required.filter((file) => !files.includes(file)),
      [],
    );
  });

  it('holds every file its manifest names', () => {
    const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    const named = namedFiles(manifest).map((file) => `extension/${file.replace(/^\.\//, '')}`);
    assert.ok(named.length > 0);
    // an entry point may be named without its extension
    assert.deepEqual(
      named.filter((file) => !files.includes(file) && !files.includes(`${file}.js`)),
      [],
    );
  });

  it('names the packages that parts of it come from, with their licences', () => {
    const notices = readFileSync(inRoot('dist/notices.txt'), 'utf8');
    for (const name of [
      '@hpcc-js/wasm-graphviz',
      '@resvg/resvg-wasm',
      'remark-parse',
      'yaml',
      'jsonc-parser',
    ]) {
      assert.match(notices, new RegExp(`^${name} [\\d.]+ \\(.+\\)\\n-+\\n\\n\\S`, 'm'));
    }
    assert.doesNotMatch(notices, /undefined/);
  });

  it('activates with little: no bundle of its entry holds what only later work needs', () => {
    const { size } = statSync(inRoot('dist/extension.js'));
    assert.ok(size <= LARGEST_ENTRY, `${size} bytes are more than ${LARGEST_ENTRY}`);
  });

  it('stays small', () => {
    const { size } = statSync(vsixFile());
    assert.ok(size <= LARGEST_PACKAGE, `${size} bytes are more than ${LARGEST_PACKAGE}`);
  });
});

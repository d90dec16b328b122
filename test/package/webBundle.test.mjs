import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { before, describe, it } from 'mocha';
import { freeNamesOf } from '../../scripts/lib/freeNames.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';

/** What every engine of JavaScript has. */
const LANGUAGE = vm.runInNewContext('Object.getOwnPropertyNames(globalThis)');

/** What every worker of a browser has, as far as the bundle uses it. A name that is not here: does a worker have it? */
const WORKER = [
  ...['AbortController', 'Request', 'Response', 'TextDecoder', 'TextEncoder', 'URL', 'WebAssembly'],
  ...['XMLHttpRequest', 'atob', 'btoa', 'clearInterval', 'clearTimeout', 'console', 'crypto', 'fetch'],
  ...['navigator', 'performance', 'queueMicrotask', 'setInterval', 'setTimeout'],
];

/** What libraries look for with `typeof` before they use it. */
const LOOKED_FOR = ['Browser', 'process'];

const strange = ({ names }) =>
  names.filter((name) => ![...LANGUAGE, ...WORKER, ...LOOKED_FOR].includes(name));

describe('the bundle for the extension host of a browser, which is a worker', () => {
  let free;

  before(async () => {
    free = await freeNamesOf(readFileSync(inRoot('dist/web/extension.js'), 'utf8'));
  });

  it('uses nothing that a worker lacks: neither a document nor Node', () =>
    assert.deepEqual(strange(free), []));

  it('asks for no module but the editor', () => assert.deepEqual(free.modules, ['vscode']));
});

describe('the search for what a bundle lacks', () => {
  it('finds free names, wherever they stand, and no others', async () => {
    const { names, modules } = await freeNamesOf(`
      const { document } = require('vscode'), fs = require('node:fs');
      exports.mine = () => document.uri + fs.window;
      exports.free = () => typeof window + globalThis.localStorage + { alert: HTMLElement }.alert;
    `);
    assert.deepEqual(names, ['HTMLElement', 'globalThis', 'localStorage', 'window']);
    assert.deepEqual(modules, ['node:fs', 'vscode']);
  });
});

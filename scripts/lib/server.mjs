import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, LOOPBACK } from './ports.mjs';
import { run, start } from './processes.mjs';

/** A server that does not answer within this time is broken, in milliseconds. */
const START_LIMIT_MS = 240_000;

/** Settings that keep the workbench quiet, offline and the same on every run. */
export const QUIET_SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
  'window.menuBarVisibility': 'classic',
};

/** More for test runs: no git, nothing saved that a test did not save, documents that open at their beginning. */
export const TEST_SETTINGS = {
  ...QUIET_SETTINGS,
  'git.enabled': false,
  'files.autoSave': 'off',
  'workbench.colorTheme': 'Light Modern',
  'workbench.editor.restoreViewState': false,
};

/** The same where nobody trusts a folder, without being asked. */
export const RESTRICTED_SETTINGS = {
  ...TEST_SETTINGS,
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

const places = (folder) => ({
  config: path.join(folder, 'config.yaml'),
  userData: path.join(folder, 'user-data'),
  settings: path.join(folder, 'user-data/User/settings.json'),
  extensions: path.join(folder, 'extensions'),
  log: path.join(folder, 'server.log'),
});

/** Arguments that every call of the editor's entry point takes. */
const dataArgs = ({ config, userData, extensions }) => [
  ...['--config', config],
  ...['--user-data-dir', userData],
  ...['--extensions-dir', extensions],
];

/** The environment of the editor: no marketplace, and nothing of an editor this process may run in. */
function environment(folder, extra) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_'));
  return {
    ...Object.fromEntries(inherited),
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }),
    XDG_CONFIG_HOME: path.join(folder, 'config'),
    XDG_DATA_HOME: path.join(folder, 'data'),
    ...extra,
  };
}

/** A temporary folder for one run's editor data or workspace; it goes when this process ends. */
export async function temporaryFolder(purpose) {
  const folder = await mkdtemp(path.join(os.tmpdir(), `parallel-plans-${purpose}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Makes the folders and settings an editor starts with; settings a person has changed are kept. */
export async function prepareData(folder, settings) {
  const at = places(folder);
  await mkdir(path.dirname(at.settings), { recursive: true });
  await mkdir(at.extensions, { recursive: true });
  await writeFile(at.config, 'auth: none\n');
  await writeFile(at.settings, JSON.stringify(settings, null, 2), { flag: 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return at;
}

/** Installs a packaged extension into the data folder. */
export async function installExtension(codeServer, folder, vsix) {
  const args = [codeServer.entry, ...dataArgs(places(folder)), '--install-extension', vsix];
  const { code, output } = await run(codeServer.node, args, { env: environment(folder, {}) });
  if (code !== 0) throw new Error(`The editor did not take ${path.basename(vsix)}:\n${output}`);
}

async function waitUntilReady(port, server, log) {
  let ended = false;
  server.exited.then(
    () => {
      ended = true;
    },
    () => {
      ended = true;
    },
  );
  const limit = Date.now() + START_LIMIT_MS;
  while (!ended && Date.now() < limit) {
    const answer = await fetch(`http://${LOOPBACK}:${port}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error(`The editor's server did not start:\n${await readFile(log, 'utf8')}`);
}

/**
 * Starts the embedded editor's server on a loopback port, without a password: only this machine reaches it.
 * @param {{ node: string, entry: string, smokeTestDriver: boolean }} codeServer from `ensureCodeServer`
 * @param {object} options
 * @param {string} options.folder its data, from `prepareData`
 * @param {number} [options.port] any free one by default
 * @param {NodeJS.ProcessEnv} [options.env] for the server and the extension host
 * @param {boolean} [options.asksForTrust] folders are not trusted until somebody says so
 * @param {boolean} [options.forTestSuite] accept a test suite from the address; toasts and modal dialogs are off then
 */
export async function startServer(
  codeServer,
  { folder, port = 0, env = {}, asksForTrust = false, forTestSuite = false },
) {
  const at = places(folder);
  const chosen = await freePort(port);
  const log = await open(at.log, 'w');
  const args = [
    codeServer.entry,
    ...dataArgs(at),
    ...['--auth', 'none', '--bind-addr', `${LOOPBACK}:${chosen}`],
    ...['--disable-telemetry', '--disable-update-check'],
    ...(asksForTrust ? [] : ['--disable-workspace-trust']),
    ...['--disable-getting-started-override', '--ignore-last-opened'],
    ...(forTestSuite && codeServer.smokeTestDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
  const server = start(codeServer.node, args, {
    stdio: ['ignore', log.fd, log.fd],
    env: environment(folder, env),
  });
  try {
    await waitUntilReady(chosen, server, at.log);
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await log.close();
  }
  return { port: chosen, stop: server.stop, exited: server.exited };
}

/**
 * The address of the workbench on a folder.
 * @param {readonly (readonly [string, string])[]} [payload] what the workbench is to know, such as the test suite
 */
export function workbenchUrl(port, folder, payload) {
  const url = new URL(`http://${LOOPBACK}:${port}/`);
  url.searchParams.set('folder', folder);
  if (payload) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** How the workbench names a file on the server's disk. */
export const remoteUri = (port, file) => `vscode-remote://${LOOPBACK}:${port}${file}`;

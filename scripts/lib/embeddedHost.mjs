import { appendFileSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser, VIEWPORT } from './browser.mjs';
import { RESULTS } from './paths.mjs';
import { prepareData, remoteUri, startServer, TEST_SETTINGS, workbenchUrl } from './server.mjs';

/** A suite that ends no test within this time hangs, in milliseconds: longer than the longest test may take. */
const SILENCE_LIMIT_MS = 300_000;
const LOOK_EVERY_MS = 1_000;
/** What the extension host prints on its console: the editor's own noise too, so a file and not the screen. */
const CONSOLE_LOG = path.join(RESULTS, 'host-console.log');
const SCREENSHOT = path.join(RESULTS, 'host-broken-off.png');

/** Resolves to the suite's exit code once the extension host has run it; `results` changes with every test. */
async function suiteEnd(page, url, results) {
  const started = Date.now();
  const heardAt = () => (existsSync(results) ? statSync(results).mtimeMs : started);
  let timer;
  const silence = new Promise((_resolve, reject) => {
    timer = setInterval(() => {
      if (Date.now() - heardAt() < SILENCE_LIMIT_MS) return;
      reject(new Error(`no test ended for ${SILENCE_LIMIT_MS / 1000} s`));
    }, LOOK_EVERY_MS);
  });
  const crash = new Promise((_resolve, reject) => {
    page.once('crash', () => reject(new Error('the browser page crashed')));
  });
  const end = new Promise((resolve) => {
    page.exposeFunction('codeAutomationExit', (code) => resolve(code));
  });
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    appendFileSync(CONSOLE_LOG, `[${type}] ${args.join(' ')}\n`);
  });
  try {
    const loaded = page.goto(url, { waitUntil: 'commit', timeout: SILENCE_LIMIT_MS });
    return await Promise.race([loaded.then(() => end), crash, silence]);
  } finally {
    clearInterval(timer);
  }
}

/**
 * Runs a compiled suite in the extension host of the embedded editor.
 * @param {{ extension: string, tests: string, workspace: string, folder: string, env: NodeJS.ProcessEnv }} suite
 * @returns {Promise<string | undefined>} why the suite did not run to its end, if it did not
 */
export async function runEmbedded({ extension, tests, workspace, folder, env }, codeServer) {
  mkdirSync(RESULTS, { recursive: true });
  rmSync(CONSOLE_LOG, { force: true });
  await prepareData(folder, TEST_SETTINGS);
  const server = await startServer(codeServer, { folder, env, forTestSuite: true });
  let browser;
  try {
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: VIEWPORT });
    const payload = [
      ['extensionDevelopmentPath', remoteUri(server.port, extension)],
      ['extensionTestsPath', remoteUri(server.port, tests)],
      ['skipWelcome', 'true'],
    ];
    try {
      await suiteEnd(page, workbenchUrl(server.port, workspace, payload), env.HOST_TEST_RESULTS);
      return undefined;
    } catch (error) {
      await page.screenshot({ path: SCREENSHOT }).catch(() => undefined);
      return `the suite was broken off: ${error.message} (see ${SCREENSHOT} and ${CONSOLE_LOG})`;
    }
  } finally {
    await browser?.close();
    await server.stop();
  }
}

import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { launchBrowser, VIEWPORT } from './browser.mjs';
import { RESULTS } from './paths.mjs';
import { prepareData, remoteUri, startServer, TEST_SETTINGS, workbenchUrl } from './server.mjs';

/** The whole suite must end within this time, in milliseconds. */
const SUITE_LIMIT_MS = 240_000;
/** What the extension host prints on its console: the editor's own noise too, so a file and not the screen. */
const CONSOLE_LOG = path.join(RESULTS, 'host-console.log');
const SCREENSHOT = path.join(RESULTS, 'host-broken-off.png');

/** Resolves to the suite's exit code once the extension host has run it. */
async function suiteEnd(page, url) {
  let timer;
  const limit = new Promise((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`it did not end within ${SUITE_LIMIT_MS / 1000} s`)),
      SUITE_LIMIT_MS,
    );
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
    await page.goto(url);
    return await Promise.race([end, crash, limit]);
  } finally {
    clearTimeout(timer);
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
      await suiteEnd(page, workbenchUrl(server.port, workspace, payload));
      return undefined;
    } catch (error) {
      await page.screenshot({ path: SCREENSHOT });
      return `the suite was broken off: ${error.message} (see ${SCREENSHOT} and ${CONSOLE_LOG})`;
    }
  } finally {
    await browser?.close();
    await server.stop();
  }
}

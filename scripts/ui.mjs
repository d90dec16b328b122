// Packages the extension, installs it in the embedded editor and runs test/ui against it in a real browser.
//   -g PATTERN  only the tests whose title matches
//   --reuse     keeps the package that is there
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { serveBrowser } from './lib/browser.mjs';
import { bundleTests } from './lib/bundleTests.mjs';
import { ensureCodeServer } from './lib/codeServer.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { runMain } from './lib/problem.mjs';
import { node, stopOnSignals } from './lib/processes.mjs';
import { installExtension, prepareData, startServer, TEST_SETTINGS, temporaryFolder } from './lib/server.mjs';
import { step } from './lib/step.mjs';
import { packageExtension, vsixFile } from './package.mjs';

/** The longest a single test may take, in milliseconds. */
const TEST_LIMIT_MS = 60_000;
const SCREENSHOTS = 'test/ui/screenshots';

async function runSuite(files, args, env) {
  const mocha = ['--timeout', String(TEST_LIMIT_MS), ...args, ...files];
  return node(inRoot('scripts/lib/mochaCommand.mjs'), mocha, { env: { ...process.env, ...env } });
}

async function main() {
  process.chdir(ROOT);
  const args = process.argv.slice(2).filter((argument) => argument !== '--reuse');
  const reuse = process.argv.includes('--reuse') && existsSync(vsixFile());
  const vsix = reuse ? vsixFile() : await packageExtension();
  const external = ['playwright-core', 'axe-core'];
  const files = await bundleTests({ from: 'test/ui', to: 'out/ui', external });
  const codeServer = await ensureCodeServer();
  const folder = await temporaryFolder('ui');
  let server;
  let browser;
  try {
    const { settings } = await prepareData(folder, TEST_SETTINGS);
    await installExtension(codeServer, folder, vsix);
    server = await startServer(codeServer, { folder, env: { XDG_STATE_HOME: path.join(folder, 'state') } });
    browser = await serveBrowser();
    await mkdir(SCREENSHOTS, { recursive: true });
    step(`Running test/ui against ${path.basename(vsix)}`);
    process.exitCode = await runSuite(files, args, {
      UI_BROWSER: browser.wsEndpoint(),
      UI_PORT: String(server.port),
      UI_SETTINGS: settings,
      UI_SCREENSHOTS: inRoot(SCREENSHOTS),
      UI_EXAMPLES: inRoot('examples'),
      UI_WORKSPACES: folder,
    });
  } finally {
    await browser?.close();
    await server?.stop();
  }
}

stopOnSignals(130);
await runMain(main);

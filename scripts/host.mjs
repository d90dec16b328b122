// Runs test/host inside the real extension host, on a copy of test/fixtures/workspace.
//   --floor     on the oldest VS Code the extension supports instead of the newest
//   --desktop   in a desktop VS Code: VSCODE_PATH, else `code` on the PATH, else a download
//   --built     with what has been built, instead of building it
//   -g PATTERN  only the tests whose title matches
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleHostTests } from './lib/bundleTests.mjs';
import { ensureCodeServer, FLOOR, NEWEST } from './lib/codeServer.mjs';
import { runOnDesktop } from './lib/desktopHost.mjs';
import { runEmbedded } from './lib/embeddedHost.mjs';
import { printHostResults } from './lib/hostResults.mjs';
import { inRoot, RESULTS, ROOT } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { node, stopOnSignals } from './lib/processes.mjs';
import { clearTotals, summary, writeTotals } from './lib/results.mjs';
import { temporaryFolder } from './lib/server.mjs';
import { step } from './lib/step.mjs';
import { copyWorkspace } from './lib/workspace.mjs';

/** What test/host/index.ts writes, test by test. */
const HOST_RESULTS = path.join(RESULTS, 'host-tests.json');

const { values } = parseArgs({
  options: {
    floor: { type: 'boolean', default: false },
    desktop: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
    grep: { type: 'string', short: 'g' },
    results: { type: 'string' },
  },
});

async function runSuite(folder) {
  clearTotals(HOST_RESULTS);
  const suite = {
    extension: ROOT,
    tests: inRoot('out/host/index.js'),
    workspace: await copyWorkspace(inRoot('test/fixtures/workspace'), folder),
    folder,
    env: {
      XDG_STATE_HOME: path.join(folder, 'state'),
      HOST_TEST_RESULTS: HOST_RESULTS,
      ...(values.grep === undefined ? {} : { HOST_TEST_GREP: values.grep }),
    },
  };
  if (values.desktop) return runOnDesktop(suite);
  const codeServer = await ensureCodeServer(values.floor ? FLOOR : NEWEST);
  return runEmbedded(suite, codeServer);
}

async function main() {
  if (!values.built && (await node(inRoot('esbuild.mjs'), [], { cwd: ROOT })) !== 0) {
    throw new Problem('The build failed.');
  }
  await bundleHostTests({ from: inRoot('test/host'), to: inRoot('out/host') });
  step(`Running test/host in the ${values.desktop ? 'desktop' : values.floor ? 'oldest' : 'newest'} editor`);
  const complaint = await runSuite(await temporaryFolder('host'));
  const totals = printHostResults(HOST_RESULTS, complaint);
  if (values.results !== undefined) writeTotals(values.results, totals);
  console.log(summary(totals));
  process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
}

stopOnSignals(130);
await runMain(main);

// Packages the extension, installs it in the embedded editor and runs test/ui with Playwright in a real browser.
//   --reuse        keeps the package that is there
//   --screenshots  leaves pictures in test/ui/screenshots
//   --results FILE leaves the totals there, for `npm test`
// Everything else goes to Playwright: `npm run test:ui -- tree`, `-- --project=pages`, `-- -g 'dependency cycle'`.
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { browserOptions } from './lib/browser.mjs';
import { inRoot, RESULTS, ROOT } from './lib/paths.mjs';
import { playwrightTotals } from './lib/playwrightTotals.mjs';
import { runMain } from './lib/problem.mjs';
import { node, stopOnSignals } from './lib/processes.mjs';
import { clearTotals, summary, writeTotals } from './lib/results.mjs';
import { step } from './lib/step.mjs';
import { startTestEditor } from './lib/testEditor.mjs';
import { packageExtension, vsixFile } from './package.mjs';

const SCREENSHOTS = 'test/ui/screenshots';
/** What Playwright tells of every test. */
const REPORT = path.join(RESULTS, 'ui-tests.json');

/** This script's own arguments, and those of Playwright. */
function readArguments() {
  const forPlaywright = process.argv.slice(2);
  const flag = (name) => {
    const at = forPlaywright.indexOf(name);
    return at >= 0 && forPlaywright.splice(at, 1).length > 0;
  };
  const at = forPlaywright.indexOf('--results');
  const [, results] = at < 0 ? [] : forPlaywright.splice(at, 2);
  return { reuse: flag('--reuse'), screenshots: flag('--screenshots'), results, forPlaywright };
}

/** Whether the tests of an editor that trusts no folder are among those that are asked for. */
const wantsRestricted = (forPlaywright) => {
  const projects = forPlaywright.filter((argument) => argument.startsWith('--project='));
  return projects.length === 0 || projects.includes('--project=restricted');
};

async function main() {
  process.chdir(ROOT);
  const { reuse, screenshots, results, forPlaywright } = readArguments();
  const vsix = reuse && existsSync(vsixFile()) ? vsixFile() : await packageExtension();
  const editor = await startTestEditor(vsix);
  const restricted = wantsRestricted(forPlaywright) ? await startTestEditor(vsix, true) : undefined;
  try {
    if (screenshots) await mkdir(SCREENSHOTS, { recursive: true });
    step(`Running test/ui against ${path.basename(vsix)}`);
    clearTotals(REPORT);
    const cli = inRoot('node_modules/@playwright/test/cli.js');
    const config = ['test', '--config', 'test/ui/playwright.config.ts'];
    const code = await node(cli, [...config, ...(results ? ['--forbid-only'] : []), ...forPlaywright], {
      env: {
        ...process.env,
        UI_LAUNCH: JSON.stringify(await browserOptions()),
        UI_PORT: String(editor.port),
        ...(restricted ? { UI_RESTRICTED_PORT: String(restricted.port) } : {}),
        UI_REPORT: REPORT,
        UI_WORKSPACES: editor.folder,
        ...(screenshots ? { UI_SCREENSHOTS: inRoot(SCREENSHOTS) } : {}),
      },
    });
    const totals = playwrightTotals(REPORT, code);
    if (results) writeTotals(results, totals);
    console.log(summary(totals));
    process.exitCode = totals.failed === 0 ? 0 : 1;
  } finally {
    await editor.stop();
    await restricted?.stop();
  }
}

stopOnSignals(130);
await runMain(main);

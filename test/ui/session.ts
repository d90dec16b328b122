import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { Workbench } from './workbench';

/** Size of the page in CSS pixels: what screenshots show. */
const VIEWPORT = { width: 1400, height: 900 };

/** The name a variable of `npm run test:ui` gives; the suite cannot run without it. */
function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run this suite with npm run test:ui`);
  return value;
}

/** Under this name the workbench's own service worker serves local files to webviews; nothing leaves the machine. */
const WEBVIEW_FILES = '.vscode-resource.vscode-cdn.net';

/** Collects every host that a page, a frame or a worker of the context asks for, this machine excepted. */
function recordStrangers(context: BrowserContext): Set<string> {
  const strangers = new Set<string>();
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (
      /^(https?|wss?):$/.test(url.protocol) &&
      url.hostname !== '127.0.0.1' &&
      !url.hostname.endsWith(WEBVIEW_FILES)
    )
      strangers.add(url.host);
  });
  return strangers;
}

let untouchedSettings: string | undefined;

/** Takes back what an earlier suite changed in the editor's settings, such as the theme. */
async function resetSettings(file: string): Promise<void> {
  untouchedSettings ??= await readFile(file, 'utf8');
  await writeFile(file, untouchedSettings);
}

/** A copy of a folder (default: the examples) that a suite may change. */
async function freshWorkspace(original: string): Promise<string> {
  const folder = path.join(await mkdtemp(path.join(given('UI_WORKSPACES'), 'workspace-')), 'examples');
  await cp(original, folder, { recursive: true });
  return folder;
}

/**
 * Opens a fresh workbench before the tests of the enclosing `describe` and closes it afterwards. A failed test
 * leaves a screenshot; a page that asked for another host than this machine fails the suite.
 * @param options.workspace folder to copy and open instead of the examples
 * @returns gives the workbench, to be called inside tests and hooks
 */
export function useWorkbench(options: { readonly workspace?: string } = {}): () => Workbench {
  let browser: Browser | undefined;
  let strangers: ReadonlySet<string> = new Set();
  let workbench: Workbench | undefined;

  before(async () => {
    await resetSettings(given('UI_SETTINGS'));
    browser = await chromium.connect(given('UI_BROWSER'));
    const context = await browser.newContext({ viewport: VIEWPORT });
    strangers = recordStrangers(context);
    const page: Page = await context.newPage();
    workbench = new Workbench(page, {
      port: Number(given('UI_PORT')),
      workspace: await freshWorkspace(options.workspace ?? given('UI_EXAMPLES')),
      screenshots: given('UI_SCREENSHOTS'),
      strangers,
    });
    await workbench.open();
  });

  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state === 'failed') await workbench?.screenshot(`failed ${test.fullTitle()}`);
  });

  after(async () => {
    await browser?.close();
    assert.deepEqual([...strangers], [], 'hosts that the page asked for');
  });

  return () => {
    if (!workbench) throw new Error('the workbench is opened by a hook: call this inside a test');
    return workbench;
  };
}

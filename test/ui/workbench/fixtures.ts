import { cp, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserContext, test as base, expect } from '@playwright/test';
import { restoreFolder } from './restoreFolder';
import { tidy } from './tidy';
import { Workbench } from './workbench';

export { expect };

/** The folder that is opened, as it is before a test. */
const EXAMPLES = path.resolve('examples');

/** A variable that `npm run test:ui` sets; the suite cannot run without it. */
const given = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run this suite with npm run test:ui`);
  return value;
};

/** Under this name the workbench's own service worker serves local files to webviews; nothing leaves the machine. */
const WEBVIEW_FILES = '.vscode-resource.vscode-cdn.net';

/** Collects every host that a page, a frame or a worker of the context asks for, this machine excepted. */
const recordStrangers = (context: BrowserContext): Set<string> => {
  const strangers = new Set<string>();
  context.on('request', (request) => {
    const { protocol, hostname, host } = new URL(request.url());
    const isNear = hostname === '127.0.0.1' || hostname.endsWith(WEBVIEW_FILES);
    if (/^(https?|wss?):$/.test(protocol) && !isNear) strangers.add(host);
  });
  return strangers;
};

/**
 * Tests in the workbench. It is opened once and used by all of them, one after the other; a test that fails costs it,
 * and the next gets a new one. Every test begins with the files of examples/ as they are, no editor open, and the
 * Plans view on the screen with its rows closed. A page that asks for another host than this machine fails its test.
 */
export const test = base.extend<{ readonly workbench: Workbench }, { readonly opened: Workbench }>({
  opened: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        viewport: { width: 1400, height: 900 },
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const strangers = recordStrangers(context);
      const workspace = path.join(await mkdtemp(path.join(given('UI_WORKSPACES'), 'workspace-')), 'examples');
      await cp(EXAMPLES, workspace, { recursive: true });
      const workbench = new Workbench(await context.newPage(), {
        port: Number(given('UI_PORT')),
        workspace,
        screenshots: process.env.UI_SCREENSHOTS,
        strangers,
      });
      await workbench.open();
      await use(workbench);
      await context.close();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  workbench: async ({ opened: workbench }, use) => {
    await restoreFolder(EXAMPLES, workbench.workspace);
    await tidy(workbench);
    await use(workbench);
    expect([...workbench.strangers], 'hosts that the page asked for').toEqual([]);
  },
});

import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, type BrowserContext, test as base, expect } from '@playwright/test';
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

interface TestFixtures {
  readonly workbench: Workbench;
  /**
   * Opens another workbench, of somebody who never used the extension before, on a folder with these files: text by
   * path, or the examples. It is closed at the end of the test.
   */
  readonly openAnother: (files: 'examples' | Readonly<Record<string, string>>) => Promise<Workbench>;
}

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

/** What a project of the configuration may say. */
export interface ProjectOptions {
  /** What a `.code-workspace` beside the folder `examples` says, to be opened in place of the folder. */
  readonly workspaceFile: object | undefined;
  /** The variable that holds the port of the editor. */
  readonly port: string;
}

/** Writes the workspace file that was asked for, and gives what to open. */
const openedFor = async (folder: string, workspaceFile: object | undefined): Promise<string> => {
  if (!workspaceFile) return folder;
  const file = path.join(path.dirname(folder), 'examples.code-workspace');
  await writeFile(file, JSON.stringify(workspaceFile));
  return file;
};

/** A workbench in a browser of its own, on a folder that nothing else uses. */
const openIn = async (
  browser: Browser,
  fill: (folder: string) => Promise<void>,
  { workspaceFile, port }: ProjectOptions,
): Promise<Workbench> => {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    // what moves is clicked late or beside; how the graph moves is tested with its page
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const strangers = recordStrangers(context);
  const workspace = path.join(await mkdtemp(path.join(given('UI_WORKSPACES'), 'workspace-')), 'examples');
  await fill(workspace);
  const workbench = new Workbench(await context.newPage(), {
    port: Number(given(port)),
    workspace,
    opened: await openedFor(workspace, workspaceFile),
    screenshots: process.env.UI_SCREENSHOTS,
    strangers,
  });
  await workbench.open();
  return workbench;
};

const writeFiles = async (
  folder: string,
  files: readonly (readonly [file: string, text: string])[],
): Promise<void> => {
  for (const [file, text] of files) {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
};

const copyExamples = (folder: string): Promise<void> => cp(EXAMPLES, folder, { recursive: true });

/**
 * Tests in the workbench. It is opened once and used by all of them, one after the other; a test that fails costs it,
 * and the next gets a new one. Every test begins with the files of examples/ as they are, no editor open, and the
 * Plans view on the screen with its rows closed. A page that asks for another host than this machine fails its test.
 */
export const test = base.extend<TestFixtures, { readonly opened: Workbench } & ProjectOptions>({
  workspaceFile: [undefined, { scope: 'worker', option: true }],
  port: ['UI_PORT', { scope: 'worker', option: true }],
  opened: [
    async ({ browser, workspaceFile, port }, use) => {
      const workbench = await openIn(browser, copyExamples, { workspaceFile, port });
      await use(workbench);
      await workbench.page.context().close();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  workbench: async ({ opened: workbench }, use) => {
    await restoreFolder(EXAMPLES, workbench.workspace);
    await tidy(workbench);
    await use(workbench);
    expect([...workbench.strangers], 'hosts that the page asked for').toEqual([]);
  },
  openAnother: async ({ browser, workspaceFile, port }, use) => {
    const opened: Workbench[] = [];
    await use(async (files) => {
      const fill =
        files === 'examples' ? copyExamples : (folder: string) => writeFiles(folder, Object.entries(files));
      const workbench = await openIn(browser, fill, { workspaceFile, port });
      opened.push(workbench);
      return workbench;
    });
    for (const { page, strangers } of opened) {
      await page.context().close();
      expect([...strangers], 'hosts that the page asked for').toEqual([]);
    }
  },
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { AnalysedPlan } from '../../src/engine/model/analysis';
import { graphHtml } from '../../src/extension/graph/graphHtml';
import { AS_IT_IS, graphModelOf } from '../../src/extension/graph/graphModel';
import { structureOf } from '../../src/extension/graph/structure';
import { layoutText } from '../../src/extension/layout';
import type { GraphModel, PackedGraph } from '../../src/webview/messages';
import type { Theme } from '../support/themes';

const ORIGIN = 'http://localhost';
const NONCE = 'testnonce0123456789';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'];

/** The browser of `npm run test:ui`, or one of this suite's own. */
export const openBrowser = async (): Promise<Browser> =>
  process.env.UI_BROWSER
    ? chromium.connect(process.env.UI_BROWSER)
    : chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });

/** A graph as the panel sends it. */
export const graphMessage = async (model: GraphModel): Promise<PackedGraph> => ({
  type: 'graph',
  model: JSON.stringify(model),
  layout: await layoutText(structureOf(model)),
});

/** What a new page posts. */
export const READY = { type: 'ready', arrangement: AS_IT_IS };

/** What a page posted and broke. */
interface Records {
  readonly posted: unknown[];
  readonly violations: string[];
  state: unknown;
}

/** The graph page as the editor would show it, with a stand-in for the editor's side. */
export class GraphPage {
  private constructor(
    readonly page: Page,
    readonly errors: readonly string[],
  ) {}

  static async open(browser: Browser, theme: Theme, state?: unknown): Promise<GraphPage> {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    const html = graphHtml({
      cspSource: ORIGIN,
      nonce: NONCE,
      scriptUri: `${ORIGIN}/graph.js`,
      styleUris: [`${ORIGIN}/graph.css`, `${ORIGIN}/timeline.css`],
    });
    const answers: Readonly<Record<string, readonly [type: string, body: string | Buffer]>> = {
      '/': ['text/html', html],
      '/graph.js': ['text/javascript', await readFile(path.resolve('dist/webview/graph.js'))],
      '/graph.css': ['text/css', await readFile(path.resolve('media/graph.css'))],
      '/timeline.css': ['text/css', await readFile(path.resolve('media/timeline.css'))],
    };
    await context.route('**/*', async (route) => {
      const [contentType, body] = answers[new URL(route.request().url()).pathname] ?? [];
      if (contentType && body) await route.fulfill({ contentType, body });
      else await route.fulfill({ status: 204 });
    });
    await page.addInitScript(stubEditor, { theme, state });
    await page.goto(`${ORIGIN}/`);
    return new GraphPage(page, errors);
  }

  /** Sends a plan as the panel would; `layout: false` for a change that leaves the layout as it was. */
  show(plan: AnalysedPlan, { layout = true, arrangement = AS_IT_IS } = {}): Promise<void> {
    return this.showModel(graphModelOf(plan, arrangement), { layout });
  }

  async showModel(model: GraphModel, { layout = true } = {}): Promise<void> {
    const message = await graphMessage(model);
    await this.send(layout ? message : { ...message, layout: null });
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await this.page.evaluate(() =>
      Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
    );
  }

  async send(message: unknown): Promise<void> {
    await this.page.evaluate((data) => window.postMessage(data, '*'), message);
    await this.page.evaluate(() => new Promise((done) => setTimeout(done)));
  }

  records(): Promise<Records> {
    return this.page.evaluate(() => (window as unknown as { records: Records }).records);
  }

  /** Id of the card that has the focus. */
  focused(): Promise<string | undefined> {
    return this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.id);
  }

  /** Puts the focus into the graph with the keyboard alone. */
  async tabIntoGraph(): Promise<void> {
    for (let presses = 0; presses < 10 && (await this.focused()) === undefined; presses++) {
      await this.page.keyboard.press('Tab');
    }
  }

  /** Where the graph is drawn, and how large. */
  async transform(): Promise<string> {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    return this.page.locator('.world').evaluate((world) => {
      const { transform } = getComputedStyle(world.parentElement ?? world);
      const { a, e, f } = new DOMMatrix(transform).multiply(new DOMMatrix(getComputedStyle(world).transform));
      return `translate(${e}px, ${f}px) scale(${Math.round(a * 1e4) / 1e4})`;
    });
  }

  async screenshot(name: string): Promise<void> {
    const folder = process.env.UI_SCREENSHOTS;
    if (folder) await this.page.screenshot({ path: path.join(folder, `graph ${name}.png`) });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/**
 * Opens pages of the graph in the tests of the enclosing `describe`, one at a time, each closed after its test, which
 * fails where the page broke its content security policy or wrote an error.
 */
export const useGraphPages = (): ((theme: Theme, state?: unknown) => Promise<GraphPage>) => {
  let browser: Browser | undefined;
  let graph: GraphPage | undefined;
  before(async () => {
    browser = await openBrowser();
  });
  after(async () => browser?.close());
  afterEach(async () => {
    const shown = graph;
    graph = undefined;
    if (!shown) return;
    const { violations } = await shown.records();
    assert.deepEqual(violations, [], 'content security policy');
    assert.deepEqual(shown.errors, [], 'errors in the console');
    await shown.close();
  });
  return async (theme, state) => {
    if (!browser) throw new Error('the browser is opened by a hook: call this inside a test');
    graph = await GraphPage.open(browser, theme, state);
    return graph;
  };
};

/** Runs in the page before its own script. */
const stubEditor = ({ theme, state }: { theme: Theme; state: unknown }): void => {
  const records: Records = { posted: [], violations: [], state };
  const editor = {
    postMessage: (message: unknown) => void records.posted.push(message),
    getState: () => records.state,
    setState: (next: unknown) => {
      records.state = next;
    },
  };
  Object.assign(window, { records, acquireVsCodeApi: () => editor });
  document.addEventListener('securitypolicyviolation', (event) => {
    records.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
  const dress = (): void => {
    if (!document.body) return;
    document.body.classList.add(...theme.bodyClass.split(' '));
    for (const [name, value] of Object.entries(theme.variables)) {
      document.documentElement.style.setProperty(`--vscode-${name}`, value);
    }
    watcher.disconnect();
  };
  const watcher = new MutationObserver(dress);
  watcher.observe(document, { childList: true, subtree: true });
};

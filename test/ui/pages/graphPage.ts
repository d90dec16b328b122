import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { layoutText } from '../../../src/extension/graph/layout/layout';
import { structureOf } from '../../../src/extension/graph/layout/structure';
import { AS_IT_IS, graphModelOf } from '../../../src/extension/graph/model/graphModel';
import { graphHtml } from '../../../src/extension/graph/panel/graphHtml';
import type { GraphModel, PackedGraph, PageMessage } from '../../../src/webview/protocol/messages';
import { light, type Theme } from '../../support/themes';

const ORIGIN = 'http://localhost';
const NONCE = 'testnonce0123456789';

/** Every structure is laid out once: graphviz gives the same each time. */
const layouts = new Map<string, Promise<string>>();

const layoutOf = (structure: string): Promise<string> => {
  const laidOut = layouts.get(structure) ?? layoutText(structure);
  layouts.set(structure, laidOut);
  return laidOut;
};

/** A graph as the panel sends it. */
export const graphMessage = async (model: GraphModel): Promise<PackedGraph> => ({
  type: 'graph',
  model: JSON.stringify(model),
  layout: await layoutOf(structureOf(model)),
});

/** What a new page posts. */
export const READY = { type: 'ready', arrangement: AS_IT_IS };

/** What a page posted and broke. */
interface Records {
  readonly posted: unknown[];
  readonly violations: string[];
  state: unknown;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where something is drawn, in pixels of the window; fails for what is not drawn. */
export const boxOf = async (locator: Locator): Promise<Box> => {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not drawn`);
  return box;
};

/** The files of a page. */
interface PageFiles {
  readonly script: string;
  readonly styles: readonly string[];
}

const GRAPH: PageFiles = { script: 'graph.js', styles: ['graph.css', 'timeline.css'] };

/** The graph page, or another page, as the editor would show it, with a stand-in for the editor's side. */
export class GraphPage {
  readonly #context: BrowserContext;
  readonly #files: PageFiles;
  readonly #errors: string[] = [];
  #page: Page | undefined;

  constructor(context: BrowserContext, files: PageFiles = GRAPH) {
    this.#context = context;
    this.#files = files;
  }

  get page(): Page {
    if (!this.#page) throw new Error('the page was not loaded');
    return this.#page;
  }

  /** Loads the page without a graph; a page that was there before is closed, as a reload does. */
  async load(theme: Theme = light, state?: unknown): Promise<void> {
    await this.#page?.close();
    const page = await this.#context.newPage();
    this.#page = page;
    page.on('pageerror', ({ message }) => this.#errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#errors.push(message.text());
    });
    await answerRequests(page, this.#files);
    await page.addInitScript(stubEditor, { theme, state });
    await page.goto(`${ORIGIN}/`);
  }

  /** Loads the page and shows a plan in it. */
  async open(plan: AnalysedPlan, theme?: Theme, state?: unknown): Promise<void> {
    await this.load(theme, state);
    await this.show(plan);
  }

  /** Sends a plan as the panel would; `layout: false` for a change that leaves the layout as it was. */
  show(plan: AnalysedPlan, { layout = true, arrangement = AS_IT_IS } = {}): Promise<void> {
    return this.showModel(graphModelOf(plan, arrangement), { layout });
  }

  /** The same with a model; resolves when it is drawn and nothing moves any more. */
  async showModel(model: GraphModel, { layout = true } = {}): Promise<void> {
    const message = await graphMessage(model);
    await this.send(layout ? message : { ...message, layout: null });
    await this.still();
  }

  /** Resolves when two frames were drawn and nothing moved in them. */
  async still(): Promise<void> {
    await this.page.evaluate(async () => {
      for (;;) {
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
        if (moving.length === 0) return;
        await Promise.allSettled(moving.map(({ finished }) => finished));
      }
    });
  }

  /** Sends a message as the panel would; resolves when the page has read it. */
  async send(message: unknown): Promise<void> {
    await this.page.evaluate((data) => window.postMessage(data, '*'), message);
    await this.page.evaluate(() => new Promise((done) => setTimeout(done)));
  }

  records(): Promise<Records> {
    return this.page.evaluate(() => (window as unknown as { records: Records }).records);
  }

  /** What the page posted so far. */
  async posted(): Promise<readonly PageMessage[]> {
    return (await this.records()).posted as readonly PageMessage[];
  }

  /** What the page keeps for the time after a reload. */
  async state(): Promise<unknown> {
    return (await this.records()).state;
  }

  async lastPosted(): Promise<PageMessage | undefined> {
    return (await this.posted()).at(-1);
  }

  /** What the page posted last, which must be of this type. */
  async asked<T extends PageMessage['type']>(type: T): Promise<Extract<PageMessage, { type: T }>> {
    await expect.poll(async () => (await this.lastPosted())?.type).toBe(type);
    return (await this.lastPosted()) as Extract<PageMessage, { type: T }>;
  }

  /** What went wrong so far: errors of the script, and what its content security policy forbade. */
  async failures(): Promise<readonly string[]> {
    const { violations } = this.#page ? await this.records() : { violations: [] };
    return [...this.#errors, ...violations];
  }

  /** The card of an achievement or a level. */
  card(id: string): Locator {
    return this.page.locator(`.card[data-id="${id}"]`);
  }

  /** Whether a card is as a whole in the part of the window that shows the graph. */
  async isInView(id: string): Promise<boolean> {
    const box = await this.card(id).boundingBox();
    const stage = await boxOf(this.page.locator('.stage'));
    return (
      box !== null &&
      box.x >= stage.x &&
      box.y >= stage.y &&
      box.x + box.width <= stage.x + stage.width &&
      box.y + box.height <= stage.y + stage.height
    );
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

  /** How much larger than its natural size the graph is drawn. */
  async scale(): Promise<number> {
    return Number(/scale\((.*)\)/.exec(await this.transform())?.[1]);
  }

  /** Leaves a picture in the folder of `npm run test:ui -- --screenshots`, when that was asked for. */
  async screenshot(name: string): Promise<void> {
    const folder = process.env.UI_SCREENSHOTS;
    if (folder) await this.page.screenshot({ path: path.join(folder, `graph ${name}.png`) });
  }
}

/** Serves the page and its files as they are built; everything else it asks for is empty. */
const answerRequests = async (page: Page, { script, styles }: PageFiles): Promise<void> => {
  const html = graphHtml({
    cspSource: ORIGIN,
    nonce: NONCE,
    title: 'Plans <&>',
    scriptUri: `${ORIGIN}/${script}`,
    styleUris: styles.map((style) => `${ORIGIN}/${style}`),
  });
  const answers: Record<string, readonly [type: string, body: string | Buffer]> = {
    '/': ['text/html', html],
    [`/${script}`]: ['text/javascript', await readFile(path.resolve('dist/webview', script))],
  };
  for (const style of styles)
    answers[`/${style}`] = ['text/css', await readFile(path.resolve('media', style))];
  await page.route('**/*', async (route) => {
    const [contentType, body] = answers[new URL(route.request().url()).pathname] ?? [];
    if (contentType && body) await route.fulfill({ contentType, body });
    else await route.fulfill({ status: 204 });
  });
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

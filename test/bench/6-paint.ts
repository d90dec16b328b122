import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { type Browser, chromium } from '@playwright/test';
import { graphModelOf } from '../../src/extension/graph/model/graphModel';
import type { PostedMessage } from '../../src/webview/protocol/messages';
import { many } from '../support/graphPlans';
import { light } from '../support/themes';
import { GraphPage, graphMessage } from '../ui/pages/graphPage';
import { frameTimes, type Gesture, paintedAfter } from './paintProbe';
import { requireBuilt } from './processes';
import type { Comparison, Contender, Job, Target } from './support';

const FRAMES = 100;
const WIDTH = 32;
/** Longer than any machine takes for a gesture, in milliseconds. */
const STILL_MS = 20_000;
const STOOD_STILL = Symbol('stood still');
const ATTEMPTS = 3;
/** For the page to become quiet after something was drawn. */
const REST_MS = 300;

/** A plan as the panel sends it, and the message after one status has changed. */
interface Messages {
  readonly nodes: number;
  readonly first: PostedMessage;
  readonly change: PostedMessage;
}

const messagesOf = async (count: number): Promise<Messages> => {
  const model = graphModelOf(many(count, WIDTH));
  const nodes = model.nodes.map((node, at) =>
    at === 0 ? { ...node, status: 'failed' as const, statusWords: 'failed' } : node,
  );
  return {
    nodes: nodes.length,
    first: await graphMessage(model),
    change: { type: 'graph', model: JSON.stringify({ ...model, nodes }), layout: null },
  };
};

/**
 * What a page of its own says once it shows the plan; `firstPaint` is how long that took. A browser that draws as
 * quickly as it can sometimes stops drawing altogether, so a page that stands still is given up for another.
 */
const onPage = async <T>(
  browser: Browser,
  messages: Messages,
  ask: (graph: GraphPage, firstPaint: number) => Promise<T>,
): Promise<T> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const answer = await askOnce(browser, messages, ask);
    if (answer !== STOOD_STILL) return answer;
  }
  throw new Error(`the browser stopped drawing ${ATTEMPTS} times`);
};

const askOnce = async <T>(
  browser: Browser,
  { nodes, first }: Messages,
  ask: (graph: GraphPage, firstPaint: number) => Promise<T>,
): Promise<T | typeof STOOD_STILL> => {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const graph = new GraphPage(context);
  const given = new AbortController();
  try {
    await graph.load(light);
    const firstPaint = await graph.page.evaluate(paintedAfter, first);
    await graph.page.waitForTimeout(REST_MS);
    assert.equal(await graph.page.locator('.card').count(), nodes);
    const late = setTimeout(STILL_MS, STOOD_STILL, { signal: given.signal });
    late.catch(() => undefined);
    const asked = ask(graph, firstPaint);
    // a page that was given up rejects when it is closed
    asked.catch(() => undefined);
    const answer = await Promise.race([asked, late]);
    assert.deepEqual(await graph.failures(), []);
    return answer;
  } finally {
    given.abort();
    await context.close();
  }
};

/** The length that 19 of 20 frames do not exceed, while somebody turns the wheel in each of them. */
const slowFrame = async (
  { page }: GraphPage,
  kind: Gesture['kind'],
  frames: number = FRAMES,
): Promise<number> => {
  const times = await page.evaluate(frameTimes, { kind, frames });
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
};

const contendersFor = (browser: Browser, messages: Messages, size: string): readonly Contender[] => [
  {
    name: `first paint, ${size}`,
    measure: () => onPage(browser, messages, async (_, firstPaint) => firstPaint),
  },
  {
    name: `a frame while moving, ${size}`,
    measure: () => onPage(browser, messages, (graph) => slowFrame(graph, 'pan')),
  },
  {
    name: `a frame while zooming, ${size}`,
    measure: () => onPage(browser, messages, (graph) => slowFrame(graph, 'zoom')),
  },
  {
    name: `a change of status, ${size}`,
    measure: () => onPage(browser, messages, ({ page }) => page.evaluate(paintedAfter, messages.change)),
  },
];

const LIMITS: readonly (Target | undefined)[] = [
  { kind: 'at-most', amount: 300 },
  { kind: 'at-most', amount: 16 },
  { kind: 'at-most', amount: 16 },
  undefined,
];

/** Frames follow each other as quickly as they can be drawn, without a graphics card; p95 of each gesture. */
export const job: Job = {
  row: '6',
  name: 'drawing the graph (wall time)',
  rounds: 5,
  prepare: async () => {
    requireBuilt('dist/webview/graph.js');
    const endpoint = process.env.BENCH_BROWSER;
    if (endpoint === undefined) throw new Error('there is no browser to measure in');
    const browser = await chromium.connect(endpoint);
    const [thousand, most, nine] = await Promise.all([1000, 1500, 9].map(messagesOf));
    assert.ok(thousand && most && nine);
    const ours = contendersFor(browser, thousand, '1,000');
    const larger = contendersFor(browser, most, '1,500');
    const small = contendersFor(browser, nine, '9');
    const compared = (limits: readonly (Target | undefined)[], these: readonly Contender[]) =>
      these.map(
        ({ name }, at): Comparison => ({ ours: name, other: small[at]?.name ?? '', target: limits[at] }),
      );
    return {
      contenders: [...ours, ...larger, ...small],
      comparisons: [...compared(LIMITS, ours), ...compared([], larger)],
      check: async () => {
        const moved = await onPage(browser, thousand, async (graph) => {
          const before = await graph.transform();
          await slowFrame(graph, 'pan', 3);
          await graph.page.evaluate(paintedAfter, thousand.change);
          const failed = await graph.page.locator('.card[data-status="failed"]').count();
          return { isMoved: (await graph.transform()) !== before, failed };
        });
        assert.deepEqual(moved, { isMoved: true, failed: 1 });
      },
      tearDown: () => browser.close(),
    };
  },
};

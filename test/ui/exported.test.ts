import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { exportGraph } from '../../src/engine/graph/exportGraph';
import { drawSvg } from '../../src/extension/layout';
import { cyclic, hostile, many } from '../support/graphPlans';
import { openBrowser } from './graphPage';

describe('the exported picture', () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(async () => browser?.close());

  it('is XML to a browser, runs nothing, asks for nothing and keeps titles inside their boxes', async () => {
    for (const plan of [hostile(), cyclic(), many(30, 6)]) {
      const svg = await exportGraph(plan, 'svg', drawSvg);
      const page = await browser.newPage();
      const requests: string[] = [];
      await page.route('**/*', async (route) => {
        requests.push(route.request().url());
        await route.fulfill({ contentType: 'image/svg+xml', body: svg });
      });
      await page.goto('http://localhost/graph.svg');
      const seen = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
        const nodes = [...document.querySelectorAll('g.node')];
        const sticksOut = (node: Element): boolean => {
          const box = node.querySelector('path')?.getBoundingClientRect();
          return [...node.querySelectorAll('text')].some((each) => {
            const { left, right } = each.getBoundingClientRect();
            return !box || left < box.left || right > box.right;
          });
        };
        return {
          broken: parsed.querySelector('parsererror') !== null,
          scripts: document.querySelectorAll('script').length,
          nodes: nodes.length,
          out: nodes.filter(sticksOut).map((node) => node.textContent),
        };
      }, svg);
      const { out, ...rest } = seen;
      assert.deepEqual(rest, { broken: false, scripts: 0, nodes: plan.achievements.length });
      // graphviz guesses widths; lines of braces and signs may be wider in the fonts of a machine
      if (plan.name !== hostile().name) assert.deepEqual(out, []);
      assert.deepEqual(requests, ['http://localhost/graph.svg']);
      await page.close();
    }
  });
});

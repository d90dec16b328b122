import { graphModelOf } from '../../../src/extension/graph/model/graphModel';
import { graphPlan, many, nine, unordered } from '../../support/graphPlans';
import { light } from '../../support/themes';
import { expect, test } from './fixtures';
import { graphMessage } from './graphPage';

test.describe('the graph page: while the plan changes', () => {
  test('draws a new graph in full at once, even while somebody zooms', async ({ graph }) => {
    await graph.open(nine());
    await graph.tabIntoGraph();
    const title = await graph.page.evaluate(
      async (message) => {
        const frame = () => new Promise(requestAnimationFrame);
        for (let press = 0; press < 2; press++) {
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '-', bubbles: true }));
          await frame();
        }
        window.postMessage(message, '*');
        await new Promise((done) => window.addEventListener('message', done, { once: true }));
        await frame();
        await frame();
        return document.querySelector('[data-id="6.2"]')?.textContent ?? '';
      },
      await graphMessage(graphModelOf(many(60, 10))),
    );
    expect(title).toMatch(/Measure audit trail/);
  });

  test('updates only what changed, and keeps focus and view', async ({ graph }) => {
    await graph.open(nine());
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('End');
    await graph.page.keyboard.press('+');
    const view = await graph.transform();
    await graph.page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const id = (target as Element).closest?.('.card')?.getAttribute('data-id');
          if (id) seen.push(id);
        }
      }).observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    const before = nine().achievements;
    await graph.show(
      graphPlan(
        before.map(({ id, title, dependencies, status }) => ({
          id,
          title,
          needs: dependencies.map((dependency) => dependency.id),
          status: id === '2.2' ? ('complete' as const) : status,
        })),
        { name: 'DOCUMENT-SEARCH' },
      ),
      { layout: false },
    );
    await expect(graph.card('2.2')).toHaveText(/Complete/);
    await expect.poll(() => graph.focused()).toBe('4.1');
    await expect.poll(() => graph.transform()).toBe(view);
    const seen = await graph.page.evaluate(() =>
      [...new Set((window as unknown as { seen: string[] }).seen)].sort(),
    );
    expect(seen).toEqual(['2.2', '3.1']);
  });

  test('keeps the focus on a node that moves, and gives it to another when the node goes', async ({
    graph,
  }) => {
    await graph.open(nine());
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('End');
    await graph.show(many(60, 10));
    await expect.poll(() => graph.focused()).toBe('4.1');
    await graph.show(unordered());
    await expect.poll(() => graph.focused()).toBe('1.1');
  });

  test('remembers the view of a plan, and takes it up again', async ({ graph }) => {
    await graph.open(nine());
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('+');
    const view = await graph.transform();
    await expect.poll(() => graph.state()).toMatchObject({ view: { scale: 1.25 } });
    const state = await graph.state();
    await graph.open(nine(), light, state);
    await expect.poll(() => graph.transform()).toBe(view);
  });

  test('ignores messages that are not whole', async ({ graph }) => {
    await graph.open(nine());
    for (const broken of [
      null,
      'x',
      { type: 'graph' },
      { type: 'graph', model: { nodes: [1] }, layout: null },
    ]) {
      await graph.send(broken);
    }
    await expect(graph.page.getByRole('treeitem')).toHaveCount(9);
  });
});

import { cyclic, many, nine } from '../../support/graphPlans';
import { expect, test } from './fixtures';
import type { GraphPage } from './graphPage';

test.describe('the graph page: the keyboard', () => {
  for (const [what, plan] of [
    ['nine achievements', nine()],
    ['cycles', cyclic()],
  ] as const) {
    test(`reaches every node of ${what} with one tab stop and the arrows`, async ({ graph }) => {
      await graph.open(plan);
      await graph.tabIntoGraph();
      const reached = await everyFocusableCard(graph);
      expect([...reached].sort()).toEqual(plan.achievements.map(({ id }) => id).sort());
      await graph.page.keyboard.press('Tab');
      await expect.poll(() => graph.focused(), { message: 'Tab leaves the graph' }).toBe(undefined);
    });
  }

  test('reaches every node of a thousand, and draws the one it comes to', async ({ graph }) => {
    const plan = many(1000, 40);
    await graph.open(plan);
    await graph.tabIntoGraph();
    await expect.poll(() => everyCardInPage(graph)).toEqual(plan.achievements.map(({ id }) => id).sort());
    for (const [key, id] of [
      ['End', /^25\./],
      ['Home', /^1\./],
    ] as const) {
      await graph.page.keyboard.press(key);
      await graph.transform();
      await expect.poll(() => graph.focused()).toMatch(id);
      await expect(graph.page.locator('.card:focus')).toHaveText(
        /\w+ (the|search|user|audit|access|reports).*(Complete|Not started)/s,
      );
    }
  });

  test('walks along dependencies, within a level, and to both ends', async ({ graph }) => {
    await graph.open(nine());
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('End');
    await expect.poll(() => graph.focused()).toBe('4.1');
    await graph.page.keyboard.press('ArrowLeft');
    await expect.poll(() => graph.focused()).toMatch(/^3\./);
    await graph.page.keyboard.press('ArrowRight');
    await expect.poll(() => graph.focused()).toBe('4.1');
    await graph.page.keyboard.press('Home');
    await expect.poll(() => graph.focused()).toMatch(/^1\./);
  });

  test('brings the focused node into view', async ({ graph }) => {
    await graph.open(many(300, 20));
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('End');
    await expect.poll(async () => graph.isInView((await graph.focused()) ?? '')).toBe(true);
  });

  test('opens the achievement with Enter and with Space', async ({ graph }) => {
    await graph.open(nine());
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('End');
    await graph.page.keyboard.press('Enter');
    await graph.page.keyboard.press('Space');
    const open41 = { type: 'open', id: '4.1' };
    await expect.poll(async () => (await graph.posted()).slice(-2)).toEqual([open41, open41]);
  });

  test('zooms with +, - and 0', async ({ graph }) => {
    await graph.open(nine());
    await graph.tabIntoGraph();
    const before = await graph.scale();
    await graph.page.keyboard.press('+');
    await expect.poll(() => graph.scale()).toBeGreaterThan(before);
    await graph.page.keyboard.press('-');
    await graph.page.keyboard.press('-');
    await expect.poll(() => graph.scale()).toBeLessThan(before);
    await graph.page.keyboard.press('0');
    await expect.poll(() => graph.scale()).toBe(before);
  });

  test('shows the focus with a ring of three pixels', async ({ graph }) => {
    await graph.open(nine());
    await graph.tabIntoGraph();
    const ring = await graph.page.locator('.card:focus').evaluate((element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      return [outlineStyle, outlineWidth, outlineColor];
    });
    expect(ring).toEqual(['solid', '3px', 'rgb(0, 95, 184)']);
  });
});

/** Walks breadth first from the focused card, by pressing every arrow on every card met. */
const everyFocusableCard = async (graph: GraphPage): Promise<ReadonlySet<string>> => {
  const start = await graph.focused();
  if (start === undefined) throw new Error('Tab does not reach the graph');
  const reached = new Set([start]);
  for (const id of reached) {
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      await graph.card(id).focus();
      await graph.page.keyboard.press(key);
      const next = await graph.focused();
      if (next !== undefined) reached.add(next);
    }
  }
  return reached;
};

/** The same for large graphs, in which each press would take too long: the keys are pressed inside of the page. */
const everyCardInPage = ({ page }: GraphPage): Promise<readonly string[]> =>
  page.evaluate(() => {
    const focused = (): Element => document.activeElement ?? document.body;
    const reached = new Set([focused()]);
    for (const card of reached) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
        (card as HTMLElement).focus({ preventScroll: true });
        card.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        reached.add(focused());
      }
    }
    return [...reached].map((card) => (card as HTMLElement).dataset.id ?? '').sort();
  });

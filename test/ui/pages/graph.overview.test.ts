import { many, nine } from '../../support/graphPlans';
import { light } from '../../support/themes';
import { expect, test } from './fixtures';
import { boxOf, type GraphPage, READY } from './graphPage';

test.describe('the graph page: the overview', () => {
  const overview = ({ page }: GraphPage) => page.locator('.minimap');
  const button = ({ page }: GraphPage) => page.getByRole('button', { name: 'Overview' });
  /** The part of the graph in the window, in shares of the overview: left, top, width, height. */
  const frame = ({ page }: GraphPage): Promise<readonly number[]> =>
    page.evaluate(() => {
      const map = document.querySelector('.minimap')?.getBoundingClientRect() ?? new DOMRect();
      const part = document.querySelector('.minimap .frame')?.getBoundingClientRect() ?? new DOMRect();
      return [
        (part.x - map.x) / map.width,
        (part.y - map.y) / map.height,
        part.width / map.width,
        part.height / map.height,
      ];
    });
  /** A place in the overview, in shares of it. */
  const at = async (graph: GraphPage, x: number, y: number): Promise<readonly [number, number]> => {
    const box = await boxOf(overview(graph));
    return [box.x + x * box.width, box.y + y * box.height];
  };

  test('is there when the graph is larger than the window, and goes when all of it is in view', async ({
    graph,
  }) => {
    await graph.open(nine());
    await expect(overview(graph)).toBeHidden();
    await expect(button(graph)).toBeHidden();
    await graph.show(many(300, 20));
    await expect(overview(graph)).toBeVisible();
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('0');
    await expect(overview(graph)).toBeHidden();
    await graph.page.keyboard.press('+');
    await expect(overview(graph)).toBeVisible();
  });

  test('brings into view what is clicked, and moves with its frame', async ({ graph }) => {
    await graph.open(many(300, 20));
    const [left = 0, , width = 1] = await frame(graph);
    expect(left, 'the graph opens where something is ready').toBeGreaterThan(0.1);
    expect(width).toBeLessThan(0.5);
    await graph.page.mouse.move(...(await at(graph, 0.7, 0.5)));
    await graph.page.mouse.down();
    /** How far the left side of the frame is from there, in shares of the overview. */
    const leftFrom = async (there: number) => Math.abs(((await frame(graph))[0] ?? 0) - there);
    await expect.poll(() => leftFrom(0.7 - width / 2)).toBeLessThan(0.02);
    const [jumped = 0, top = 0] = await frame(graph);
    await graph.page.mouse.move(...(await at(graph, 0.6, 0.5)), { steps: 3 });
    await graph.page.mouse.up();
    await expect.poll(() => leftFrom(jumped - 0.1)).toBeLessThan(0.02);
    const [dragged = 0, after = 1] = await frame(graph);
    expect(Math.abs(after - top)).toBeLessThan(0.01);
    // taken by its corner, the frame stays under the pointer
    await graph.page.mouse.move(...(await at(graph, dragged + 0.02, 0.5)));
    await graph.page.mouse.down();
    await graph.page.mouse.up();
    await graph.transform();
    expect(await leftFrom(dragged)).toBeLessThan(0.01);
    expect(await graph.posted(), 'opens nothing').toEqual([READY]);
  });

  test('is put away by its key and its button, for this plan even after a reload', async ({ graph }) => {
    await graph.open(many(300, 20));
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('m');
    await expect(overview(graph)).toBeHidden();
    await expect(button(graph)).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(() => graph.state()).toMatchObject({ minimap: false });
    const state = await graph.state();
    await graph.open(many(300, 20), light, state);
    await expect(overview(graph)).toBeHidden();
    await button(graph).click();
    await expect(overview(graph)).toBeVisible();
  });

  test('never hides the card with the focus', async ({ graph }) => {
    await graph.open(many(300, 20));
    await graph.tabIntoGraph();
    for (let step = 0; step < 25; step++) {
      await graph.page.keyboard.press(step % 5 === 0 ? 'ArrowRight' : 'ArrowDown');
      await graph.transform();
      const focused = await boxOf(graph.page.locator('.card:focus'));
      const map = await boxOf(overview(graph));
      expect(focused.x + focused.width <= map.x || focused.y + focused.height <= map.y).toBe(true);
    }
  });

  test('lets cards that it lies over be read through it, until the pointer is on it', async ({ graph }) => {
    await graph.open(many(300, 20));
    const map = overview(graph);
    const isOver = (): Promise<boolean> =>
      graph.page.evaluate(() => {
        const box = document.querySelector('.minimap')?.getBoundingClientRect() ?? new DOMRect();
        return [...document.querySelectorAll('.card')].some((card) => {
          const { left, right, top, bottom } = card.getBoundingClientRect();
          return left < box.right && box.left < right && top < box.bottom && box.top < bottom;
        });
      });
    const opacity = () => map.evaluate((element) => Number(getComputedStyle(element).opacity));
    await graph.page.mouse.move(300, 300);
    const seen = new Set<boolean>();
    for (let step = 0; step < 12 && seen.size < 2; step++) {
      await graph.page.mouse.wheel(0, 30);
      await graph.transform();
      const over = await isOver();
      seen.add(over);
      expect(await opacity()).toBe(over ? 0.3 : 1);
    }
    expect(seen.has(true), 'the graph is dense').toBe(true);
    await map.hover();
    await expect.poll(opacity).toBe(1);
  });
});

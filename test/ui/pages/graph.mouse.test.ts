import { many, nine } from '../../support/graphPlans';
import { expect, test } from './fixtures';
import { boxOf, READY } from './graphPage';

test.describe('the graph page: the mouse', () => {
  test('opens an achievement with a click', async ({ graph }) => {
    await graph.open(nine());
    await graph.card('2.2').click();
    await expect.poll(() => graph.lastPosted()).toEqual({ type: 'open', id: '2.2' });
  });

  test('tells the editor what a context menu is about', async ({ graph }) => {
    await graph.open(nine());
    const read = (selector: string): Promise<unknown> =>
      graph.page
        .locator(selector)
        .evaluate((element) => JSON.parse((element as HTMLElement).dataset.vscodeContext ?? 'null'));
    await expect
      .poll(() => read('.card[data-id="3.2"]'))
      .toEqual({
        webviewSection: 'achievement',
        achievementId: '3.2',
        achievementTags: 'achievement status-not_started blocked open wantsSubplan',
      });
    await expect
      .poll(() => read('.world'))
      .toEqual({ planUri: nine().uri, preventDefaultContextMenuItems: true });
    await graph.show(many(3000, 100));
    await expect(graph.page.locator('.card[data-vscode-context]'), 'a level has no menu').toHaveCount(0);
  });

  test('moves the graph by dragging, and opens nothing by that', async ({ graph }) => {
    await graph.open(nine());
    const before = await boxOf(graph.card('2.2'));
    await graph.page.mouse.move(before.x + 20, before.y + 20);
    await graph.page.mouse.down();
    await graph.page.mouse.move(before.x + 80, before.y + 50, { steps: 4 });
    await graph.page.mouse.up();
    await expect
      .poll(() => graph.card('2.2').boundingBox())
      .toMatchObject({ x: before.x + 60, y: before.y + 30 });
    expect(await graph.posted()).toEqual([READY, { type: 'select', id: '2.2', planUri: null }]);
  });

  test('moves the graph with the wheel, sideways with Shift, and with two fingers in any direction', async ({
    graph,
  }) => {
    await graph.open(nine());
    const { x, y } = await boxOf(graph.card('2.2'));
    /** Where the card is now, seen from where it was. */
    const moved = async (): Promise<readonly number[]> => {
      const now = await boxOf(graph.card('2.2'));
      return [now.x - x, now.y - y];
    };
    await graph.card('2.2').hover();
    await graph.page.mouse.wheel(0, 60);
    await expect.poll(moved).toEqual([0, -60]);
    await graph.page.mouse.wheel(-30, -20);
    await expect.poll(moved).toEqual([30, -40]);
    await graph.page.keyboard.down('Shift');
    await graph.page.mouse.wheel(0, 40);
    await expect.poll(moved).toEqual([-10, -40]);
    await expect(graph.page.locator('.percent')).toHaveText('100%');
  });

  test('zooms with Ctrl and the wheel, or a pinch, at the pointer', async ({ graph }) => {
    await graph.open(nine());
    const before = await boxOf(graph.card('2.2'));
    await graph.page.mouse.move(before.x, before.y);
    await graph.page.keyboard.down('Control');
    await graph.page.mouse.wheel(0, -100);
    await expect(graph.page.locator('.percent')).not.toHaveText('100%');
    await graph.still();
    const after = await boxOf(graph.card('2.2'));
    expect(after.width).toBeGreaterThan(before.width);
    const strayed = Math.hypot(after.x - before.x, after.y - before.y);
    expect(strayed, 'what is at the pointer stays there').toBeLessThan(1.5);
  });

  test('keeps what is at the pointer there while zooming goes on', async ({ graph }) => {
    await graph.open(many(60, 10));
    const id = await graph.focused();
    const box = await boxOf(graph.card(id ?? ''));
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const strayed = await graph.page.evaluate(
      async ([at, top, cardId]) => {
        const element = document.querySelector(`.card[data-id="${cardId}"]`);
        let most = 0;
        for (let turn = 0; turn < 8; turn++) {
          const wheel = { deltaY: -30, ctrlKey: true, clientX: at, clientY: top, bubbles: true };
          element?.dispatchEvent(new WheelEvent('wheel', wheel));
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const { left = 0, top: above = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
          most = Math.max(most, Math.hypot(left + width / 2 - at, above + height / 2 - top));
        }
        return most;
      },
      [x, y, id ?? ''] as const,
    );
    expect(strayed, 'pixels away').toBeLessThan(3);
  });
});

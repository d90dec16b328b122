import { graphModelOf } from '../../../src/extension/graph/model/graphModel';
import { analysedPlan } from '../../support/analysedPlan';
import { cyclic, many, nine, scheduled } from '../../support/graphPlans';
import { light } from '../../support/themes';
import { expect, test } from './fixtures';
import { boxOf, type GraphPage, READY } from './graphPage';

test.describe('the graph page: the focus', () => {
  const field = ({ page }: GraphPage) => page.getByRole('searchbox', { name: 'Search the graph' });
  const button = ({ page }: GraphPage, name: string) => page.getByRole('button', { name });
  /** Leaves the page for the editor, and comes back with nothing that has the focus. */
  const comeBack = ({ page }: GraphPage) =>
    page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      window.dispatchEvent(new FocusEvent('focus'));
    });

  test('is on the first achievement that is ready as soon as there is one, and chooses nothing', async ({
    graph,
  }) => {
    await graph.open(nine());
    await expect(graph.card('2.1')).toBeFocused();
    await expect(graph.card('2.1')).toHaveAttribute('aria-label', /in progress, ready/);
    expect(await graph.posted()).toEqual([READY]);
  });

  test('is on the achievement that is selected in the editor', async ({ graph }) => {
    await graph.load();
    await graph.send({ type: 'select', id: '3.2', planUri: null });
    await graph.show(nine());
    await expect(graph.card('3.2')).toBeFocused();
    expect(await graph.posted()).toEqual([READY]);
  });

  test('is on the first card where nothing is ready, and on what is said where there is none', async ({
    graph,
  }) => {
    await graph.open(cyclic());
    await expect(graph.card('1.1')).toBeFocused();
    await graph.open(analysedPlan({ achievements: [] }));
    await expect(graph.page.getByText('No achievements to draw.')).toBeFocused();
  });

  test('is back on the card after a reload', async ({ graph }) => {
    await graph.open(many(60, 10));
    await expect(graph.page.locator('.card:focus')).toBeVisible();
    await graph.page.keyboard.press('End');
    const id = (await graph.focused()) ?? '';
    await expect.poll(() => graph.state()).toMatchObject({ current: id });
    await graph.open(many(60, 10), light, await graph.state());
    await expect(graph.card(id)).toBeFocused();
    await expect.poll(() => graph.isInView(id)).toBe(true);
  });

  test('comes first to the achievements, then to the toolbar', async ({ graph }) => {
    await graph.open(nine());
    await expect(graph.card('2.1')).toBeFocused();
    await graph.page.keyboard.press('Tab');
    await expect(graph.page.getByRole('tab', { name: 'Graph' })).toBeFocused();
    await graph.page.keyboard.press('Tab');
    await expect(field(graph)).toBeFocused();
    await graph.page.keyboard.press('Shift+Tab');
    await graph.page.keyboard.press('Shift+Tab');
    await expect(graph.card('2.1')).toBeFocused();
  });

  test('is on the current card when the page gets it, also where that changed meanwhile', async ({
    graph,
  }) => {
    await graph.open(nine());
    await comeBack(graph);
    await expect(graph.card('2.1')).toBeFocused();
    await graph.page.keyboard.press('ArrowRight');
    await comeBack(graph);
    await expect(graph.card('3.1')).toBeFocused();
  });

  test('stays in the graph when one clicks beside the cards, and comes there from the search', async ({
    graph,
  }) => {
    await graph.open(nine());
    const { x, y } = await boxOf(graph.page.locator('.stage'));
    await graph.page.mouse.click(x + 5, y + 5);
    await expect(graph.card('2.1')).toBeFocused();
    await field(graph).click();
    await graph.page.mouse.click(x + 5, y + 5);
    await expect(graph.card('2.1')).toBeFocused();
    await graph.page.locator('.progress').click();
    await expect(graph.card('2.1')).toBeFocused();
  });

  test('stays on a button while the graph is laid out anew, and goes to the card when the button goes', async ({
    graph,
  }) => {
    await graph.open(many(300, 20));
    await button(graph, 'Fit the graph').click();
    await expect(graph.page.locator('.minimap')).toBeHidden();
    await graph.show(many(60, 10));
    await expect(button(graph, 'Fit the graph')).toBeFocused();
    await graph.send({ type: 'done', words: 'Done.', isProblem: false, canTakeBack: true });
    await button(graph, 'Undo').focus();
    await button(graph, 'Close').click();
    await expect(graph.page.locator('.card:focus')).toBeVisible();
  });

  test('goes to the card when the bar of an arrow, or what breaks a cycle, is gone', async ({ graph }) => {
    await graph.open(scheduled());
    const from = await boxOf(graph.card('1.2'));
    const to = await boxOf(graph.card('2.1'));
    await graph.page.mouse.click(from.x + from.width + 3, from.y + from.height / 2);
    const bar = graph.page.getByRole('group', { name: 'Selected dependency' });
    await expect(bar).toBeVisible();
    expect(to.x).toBeGreaterThan(from.x + from.width);
    await bar.getByRole('button', { name: 'Remove' }).focus();
    await graph.page.keyboard.press('Escape');
    await expect(bar).toBeHidden();
    await expect(graph.page.locator('.card:focus')).toBeVisible();
    const knot = graphModelOf(cyclic());
    const waysOut = [{ words: 'Remove 1.4 from 1.2', dependencies: [{ id: '1.2', dependsOn: '1.4' }] }];
    await graph.showModel({ ...knot, waysOut });
    await button(graph, 'Remove 1.4 from 1.2').focus();
    await graph.showModel({ ...knot, waysOut: [] });
    await expect(graph.page.locator('.card:focus')).toBeVisible();
  });

  test('is where it was when the sheet with all keys is closed', async ({ graph }) => {
    await graph.open(scheduled());
    const sheet = graph.page.getByRole('dialog', { name: 'Keys and legend' });
    await graph.page.keyboard.press('?');
    await expect(sheet).toBeVisible();
    await graph.page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(graph.card('1.2')).toBeFocused();
    await button(graph, 'All keys').click();
    await graph.page.keyboard.press('z');
    await expect(sheet, 'keys do nothing behind it').toBeVisible();
    await graph.page.keyboard.press('?');
    await expect(sheet).toBeHidden();
    await expect(button(graph, 'All keys')).toBeFocused();
  });

  test('comes back from the timeline, from card to bar and from bar to card', async ({ timeline }) => {
    await timeline.load(scheduled());
    const { graph, page } = timeline;
    await expect(graph.card('1.2')).toBeFocused();
    await page.keyboard.press('t');
    await timeline.answer();
    await expect.poll(() => timeline.focusedBar()).toBe('1.2');
    await page.keyboard.press('t');
    await expect(graph.card('1.2')).toBeFocused();
  });

  test('may be anywhere but in a text field for the letter keys', async ({ graph }) => {
    await graph.open(scheduled());
    await button(graph, 'Zoom in').focus();
    await graph.page.keyboard.press('c');
    await expect(button(graph, 'Critical path')).toHaveAttribute('aria-pressed', 'true');
    const before = await graph.scale();
    await graph.page.keyboard.press('-');
    await expect.poll(() => graph.scale()).toBeLessThan(before);
    await graph.page.getByRole('tab', { name: 'Graph' }).focus();
    await graph.page.keyboard.press('f');
    await expect(button(graph, 'Focus')).toHaveAttribute('aria-pressed', 'true');
    await graph.page.keyboard.press('Escape');
    await expect(button(graph, 'Focus')).toHaveAttribute('aria-pressed', 'false');
    await button(graph, 'Zoom in').focus();
    await graph.page.keyboard.press('Enter');
    await expect
      .poll(() => graph.lastPosted(), { message: 'Enter on a button opens no card' })
      .toEqual(READY);
    await field(graph).focus();
    await graph.page.keyboard.type('cf0?');
    await expect(field(graph)).toHaveValue('cf0?');
    await expect(button(graph, 'Critical path')).toHaveAttribute('aria-pressed', 'false');
  });

  test('goes from the search to the first hit with Enter and the arrow down, and back with Escape', async ({
    graph,
  }) => {
    await graph.open(scheduled());
    for (const key of ['Enter', 'ArrowDown']) {
      await graph.page.keyboard.press('/');
      await graph.page.keyboard.type('import');
      await graph.page.keyboard.press(key);
      await expect(graph.card('2.2'), key).not.toBeFocused();
      await expect(graph.card('2.1'), key).toBeFocused();
      await expect(graph.card('2.1')).toHaveAttribute('aria-selected', 'true');
      await graph.page.keyboard.press('Home');
    }
    await expect(graph.card('1.2')).toBeFocused();
    await graph.page.keyboard.press('/');
    await graph.page.keyboard.type('export');
    await graph.page.keyboard.press('Escape');
    await expect(graph.card('1.2')).toBeFocused();
    await expect(field(graph)).toHaveValue('');
    await expect(graph.page.locator('.dim')).toHaveCount(0);
    await button(graph, 'Zoom in').focus();
    await graph.page.keyboard.press('/');
    await graph.page.keyboard.press('Escape');
    await expect(button(graph, 'Zoom in')).toBeFocused();
    await graph.page.keyboard.press('/');
    await graph.page.keyboard.type('no such thing');
    await graph.page.keyboard.press('Enter');
    await expect(field(graph), 'nothing to go to').toBeFocused();
  });
});

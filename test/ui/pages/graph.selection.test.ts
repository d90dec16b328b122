import type { PageMessage } from '../../../src/webview/protocol/messages';
import { many, nine, scheduled } from '../../support/graphPlans';
import { themes } from '../../support/themes';
import { accessibilityProblems } from './accessibility';
import { expect, test } from './fixtures';
import type { GraphPage } from './graphPage';

test.describe('the graph page: the selection', () => {
  const selected = ({ page }: GraphPage): Promise<readonly string[]> =>
    page
      .locator('.card[aria-selected="true"]')
      .evaluateAll((cards) => cards.map((each) => (each as HTMLElement).dataset.id ?? ''));
  /** The person turns to another part of the editor. */
  const elsewhere = ({ page }: GraphPage): Promise<void> =>
    page.evaluate(() => {
      document.hasFocus = () => false;
    });
  const told = async (graph: GraphPage): Promise<readonly PageMessage[]> =>
    (await graph.posted()).filter(({ type }) => type === 'select');

  test('is told when a card becomes the current one, by key, click and search, and only then', async ({
    graph,
  }) => {
    await graph.open(nine());
    await expect.poll(() => selected(graph)).toEqual([]);
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('End');
    await graph.page.keyboard.press('Enter');
    await graph.card('2.2').click();
    await graph.page.keyboard.press('/');
    await graph.page.keyboard.type('export');
    await graph.page.keyboard.press('Enter');
    const ids = async () => (await told(graph)).map((message) => 'id' in message && message.id);
    await expect.poll(ids).toEqual(['4.1', '2.2', '3.2']);
    await expect.poll(() => selected(graph)).toEqual(['3.2']);
  });

  test('follows the editor, comes into view, and is not told back', async ({ graph }) => {
    await graph.open(many(300, 20));
    await graph.send({ type: 'select', id: '15.20', planUri: null });
    await expect.poll(() => selected(graph)).toEqual(['15.20']);
    await expect.poll(() => graph.isInView('15.20')).toBe(true);
    await expect.poll(() => told(graph)).toEqual([]);
    await expect.poll(() => graph.focused(), { message: 'the keyboard goes on from there' }).toBe('15.20');
    await graph.send({ type: 'select', id: null });
    await expect.poll(() => selected(graph)).toEqual([]);
  });

  test('wins when the page gets the focus back that it left on another card', async ({ graph }) => {
    await graph.open(nine());
    await graph.card('1.1').focus();
    await elsewhere(graph);
    await graph.send({ type: 'select', id: '3.1', planUri: null });
    await expect
      .poll(() => graph.focused(), { message: 'nothing is focused while the person is elsewhere' })
      .toBe('1.1');
    await graph
      .card('1.1')
      .evaluate((element) => element.dispatchEvent(new FocusEvent('focusin', { bubbles: true })));
    await expect.poll(() => graph.focused()).toBe('3.1');
    await expect.poll(() => told(graph)).toEqual([{ type: 'select', id: '1.1', planUri: null }]);
  });

  test('stays through changes, and is kept until the graph is there', async ({ graph }) => {
    await graph.load();
    await graph.send({ type: 'select', id: '4.1', planUri: null });
    await graph.show(nine());
    await expect.poll(() => selected(graph)).toEqual(['4.1']);
    await graph.show(many(60, 10));
    await expect.poll(() => selected(graph)).toEqual(['4.1']);
  });

  for (const theme of themes) {
    test(`is plain to see in ${theme.name}`, async ({ graph }) => {
      await graph.open(scheduled(), theme);
      await elsewhere(graph);
      await graph.send({ type: 'select', id: '2.2', planUri: null });
      const outline = (id: string) =>
        graph.card(id).evaluate((element) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return `${outlineStyle} ${outlineWidth}`;
        });
      await expect.poll(() => outline('2.2')).toMatch(/^(?:solid|dashed) 2px$/);
      await expect.poll(() => outline('2.1')).toMatch(/^none/);
      await expect.poll(() => accessibilityProblems(graph, theme)).toEqual([]);
      await graph.screenshot(`selected ${theme.name}`);
    });
  }
});

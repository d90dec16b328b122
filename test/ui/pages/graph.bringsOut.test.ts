import { changed } from '../../support/analysedPlan';
import { scheduled } from '../../support/graphPlans';
import { expect, test } from './fixtures';
import type { GraphPage } from './graphPage';

test.describe('the graph page: what it brings out', () => {
  /** Ids of the cards that are not dimmed. */
  const bright = async (graph: GraphPage): Promise<readonly string[]> =>
    (
      await graph.page
        .locator('.card:not(.dim)')
        .evaluateAll((cards) => cards.map((each) => (each as HTMLElement).dataset.id ?? ''))
    ).sort();
  const said = (graph: GraphPage) => graph.page.locator('.said');
  const field = (graph: GraphPage) => graph.page.getByRole('searchbox', { name: 'Search the graph' });

  test('is the critical path, by a button and by its key', async ({ graph }) => {
    await graph.open(scheduled());
    const button = graph.page.getByRole('button', { name: 'Critical path' });
    await expect(button).toHaveAttribute('title', /14 hours/);
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => bright(graph)).toEqual(['1.2', '2.1', '3.1']);
    await expect(graph.page.locator('.world .edge:not(.dim)')).toHaveCount(2);
    await expect(said(graph)).toHaveText('3 of 6 shown');
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('c');
    await expect(graph.page.locator('.card:not(.dim)')).toHaveCount(6);
    await expect(said(graph)).toHaveText('');
  });

  test('is what a search finds: Enter goes to the first hit, n and Shift+N walk through them', async ({
    graph,
  }) => {
    await graph.open(scheduled());
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('/');
    await graph.page.keyboard.type('import');
    await expect.poll(() => bright(graph)).toEqual(['2.1', '2.2']);
    await expect(said(graph)).toHaveText('2 of 6 shown');
    await graph.page.keyboard.press('Enter');
    await expect(said(graph)).toHaveText('1 of 2: 2.1 Import documents');
    await expect(graph.page.locator('.found')).toHaveAttribute('data-id', '2.1');
    await expect(graph.card('2.1')).toBeFocused();
    await graph.page.keyboard.press('n');
    await expect(said(graph)).toHaveText('2 of 2: 2.2 Show the import history');
    await expect(graph.card('2.2')).toBeFocused();
    await graph.page.keyboard.press('n');
    await expect(graph.card('2.1')).toBeFocused();
    await graph.page.keyboard.press('Shift+N');
    await expect(graph.card('2.2')).toBeFocused();
    await graph.page.keyboard.press('Escape');
    await expect(graph.page.locator('.card:not(.dim)')).toHaveCount(6);
    await expect(graph.card('2.2'), 'the hit keeps the focus').toBeFocused();
  });

  test('can be asked for by Ctrl+F, by status, level and priority, and by what nothing has', async ({
    graph,
  }) => {
    await graph.open(scheduled());
    await graph.page.keyboard.press('Control+f');
    await graph.page.keyboard.type('status:blocked priority:2,3');
    await expect.poll(() => bright(graph)).toEqual(['2.1', '2.2', '3.1']);
    await field(graph).fill('level:0');
    await expect.poll(() => bright(graph)).toEqual(['1.1', '1.2']);
    await field(graph).fill('no such thing');
    await expect.poll(() => bright(graph)).toEqual([]);
    await expect(said(graph)).toHaveText('0 of 6 shown');
  });

  test('is what the current node depends on and what depends on it, until Escape', async ({ graph }) => {
    await graph.open(scheduled());
    await graph.tabIntoGraph();
    await graph.card('2.2').focus();
    await graph.page.keyboard.press('f');
    await expect.poll(() => bright(graph)).toEqual(['1.2', '2.2', '3.1']);
    await expect(said(graph)).toHaveText('2.2: 1 before, 1 after. 3 of 6 shown');
    await graph.card('2.3').focus();
    await graph.page.keyboard.press('f');
    await expect.poll(() => bright(graph)).toEqual(['1.1', '2.3', '3.1']);
    await graph.page.keyboard.press('Escape');
    await expect(graph.page.locator('.card:not(.dim)')).toHaveCount(6);
    await graph.page.keyboard.press('f');
    await graph.page.keyboard.press('f');
    await expect(graph.page.locator('.card:not(.dim)'), 'the same key ends it').toHaveCount(6);
  });

  test('stays while the plan changes', async ({ graph }) => {
    await graph.open(scheduled());
    await field(graph).fill('import');
    const plan = changed(scheduled(), ({ id }) => (id === '1.2' ? { title: 'Import the schema' } : {}));
    await graph.show(plan, { layout: false });
    await expect.poll(() => bright(graph)).toEqual(['1.2', '2.1', '2.2']);
  });
});

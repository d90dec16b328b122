import { many } from '../../support/graphPlans';
import { expect, test } from './fixtures';

test.describe('the graph page: zooming to the selection', () => {
  test('shows the current achievement with its neighbours, and goes back', async ({ graph }) => {
    const plan = many(60, 10);
    await graph.open(plan);
    await graph.tabIntoGraph();
    await graph.card('3.4').focus();
    await graph.page.keyboard.press('0');
    const before = await graph.transform();
    const scale = await graph.scale();
    await graph.page.keyboard.press('z');
    await expect.poll(() => graph.scale()).toBeGreaterThan(scale);
    const needs = plan.byId.get('3.4')?.dependencies.map(({ id }) => id) ?? [];
    const needed = plan.achievements
      .filter(({ dependencies }) => dependencies.some(({ id }) => id === '3.4'))
      .map(({ id }) => id);
    expect(needs.length * needed.length).toBeGreaterThan(0);
    for (const id of ['3.4', ...needs, ...needed])
      await expect.poll(() => graph.isInView(id), { message: id }).toBe(true);
    await expect.poll(() => graph.focused()).toBe('3.4');
    await graph.page.keyboard.press('z');
    await expect.poll(() => graph.transform()).toBe(before);
  });

  test('shows what a search brought out', async ({ graph }) => {
    await graph.open(many(300, 20));
    await graph.page.getByRole('searchbox').fill('15.19');
    await graph.page.getByRole('button', { name: 'Zoom to the selection' }).click();
    await graph.transform();
    await expect.poll(() => graph.isInView('15.19')).toBe(true);
  });
});

import { cyclic, many, nine, scheduled } from '../../support/graphPlans';
import { dark, themes } from '../../support/themes';
import { accessibilityProblems } from './accessibility';
import { expect, test } from './fixtures';

test.describe('the graph page', () => {
  for (const theme of themes) {
    test(`passes the accessibility rules in ${theme.name}`, async ({ graph }) => {
      await graph.open(nine(), theme);
      await graph.screenshot(`9 ${theme.name}`);
      await graph.tabIntoGraph();
      await expect.poll(() => accessibilityProblems(graph, theme)).toEqual([]);
      await graph.screenshot(`9 ${theme.name} focused`);
      await graph.show(many(60, 10));
      await expect.poll(() => accessibilityProblems(graph, theme)).toEqual([]);
      await graph.screenshot(`60 ${theme.name}`);
      await graph.page.keyboard.press('0');
      await graph.screenshot(`60 whole ${theme.name}`);
      await graph.show(many(300, 20));
      await expect(graph.page.locator('.minimap')).toBeVisible();
      await expect.poll(() => accessibilityProblems(graph, theme)).toEqual([]);
      await graph.screenshot(`300 overview ${theme.name}`);
      await graph.show(scheduled());
      await graph.screenshot(`schedule ${theme.name}`);
      await expect.poll(() => accessibilityProblems(graph, theme)).toEqual([]);
      await graph.page.getByRole('button', { name: 'Critical path' }).click();
      await graph.page.keyboard.press('Control+f');
      await graph.page.keyboard.type('2.1');
      await graph.page.keyboard.press('Enter');
      await expect.poll(() => accessibilityProblems(graph, theme)).toEqual([]);
      await graph.screenshot(`search ${theme.name}`);
    });
  }

  test('stays legible with the colours of the system forced', async ({ graph }) => {
    await graph.open(cyclic(), dark);
    await graph.page.emulateMedia({ forcedColors: 'active' });
    await expect.poll(() => accessibilityProblems(graph)).toEqual([]);
    await graph.screenshot('forced colours');
    await graph.show(many(300, 20));
    await graph.screenshot('forced colours overview');
  });
});

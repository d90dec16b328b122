import { analysedPlan } from '../../support/analysedPlan';
import { cyclic, HOSTILE, hostile, many, nine, scheduled, unordered } from '../../support/graphPlans';
import { accessibilityProblems } from './accessibility';
import { expect, test } from './fixtures';
import { boxOf } from './graphPage';

test.describe('the graph page: what it says', () => {
  test('shows status and readiness in words', async ({ graph }) => {
    await graph.open(nine());
    await expect(graph.card('2.1')).toHaveText(/2\.1.*Import documents.*In progress.*Ready/);
    await expect(graph.card('4.1')).toHaveText(/Not started.*Blocked by 3\.1, 3\.2/);
    await expect(graph.card('1.1')).toHaveText(/Complete\s*$/);
  });

  test('labels each achievement for a screen reader', async ({ graph }) => {
    await graph.open(nine());
    const items = graph.page.getByRole('treeitem');
    await expect(items).toHaveCount(9);
    const names = await items.evaluateAll((all) => all.map((item) => item.ariaLabel));
    expect(names).toContain(
      'Achievement 4.1 Write the user guide, not started, blocked by 3.1, 3.2, level 3, depends on 3.1, 3.2',
    );
    const levels = await graph.page
      .getByRole('group')
      .evaluateAll((groups) => groups.map((group) => group.ariaLabel));
    expect(levels).toEqual(['Level 0', 'Level 1', 'Level 2', 'Level 3']);
  });

  test('writes the level and its progress above each column, from left to right', async ({ graph }) => {
    await graph.open(nine());
    const lanes = graph.page.locator('.lane');
    await expect(lanes).toHaveText(['Level 02 of 3', 'Level 10 of 3', 'Level 20 of 2', 'Level 30 of 1'], {
      useInnerText: true,
    });
    for (const [id, lane] of [
      ['1.1', 0],
      ['2.3', 1],
      ['3.2', 2],
      ['4.1', 3],
    ] as const) {
      const box = await boxOf(graph.card(id));
      const column = await boxOf(lanes.nth(lane));
      expect(box.x, id).toBeGreaterThan(column.x);
      expect(box.x + box.width, id).toBeLessThan(column.x + column.width);
    }
  });

  test('gives name, progress and what is ready', async ({ graph }) => {
    await graph.open(nine());
    await expect(graph.page.locator('h1')).toHaveText('DOCUMENT-SEARCH');
    await expect(graph.page.locator('.progress')).toHaveText('2 of 9 complete, 2 ready');
  });

  test('marks a cycle in words, and keeps it apart from the levels', async ({ graph }) => {
    await graph.open(cyclic());
    await expect(graph.page.locator('.note')).toHaveText(
      '2 cycles, the first: 1.2 \u2192 1.4 \u2192 1.3 \u2192 1.2',
    );
    await expect(graph.page.locator('.edge text')).toHaveText(['cycle', 'cycle', 'cycle', 'cycle']);
    await expect(graph.page.locator('.lane', { hasText: 'No level: in or behind a cycle' })).toHaveCount(1);
    await expect(graph.card('1.3')).toHaveText(/In a cycle/);
    await expect(graph.card('1.5')).toHaveText(/Behind a cycle/);
    const colourOf = (part: string) =>
      graph
        .card('1.3')
        .locator(part)
        .evaluate((element) => getComputedStyle(element).color);
    expect(await colourOf('.readiness'), 'a warning').not.toBe(await colourOf('.word'));
    await expect.poll(() => accessibilityProblems(graph)).toEqual([]);
    await graph.screenshot('cycle');
  });

  test('claims no levels where nobody stated dependencies', async ({ graph }) => {
    await graph.open(unordered());
    await expect(graph.page.locator('.note')).toHaveText('No dependency information: add a parallel.json.');
    const lanes = graph.page.locator('.lane .name');
    await expect(lanes).toHaveText(['Priority 1', 'Priority 2', 'Priority 3']);
    await graph.screenshot('no dependencies');
  });

  test('says that a plan is empty', async ({ graph }) => {
    await graph.open(analysedPlan({ achievements: [] }));
    await expect(graph.page.getByText('This plan has no achievements yet.')).toBeVisible();
    await expect(graph.page.locator('.viewport')).toBeHidden();
  });

  test('marks the critical path by word, line and frame, and says what else can wait', async ({ graph }) => {
    await graph.open(scheduled());
    await expect(graph.card('2.1')).toHaveText(/6-8 h, critical/);
    await expect(graph.card('2.2')).toHaveText(/1 h, slack 6 h/);
    await expect(graph.card('1.1')).not.toHaveText(/critical|slack/);
    await expect(graph.card('3.1')).toHaveAttribute('aria-label', /, 3 h, critical, level 2, priority 3/);
    await expect(graph.page.locator('.card.critical')).toHaveCount(3);
    await expect(graph.page.locator('.world .edge.critical:not(.lit)')).toHaveCount(2);
    await expect(graph.page.locator('.legend').getByText('Critical path', { exact: true })).toBeVisible();
  });

  test('marks no critical path where it would be a guess', async ({ graph }) => {
    await graph.open(nine());
    await expect(graph.page.locator('.critical')).toHaveCount(0);
    await expect(graph.page.getByRole('button', { name: 'Critical path' })).toBeHidden();
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('c');
    await expect(graph.page.locator('.dim')).toHaveCount(0);
  });

  test('draws a plan of thousands as one box per level', async ({ graph }) => {
    await graph.open(many(3000, 100));
    await expect(graph.page.getByRole('treeitem')).toHaveCount(30);
    await graph.tabIntoGraph();
    await graph.page.keyboard.press('End');
    await graph.transform();
    await expect(graph.card('Level 29')).toHaveText(/100 achievements.*0 of 100 complete/);
    await expect.poll(() => accessibilityProblems(graph)).toEqual([]);
    await graph.screenshot('3000 achievements');
  });

  test('keeps hostile text as text', async ({ graph }) => {
    await graph.open(hostile());
    await expect(graph.page.locator('.card')).toHaveCount(HOSTILE.length);
    await expect(graph.page.locator('.card img, h1 script')).toHaveCount(0);
    await expect(graph.page.getByText('<img src=x onerror="document.title=1">')).toBeVisible();
    await expect(graph.page.locator('h1')).toHaveText('<script>document.title=2</script>');
    await expect(graph.card('1.5')).toHaveText(/red alert and/);
    await expect(graph.page).toHaveTitle('Plans <&>');
  });
});

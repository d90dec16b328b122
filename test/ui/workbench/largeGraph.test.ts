import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { generatePlan, parallelText } from '../../bench/plans';
import { expect, test } from './fixtures';
import type { Workbench } from './workbench';

/** The editor places three lenses for each achievement before it shows the first, in milliseconds. */
const LENSES_LIMIT_MS = 300_000;

/** Writes a plan of so many achievements into a folder of its own in the workspace. */
const writePlan = (workbench: Workbench, name: string, priorities: number, perPriority: number): void => {
  const plan = generatePlan({ name, seed: 20_261_128, priorities, perPriority, body: 'task' });
  const folder = workbench.file(name);
  mkdirSync(folder);
  writeFileSync(path.join(folder, `PLAN_${name}.md`), plan.text);
  writeFileSync(path.join(folder, 'parallel.json'), parallelText(plan));
};

/** Shows the graph of a plan from its row in the tree; gives its cards. */
const showGraph = async (workbench: Workbench, name: string): Promise<Locator> => {
  const items = workbench.webview.getByRole('treeitem');
  const row = workbench.treeRow(name).first();
  await row.hover();
  await workbench.click(row.getByRole('button', { name: 'Show Graph' }), items);
  return items;
};

/** Opens the achievement of a card in its PLAN, which has the lenses of its achievements. */
const openCard = async (workbench: Workbench, card: Locator): Promise<void> => {
  await workbench.click(card, workbench.activeTab('PLAN_'));
  await expect(workbench.codeLens('Create SUBPLAN').first()).toBeVisible({ timeout: LENSES_LIMIT_MS });
};

test.describe('the graph of large plans in the workbench', () => {
  test('draws 1,000 achievements one by one', async ({ workbench }) => {
    test.slow();
    writePlan(workbench, 'LARGE', 50, 20);
    const items = await showGraph(workbench, 'LARGE');
    await expect(items).toHaveCount(1000);
    await workbench.screenshot('graph-1000');
    await openCard(workbench, items.first());
  });

  test('draws 5,000 as levels, of which one is expanded by a key', async ({ workbench }) => {
    test.slow();
    writePlan(workbench, 'HUGE', 100, 50);
    const items = await showGraph(workbench, 'HUGE');
    const levels = await items.count();
    expect(levels).toBeLessThan(1000);
    await workbench.webview.locator('.card[data-kind="level"]').nth(1).press('Enter');
    const cards = workbench.webview.locator('.card[data-kind="achievement"]');
    await expect(cards.first()).toBeVisible();
    await expect.poll(() => items.count()).toBeGreaterThan(levels);
    await workbench.screenshot('graph-5000-expanded');
    await openCard(workbench, cards.first());
  });
});

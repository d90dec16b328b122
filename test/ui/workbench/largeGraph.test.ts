import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generatePlan, parallelText } from '../../bench/plans';
import { expect, test } from './fixtures';
import type { Workbench } from './workbench';

/** Writes a plan of so many achievements into a folder of its own in the workspace. */
const writePlan = (workbench: Workbench, name: string, priorities: number, perPriority: number): void => {
  const plan = generatePlan({ name, seed: 20_261_128, priorities, perPriority, body: 'task' });
  const folder = workbench.file(name);
  mkdirSync(folder);
  writeFileSync(path.join(folder, `PLAN_${name}.md`), plan.text);
  writeFileSync(path.join(folder, 'parallel.json'), parallelText(plan));
};

/** Shows the graph of a plan from the lens above it; gives its cards. */
const showGraph = async (workbench: Workbench, name: string) => {
  const items = workbench.webview.getByRole('treeitem');
  await workbench.openFile(`PLAN_${name}.md`);
  await workbench.click(workbench.codeLens('Show graph'), items.first());
  return items;
};

test.describe('the graph of large plans in the workbench', () => {
  test('draws 1,000 achievements one by one', async ({ workbench }) => {
    writePlan(workbench, 'LARGE', 50, 20);
    const items = await showGraph(workbench, 'LARGE');
    await expect(items).toHaveCount(1000);
    await workbench.screenshot('graph-1000');
  });

  test('draws 5,000 as levels, of which one is expanded by a key', async ({ workbench }) => {
    writePlan(workbench, 'HUGE', 100, 50);
    const items = await showGraph(workbench, 'HUGE');
    const levels = await items.count();
    expect(levels).toBeLessThan(1000);
    await workbench.webview.locator('.card[data-kind="level"]').nth(1).press('Enter');
    await expect(workbench.webview.locator('.card[data-kind="achievement"]').first()).toBeVisible();
    await expect.poll(() => items.count()).toBeGreaterThan(levels);
    await workbench.screenshot('graph-5000-expanded');
  });
});

import { rm, writeFile } from 'node:fs/promises';
import { expect, test } from './fixtures';

test.describe('the Plans view in the workbench', () => {
  test('lists the plans of the examples in a container of the activity bar', async ({ workbench }) => {
    await expect(workbench.activity('Plans')).toBeVisible();
    await expect(workbench.treeRow(/CHECKOUT-REDESIGN.*complete/)).toBeVisible();
    await workbench.screenshot('plans');
  });

  test('shows levels and achievements with status, readiness and progress', async ({ workbench }) => {
    await workbench.expand(/SEARCH-INDEX/);
    await workbench.expand(/Level 2/);
    await expect(workbench.treeRow(/2\.1 Field indexers.*ready · in progress/)).toBeVisible();
    await expect(workbench.treeRow(/Level 3.*0\/2/)).toBeVisible();
    await workbench.screenshot('tree');
  });

  test('opens the place in the PLAN on a click', async ({ workbench }) => {
    await workbench.expand(/SEARCH-INDEX/);
    await workbench.expand(/Level 2/);
    const plan = workbench.activeTab('PLAN_SEARCH-INDEX.md');
    await workbench.click(workbench.treeRow(/Field indexers/).locator('.label-name'), plan);
    await expect(workbench.line('Achievement 2.1')).toBeVisible();
    const line = workbench.lineOf('plans/SEARCH-INDEX/PLAN_SEARCH-INDEX.md', '**Achievement 2.1**');
    await expect.poll(() => workbench.cursorLine()).toBe(line);
  });

  test('follows a change on disk', async ({ workbench }) => {
    const approval = workbench.file('plans/SEARCH-INDEX/execution/feedbacks/APPROVED_21.md');
    await workbench.expand(/SEARCH-INDEX/);
    await workbench.expand(/Level 2/);
    await writeFile(approval, '# APPROVED: Achievement 2.1\n');
    await expect(workbench.treeRow(/Field indexers.*complete/)).toBeVisible();
    await rm(approval);
    await expect(workbench.treeRow(/Field indexers.*in progress/)).toBeVisible();
  });

  test('is readable in every theme', async ({ workbench }) => {
    for (const theme of ['light', 'hc', 'dark'] as const) {
      await workbench.setTheme(theme);
      await expect(workbench.treeRow(/SEARCH-INDEX/)).toBeVisible();
      await workbench.screenshot(`plan-${theme}`);
    }
  });
});

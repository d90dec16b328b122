import { writeFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures';
import { until } from './tries';
import type { Workbench } from './workbench';

const PLAN =
  '# PLAN: Garden\n\n## Desirable Achievements\n\n### Priority 1: Soil\n\n**Achievement 1.1**: Beds\n\n- **Dependencies**: None\n';

const openWalkthrough = async (workbench: Workbench): Promise<void> => {
  await workbench.choose(
    'Welcome: Open Walkthrough',
    'Get Started with Parallel Plans',
    tick(workbench, 'open'),
  );
};

/** The tick of a step. */
const tick = ({ page }: Workbench, step: string): Locator =>
  page.locator(`.getting-started-step [role="checkbox"][data-done-step-id$="#start#${step}"]`);

const ticked = async (workbench: Workbench, step: string): Promise<void> =>
  expect(tick(workbench, step), `the tick of ${step}`).toHaveAttribute('aria-checked', 'true');

const unticked = async (workbench: Workbench, step: string): Promise<void> =>
  expect(tick(workbench, step), `the tick of ${step}`).toHaveAttribute('aria-checked', 'false');

test.describe('the walkthrough in the workbench', () => {
  test('has the first steps ticked for who sees plans already', async ({ openAnother }) => {
    const workbench = await openAnother('examples');
    await workbench.showActivity('Plans');
    await expect(workbench.treeRow(/SEARCH-INDEX/)).toBeVisible();
    await openWalkthrough(workbench);
    await ticked(workbench, 'open');
    await ticked(workbench, 'levels');
    await unticked(workbench, 'create');
    await expect(workbench.page.getByText('achievements: results with a number')).toBeVisible();
    await workbench.screenshots('walkthrough', ['light', 'dark']);
  });

  test('ticks one step after the other as plans come and are shown', async ({ openAnother }) => {
    const workbench = await openAnother({ 'notes.md': '# Notes\n' });
    await openWalkthrough(workbench);
    await unticked(workbench, 'open');
    await unticked(workbench, 'levels');
    await workbench.runCommand('Plans: Refresh');
    await writeFile(workbench.file('PLAN_GARDEN.md'), PLAN);
    await ticked(workbench, 'open');
    await unticked(workbench, 'levels');
    await workbench.showActivity('Plans');
    await ticked(workbench, 'levels');
    await unticked(workbench, 'graph');
    const row = workbench.treeRow('GARDEN').first();
    await until(workbench.tab('GARDEN'), async (timeout) => {
      // the button is there while the pointer is on the row, which the tree draws anew
      await row.hover({ timeout });
      await row.getByRole('button', { name: 'Show Graph' }).click({ timeout });
    });
    await workbench.tab('Welcome').click();
    await ticked(workbench, 'graph');
    await unticked(workbench, 'create');
    await workbench.runCommand('Plans: Batch Create SUBPLANs');
    await workbench.quickPickRow('All levels').click();
    await expect(workbench.quickPickRow('Create 1 SUBPLAN')).toBeVisible();
    await workbench.page.keyboard.press('Escape');
    await expect(workbench.statusBarItem('Cancelled: no SUBPLAN was created.')).toBeVisible();
    await unticked(workbench, 'create');
    await workbench.runCommand('Plans: Batch Create SUBPLANs');
    await workbench.quickPickRow('All levels').click();
    await workbench.quickPickRow('Create 1 SUBPLAN').click();
    await ticked(workbench, 'create');
  });
});

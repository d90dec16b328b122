import { writeFile } from 'node:fs/promises';
import { expect, test } from './fixtures';

test.describe('the timeline in the workbench', () => {
  test('follows executors, the disk and a reload, and gives way to the graph', async ({ workbench }) => {
    const { webview } = workbench;
    const says = (text: string) => webview.getByRole('status').filter({ hasText: text }).first();
    const bar = (id: string) => webview.getByRole('gridcell', { name: `Achievement ${id} ` });
    await test.step('opens by its command, for the best number of executors', async () => {
      await workbench.openFile('PLAN_SEARCH-INDEX.md');
      await workbench.runCommand('Plans: Show Timeline');
      await expect(says('With 2 executors (more would hardly help): 19 hours')).toBeVisible();
      await expect(bar('4.1')).toBeVisible();
      await workbench.screenshot('timeline');
    });
    await test.step('follows another number of executors, and then a change on disk', async () => {
      await webview.getByRole('button', { name: 'One executor fewer' }).click();
      await expect(says('With 1 executor: 28 hours')).toBeVisible();
      const approval = workbench.file('plans/SEARCH-INDEX/execution/feedbacks/APPROVED_21.md');
      await writeFile(approval, '# APPROVED: Achievement 2.1\n');
      await expect(says('With 1 executor: 20.5 hours')).toBeVisible();
      await expect(bar('2.1')).toHaveCount(0);
    });
    await test.step('opens an achievement', async () => {
      await bar('2.2').click();
      await expect(workbench.activeTab('PLAN_SEARCH-INDEX.md')).toBeVisible();
      await expect(workbench.line('Achievement 2.2')).toBeVisible();
    });
    await test.step('comes back after a reload as it was, and gives way to the graph', async () => {
      await workbench.reload();
      await expect(says('With 1 executor: 20.5 hours')).toBeVisible();
      await workbench.openFile('PLAN_SEARCH-INDEX.md');
      await workbench.runCommand('Plans: Show Graph');
      await expect(webview.getByRole('tree', { name: 'Dependency graph' })).toBeVisible();
      await workbench.runCommand('Plans: Show Timeline');
      await expect(says('With 1 executor: 20.5 hours')).toBeVisible();
    });
  });
});

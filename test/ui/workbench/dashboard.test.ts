import { writeFile } from 'node:fs/promises';
import { expect, test } from './fixtures';

test.describe('the dashboard in the workbench', () => {
  test('lists all plans, follows the files, opens a PLAN, and is there again after a reload', async ({
    workbench,
  }) => {
    const row = (name: string) => workbench.webview.getByRole('row', { name: new RegExp(`^${name} `) });
    await test.step('opens with every plan, what comes first on top', async () => {
      await workbench.runCommand('Plans: Show Dashboard');
      await expect(row('OFFLINE-SYNC')).toContainText('CRITICAL');
      await expect(row('DOCS-REFRESH')).toContainText('GRAMMAPLAN_FIRST-RELEASE');
    });
    await test.step('follows the files', async () => {
      await expect(row('DOCS-REFRESH')).toContainText('1/6');
      await writeFile(
        workbench.file('plans/DOCS-REFRESH/execution/feedbacks/APPROVED_12.md'),
        '# APPROVED\n',
      );
      await expect(row('DOCS-REFRESH')).toContainText('2/6');
    });
    await workbench.screenshots('dashboard');
    await test.step('is there again after a reload, as it was', async () => {
      await workbench.webview.getByRole('searchbox', { name: 'Filter plans' }).fill('tier:1');
      await expect(row('OFFLINE-SYNC')).toHaveCount(0);
      await workbench.reload();
      await expect(row('DOCS-REFRESH')).toBeVisible();
      await expect(row('OFFLINE-SYNC')).toHaveCount(0);
    });
    await test.step('opens a PLAN, and all that is shown as Markdown', async () => {
      await workbench.webview.getByRole('button', { name: 'DOCS-REFRESH' }).press('Enter');
      await expect(workbench.activeTab('PLAN_DOCS-REFRESH.md')).toBeVisible();
      await workbench.runCommand('Plans: Show Dashboard');
      await workbench.webview.getByRole('button', { name: 'Open as Markdown' }).click();
      await expect(workbench.line('| DOCS-REFRESH |')).toBeVisible();
    });
  });
});

import { rm, writeFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import type { Workbench } from './workbench';

const item = ({ webview }: Workbench, name: RegExp) => webview.getByRole('treeitem', { name }).first();

test.describe('the graph of all plans in the workbench', () => {
  test('opens from the Plans view, follows the files, and is there again after a reload', async ({
    workbench,
  }) => {
    const panel = workbench.tab('Graph: All Plans');
    await test.step('opens with the links that the documents name', async () => {
      // with two views in the sidebar, buttons show in the one that the mouse is in
      const view = workbench.page.locator('.part.sidebar .pane-header[aria-label^="Plans"]');
      await view.hover();
      await workbench.click(
        view.getByRole('button', { name: 'Show Workspace Graph' }),
        item(workbench, /^DOCS-REFRESH, achievement 2\.2 How-to pages, .*, depends on SEARCH-INDEX 4\.1$/),
      );
      await expect(
        item(workbench, /^SEARCH-INDEX, achievement 4\.1 Search panel, .*, needed by DOCS-REFRESH 2\.2$/),
      ).toBeVisible();
    });
    await test.step('follows the files, of whatever plan they are', async () => {
      const approval = workbench.file('plans/SEARCH-INDEX/execution/feedbacks/APPROVED_21.md');
      await writeFile(approval, '# APPROVED: Achievement 2.1\n');
      await expect(item(workbench, /^SEARCH-INDEX, achievement 2\.1 Field indexers, complete/)).toBeVisible();
      await rm(approval);
      await expect(
        item(workbench, /^SEARCH-INDEX, achievement 2\.1 Field indexers, in progress/),
      ).toBeVisible();
    });
    await test.step('is there again after a reload, once', async () => {
      await workbench.reload();
      await expect(item(workbench, /^Plan OFFLINE-SYNC/)).toBeVisible();
      await workbench.runCommand('Plans: Show Workspace Graph');
      await expect(panel).toHaveCount(1);
    });
    await workbench.screenshots('workspace-graph');
  });

  test('opens an achievement in its PLAN, and a plan as its own graph', async ({ workbench }) => {
    await workbench.runCommand('Plans: Show Workspace Graph');
    await item(workbench, /^OFFLINE-SYNC, achievement 2\.1/).press('Enter');
    await expect(workbench.activeTab('PLAN_OFFLINE-SYNC.md')).toBeVisible();
    await expect(workbench.line('Achievement 2.1')).toBeVisible();
    await workbench.tab('Graph: All Plans').click();
    await item(workbench, /^Plan DOCS-REFRESH/).press('Enter');
    await expect(workbench.tab('Graph: DOCS-REFRESH')).toBeVisible();
  });
});

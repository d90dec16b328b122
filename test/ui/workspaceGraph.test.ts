import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { useWorkbench } from './session';

describe('the graph of all plans in the workbench', () => {
  const workbench = useWorkbench();
  const item = (name: RegExp) => workbench().webview.getByRole('treeitem', { name }).first();

  it('opens from the Plans view with the links that the documents name', async () => {
    await workbench().showActivity('Plans');
    await workbench()
      .treeRow(/SEARCH-INDEX/)
      .waitFor();
    await workbench().page.getByRole('button', { name: 'Show Workspace Graph' }).click();
    await workbench().tab('Graph: All Plans').waitFor();
    await item(/^DOCS-REFRESH, achievement 2\.2 How-to pages, .*, depends on SEARCH-INDEX 4\.1$/).waitFor();
    await item(/^SEARCH-INDEX, achievement 4\.1 Search panel, .*, needed by DOCS-REFRESH 2\.2$/).waitFor();
    for (const theme of ['light', 'hc', 'dark'] as const) {
      await workbench().setTheme(theme);
      await workbench().tab('Graph: All Plans').click();
      await workbench().screenshot(`workspace-graph-${theme}`);
    }
  });

  it('follows the files, of whatever plan they are', async () => {
    const approval = path.join(
      workbench().workspace,
      'plans/SEARCH-INDEX/execution/feedbacks/APPROVED_21.md',
    );
    await writeFile(approval, '# APPROVED: Achievement 2.1\n');
    await item(/^SEARCH-INDEX, achievement 2\.1 Field indexers, complete/).waitFor();
    await rm(approval);
    await item(/^SEARCH-INDEX, achievement 2\.1 Field indexers, in progress/).waitFor();
  });

  it('is there again after a reload, once', async () => {
    await workbench().reload();
    await item(/^Plan OFFLINE-SYNC/).waitFor({ timeout: 30_000 });
    await workbench().runCommand('Plans: Show Workspace Graph');
    await workbench().tab('Graph: All Plans').waitFor();
  });

  it('opens an achievement in its PLAN, and a plan as its own graph', async () => {
    await item(/^OFFLINE-SYNC, achievement 2\.1/).focus();
    await workbench().page.keyboard.press('Enter');
    await workbench().page.locator('.tab.active', { hasText: 'PLAN_OFFLINE-SYNC.md' }).waitFor();
    await workbench().page.locator('.view-line', { hasText: 'Achievement 2.1' }).first().waitFor();
    await workbench().tab('Graph: All Plans').click();
    await item(/^Plan DOCS-REFRESH/).focus();
    await workbench().page.keyboard.press('Enter');
    await workbench().tab('Graph: DOCS-REFRESH').waitFor();
  });
});

import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { useWorkbench } from './session';

describe('the Plans view in the workbench', () => {
  const workbench = useWorkbench();

  it('shows levels and achievements with status, readiness and progress', async () => {
    await workbench().showActivity('Plans');
    await workbench().expand(/SEARCH-INDEX/);
    await workbench().expand(/Level 2/);
    await workbench()
      .treeRow(/2\.1 Field indexers.*ready · in progress/)
      .waitFor();
    await workbench()
      .treeRow(/Level 3.*0\/2/)
      .waitFor();
    await workbench().screenshot('tree');
  });

  it('opens the place in the PLAN on a click', async () => {
    await workbench()
      .treeRow(/Field indexers/)
      .locator('.label-name')
      .click();
    await workbench().tab('PLAN_SEARCH-INDEX.md').waitFor();
    const line = workbench().page.locator('.view-line', { hasText: 'Achievement 2.1' });
    await line.first().waitFor();
    assert.ok((await workbench().cursorLine()) > 10);
  });

  it('follows a change on disk within a second', async () => {
    const approval = path.join(
      workbench().workspace,
      'plans/SEARCH-INDEX/execution/feedbacks/APPROVED_21.md',
    );
    await writeFile(approval, '# APPROVED: Achievement 2.1\n');
    await workbench()
      .treeRow(/Field indexers.*complete/)
      .waitFor({ timeout: 3000 });
    await rm(approval);
    await workbench()
      .treeRow(/Field indexers.*in progress/)
      .waitFor({ timeout: 3000 });
  });

  it('is readable in every theme', async () => {
    for (const theme of ['light', 'hc', 'dark'] as const) {
      await workbench().setTheme(theme);
      await workbench().screenshot(`plan-${theme}`);
    }
  });
});

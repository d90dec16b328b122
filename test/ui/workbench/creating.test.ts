import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from './fixtures';

test.describe('creating documents in the workbench', () => {
  test('creates one SUBPLAN from its CodeLens, and nothing when the dialog is cancelled', async ({
    workbench,
  }) => {
    const subplan = workbench.file('plans/DOCS-REFRESH/subplans/SUBPLAN_DOCS-REFRESH_12.md');
    await workbench.openFile('PLAN_DOCS-REFRESH.md');
    await workbench.goToLine(
      workbench.lineOf('plans/DOCS-REFRESH/PLAN_DOCS-REFRESH.md', '**Achievement 1.2**'),
    );
    const lens = workbench.codeLens('Create SUBPLAN');
    const question = workbench.dialog.getByText('SUBPLAN_DOCS-REFRESH_12.md');
    await workbench.click(lens, question);
    await workbench.screenshot('create-dialog');
    await workbench.press('Cancel');
    expect(existsSync(subplan)).toBe(false);
    await workbench.click(lens, question);
    await workbench.press('Create 1 file');
    await workbench.message('Created 1 SUBPLAN');
    expect(readFileSync(subplan, 'utf8')).toMatch(/\*\*Achievement\*\*: 1\.2/);
  });

  test('creates a batch of the level chosen, and takes it back with Undo', async ({ workbench }) => {
    const exist = () =>
      ['32', '33'].map((digits) =>
        existsSync(workbench.file(`plans/OFFLINE-SYNC/subplans/SUBPLAN_OFFLINE-SYNC_${digits}.md`)),
      );
    const lens = workbench.codeLens('Batch create SUBPLANs (2)');
    const level = workbench.quickPickRow(/Level 3/).first();
    await workbench.openFile('PLAN_OFFLINE-SYNC.md');
    await workbench.click(lens, level);
    await workbench.screenshot('batch-levels');
    await level.click();
    await expect(workbench.dialog.getByText('SUBPLAN_OFFLINE-SYNC_33.md')).toBeVisible();
    await workbench.screenshot('batch-dialog');
    await workbench.press('Cancel');
    expect(exist()).toEqual([false, false]);
    await workbench.click(lens, level);
    await level.click();
    await workbench.press('Create 2 files');
    await expect.poll(exist).toEqual([true, true]);
    await workbench.screenshot('batch-created');
    await workbench.message('Created 2 SUBPLANs', 'Undo');
    await workbench.message(/removed|undone|undid/i);
    expect(exist()).toEqual([false, false]);
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './session';

describe('creating documents in the workbench', () => {
  const workbench = useWorkbench();
  const file = (name: string): string => path.join(workbench().workspace, 'plans', name);

  it('creates one SUBPLAN from its CodeLens, and nothing when the dialog is cancelled', async () => {
    const subplan = file('DOCS-REFRESH/subplans/SUBPLAN_DOCS-REFRESH_12.md');
    await workbench().openFile('PLAN_DOCS-REFRESH.md');
    await workbench().goToLine(
      readFileSync(file('DOCS-REFRESH/PLAN_DOCS-REFRESH.md'), 'utf8')
        .split('**Achievement 1.2**')[0]
        ?.split('\n').length ?? 0,
    );
    const lens = workbench().codeLens('Create SUBPLAN').first();
    await lens.click();
    await workbench().dialog.getByText('SUBPLAN_DOCS-REFRESH_12.md').waitFor();
    await workbench().screenshot('create-dialog');
    await workbench().press('Cancel');
    assert.equal(existsSync(subplan), false);
    await lens.click();
    await workbench().press('Create 1 file');
    await workbench().notification('Created 1 SUBPLAN').waitFor();
    assert.match(readFileSync(subplan, 'utf8'), /\*\*Achievement\*\*: 1\.2/);
  });

  it('creates a batch of the level chosen, and takes it back with Undo', async () => {
    const names = [
      'OFFLINE-SYNC/subplans/SUBPLAN_OFFLINE-SYNC_32.md',
      'OFFLINE-SYNC/subplans/SUBPLAN_OFFLINE-SYNC_33.md',
    ];
    await workbench().openFile('PLAN_OFFLINE-SYNC.md');
    await workbench().codeLens('Batch create SUBPLANs (2)').first().click();
    await workbench()
      .quickPickRow(/Level 3/)
      .first()
      .waitFor();
    await workbench().screenshot('batch-levels');
    await workbench()
      .quickPickRow(/Level 3/)
      .first()
      .click();
    await workbench().dialog.getByText('SUBPLAN_OFFLINE-SYNC_33.md').waitFor();
    await workbench().screenshot('batch-dialog');
    await workbench().press('Cancel');
    assert.deepEqual(
      names.map((name) => existsSync(file(name))),
      [false, false],
    );
    await workbench().codeLens('Batch create SUBPLANs (2)').first().click();
    await workbench()
      .quickPickRow(/Level 3/)
      .first()
      .click();
    await workbench().press('Create 2 files');
    const created = workbench().notification('Created 2 SUBPLANs');
    await created.waitFor();
    assert.deepEqual(
      names.map((name) => existsSync(file(name))),
      [true, true],
    );
    await workbench().screenshot('batch-created');
    await created.getByRole('button', { name: 'Undo' }).click();
    await workbench()
      .notification(/removed|undone|undid/i)
      .first()
      .waitFor();
    assert.deepEqual(
      names.map((name) => existsSync(file(name))),
      [false, false],
    );
  });
});

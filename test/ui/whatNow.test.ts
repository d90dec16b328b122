import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './session';

describe('What now in the workbench', () => {
  const workbench = useWorkbench();
  const file = (name: string): string => path.join(workbench().workspace, 'plans/CHECKOUT-REDESIGN', name);

  it('shows what can be done, why and what it blocks, and does it by its number', async () => {
    await workbench().openFile('PLAN_CHECKOUT-REDESIGN.md');
    await workbench().codeLens('What now?').first().click();
    const first = workbench().quickPickRow('1.3 Address book').first();
    await first.waitFor();
    await workbench().screenshot('what-now');
    const text = (await first.allInnerTexts()).join(' ').replace(/\s+/g, ' ');
    assert.match(
      text,
      /^1 .*1\.3 Address book.*Fix what the review found.*FIX_13\.md says what to fix; 2\.2, 3\.1 wait for it/,
    );
    await workbench().page.keyboard.type('1');
    await workbench().quickPickRow('Approve: it is fixed').first().waitFor();
    await workbench().screenshot('what-now-failed');
    await workbench().page.keyboard.press('Escape');
  });

  it('approves after it has named what is missing, and takes it back', async () => {
    const approved = file('execution/feedbacks/APPROVED_24.md');
    await workbench().openFile('PLAN_CHECKOUT-REDESIGN.md');
    await workbench().runCommand('Plans: Approve');
    await workbench().quickPickRow('2.4').first().click();
    await workbench().acceptTicked();
    await workbench().dialog.getByText('although something is missing').waitFor();
    await workbench().dialog.getByText('2.4: not finished').waitFor();
    await workbench().screenshot('approve-missing');
    await workbench().press('Approve all the same');
    await workbench().notification('Created APPROVED_24.md').waitFor();
    assert.match(readFileSync(approved, 'utf8'), /Approved although not finished/);
    await workbench().notification('Created APPROVED_24.md').getByRole('button', { name: 'Undo' }).click();
    await workbench().notification('Removed APPROVED_24.md').waitFor();
    assert.equal(existsSync(approved), false);
  });
});

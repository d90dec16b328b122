import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from './fixtures';

test.describe('What now in the workbench', () => {
  test('shows what can be done, why and what it blocks, and does it by its number', async ({ workbench }) => {
    const first = workbench.quickPickRow('1.3 Address book').first();
    await workbench.openFile('PLAN_CHECKOUT-REDESIGN.md');
    await workbench.click(workbench.codeLens('What now?'), first);
    await workbench.screenshot('what-now');
    await expect(first).toHaveText(
      /1\s*.*1\.3 Address book.*Fix what the review found.*FIX_13\.md says what to fix; 2\.2, 3\.1 wait for it/s,
    );
    await workbench.page.keyboard.type('1');
    await expect(workbench.quickPickRow('Approve: it is fixed').first()).toBeVisible();
    await workbench.screenshot('what-now-failed');
  });

  test('approves after it has named what is missing, and takes it back', async ({ workbench }) => {
    const approved = workbench.file('plans/CHECKOUT-REDESIGN/execution/feedbacks/APPROVED_24.md');
    await workbench.openFile('PLAN_CHECKOUT-REDESIGN.md');
    await workbench.runCommand('Plans: Approve');
    await workbench.quickPickRow('2.4').first().click();
    await workbench.acceptTicked();
    await expect(workbench.dialog.getByText('although something is missing')).toBeVisible();
    await expect(workbench.dialog.getByText('2.4: not finished')).toBeVisible();
    await workbench.screenshot('approve-missing');
    await workbench.press('Approve all the same');
    await expect.poll(() => existsSync(approved)).toBe(true);
    expect(readFileSync(approved, 'utf8')).toMatch(/Approved although not finished/);
    await workbench.message('Created APPROVED_24.md', 'Undo');
    await workbench.message('Removed APPROVED_24.md');
    expect(existsSync(approved)).toBe(false);
  });
});

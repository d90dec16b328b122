import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import { until } from './tries';

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

  test('answers for all plans, leads to the one in front and back with a key each', async ({ workbench }) => {
    await workbench.openFile('PLAN_DOCS-REFRESH.md');
    await expect(workbench.statusBarItem(/(?<!\d)3 ready/)).toBeVisible();
    await workbench.runCommand('Plans: What Now?');
    const title = workbench.page.locator('.quick-input-title');
    await expect(title).toHaveText('All plans: 1 to fix, 13 ready in 5 plans');
    await expect(workbench.activityBadge('Plans')).toHaveText('13');
    await expect(workbench.quickPickRow('1.3 Address book').first()).toContainText(
      'CHECKOUT-REDESIGN: 2 of 9 complete, 3 ready',
    );
    await workbench.screenshot('what-now-all');
    await workbench.page.keyboard.type('0');
    await expect(title).toHaveText(/^DOCS-REFRESH: /);
    await workbench.page.keyboard.type('0');
    await expect(title).toHaveText(/^All plans: /);
  });

  test('offers to approve only what has begun, in the plan of the row that was chosen', async ({
    workbench,
  }) => {
    // the extension hears of the chosen row a moment later than the tree shows it
    await until(
      workbench.page.locator('.quick-input-title', { hasText: 'Approve in OFFLINE-SYNC' }),
      async () => {
        await workbench.treeRow('OFFLINE-SYNC').first().click();
        await workbench.runCommand('Plans: Approve');
      },
    );
    await expect(workbench.quickPickRow('3.1').first()).toBeVisible();
    await expect(workbench.quickPickRow('2.3')).toHaveCount(0);
    await workbench.page.keyboard.press('Escape');
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
    await workbench.press('Approve anyway');
    await expect.poll(() => existsSync(approved)).toBe(true);
    expect(readFileSync(approved, 'utf8')).toMatch(/Approved although not finished/);
    await workbench.message('Created APPROVED_24.md', 'Undo');
    await workbench.message('Removed APPROVED_24.md');
    expect(existsSync(approved)).toBe(false);
  });
});

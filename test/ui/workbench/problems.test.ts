import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from './fixtures';

test.describe('a dependency cycle in the workbench', () => {
  test('is one problem with the whole path, and its ranked quick fixes take it away', async ({
    workbench,
  }) => {
    const file = workbench.file('plans/SEARCH-INDEX/parallel.json');
    const original = readFileSync(file, 'utf8');
    const closed = original.replace(/("achievement_id": "1\.1",[\s\S]*?"dependencies": \[)\]/, '$1"2.1"]');
    expect(closed).not.toBe(original);
    writeFileSync(file, closed);
    await workbench.openFile('SEARCH-INDEX/parallel.json');
    const problem = await workbench.problems('Dependency cycle: 1.1 → 2.1 → 1.2 → 1.1');
    await expect(problem).toHaveCount(1);
    await workbench.screenshot('cycle');
    await problem.getByText('Dependency cycle').dblclick({ position: { x: 20, y: 5 } });
    const fix = await workbench.quickFix('Remove the dependency of 1.1 on 2.1');
    const offered = workbench.offeredFixes.filter({ hasText: /^Remove/ });
    await expect(offered, 'the cheapest way out first').toHaveText([
      'Remove the dependency of 1.1 on 2.1 (leaves a chain of 19 hours)',
      'Remove the dependency of 1.2 on 1.1 (leaves a chain of 22 hours)',
      'Remove the dependency of 2.1 on 1.2 (leaves a chain of 22 hours)',
    ]);
    await workbench.screenshot('guide-cycle');
    await fix.click();
    await expect(problem).toHaveCount(0);
    await workbench.page.keyboard.press('ControlOrMeta+s');
    await expect(workbench.page.locator('.tab.active:not(.dirty)')).toBeVisible();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(original));
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './session';

describe('renaming an achievement id in the workbench', () => {
  const workbench = useWorkbench();
  const file = (name: string): string => path.join(workbench().workspace, 'plans/SEARCH-INDEX', name);
  const text = (name: string): string => readFileSync(file(name), 'utf8');
  const old = [
    'subplans/SUBPLAN_SEARCH-INDEX_21.md',
    'execution/EXECUTION_TASK_SEARCH-INDEX_21_01.md',
    'execution/EXECUTION_TASK_SEARCH-INDEX_21_02.md',
    'execution/EXECUTION_TASK_SEARCH-INDEX_21_03.md',
  ];

  /** Renames 2.1 where it is defined; `key` ends the typing. */
  const rename = async (newId: string, key: string): Promise<void> => {
    const [before = ''] = text('PLAN_SEARCH-INDEX.md').split('**Achievement 2.1**');
    await workbench().openFile('PLAN_SEARCH-INDEX.md');
    await workbench().goToLine(before.split('\n').length, '**Achievement 2'.length);
    const box = await workbench().renameBox();
    assert.equal(await box.inputValue(), '2.1');
    await box.fill(newId);
    await workbench().page.keyboard.press(key);
  };

  it('is refused for an id that is taken, with the reason', async () => {
    await rename('2.2', 'Enter');
    await workbench().notification('2.2 is taken: PLAN_SEARCH-INDEX.md defines it').waitFor();
    await workbench().screenshot('rename-refused');
    assert.ok(text('PLAN_SEARCH-INDEX.md').includes('**Achievement 2.1**'));
  });

  it('shows every change first, then makes them in texts and file names', async () => {
    const before = old.map(text);
    await rename('2.7', 'ControlOrMeta+Enter');
    const { page } = workbench();
    const preview = page
      .locator('.bulk-edit-panel, .refactor-preview')
      .or(page.locator('.part.panel'))
      .first();
    await preview.getByText('PLAN_SEARCH-INDEX.md').first().waitFor();
    await workbench().screenshot('rename-preview');
    assert.ok(existsSync(file(old[0] ?? '')), 'nothing is changed before it is confirmed');
    await preview.getByRole('button', { name: 'Apply' }).click();
    const now = old.map((name) => name.replace('_21', '_27'));
    await workbench().tab('PLAN_SEARCH-INDEX.md').first().waitFor();
    for (let left = 50; left > 0 && !now.every((name) => existsSync(file(name))); left--)
      await page.waitForTimeout(100);
    assert.deepEqual(
      old.filter((name) => existsSync(file(name))),
      [],
    );
    await workbench().runCommand('File: Save All Files');
    await page.locator('.tab.dirty').first().waitFor({ state: 'detached' });
    assert.deepEqual(
      now.map(text),
      before.map((each) => each.replaceAll('_21', '_27').replaceAll('21_', '27_').replaceAll('2.1', '2.7')),
    );
    assert.ok(text('PLAN_SEARCH-INDEX.md').includes('**Achievement 2.7**: Field indexers'));
    assert.ok(!text('parallel.json').includes('"2.1"'));
    await workbench().codeLens('blocked by 2.7').first().waitFor();
    await workbench().screenshot('rename-done');
  });
});

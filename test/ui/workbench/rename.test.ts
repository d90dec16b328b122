import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import type { Workbench } from './workbench';

const FOLDER = 'plans/SEARCH-INDEX';
const PLAN = `${FOLDER}/PLAN_SEARCH-INDEX.md`;

/** Renames 2.1 where it is defined; `key` ends the typing. */
const rename = async (workbench: Workbench, newId: string, key: string): Promise<void> => {
  await workbench.openFile('PLAN_SEARCH-INDEX.md');
  await workbench.goToLine(workbench.lineOf(PLAN, '**Achievement 2.1**'), '**Achievement 2'.length);
  const box = await workbench.renameBox();
  await expect(box).toHaveValue('2.1');
  await box.fill(newId);
  await box.press(key);
};

test.describe('renaming an achievement id in the workbench', () => {
  test('is refused for an id that is taken, with the reason', async ({ workbench }) => {
    await rename(workbench, '2.2', 'Enter');
    await workbench.message('2.2 is taken: PLAN_SEARCH-INDEX.md defines it');
    await workbench.screenshot('rename-refused');
    expect(readFileSync(workbench.file(PLAN), 'utf8')).toContain('**Achievement 2.1**');
  });

  test('shows every change first, then makes them in texts and file names', async ({ workbench }) => {
    const { page } = workbench;
    const file = (name: string): string => workbench.file(`${FOLDER}/${name}`);
    const text = (name: string): string => readFileSync(file(name), 'utf8');
    const old = [
      'subplans/SUBPLAN_SEARCH-INDEX_21.md',
      ...['01', '02', '03'].map((run) => `execution/EXECUTION_TASK_SEARCH-INDEX_21_${run}.md`),
    ];
    const now = old.map((name) => name.replace('_21', '_27'));
    const there = (names: readonly string[]) => names.filter((name) => existsSync(file(name)));
    const before = old.map(text);
    await rename(workbench, '2.7', 'ControlOrMeta+Enter');
    const preview = page.locator('.part.panel');
    await expect(preview.getByText('PLAN_SEARCH-INDEX.md').first()).toBeVisible();
    await workbench.screenshot('rename-preview');
    expect(there(old), 'nothing is changed before it is confirmed').toEqual(old);
    await preview.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => [there(old), there(now)]).toEqual([[], now]);
    await workbench.runCommand('File: Save All Files');
    await expect(page.locator('.tab.dirty')).toHaveCount(0);
    const expected = before.map((each) =>
      each.replaceAll('_21', '_27').replaceAll('21_', '27_').replaceAll('2.1', '2.7'),
    );
    await expect.poll(() => now.map(text)).toEqual(expected);
    expect(text('PLAN_SEARCH-INDEX.md')).toContain('**Achievement 2.7**: Field indexers');
    expect(text('parallel.json')).not.toContain('"2.1"');
    await expect(workbench.codeLens('blocked by 2.7').first()).toBeVisible();
    await workbench.screenshot('rename-done');
  });
});

import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures';
import type { Workbench } from './workbench';

const DOCS = 'plans/DOCS-REFRESH';

/** The title of the list that is open. */
const title = ({ page }: Workbench, text: string): Locator =>
  page.locator('.quick-input-widget:visible .quick-input-title', { hasText: text });

const editorFocused = ({ page }: Workbench): Locator => page.locator('.part.editor .monaco-editor.focused');

/** No list, no document that only lived in it, nothing that waits in the bell. */
const nothingLeft = async (workbench: Workbench, document: string): Promise<void> => {
  await expect(workbench.quickInput).toBeHidden();
  await expect(workbench.tab(document)).toHaveCount(0);
  await expect(workbench.page.locator('.statusbar-item .codicon-bell-dot')).toHaveCount(0);
};

/** Presses a key until an entry of the list is the one that Enter takes. */
const moveTo = async (workbench: Workbench, key: string, text: string): Promise<void> => {
  const chosen = workbench.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text });
  for (let presses = 0; presses < 12 && !(await chosen.isVisible()); presses++) {
    await workbench.page.keyboard.press(key);
    await workbench.page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await expect(chosen).toBeVisible();
};

test.describe('creating documents in the workbench', () => {
  test('shows a SUBPLAN from its CodeLens as the document it would be, and writes nothing on Escape', async ({
    workbench,
  }) => {
    const name = 'SUBPLAN_DOCS-REFRESH_12.md';
    const subplan = workbench.file(`${DOCS}/subplans/${name}`);
    await workbench.openFile('PLAN_DOCS-REFRESH.md');
    await workbench.goToLine(workbench.lineOf(`${DOCS}/PLAN_DOCS-REFRESH.md`, '**Achievement 1.2**'));
    const lens = workbench.codeLens('Create SUBPLAN');
    const question = title(workbench, 'Create 1 SUBPLAN for DOCS-REFRESH of 1.2');
    await workbench.click(lens, question);
    await expect(workbench.activeTab(name)).toBeVisible();
    await expect(workbench.line('# SUBPLAN')).toBeVisible();
    await expect(workbench.quickInput).toBeFocused();
    await workbench.screenshot('create-one');
    await workbench.page.keyboard.press('Escape');
    await expect(workbench.statusBarItem('Cancelled: no SUBPLAN was created.')).toBeVisible();
    await nothingLeft(workbench, name);
    await expect(workbench.activeTab('PLAN_DOCS-REFRESH.md')).toBeVisible();
    await expect(editorFocused(workbench)).toBeVisible();
    await workbench.screenshot('create-cancelled');
    expect(existsSync(subplan)).toBe(false);
    await workbench.click(lens, question);
    await workbench.page.keyboard.press('Enter');
    await workbench.message('Created 1 SUBPLAN');
    expect(readFileSync(subplan, 'utf8')).toMatch(/\*\*Achievement\*\*: 1\.2/);
    await expect(workbench.tab(name)).toHaveCount(0);
    await expect(workbench.activeTab('PLAN_DOCS-REFRESH.md')).toBeVisible();
  });

  test('creates a batch of the level chosen by keyboard alone, and takes it back when the message is gone', async ({
    workbench,
  }) => {
    const names = ['32', '33'].map((digits) => `SUBPLAN_OFFLINE-SYNC_${digits}.md`);
    const exist = () =>
      names.map((name) => existsSync(workbench.file(`plans/OFFLINE-SYNC/subplans/${name}`)));
    const { keyboard } = workbench.page;
    await workbench.openFile('PLAN_OFFLINE-SYNC.md');
    await expect(workbench.codeLens('Batch create SUBPLANs (level 3: 2 missing)')).toBeVisible();
    await workbench.runCommand('Plans: Batch Create SUBPLANs');
    await expect(title(workbench, 'Create SUBPLANs for OFFLINE-SYNC')).toBeVisible();
    await workbench.screenshot('batch-levels');
    await keyboard.press('Enter');
    await expect(title(workbench, 'Create 2 SUBPLANs for OFFLINE-SYNC, level 3')).toBeVisible();
    await expect(workbench.activeTab('SUBPLAN_OFFLINE-SYNC_32.md')).toBeVisible();
    await moveTo(workbench, 'ArrowDown', 'SUBPLAN_OFFLINE-SYNC_33.md');
    await expect(workbench.activeTab('SUBPLAN_OFFLINE-SYNC_33.md')).toBeVisible();
    await expect(workbench.tab('SUBPLAN_OFFLINE-SYNC_32.md')).toHaveCount(0);
    await workbench.screenshot('batch-preview');
    // Enter on a document goes back to what creates, and creates nothing
    await keyboard.press('Enter');
    expect(exist()).toEqual([false, false]);
    await moveTo(workbench, 'ArrowDown', 'Cancel');
    await keyboard.press('Enter');
    await expect(workbench.statusBarItem('Cancelled: no SUBPLAN was created.')).toBeVisible();
    for (const name of names) await nothingLeft(workbench, name);
    expect(exist()).toEqual([false, false]);

    await workbench.runCommand('Plans: Batch Create SUBPLANs');
    await expect(title(workbench, 'Create SUBPLANs for OFFLINE-SYNC')).toBeVisible();
    await keyboard.press('Enter');
    await expect(title(workbench, 'level 3')).toBeVisible();
    await keyboard.press('Enter');
    await expect.poll(exist).toEqual([true, true]);
    await workbench.message('Created 2 SUBPLANs');
    await expect(workbench.statusBarItem('Cancelled')).toHaveCount(0);
    await workbench.screenshot('batch-created');
    await workbench.runCommand('Notifications: Clear All Notifications');
    await expect(workbench.messages).toHaveCount(0);
    await workbench.screenshot('batch-undo');
    await workbench.statusBarItem('Undo 2 SUBPLANs').click();
    await expect.poll(exist).toEqual([false, false]);
    await workbench.message('Removed SUBPLAN_OFFLINE-SYNC_32.md, SUBPLAN_OFFLINE-SYNC_33.md');
    await expect(workbench.statusBarItem('Undo 2 SUBPLANs')).toHaveCount(0);
  });

  test('closes the editor of what is taken back, so that every view tells the truth at once', async ({
    workbench,
  }) => {
    const name = 'SUBPLAN_DOCS-REFRESH_12.md';
    await workbench.openFile('PLAN_DOCS-REFRESH.md');
    await workbench.goToLine(workbench.lineOf(`${DOCS}/PLAN_DOCS-REFRESH.md`, '**Achievement 1.2**'));
    const question = title(workbench, 'Create 1 SUBPLAN for DOCS-REFRESH of 1.2');
    await workbench.click(workbench.codeLens('Create SUBPLAN'), question);
    await workbench.page.keyboard.press('Enter');
    await workbench.message('Created 1 SUBPLAN', 'Open');
    await expect(workbench.activeTab(name)).toBeVisible();
    await workbench.expand(/DOCS-REFRESH/);
    await expect(workbench.treeRow(/1\.2 Style guide.*SUBPLAN created/)).toBeVisible();
    await workbench.statusBarItem('Undo 1 SUBPLAN').click();
    await expect(workbench.tab(name)).toHaveCount(0);
    await expect(workbench.treeRow(/1\.2 Style guide.*not started/)).toBeVisible();
  });

  test('tells of a file that was removed while it is open without changes', async ({ workbench }) => {
    const name = 'SUBPLAN_DOCS-REFRESH_21.md';
    await workbench.openFile(`subplans/${name}`);
    await workbench.expand(/DOCS-REFRESH/);
    await expect(workbench.treeRow(/2\.1 Install page.*SUBPLAN created/)).toBeVisible();
    rmSync(workbench.file(`${DOCS}/subplans/${name}`));
    await expect(workbench.treeRow(/2\.1 Install page.*(?:not started|blocked)/)).toBeVisible();
    await expect(workbench.tab(name)).toBeVisible();
  });

  test('says which SUBPLANs are to be filled in before an EXECUTION builds on them, and leads there', async ({
    workbench,
  }) => {
    const name = 'SUBPLAN_DOCS-REFRESH_12.md';
    writeFileSync(
      workbench.file(`${DOCS}/subplans/${name}`),
      '# SUBPLAN: Style guide\n\n**Achievement**: 1.2\n\n## Approach\n\n<!-- fill: the steps -->\n',
    );
    await expect(workbench.treeRow('DOCS-REFRESH').first()).toBeVisible();
    await workbench.openFile('PLAN_DOCS-REFRESH.md');
    await workbench.goToLine(workbench.lineOf(`${DOCS}/PLAN_DOCS-REFRESH.md`, '**Achievement 1.2**'));
    await expect(workbench.codeLens('Fill in SUBPLAN (1 place)')).toBeVisible();
    await workbench.runCommand('Plans: Batch Create EXECUTIONs');
    await workbench.quickPickRow('Choose achievements').click();
    await workbench.quickPickRow('Style guide').click();
    await workbench.acceptTicked();
    await expect(title(workbench, 'Create 1 EXECUTION for DOCS-REFRESH of 1.2')).toBeVisible();
    await expect(workbench.quickPickRow('although 1 SUBPLAN is not filled in')).toBeVisible();
    await workbench.screenshot('create-unfilled');
    await moveTo(workbench, 'ArrowDown', '1.2 has 1 place to fill in');
    await workbench.page.keyboard.press('Enter');
    await expect(workbench.activeTab(name)).toBeVisible();
    await expect(workbench.statusBarItem('Place 1 of 1 to fill in')).toBeVisible();
    await expect.poll(() => workbench.cursorLine()).toBe(7);
  });

  test('gives the focus back to the tree it was asked for in', async ({ workbench }) => {
    await workbench.expand(/DOCS-REFRESH/);
    await workbench.expand(/Level 0/);
    const row = workbench.treeRow(/1\.2 Style guide/).first();
    await row.hover();
    const question = title(workbench, 'Create 1 SUBPLAN for DOCS-REFRESH of 1.2');
    await workbench.click(row.getByRole('button', { name: 'Create SUBPLAN' }), question);
    await expect(workbench.activeTab('SUBPLAN_DOCS-REFRESH_12.md')).toBeVisible();
    await workbench.page.keyboard.press('Escape');
    await nothingLeft(workbench, 'SUBPLAN_DOCS-REFRESH_12.md');
    await expect(workbench.page.locator('.part.sidebar .monaco-list:focus-within')).toBeVisible();
  });

  test('can be read and scrolled while it asks, and Escape ends it from there', async ({ workbench }) => {
    await workbench.openFile('PLAN_OFFLINE-SYNC.md');
    const question = title(workbench, 'Create 2 SUBPLANs for OFFLINE-SYNC, level 3');
    await workbench.runCommand('Plans: Batch Create SUBPLANs');
    await expect(title(workbench, 'Create SUBPLANs for OFFLINE-SYNC')).toBeVisible();
    await workbench.page.keyboard.press('Enter');
    await expect(question).toBeVisible();
    const name = 'SUBPLAN_OFFLINE-SYNC_32.md';
    await expect(workbench.activeTab(name)).toBeVisible();
    await workbench.page
      .locator('.part.editor .monaco-editor .view-lines')
      .last()
      .click({ position: { x: 60, y: 560 } });
    await expect(editorFocused(workbench)).toBeVisible();
    await expect(question).toBeVisible();
    await workbench.page.keyboard.press('PageDown');
    await workbench.page.keyboard.press('Escape');
    await expect(workbench.statusBarItem('Cancelled: no SUBPLAN was created.')).toBeVisible();
    await nothingLeft(workbench, name);
  });
});

import { expect } from '@playwright/test';
import { tryAgain } from './tries';
import type { Workbench } from './workbench';

/**
 * Puts everything away that tests leave on the screen: what asks, editors without saving them, messages, the panel.
 * Ends in the light theme, with the Plans view on the screen and its rows closed.
 */
export const tidy = async (workbench: Workbench): Promise<void> => {
  await workbench.page.keyboard.press('Escape');
  await closeEditors(workbench);
  if (await workbench.page.locator('.part.panel').isVisible()) await workbench.runCommand('View: Hide Panel');
  if (!(await workbench.isWearing('light'))) await workbench.setTheme('light');
  await clearMessages(workbench);
  await workbench.showActivity('Plans');
  await closeRows(workbench);
};

const closeEditors = async (workbench: Workbench): Promise<void> => {
  const nothingOpen = workbench.page.locator('.part.editor .editor-group-container.empty');
  if (await nothingOpen.isVisible()) return;
  await workbench.runCommand('View: Close All Editors');
  const dontSave = workbench.dialog.getByRole('button', { name: "Don't Save" });
  await expect(dontSave.or(nothingOpen)).toBeVisible();
  if (await dontSave.isVisible()) await dontSave.click();
  await expect(nothingOpen).toBeVisible();
};

const clearMessages = async (workbench: Workbench): Promise<void> => {
  const unread = workbench.page.locator('.statusbar-item .codicon-bell-dot');
  const left = workbench.messages.or(unread);
  // what was done last may be told while older messages go
  await tryAgain(async (limit) => {
    if ((await left.count()) === 0) return;
    await workbench.runCommand('Notifications: Clear All Notifications');
    await expect(left).toHaveCount(0, { timeout: limit });
  });
};

const closeRows = async ({ page }: Workbench): Promise<void> => {
  const open = page.locator('.part.sidebar .pane .monaco-list-row[aria-expanded="true"]');
  if ((await open.count()) === 0) return;
  await page.locator('.part.sidebar').hover();
  await page.getByRole('button', { name: 'Collapse All' }).click();
  await expect(open).toHaveCount(0);
};

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from './fixtures';
import { planToRun, runningPlan } from './runningPlan';
import type { Workbench } from './workbench';

const LOG = '1.1 · SHOP-1';

/** What the terminal in front shows, line by line. */
const shownLog = async (workbench: Workbench): Promise<string> => {
  const lines = await workbench.page.locator('.part.editor .xterm-rows:visible > div').allTextContents();
  return lines.map((line) => line.replaceAll('\u00a0', ' ').trimEnd()).join('\n');
};

const openLog = async (workbench: Workbench): Promise<void> => {
  await workbench.choose('Plans: Open Log of Run', '1.1 Cart', workbench.activeTab(LOG));
};

test.describe('a run that is watched', () => {
  let room: string;
  test.beforeEach(() => {
    room = mkdtempSync(path.join(tmpdir(), 'parallel-plans-room-'));
  });
  test.afterEach(() => rmSync(room, { recursive: true, force: true }));

  test('is seen in tree, graph and timeline, in logs and in its report', async ({ openAnother }) => {
    const workbench = await openAnother(planToRun(room));
    const { webview } = workbench;
    const run = runningPlan(workbench.workspace, room);
    const card = (id: string) => webview.locator(`.card[data-id="${id}"]`);

    await test.step('the tree says what is running', async () => {
      await workbench.showActivity('Plans');
      await workbench.expand(/SHOP/);
      await expect(workbench.treeRow(/1\.1 Cart.*ready/)).toBeVisible();
      run.begin();
      await expect(workbench.treeRow(/1\.1 Cart.*running/)).toBeVisible();
      await expect(workbench.treeRow(/1\.2 Prices with taxes.*running/)).toBeVisible();
      await expect(workbench.treeRow(/SHOP.*3 running/)).toBeVisible();
    });

    await test.step('the graph says it too, and what may conflict', async () => {
      await workbench.runCommand('Plans: Show Graph');
      await expect(card('1.1')).toHaveText(/Running/);
      await expect(webview.locator('.clash text')).toHaveText(['conflict?']);
      await expect(card('1.2')).toHaveAttribute('aria-label', /may conflict with 1\.1: src\/money\.ts/);
    });

    await test.step('the log follows what the agent prints, and nothing of it steers the editor', async () => {
      await openLog(workbench);
      await expect.poll(() => shownLog(workbench)).toMatch(/Reading what 1\.1 builds on/);
      const log = await shownLog(workbench);
      expect(log).toMatch(/^Writing 100 %/m);
      expect(log).toMatch(/<U\+202E>with marks of direction<U\+202C>/);
      expect(log).not.toMatch(/Not this title/);
      await expect(workbench.tab('Not this title')).toHaveCount(0);
      await workbench.page.locator('.part.editor .xterm-screen:visible').click();
      await workbench.page.keyboard.type('typed into it');
      run.end('1.1');
      await expect.poll(() => shownLog(workbench)).toMatch(/✓ Done\s+── 1\.1 landed ──/);
      expect(await shownLog(workbench)).not.toMatch(/typed into it/);
      await workbench.screenshot('run-log');
    });

    await test.step('what failed blocks in every view what depends on it', async () => {
      run.fail('1.2');
      await expect(workbench.treeRow(/1\.2 Prices with taxes.*failed/)).toBeVisible();
      await expect(workbench.treeRow(/2\.1 Checkout.*blocked by 1\.2/)).toBeVisible();
      await expect(workbench.treeRow(/1\.1 Cart.*landed/)).toBeVisible();
      await workbench.runCommand('Plans: Show Graph');
      await expect(card('1.2')).toHaveText(/Failed/);
      await expect(card('1.3')).toHaveText(/Running/);
      await workbench.message('SHOP-1: 1.2 failed');
      await workbench.runCommand('Notifications: Clear All Notifications');
      await expect(workbench.messages).toHaveCount(0);
      await workbench.screenshot('run-graph');
      await workbench.setTheme('dark');
      await workbench.screenshot('run-graph-dark');
      await workbench.setTheme('light');
    });

    await test.step('the timeline shows what was planned beside what was', async () => {
      await workbench.runCommand('Plans: Show Timeline');
      await expect(webview.getByRole('listitem').filter({ hasText: '1.1 Cart' })).toHaveText(
        /landed, took \d+ s, estimate 2 h/,
      );
      await expect(webview.locator('.run-planned').first()).toBeVisible();
      await workbench.screenshot('run-timeline');
      await workbench.setTheme('dark');
      await workbench.screenshot('run-timeline-dark');
      await workbench.setTheme('light');
    });

    await test.step('a reload leaves no broken log, and the views go on', async () => {
      await workbench.reload();
      await expect(workbench.treeRow(/1\.3 Address book.*running/)).toBeVisible();
      await expect(workbench.tab(LOG)).toHaveCount(0);
      await openLog(workbench);
      await expect.poll(() => shownLog(workbench)).toMatch(/── 1\.1 landed ──/);
      // closing it asks nothing
      await workbench.runCommand('View: Close Editor');
      await expect(workbench.tab(LOG)).toHaveCount(0);
      await expect(workbench.dialog).toHaveCount(0);
    });

    await test.step('the report keeps up with the run', async () => {
      await workbench.runCommand('Plans: Open Report of Run');
      await expect(workbench.activeTab('SHOP-1 report.txt')).toBeVisible();
      await expect(workbench.line(/1\.3\s+Address\sbook/)).toBeVisible();
      await expect(workbench.line(/Status:\spending\s\(running\)/)).toBeVisible();
      await expect(workbench.line(/Run:\sSHOP-1\s\(running\)/)).toBeVisible();
      run.end('1.3');
      run.end('2.2');
      await expect(workbench.line(/Run:\sSHOP-1\s\(failed\)/)).toBeVisible();
      await workbench.runCommand('Plans: Open Result of Run');
      await expect(workbench.activeTab('result.json')).toBeVisible();
    });
  });
});

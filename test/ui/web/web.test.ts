import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { expect, test } from '../workbench/fixtures';
import { tryAgain } from '../workbench/tries';
import type { Workbench } from '../workbench/workbench';

const SEARCH = 'plans/SEARCH-INDEX';

/** Exports the graph of the plan in front into the file that is suggested. */
const exportInto = async (workbench: Workbench, format: string, file: string): Promise<void> => {
  const { quickInput } = workbench;
  await tryAgain(async (timeout) => {
    await workbench.runCommand('Plans: Export Graph…');
    await expect(workbench.quickPickRow(format).first()).toBeVisible({ timeout });
    await quickInput.fill(format, { timeout });
    await quickInput.press('Enter', { timeout });
    await expect(quickInput).toHaveValue(file, { timeout });
  });
  await quickInput.press('Enter');
};

/** The extension as a browser runs it: the bundle for the web, in a worker, over the file systems of the editor. */
test.describe('in the extension host of a browser', () => {
  test('the extension is activated', async ({ workbench }) => {
    const { page } = workbench;
    const size = page.viewportSize() ?? { width: 1400, height: 900 };
    // the list holds only the rows that are in view
    await page.setViewportSize({ ...size, height: 3_000 });
    await workbench.runCommand('Developer: Show Running Extensions');
    const running = page.locator('.runtime-extensions-editor .monaco-list-row');
    await expect(running.filter({ hasText: 'Parallel Plans' })).toHaveText(/web worker.*Activation/s);
    await page.setViewportSize(size);
  });

  test('the tree shows plans and PRPs with their status, and follows the disk', async ({ workbench }) => {
    await expect(workbench.treeRow(/PRP-7.*1\/4/)).toBeVisible();
    await workbench.expand(/SEARCH-INDEX/);
    await workbench.expand(/Level 2/);
    await expect(workbench.treeRow(/2\.1 Field indexers.*ready · in progress/)).toBeVisible();
    const approval = workbench.file(`${SEARCH}/execution/feedbacks/APPROVED_21.md`);
    await writeFile(approval, '# APPROVED: Achievement 2.1\n');
    await expect(workbench.treeRow(/Field indexers.*complete/)).toBeVisible();
    await rm(approval);
    await expect(workbench.treeRow(/Field indexers.*in progress/)).toBeVisible();
  });

  test('says that nothing runs there', async ({ workbench }) => {
    await expect(workbench.page.locator('.part.sidebar').getByText('Runs', { exact: true })).toHaveCount(0);
    await workbench.openFile('PLAN_OFFLINE-SYNC.md');
    await expect(workbench.codeLens('What now?')).toBeVisible();
    await expect(workbench.codeLens('Run plan')).toHaveCount(0);
    await workbench.runCommand('Plans: Run Plan…');
    await workbench.message('Running a plan needs a disk and processes');
  });

  test('a lens creates a batch, and Undo takes it back', async ({ workbench }) => {
    const files = ['32', '33'].map((digits) =>
      workbench.file(`plans/OFFLINE-SYNC/subplans/SUBPLAN_OFFLINE-SYNC_${digits}.md`),
    );
    await workbench.openFile('PLAN_OFFLINE-SYNC.md');
    const level = workbench.quickPickRow(/Level 3/).first();
    await workbench.click(workbench.codeLens('Batch create SUBPLANs (level 3: 2 missing)'), level);
    await level.click();
    await workbench.quickPickRow('Create 2 SUBPLANs').click();
    await expect.poll(() => files.map((file) => existsSync(file))).toEqual([true, true]);
    expect(readFileSync(files[1] ?? '', 'utf8')).toMatch(/\*\*Achievement\*\*: 3\.3/);
    await workbench.message('Created 2 SUBPLANs', 'Undo');
    await workbench.message(/removed/i);
    expect(files.map((file) => existsSync(file))).toEqual([false, false]);
  });

  test('a cycle is a problem with its path, and a quick fix takes it away', async ({ workbench }) => {
    const file = workbench.file(`${SEARCH}/parallel.json`);
    const original = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      original.replace(/("achievement_id": "1\.1",[\s\S]*?"dependencies": \[)\]/, '$1"2.1"]'),
    );
    await workbench.openFile('SEARCH-INDEX/parallel.json');
    const problem = await workbench.problems('Dependency cycle: 1.1 → 2.1 → 1.2 → 1.1');
    await expect(problem).toHaveCount(1);
    await problem.getByText('Dependency cycle').dblclick({ position: { x: 20, y: 5 } });
    await expect(workbench.page.locator('.part.editor .monaco-editor.focused')).toBeVisible();
    await (await workbench.quickFix('Remove the dependency of 1.1 on 2.1')).click();
    await expect(problem).toHaveCount(0);
  });

  test('a hover says where an achievement stands', async ({ workbench }) => {
    await workbench.openFile('PLAN_SEARCH-INDEX.md');
    const line = workbench.lineOf(`${SEARCH}/PLAN_SEARCH-INDEX.md`, '**Achievement 2.1**');
    await workbench.goToLine(line, '**Achievement 2'.length);
    await workbench.hover(/Field indexers.*in progress/is);
  });

  test('a review is written after it has said what is missing', async ({ workbench }) => {
    const approved = workbench.file('plans/CHECKOUT-REDESIGN/execution/feedbacks/APPROVED_24.md');
    await workbench.openFile('PLAN_CHECKOUT-REDESIGN.md');
    await workbench.runCommand('Plans: Approve');
    await workbench.quickPickRow('2.4').first().click();
    await workbench.acceptTicked();
    await expect(workbench.dialog.getByText('2.4: not finished')).toBeVisible();
    await workbench.press('Approve anyway');
    await workbench.message('Created APPROVED_24.md');
    expect(readFileSync(approved, 'utf8')).toMatch(/Approved although not finished/);
    await workbench.expand(/CHECKOUT-REDESIGN/);
    await workbench.expand(/Level 1/);
    await expect(workbench.treeRow(/2\.4 .*complete/)).toBeVisible();
  });

  test('the graph and the timeline are drawn', async ({ workbench }) => {
    const { webview } = workbench;
    await workbench.openFile('PLAN_SEARCH-INDEX.md');
    await workbench.click(workbench.codeLens('Show graph'), webview.getByRole('tree'));
    await expect(webview.locator('.card[data-id="2.1"]').getByText('Field indexers')).toBeVisible();
    await webview.getByRole('tab', { name: 'Timeline' }).click();
    await expect(
      webview.getByRole('status').filter({ hasText: 'With 2 executors (more would hardly help): 19 hours' }),
    ).toBeVisible();
    await expect(webview.getByRole('gridcell', { name: 'Achievement 4.1 ' })).toBeVisible();
  });

  test('a rename follows an id through texts and file names', async ({ workbench }) => {
    const file = (digits: string) => workbench.file(`${SEARCH}/subplans/SUBPLAN_SEARCH-INDEX_${digits}.md`);
    await workbench.openFile('PLAN_SEARCH-INDEX.md');
    const line = workbench.lineOf(`${SEARCH}/PLAN_SEARCH-INDEX.md`, '**Achievement 2.1**');
    await workbench.goToLine(line, '**Achievement 2'.length);
    const box = await workbench.renameBox();
    await expect(box).toHaveValue('2.1');
    await box.fill('2.7');
    await box.press('Enter');
    await expect.poll(() => [existsSync(file('21')), existsSync(file('27'))]).toEqual([false, true]);
    await workbench.runCommand('File: Save All Files');
    await expect(workbench.page.locator('.tab.dirty')).toHaveCount(0);
    await expect.poll(() => readFileSync(file('27'), 'utf8')).toMatch(/\*\*Achievement\*\*: 2\.7/);
    expect(readFileSync(workbench.file(`${SEARCH}/parallel.json`), 'utf8')).not.toContain('"2.1"');
    await expect(workbench.codeLens('blocked by 2.7').first()).toBeVisible();
  });

  test('a prompt for what comes next is copied', async ({ workbench }) => {
    await workbench.openFile('PLAN_DOCS-REFRESH.md');
    await workbench.runCommand('Plans: Copy Prompt…');
    await workbench.quickPickRow(/Find what can run at the same time.*across priorities/).click();
    await workbench.quickPickRow('Copy to the clipboard').click();
    await expect(workbench.statusBarItem('Prompt copied')).toBeVisible();
    const prompt = await workbench.page.evaluate(() => navigator.clipboard.readText());
    expect(prompt).toMatch(/Style guide/);
  });

  test('the graph is exported as SVG and as PNG', async ({ workbench }) => {
    await workbench.openFile('PLAN_SEARCH-INDEX.md');
    for (const [format, start] of [
      ['SVG', '<svg'],
      ['PNG', '\u0089PNG'],
    ] as const) {
      const name = `PLAN_SEARCH-INDEX-graph.${format.toLowerCase()}`;
      await exportInto(workbench, format, workbench.file(`${SEARCH}/${name}`));
      await workbench.message(`The graph is in ${name}`);
      expect(readFileSync(workbench.file(`${SEARCH}/${name}`), 'latin1').slice(0, 200)).toContain(start);
    }
  });

  test('a plan that is on no disk is shown, worked on and drawn', async ({ workbench }) => {
    await workbench.expand(/KITCHEN.*0\/3/);
    await workbench.expand(/Level 1/);
    await expect(workbench.treeRow(/1\.2 Sink.*blocked by 1\.1/)).toBeVisible();
    await workbench.click(
      workbench.treeRow(/Stove/).locator('.label-name'),
      workbench.activeTab('PLAN_KITCHEN.md'),
    );
    await workbench.click(
      workbench.codeLens(/^Create SUBPLAN$/),
      workbench.activeTab('SUBPLAN_KITCHEN_11.md'),
    );
    await workbench.quickPickRow('Create 1 SUBPLAN').click();
    await expect(workbench.treeRow(/Stove.*SUBPLAN created/)).toBeVisible();
    await workbench.message('Created 1 SUBPLAN', 'Undo');
    await expect(workbench.treeRow(/Stove.*not started/)).toBeVisible();
    await exportInto(workbench, 'Mermaid', '/kitchen/PLAN_KITCHEN-graph.mmd');
    await workbench.message('The graph is in PLAN_KITCHEN-graph.mmd');
    await workbench.runCommand('Plans: Show Graph');
    await expect(workbench.webview.locator('.card[data-id="1.3"]').getByText('Lamp')).toBeVisible();
    await workbench.message('The graph is in PLAN_KITCHEN-graph.mmd', 'Open');
    await expect(workbench.line('Lamp')).toBeVisible();
  });
});

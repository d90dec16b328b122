import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { useWorkbench } from './session';

describe('the dependency graph in the workbench', () => {
  const workbench = useWorkbench();
  const node = (id: string) =>
    workbench()
      .webview.getByRole('treeitem', { name: new RegExp(`\\b${id.replace('.', '\\.')}\\b`) })
      .first();
  const selectedNode = (id: string) => workbench().webview.locator(`[aria-selected="true"][data-id="${id}"]`);
  const selectedRow = (text: RegExp) =>
    workbench().page.locator('.part.sidebar .pane .monaco-list-row.selected', { hasText: text });

  it('opens from the PLAN and shows levels and status in words', async () => {
    await workbench().openFile('PLAN_SEARCH-INDEX.md');
    await workbench().codeLens('Show graph').first().click();
    await node('2.1').waitFor();
    await workbench().webview.getByText('Level 2').first().waitFor();
    assert.match((await node('2.1').getAttribute('aria-label')) ?? '', /in progress/);
    await workbench().showActivity('Plans');
    await workbench().expand(/SEARCH-INDEX/);
    await workbench()
      .treeRow(/2\.1 Field indexers/)
      .waitFor();
    await workbench().screenshot('overview');
  });

  it('opens an achievement by mouse', async () => {
    await node('2.1').click();
    await workbench().tab('PLAN_SEARCH-INDEX.md').waitFor();
    await workbench().page.locator('.view-line', { hasText: 'Achievement 2.1' }).first().waitFor();
  });

  it('opens an achievement by keyboard', async () => {
    await workbench().tab(/graph/i).first().click();
    await node('2.1').focus();
    await workbench().page.keyboard.press('ArrowRight');
    await workbench().page.keyboard.press('Enter');
    await workbench().page.locator('.tab.active', { hasText: 'PLAN_SEARCH-INDEX.md' }).waitFor();
    await workbench().page.locator('.view-line', { hasText: 'Achievement 2.2' }).first().waitFor();
  });

  it('offers the actions of the tree in a context menu, by keyboard and by mouse', async () => {
    const { page } = workbench();
    await workbench().tab(/graph/i).first().click();
    await node('1.2').focus();
    await page.keyboard.press('Shift+F10');
    // a menu takes no click in the first moments, but keys
    await page.getByRole('menuitem', { name: 'Open Achievement' }).hover();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'PLAN_SEARCH-INDEX.md' }).waitFor();
    await page.locator('.view-line', { hasText: 'Achievement 1.2' }).first().waitFor();
    await workbench().tab(/graph/i).first().click();
    await node('2.1').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Approve' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: 'Approve' }).waitFor({ state: 'hidden' });
  });

  it('is followed by the tree, which leaves it the focus', async () => {
    const { page } = workbench();
    await workbench().tab(/graph/i).first().click();
    await node('2.1').focus();
    await page.keyboard.press('ArrowRight');
    await selectedRow(/2\.2 Incremental updates/).waitFor();
    assert.ok(await node('2.2').evaluate((card) => card === document.activeElement));
    await page.keyboard.press('ArrowLeft');
    await selectedRow(/2\.1 Field indexers/).waitFor();
  });

  it('follows the tree, the cursor of the text editor, and the documents of an achievement', async () => {
    await workbench()
      .treeRow(/1\.2 Postings file format/)
      .locator('.label-name')
      .click();
    await selectedNode('1.2').waitFor();
    await workbench().page.locator('.tab.active', { hasText: 'PLAN_SEARCH-INDEX.md' }).waitFor();
    const plan = path.join(workbench().workspace, 'plans/SEARCH-INDEX/PLAN_SEARCH-INDEX.md');
    const lines = (await readFile(plan, 'utf8')).split('\n');
    await workbench().goToLine(lines.findIndex((line) => line.startsWith('**Achievement 2.2**')) + 1);
    await selectedNode('2.2').waitFor();
    await selectedRow(/2\.2 Incremental updates/).waitFor();
    await workbench().openFile('SUBPLAN_SEARCH-INDEX_21.md');
    await selectedNode('2.1').waitFor();
    await workbench().screenshot('graph-selection');
    await workbench().openFile('PLAN_SEARCH-INDEX.md');
  });

  it('is searched with Ctrl+F, as every editor is', async () => {
    await workbench().tab(/graph/i).first().click();
    await node('2.1').focus();
    await workbench().page.keyboard.press('Control+f');
    await workbench().page.keyboard.type('status:in-progress');
    await workbench()
      .webview.getByText(/^\d+ of \d+ shown$/)
      .waitFor();
    await workbench().screenshot('graph-search');
    await workbench().webview.getByRole('searchbox').fill('');
  });

  it('draws a dependency that changes parallel.json, and Undo restores it byte for byte', async () => {
    const { page } = workbench();
    const parallel = path.join(workbench().workspace, 'plans/SEARCH-INDEX/parallel.json');
    const text = (): string => readFileSync(parallel, 'utf8');
    const before = text();
    await workbench().tab(/graph/i).first().click();
    await node('1.1').waitFor();
    await node('1.1').focus();
    await page.keyboard.press('l');
    await node('4.1').focus();
    await workbench().webview.getByText('4.1 depends on 1.1 anyway: 4.1 → 3.2 → 3.1 → 1.1.').waitFor();
    await page.keyboard.press('Escape');
    await workbench().webview.locator('.card[data-id="2.2"]').hover();
    const handle = await workbench().webview.locator('.handle').boundingBox();
    const target = await workbench().webview.locator('.card[data-id="3.2"]').boundingBox();
    assert.ok(handle && target);
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(target.x + 40, target.y + 40, { steps: 6 });
    await workbench()
      .webview.getByText(/^3\.2 would depend on 2\.2/)
      .waitFor();
    await workbench().screenshot('graph-drawing');
    await page.mouse.up();
    await workbench()
      .webview.getByText(/^3\.2 depends on 2\.2 now/)
      .waitFor();
    assert.notEqual(text(), before);
    await workbench()
      .webview.getByRole('treeitem', { name: /^Achievement 3\.2 .*depends on .*2\.2/ })
      .waitFor();
    await workbench().screenshot('graph-drawn');
    await workbench().webview.getByRole('button', { name: 'Undo' }).click();
    await workbench().webview.getByText('The change is taken back.').waitFor();
    assert.equal(text(), before);
  });

  it('removes a dependency chosen from a list that Delete asks for, and takes it back by key', async () => {
    const parallel = path.join(workbench().workspace, 'plans/SEARCH-INDEX/parallel.json');
    const text = (): string => readFileSync(parallel, 'utf8');
    const before = text();
    await workbench().tab(/graph/i).first().click();
    await node('3.2').focus();
    await workbench().page.keyboard.press('Delete');
    await workbench().quickPickRow('4.1 depends on 3.2').waitFor();
    await workbench().quickPickRow('3.2 depends on 3.1').click();
    await workbench().acceptTicked();
    await workbench()
      .statusBarItem(/^3\.2 no longer depends on 3\.1\./)
      .waitFor();
    assert.ok(text().includes('"dependencies": ["2.1"]'), text());
    await node('3.2').focus();
    await workbench().page.keyboard.press('Control+z');
    for (let left = 50; left > 0 && text() !== before; left--) await workbench().page.waitForTimeout(100);
    assert.equal(text(), before);
  });

  it('is readable in every theme, and comes back after a reload', async () => {
    await workbench().tab(/graph/i).first().click();
    for (const theme of ['light', 'hc', 'dark'] as const) {
      await workbench().setTheme(theme);
      await workbench().tab(/graph/i).first().click();
      await workbench().screenshot(`graph-${theme}`);
    }
    await workbench().reload();
    await node('2.1').waitFor({ timeout: 30_000 });
  });
});

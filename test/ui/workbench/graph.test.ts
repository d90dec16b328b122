import { readFileSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { boxOf } from '../pages/graphPage';
import { expect, test } from './fixtures';
import type { Workbench } from './workbench';

const PLAN = 'plans/SEARCH-INDEX/PLAN_SEARCH-INDEX.md';

const node = ({ webview }: Workbench, id: string): Locator =>
  webview.getByRole('treeitem', { name: new RegExp(`\\b${id.replace('.', '\\.')}\\b`) }).first();
const graphTab = (workbench: Workbench): Locator => workbench.tab(/graph/i).first();
const selectedRow = ({ page }: Workbench, text: RegExp): Locator =>
  page.locator('.part.sidebar .pane .monaco-list-row.selected', { hasText: text });

/** The plan is open, and its graph beside it, from the lens above the PLAN. */
const openGraph = async (workbench: Workbench): Promise<void> => {
  await workbench.openFile('PLAN_SEARCH-INDEX.md');
  await workbench.click(workbench.codeLens('Show graph'), node(workbench, '2.1'));
};

/** The text editor shows the definition of an achievement. */
const expectOpened = async (workbench: Workbench, id: string): Promise<void> => {
  await expect(workbench.activeTab('PLAN_SEARCH-INDEX.md')).toBeVisible();
  await expect(workbench.line(`Achievement ${id}`)).toBeVisible();
};

const parallelJson = (workbench: Workbench): string =>
  readFileSync(workbench.file('plans/SEARCH-INDEX/parallel.json'), 'utf8');

test.describe('the dependency graph in the workbench', () => {
  test('opens from the PLAN and shows levels and status in words', async ({ workbench }) => {
    await openGraph(workbench);
    await expect(workbench.webview.getByText('Level 2').first()).toBeVisible();
    await expect(node(workbench, '2.1')).toHaveAttribute('aria-label', /in progress/);
    await workbench.expand(/SEARCH-INDEX/);
    await workbench.expand(/Level 2/);
    await expect(workbench.treeRow(/2\.1 Field indexers/)).toBeVisible();
    await workbench.screenshot('overview');
    await workbench.screenshots('graph');
  });

  test('opens an achievement by mouse and by keyboard', async ({ workbench }) => {
    await openGraph(workbench);
    await node(workbench, '2.1').click();
    await expectOpened(workbench, '2.1');
    await graphTab(workbench).click();
    await node(workbench, '2.1').press('ArrowRight');
    await expect(node(workbench, '2.2')).toBeFocused();
    await workbench.page.keyboard.press('Enter');
    await expectOpened(workbench, '2.2');
  });

  test('offers the actions of the tree in a context menu, by keyboard and by mouse', async ({
    workbench,
  }) => {
    const { page } = workbench;
    await openGraph(workbench);
    await node(workbench, '1.2').press('Shift+F10');
    // a menu takes no click in the first moments, but keys
    await page.getByRole('menuitem', { name: 'Open Achievement' }).hover();
    await page.keyboard.press('Enter');
    await expectOpened(workbench, '1.2');
    await graphTab(workbench).click();
    await node(workbench, '2.1').click({ button: 'right' });
    const approve = page.getByRole('menuitem', { name: 'Approve' });
    await expect(approve).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(approve).toBeHidden();
  });

  test('has the focus on an achievement when it opens, and gets it back from menu, list, editor and reload', async ({
    workbench,
  }) => {
    const { page, webview } = workbench;
    const focused = webview.locator('.card:focus');
    /** Keys come to the graph, without a click into it. */
    const expectKeys = async (from: string, key: string, to: string): Promise<void> => {
      await expect(node(workbench, from)).toBeFocused();
      await page.keyboard.press(key);
      await expect(node(workbench, to)).toBeFocused();
    };
    await openGraph(workbench);
    await expect(focused).toHaveAttribute('aria-label', /, ready/);
    await page.keyboard.press('/');
    await page.keyboard.type('2.1');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+F10');
    const approve = page.getByRole('menuitem', { name: 'Approve' });
    await expect(approve).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(approve).toBeHidden();
    await expectKeys('2.1', 'ArrowRight', '2.2');
    await page.keyboard.press('Delete');
    await expect(workbench.quickPickRow('2.2 depends on 2.1')).toBeVisible();
    await page.keyboard.press('Escape');
    await expectKeys('2.2', 'ArrowLeft', '2.1');
    await page.keyboard.press('Enter');
    await expectOpened(workbench, '2.1');
    // the text takes the focus when it is there, which may be after a click that comes too early
    await expect(page.locator('.part.editor .monaco-editor.focused')).toBeVisible();
    await graphTab(workbench).click();
    await expectKeys('2.1', 'ArrowRight', '2.2');
    await workbench.reload();
    await expect(node(workbench, '2.2')).toBeFocused();
  });

  test('is followed by the tree, which leaves it the focus', async ({ workbench }) => {
    await openGraph(workbench);
    await node(workbench, '2.1').press('ArrowRight');
    await expect(selectedRow(workbench, /2\.2 Incremental updates/)).toBeVisible();
    await expect(node(workbench, '2.2')).toBeFocused();
    await workbench.page.keyboard.press('ArrowLeft');
    await expect(selectedRow(workbench, /2\.1 Field indexers/)).toBeVisible();
  });

  test('follows the tree, the cursor of the text editor, and the documents of an achievement', async ({
    workbench,
  }) => {
    const selected = (id: string) => workbench.webview.locator(`[aria-selected="true"][data-id="${id}"]`);
    await openGraph(workbench);
    await workbench.expand(/SEARCH-INDEX/);
    await workbench.expand(/Level 1/);
    await workbench.click(
      workbench.treeRow(/1\.2 Postings file format/).locator('.label-name'),
      selected('1.2'),
    );
    await expectOpened(workbench, '1.2');
    await workbench.goToLine(workbench.lineOf(PLAN, '**Achievement 2.2**'));
    await expect(selected('2.2')).toBeVisible();
    await expect(selectedRow(workbench, /2\.2 Incremental updates/)).toBeVisible();
    await workbench.openFile('SUBPLAN_SEARCH-INDEX_21.md');
    await expect(selected('2.1')).toBeVisible();
    await workbench.screenshot('graph-selection');
  });

  test('is searched with Ctrl+F, as every editor is', async ({ workbench }) => {
    await openGraph(workbench);
    await node(workbench, '2.1').press('Control+f');
    await expect(workbench.webview.getByRole('searchbox')).toBeFocused();
    await workbench.page.keyboard.type('status:in-progress');
    await expect(workbench.webview.getByText(/^\d+ of \d+ shown$/)).toBeVisible();
    await workbench.screenshot('graph-search');
  });

  test('draws a dependency that changes parallel.json, and Undo restores it byte for byte', async ({
    workbench,
  }) => {
    const { page, webview } = workbench;
    const before = parallelJson(workbench);
    await openGraph(workbench);
    await node(workbench, '1.1').press('l');
    await node(workbench, '4.1').focus();
    await expect(webview.getByText('4.1 depends on 1.1 anyway: 4.1 → 3.2 → 3.1 → 1.1.')).toBeVisible();
    await page.keyboard.press('Escape');
    // beside the text not all of it is in view
    await page.keyboard.press('0');
    await expect(webview.locator('.card[data-id="2.2"]')).toBeInViewport({ ratio: 1 });
    await expect(webview.locator('.card[data-id="3.2"]')).toBeInViewport({ ratio: 1 });
    await webview.locator('.card[data-id="2.2"]').hover();
    const handle = await boxOf(webview.locator('.handle'));
    const target = await boxOf(webview.locator('.card[data-id="3.2"]'));
    await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await page.mouse.down();
    await page.mouse.move(target.x + target.width / 2, target.y + target.height / 2, { steps: 6 });
    await expect(webview.getByText(/^3\.2 would depend on 2\.2/)).toBeVisible();
    await workbench.screenshot('graph-drawing');
    await page.mouse.up();
    await expect(webview.getByText(/^3\.2 now depends on 2\.2/)).toBeVisible();
    expect(parallelJson(workbench)).not.toBe(before);
    const changed = webview.getByRole('treeitem', { name: /^Achievement 3\.2 .*depends on .*2\.2/ });
    await expect(changed).toBeVisible();
    await workbench.screenshot('graph-drawn');
    await webview.getByRole('button', { name: 'Undo' }).click();
    await expect(webview.getByText('The change was undone.')).toBeVisible();
    expect(parallelJson(workbench)).toBe(before);
  });

  test('removes a dependency chosen from a list that Delete asks for, and takes it back by key', async ({
    workbench,
  }) => {
    const before = parallelJson(workbench);
    await openGraph(workbench);
    await node(workbench, '3.2').press('Delete');
    await expect(workbench.quickPickRow('4.1 depends on 3.2')).toBeVisible();
    await workbench.quickPickRow('3.2 depends on 3.1').click();
    await workbench.acceptTicked();
    await expect(workbench.statusBarItem(/^3\.2 no longer depends on 3\.1\./)).toBeVisible();
    expect(parallelJson(workbench)).toContain('"dependencies": ["2.1"]');
    await node(workbench, '3.2').press('Control+z');
    await expect.poll(() => parallelJson(workbench)).toBe(before);
  });
});

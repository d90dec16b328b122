import { rm, writeFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import type { Workbench } from './workbench';

/** Plans whose names begin alike, one of them twice, and files of one achievement that do. */
const narrowFiles = (): Readonly<Record<string, string>> => {
  const plan = (name: string): string =>
    `# PLAN: ${name}\n\n## Desirable Achievements\n\n### Priority 1: A\n\n**Achievement 1.1**: Read the records\n\n- **Dependencies**: None\n\n**Achievement 1.2**: Read the rest\n\n- **Dependencies**: 1.1\n`;
  const at = (folder: string, name: string) => [`${folder}/${name}/PLAN_${name}.md`, plan(name)] as const;
  const first = 'plans/CUSTOMER-PORTAL-MIGRATION-PHASE-1';
  const work = (file: string) => `${first}/${file}_CUSTOMER-PORTAL-MIGRATION-PHASE-1_11`;
  return Object.fromEntries([
    at('plans', 'CUSTOMER-PORTAL-MIGRATION-PHASE-1'),
    at('plans', 'CUSTOMER-PORTAL-MIGRATION-PHASE-2'),
    at('plans', 'DOCS'),
    at('old', 'DOCS'),
    at('plans/a_paused', 'SHOP'),
    [`${work('subplans/SUBPLAN')}.md`, '# SUBPLAN\n\n**Achievement**: 1.1\n'],
    [`${work('execution/EXECUTION_TASK')}_01.md`, '# EXECUTION_TASK\n\n**Achievement**: 1.1\n'],
    [`${work('execution/EXECUTION_TASK')}_02.md`, '# EXECUTION_TASK\n\n**Achievement**: 1.1\n'],
    [`${first}/execution/feedbacks/APPROVED_11.md`, '# APPROVED: Achievement 1.1\n'],
  ]);
};

/** What is seen of the rows that stand below each other: their labels, cut where the view ends. */
const seenLabels = ({ page }: Workbench): Promise<readonly string[]> =>
  page.locator('.part.sidebar .pane .monaco-list-row').evaluateAll((rows) =>
    rows.map((row) => {
      const name = row.querySelector('.label-name');
      const text = name && document.createTreeWalker(name, NodeFilter.SHOW_TEXT).nextNode();
      const right = row.querySelector('.monaco-icon-label-container')?.getBoundingClientRect().right ?? 0;
      const range = document.createRange();
      const words = text?.textContent ?? '';
      let seen = words.length;
      for (; text && seen > 0; seen--) {
        range.setStart(text, 0);
        range.setEnd(text, seen);
        // what is cut ends in a mark that takes the place of a letter or two
        if (range.getBoundingClientRect().right <= right - (seen < words.length ? 10 : 0)) break;
      }
      const level = row.getAttribute('aria-level');
      return `${level} ${words.slice(0, seen)}`;
    }),
  );

test.describe('the Plans view in the workbench', () => {
  test('lists the plans of the examples in a container of the activity bar', async ({ workbench }) => {
    await expect(workbench.activity('Plans')).toBeVisible();
    await expect(workbench.treeRow(/CHECKOUT-REDESIGN.*2\/9/)).toBeVisible();
    await workbench.screenshot('plans');
    await workbench.screenshots('plan');
  });

  test('shows levels and achievements with status, readiness and progress', async ({ workbench }) => {
    await workbench.expand(/SEARCH-INDEX/);
    await workbench.expand(/Level 2/);
    await expect(workbench.treeRow(/2\.1 Field indexers.*ready · in progress/)).toBeVisible();
    await expect(workbench.treeRow(/Level 3.*0\/2/)).toBeVisible();
    await workbench.screenshot('tree');
  });

  test('opens the place in the PLAN on a click', async ({ workbench }) => {
    await workbench.expand(/SEARCH-INDEX/);
    await workbench.expand(/Level 2/);
    const plan = workbench.activeTab('PLAN_SEARCH-INDEX.md');
    await workbench.click(workbench.treeRow(/Field indexers/).locator('.label-name'), plan);
    await expect(workbench.line('Achievement 2.1')).toBeVisible();
    const line = workbench.lineOf('plans/SEARCH-INDEX/PLAN_SEARCH-INDEX.md', '**Achievement 2.1**');
    await expect.poll(() => workbench.cursorLine()).toBe(line);
  });

  test('follows a change on disk', async ({ workbench }) => {
    const approval = workbench.file('plans/SEARCH-INDEX/execution/feedbacks/APPROVED_21.md');
    await workbench.expand(/SEARCH-INDEX/);
    await workbench.expand(/Level 2/);
    await writeFile(approval, '# APPROVED: Achievement 2.1\n');
    await expect(workbench.treeRow(/Field indexers.*complete/)).toBeVisible();
    await rm(approval);
    await expect(workbench.treeRow(/Field indexers.*in progress/)).toBeVisible();
  });

  test('keeps in the narrowest side bar what tells the rows apart', async ({ openAnother }) => {
    const workbench = await openAnother(narrowFiles());
    await workbench.showActivity('Plans');
    await expect(workbench.treeRow('CUSTOM…1')).toBeVisible();
    await workbench.expand(/CUSTOM…1/);
    await workbench.expand(/Level 0/);
    await workbench.expand(/1\.1 Read/);
    for (const width of [300, 170]) {
      await workbench.sideBarWidth(width);
      await workbench.page.locator('.part.editor').hover();
      await workbench.screenshots(`tree-${width}`, width === 170 ? undefined : ['dark']);
      const seen = await seenLabels(workbench);
      expect(new Set(seen).size, seen.join('\n')).toBe(seen.length);
      // a picture that fills, for what stands behind the name is out of sight
      const icons = await workbench.page
        .locator('.part.sidebar .monaco-list-row[aria-level="1"]', { hasNotText: 'old/' })
        .locator('.custom-view-tree-node-item-icon')
        .all();
      const pictures = await Promise.all(
        icons.map((icon) => icon.evaluate((each) => getComputedStyle(each).backgroundImage)),
      );
      expect(pictures.every((picture) => picture.includes('data:image/svg'))).toBe(true);
      expect(new Set(pictures).size).toBeGreaterThan(1);
    }
  });

  test('has at most four icons in its title, and one button in a row', async ({ workbench }) => {
    await workbench.expand(/DOCS-REFRESH/);
    const title = workbench.page.locator(
      '.part.sidebar .pane-header[aria-label^="Plans"] .action-item:not(.disabled) a.action-label',
    );
    await workbench
      .treeRow(/DOCS-REFRESH/)
      .first()
      .hover();
    await expect(title.first()).toBeVisible();
    const names = await title.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
    expect(names.filter((name) => name && !/^(Views and )?More Actions/.test(name))).toHaveLength(4);
    for (const text of [/DOCS-REFRESH/, /1\.1 Inventory/, /1\.2 Style guide/, /2\.1 Install page/]) {
      const row = workbench.treeRow(text).first();
      await row.hover();
      expect(await row.locator('.actions a.action-label').count()).toBeLessThanOrEqual(1);
    }
  });

  test('groups plans by what is chosen, and remembers it', async ({ openAnother }) => {
    const workbench = await openAnother(narrowFiles());
    await workbench.showActivity('Plans');
    await expect(workbench.treeRow('CUSTOM…1')).toBeVisible();
    await workbench.choose('Plans: Group Plans By…', 'Folder', workbench.treeRow(/old.*1 plan/));
    await expect(workbench.treeRow(/old.*1 plan/)).toBeVisible();
    await workbench.screenshot('grouped-by-folder');
    await workbench.choose('Plans: Group Plans By…', 'State', workbench.treeRow(/Paused.*1 plan/));
    await expect(workbench.treeRow(/Paused.*1 plan/)).toBeVisible();
    await expect(workbench.treeRow(/Planning.*2 plans/)).toBeVisible();
    await workbench.screenshot('grouped-by-state');
    await workbench.reload();
    await workbench.showActivity('Plans');
    await expect(workbench.treeRow(/Planning.*2 plans/)).toBeVisible();
    // the setting is the person's, and whoever opens a window next is the same person
    await workbench.choose('Plans: Group Plans By…', 'Nothing', workbench.treeRow('CUSTOM…1'));
    await expect(workbench.treeRow('CUSTOM…1')).toBeVisible();
  });
});

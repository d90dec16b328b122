import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { parallelDocument } from '../../support/documents.mjs';
import { expect, test } from './fixtures';
import { until } from './tries';
import type { Workbench } from './workbench';

const achievement = (id: string, title: string, file: string): string =>
  `**Achievement ${id}**: ${title}\n\n- **Goal**: Have it\n- **Deliverables**: \`${file}\`\n- **Effort**: 1 hour\n`;

const PLAN = `# PLAN: Shop

## Desirable Achievements

### Priority 1: All

${achievement('1.1', 'Cart', 'src/cart.ts')}
${achievement('1.2', 'Catalogue', 'src/catalogue.ts')}
${achievement('2.1', 'Checkout', 'src/checkout.ts')}
`;

const PARALLEL = parallelDocument('SHOP', { '1.1': [], '1.2': [], '2.1': ['1.1', '1.2'] });

const SHOP = { 'PLAN_SHOP.md': PLAN, 'parallel.json': PARALLEL };

/** Makes the folder of a workbench a repository, with all of it in one commit. */
const commitAll = (workbench: Workbench): ((...args: readonly string[]) => string) => {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...args], { cwd: workbench.workspace, encoding: 'utf8' }).trim();
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Ann');
  git('config', 'user.email', 'ann@example.com');
  git('add', '--all');
  git('commit', '--quiet', '--message=Begin');
  return git;
};

const entry = ({ page }: Workbench, text: string) =>
  page.locator('.monaco-menu:visible .action-label', { hasText: text });

/** Chooses an entry of the context menu of a row. A menu takes no click in its first moments, but keys. */
const chooseOn = (workbench: Workbench, row: string | RegExp, text: string, opens: Locator): Promise<void> =>
  until(opens, async (timeout) => {
    await workbench.page.keyboard.press('Escape');
    await workbench.treeRow(row).first().click({ button: 'right', timeout });
    await entry(workbench, text).first().hover({ timeout });
    await workbench.page.keyboard.press('Enter');
  });

const title = ({ page }: Workbench, text: string | RegExp) =>
  page.locator('.quick-input-title', { hasText: text });

/** A row of the Runs view; the Plans view beside it says the same of an achievement. */
const runRow = ({ page }: Workbench, text: string | RegExp): Locator =>
  page
    .locator('.part.sidebar .pane', { has: page.locator('.pane-header[aria-label^="Runs"]') })
    .locator('.monaco-list-row', { hasText: text });

/** A button in a row, which shows while the pointer is on it. */
const pressOn = async (workbench: Workbench, row: string | RegExp, button: string): Promise<void> => {
  const there = runRow(workbench, row).first();
  await there.hover();
  await there.getByRole('button', { name: button }).first().click();
};

test('a plan is run by mouse with the demo, from the choice to what has landed', async ({ openAnother }) => {
  const workbench = await openAnother(SHOP);
  const git = commitAll(workbench);
  await workbench.showActivity('Plans');

  await test.step('asks who does the work, and how', async () => {
    await chooseOn(workbench, 'SHOP', 'Run Plan…', title(workbench, 'Who does the work?'));
    await expect(workbench.quickPickRow('Claude Code')).toContainText('Program not found on the PATH');
    await workbench.screenshot('run-executor');
    await workbench.quickPickRow('Demo: writes a sentence').click();
    await expect(title(workbench, 'Run SHOP')).toBeVisible();
    await workbench.screenshot('run-how');
    await workbench.quickPickRow('Review').click();
    await workbench.quickPickRow('nobody').click();
    await expect(workbench.quickPickRow(/Review\s*nobody/)).toBeVisible();
  });

  await test.step('shows what would be run before it asks for a yes', async () => {
    await workbench.quickPickRow('Show dry run').click();
    await expect(workbench.tab('SHOP-1 dry run')).toBeVisible();
    await expect(workbench.line('1. 1.1  Cart')).toBeVisible();
    await expect(title(workbench, 'Run SHOP: 3 achievements, demo, 3 at a time')).toBeVisible();
    await workbench.screenshot('run-dry');
    await workbench.quickPickRow('Run SHOP-1').click();
  });

  await test.step('shows how it goes, and that it has landed', async () => {
    await expect(runRow(workbench, /SHOP-1.*done · 3\/3/)).toBeVisible();
    for (const id of ['1.1 Cart', '1.2 Catalogue', '2.1 Checkout']) {
      await expect(runRow(workbench, id)).toContainText('landed');
    }
    expect(git('show', 'plan/SHOP:src/checkout.ts')).toContain('The demo executor was here for 2.1 Checkout');
    expect(git('status', '--porcelain')).toBe('');
  });

  for (const theme of ['light', 'dark', 'hc'] as const) {
    await workbench.setTheme(theme);
    await workbench.screenshot(`runs-${theme}`);
  }
  await workbench.setTheme('light');
  await workbench.sideBarWidth(200);
  await workbench.screenshot('runs-narrow');
});

/** Waits for a file of its own beside the worktrees before it writes, and fails where there is one that says so. */
const AGENT = [
  'i=$PLAN_ITEM; while [ ! -e "$1/go-$i" ] && [ ! -e "$1/fail-$i" ]; do sleep 0.1; done',
  'if [ -e "$1/fail-$i" ]; then echo "it cannot be done"; rm "$1/fail-$i"; exit 3; fi',
  'mkdir -p src; echo "// $i" > "src/$i.ts"; echo "wrote src/$i.ts"',
].join('; ');

test('a run outlives the window, and a person retries, approves, and merges it', async ({ openAnother }) => {
  const workbench = await openAnother(SHOP);
  const signs = path.dirname(workbench.workspace);
  const sign = (name: string): void => writeFileSync(path.join(signs, name), '');
  mkdirSync(workbench.file('.parallel-plans'));
  writeFileSync(
    workbench.file('.parallel-plans/run.json'),
    JSON.stringify({
      executor: 'mine',
      executors: { mine: { command: ['sh', '-c', AGENT, 'agent', signs] } },
      review: 'person',
      attempts: 1,
    }),
  );
  const git = commitAll(workbench);
  await workbench.showActivity('Plans');

  await test.step('begins once its commands were looked at', async () => {
    await chooseOn(workbench, 'SHOP', 'Run Plan…', workbench.quickPickRow('Show dry run'));
    await workbench.quickPickRow('Show dry run').click();
    await expect(workbench.quickPickRow('Run SHOP-1')).toContainText('and approve the commands below');
    await workbench.screenshot('run-trust');
    await workbench.quickPickRow('Run SHOP-1').click();
    await expect(runRow(workbench, /1\.1 Cart.*running/)).toBeVisible();
    await expect(workbench.statusBarItem('SHOP-1 0/3')).toBeVisible();
  });

  await test.step('goes on while the window is loaded again, which finds it', async () => {
    await workbench.reload();
    await workbench.showActivity('Plans');
    await expect(workbench.statusBarItem('SHOP-1 0/3')).toBeVisible();
    await expect(runRow(workbench, /1\.2 Catalogue.*running/)).toBeVisible();
    await workbench.screenshot('runs-running');
  });

  await test.step('tells of a failure, which is tried again', async () => {
    sign('fail-1.2');
    await workbench.message('SHOP-1: 1.2 failed.');
    await expect(runRow(workbench, /1\.2 Catalogue.*failed/)).toBeVisible();
    await workbench.screenshot('runs-view');
    await pressOn(workbench, /1\.2 Catalogue.*failed/, 'Retry');
    await expect(runRow(workbench, /1\.2 Catalogue.*running.*attempt 2/)).toBeVisible();
    sign('go-1.2');
  });

  await test.step('waits for a review, which shows the changes', async () => {
    sign('go-1.1');
    await expect(runRow(workbench, /1\.1 Cart.*waits for a person/)).toBeVisible();
    await pressOn(workbench, /1\.1 Cart.*waits for a person/, 'Show Changes');
    await expect(workbench.activeTab('1.1 of SHOP-1')).toBeVisible();
    await expect(workbench.line('// 1.1')).toBeVisible();
    await workbench.screenshot('runs-changes');
    for (const id of ['1.1 Cart', '1.2 Catalogue']) {
      await pressOn(workbench, new RegExp(`${id}.*waits for a person`), 'Approve Result');
      await workbench.press('Approve');
      await expect(runRow(workbench, new RegExp(`${id}.*landed`))).toBeVisible();
    }
  });

  await test.step('lands the last one, and is merged into what is checked out', async () => {
    sign('go-2.1');
    await expect(runRow(workbench, /2\.1 Checkout.*waits for a person/)).toBeVisible();
    await pressOn(workbench, /2\.1 Checkout.*waits for a person/, 'Approve Result');
    await workbench.press('Approve');
    await expect(runRow(workbench, /SHOP-1.*done · 3\/3/)).toBeVisible();
    await expect(workbench.statusBarItem('SHOP-1')).toHaveCount(0);
    expect(existsSync(workbench.file('src/2.1.ts'))).toBe(false);
    await pressOn(workbench, /SHOP-1.*done/, 'Merge Run…');
    await expect(workbench.dialog.getByText('Merge plan/SHOP into main?')).toBeVisible();
    await workbench.screenshot('runs-merge');
    await workbench.press('Merge');
    await workbench.message('Merged plan/SHOP into main.');
    expect(readFileSync(workbench.file('src/2.1.ts'), 'utf8')).toBe('// 2.1\n');
    expect(git('branch', '--show-current')).toBe('main');
    await workbench.screenshot('runs-merged');
  });
});

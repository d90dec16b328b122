import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { parallelDocument } from '../../support/documents.mjs';
import { expect, test } from '../workbench/fixtures';
import type { Workbench } from '../workbench/workbench';

const PLAN = `# PLAN: Shop

## Desirable Achievements

### Priority 1: All

**Achievement 1.1**: Cart

- **Deliverables**: \`src/cart.ts\`

**Achievement 1.2**: Catalogue

- **Deliverables**: \`src/catalogue.ts\`
`;

const SHOP = {
  'PLAN_SHOP.md': PLAN,
  'parallel.json': parallelDocument('SHOP', { '1.1': [], '1.2': [] }),
};

/** A record of a run, as somebody else's repository may bring it along. */
const runOnce = ({ workspace }: Workbench): void => {
  const run = (program: string, ...args: readonly string[]): void =>
    void execFileSync(program, [...args], {
      cwd: workspace,
      env: { ...process.env, XDG_STATE_HOME: path.join(path.dirname(workspace), 'state') },
    });
  const git = (...args: readonly string[]): void => run('git', ...args);
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Ann');
  git('config', 'user.email', 'ann@example.com');
  git('add', '--all');
  git('commit', '--quiet', '--message=Begin');
  const cli = path.resolve('dist/cli.js');
  run(process.execPath, cli, 'run', 'PLAN_SHOP.md', '--executor', 'demo', '--review', 'none', '--yes');
};

test('without trust plans are shown, and nothing of runs is offered or told', async ({ openAnother }) => {
  const workbench = await openAnother(SHOP);
  const { page } = workbench;
  runOnce(workbench);
  await workbench.showActivity('Plans');
  await expect(page.getByText('Restricted Mode').first()).toBeVisible();
  await expect(workbench.treeRow('SHOP').first()).toContainText('2 ready');

  await test.step('in the views', async () => {
    await workbench.expand('SHOP');
    await expect(workbench.treeRow('1.1 Cart')).toContainText('ready');
    await expect(workbench.treeRow('1.1 Cart')).not.toContainText('landed');
    await expect(page.locator('.pane-header[aria-label^="Runs"]')).toHaveCount(0);
    await expect(workbench.statusBarItem(/SHOP-1/)).toHaveCount(0);
  });

  await test.step('in menus', async () => {
    await workbench.treeRow('SHOP').first().click({ button: 'right' });
    const entries = page.locator('.monaco-menu:visible .action-label');
    await expect(entries.filter({ hasText: 'Show Graph' }).first()).toBeVisible();
    await expect(entries.filter({ hasText: 'Run Plan' })).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  await test.step('above a PLAN', async () => {
    await workbench.openFile('PLAN_SHOP.md');
    await expect(workbench.codeLens('What now?').first()).toBeVisible();
    await expect(workbench.codeLens('Run plan')).toHaveCount(0);
  });

  await test.step('in the palette', async () => {
    await page.keyboard.press('F1');
    await workbench.quickInput.fill('>Plans: Show Graph');
    await expect(workbench.quickPickRow('Plans: Show Graph').first()).toBeVisible();
    for (const title of ['Run Plan', 'Resume Run', 'Retry Run', 'Stop Run', 'Merge Run']) {
      await workbench.quickInput.fill(`>Plans: ${title}`);
      await expect(workbench.quickPickRow(`Plans: ${title}`)).toHaveCount(0);
    }
    await page.keyboard.press('Escape');
  });
});

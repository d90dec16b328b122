import type { DashboardMessage } from '../../../src/webview/protocol/dashboardMessages';
import { highContrast, light } from '../../support/themes';
import { accessibilityProblems } from './accessibility';
import { expect, test } from './fixtures';
import type { GraphPage } from './graphPage';

const row = (
  name: string,
  tier: number,
  ready: number,
  more: Partial<DashboardMessage['rows'][number]> = {},
) => ({
  plan: `file:///w/PLAN_${name}.md`,
  isFinished: false,
  cells: [name, 'Active', String(tier), `1/4`, ready === 0 ? '' : String(ready), '1.2: Create the SUBPLAN'],
  keys: [name.toLowerCase(), 0, tier, 0.25, -ready, '1.2: create the subplan'],
  ...more,
});

const PLANS: DashboardMessage = {
  type: 'dashboard',
  columns: ['plan', 'state', 'tier', 'progress', 'ready', 'next'].map((id) => ({
    id,
    title: id.toUpperCase(),
  })),
  rows: [
    row('SEARCH', 0, 2),
    row('<img src=x onerror=alert(1)>', 0, 3),
    row('SYNC', 1, 0),
    row('OLD', 9, 0, { isFinished: true }),
  ],
};

const names = (page: GraphPage) => page.page.locator('.dashboard-plan').allTextContents();

test.describe('the dashboard', () => {
  test('shows every plan that is not finished as a row, and no text of a document as markup', async ({
    dashboard,
  }) => {
    await dashboard.load();
    await dashboard.send(PLANS);
    expect(await names(dashboard)).toEqual(['SEARCH', '<img src=x onerror=alert(1)>', 'SYNC']);
    await expect(dashboard.page.locator('.dashboard-count')).toHaveText('3 of 4 plans');
    await dashboard.page.getByRole('button', { name: 'Finished plans' }).click();
    expect((await names(dashboard)).at(-1)).toBe('OLD');
    expect((await dashboard.posted())[0]).toEqual({ type: 'ready' });
  });

  test('sorts by a head, and the other way round by it again', async ({ dashboard }) => {
    await dashboard.load();
    await dashboard.send(PLANS);
    const head = dashboard.page.getByRole('button', { name: 'READY' });
    await head.click();
    expect((await names(dashboard))[0]).toBe('<img src=x onerror=alert(1)>');
    await expect(dashboard.page.locator('[aria-sort="ascending"]')).toHaveText('READY');
    await dashboard.page.keyboard.press('Enter');
    expect((await names(dashboard))[0]).toBe('SYNC');
    await expect(dashboard.page.locator('[aria-sort="descending"]')).toHaveText('READY');
  });

  test('filters by words and by columns, and exports what is shown', async ({ dashboard }) => {
    await dashboard.load();
    await dashboard.send(PLANS);
    await dashboard.page.keyboard.press('/');
    await dashboard.page.keyboard.type('tier:0 sea');
    expect(await names(dashboard)).toEqual(['SEARCH']);
    await dashboard.page.getByRole('button', { name: 'Open as Markdown' }).click();
    expect(await dashboard.lastPosted()).toEqual({ type: 'export', plans: ['file:///w/PLAN_SEARCH.md'] });
    await dashboard.page.locator('.dashboard-filter').press('Escape');
    expect(await names(dashboard)).toHaveLength(3);
  });

  test('is walked through by keys, and keeps its focus when plans change', async ({ dashboard }) => {
    await dashboard.load();
    await dashboard.send(PLANS);
    await dashboard.page.locator('.dashboard-filter').focus();
    await dashboard.page.keyboard.press('ArrowDown');
    await dashboard.page.keyboard.press('End');
    await dashboard.page.keyboard.press('ArrowUp');
    await dashboard.page.keyboard.press('Home');
    await dashboard.page.keyboard.press('Enter');
    expect(await dashboard.lastPosted()).toEqual({ type: 'open', plan: 'file:///w/PLAN_SEARCH.md' });
    await dashboard.send({ ...PLANS, rows: [...PLANS.rows].reverse() });
    await dashboard.page.keyboard.press('g');
    expect(await dashboard.lastPosted()).toEqual({ type: 'graph', plan: 'file:///w/PLAN_SEARCH.md' });
    await dashboard.page.keyboard.press('w');
    expect(await dashboard.lastPosted()).toEqual({ type: 'whatNow', plan: 'file:///w/PLAN_SEARCH.md' });
  });

  test('is as it was after a reload', async ({ dashboard }) => {
    await dashboard.load();
    await dashboard.send(PLANS);
    await dashboard.page.getByRole('button', { name: 'TIER' }).click();
    await dashboard.page.locator('.dashboard-filter').fill('s');
    const state = await dashboard.state();
    await dashboard.load(light, state);
    await dashboard.send(PLANS);
    await expect(dashboard.page.locator('.dashboard-filter')).toHaveValue('s');
    await expect(dashboard.page.locator('[aria-sort="ascending"]')).toHaveText('TIER');
  });

  test('is accessible in light and in high contrast', async ({ dashboard }) => {
    for (const theme of [light, highContrast]) {
      await dashboard.load(theme);
      await dashboard.send(PLANS);
      expect(await accessibilityProblems(dashboard, theme)).toEqual([]);
      await dashboard.screenshot(`dashboard ${theme.name}`);
    }
  });
});

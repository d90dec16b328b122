import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import { until } from './tries';
import type { Workbench } from './workbench';

const PLAN = 'plans/DOCS-REFRESH';
/** What is not begun yet, and waits for nothing. */
const TITLE = 'Style guide';

const title = ({ page }: Workbench, text: string | RegExp) =>
  page.locator('.quick-input-widget:visible .quick-input-title', { hasText: text });

/** The entry that Enter takes. */
const chosen = ({ page }: Workbench, text: string | RegExp) =>
  page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text });

/** Asks what now with the key, finds the achievement by its title and takes it when it is to be done so. */
const doNext = async (workbench: Workbench, action: string): Promise<void> => {
  const { keyboard } = workbench.page;
  await until(chosen(workbench, action), async (timeout) => {
    await keyboard.press('Escape');
    await keyboard.press('Control+Alt+w');
    await expect(title(workbench, /^All plans: /)).toBeVisible({ timeout });
    await keyboard.type(TITLE);
    await expect(chosen(workbench, TITLE)).toBeVisible({ timeout });
  });
  await keyboard.press('Enter');
  await expect(title(workbench, TITLE)).toBeVisible();
};

/** Creates a document, which the list with this question shows first. */
const createNext = async (
  workbench: Workbench,
  action: string,
  question: string,
  file: string,
): Promise<void> => {
  await doNext(workbench, action);
  await workbench.page.keyboard.press('Enter');
  await expect(title(workbench, question)).toBeVisible();
  await workbench.page.keyboard.press('Enter');
  await expect.poll(() => existsSync(workbench.file(file))).toBe(true);
};

/** Goes from place to place in the active document and writes something into each, until none is left. */
const fillIn = async (workbench: Workbench): Promise<void> => {
  const { keyboard } = workbench.page;
  const none = workbench.messages.filter({ hasText: 'Nothing is left to fill in' });
  let last = 'none yet';
  for (;;) {
    const place = workbench
      .statusBarItem(/Place \d+ of \d+ to fill in/)
      .filter({ hasNotText: new RegExp(`${last}\\s*$`) });
    await until(place.or(none), () => keyboard.press('Control+Alt+.'));
    if (await none.first().isVisible()) break;
    last = ((await place.textContent()) ?? '').trim();
    await keyboard.type('Written down.');
  }
  await workbench.runCommand('Notifications: Clear All Notifications');
  await expect(none).toHaveCount(0);
};

const save = async (workbench: Workbench, file: string, holds: RegExp): Promise<void> => {
  await workbench.page.keyboard.press('Control+s');
  await expect.poll(() => readFileSync(workbench.file(file), 'utf8')).toMatch(holds);
};

test('the first ten minutes lead from the examples to an approved achievement, by keyboard alone', async ({
  openAnother,
}) => {
  test.setTimeout(600_000);
  const workbench = await openAnother('examples');
  const { keyboard } = workbench.page;
  const subplan = `${PLAN}/subplans/SUBPLAN_DOCS-REFRESH_12.md`;
  const execution = `${PLAN}/execution/EXECUTION_TASK_DOCS-REFRESH_12_01.md`;
  const approved = `${PLAN}/execution/feedbacks/APPROVED_12.md`;

  await test.step('creates the SUBPLAN of what is ready', async () => {
    await createNext(workbench, 'Create the SUBPLAN', 'Create 1 SUBPLAN for DOCS-REFRESH of 1.2', subplan);
  });
  await test.step('fills it in, place by place', async () => {
    await doNext(workbench, 'Fill in the SUBPLAN');
    await keyboard.press('Enter');
    await expect(workbench.activeTab('SUBPLAN_DOCS-REFRESH_12.md')).toBeVisible();
    await fillIn(workbench);
    await save(workbench, subplan, /^(?![\s\S]*<!-- fill)[\s\S]*Written down\./);
  });
  await test.step('creates the EXECUTION_TASK and does the work', async () => {
    await createNext(workbench, 'Create the EXECUTION_TASK', 'Create 1 EXECUTION', execution);
    await doNext(workbench, 'Go on with the work');
    await keyboard.press('Enter');
    await expect(workbench.activeTab('EXECUTION_TASK_DOCS-REFRESH_12_01.md')).toBeVisible();
    await fillIn(workbench);
    const label = '**Status**: ';
    await workbench.goToLine(workbench.lineOf(execution, label), label.length + 1);
    await keyboard.press('Shift+End');
    await keyboard.type('Complete');
    await save(workbench, execution, /^\*\*Status\*\*: Complete$/m);
  });
  await test.step('reviews and approves it', async () => {
    await doNext(workbench, 'Review the work');
    await keyboard.type('Approve');
    await expect(chosen(workbench, 'Approve')).toBeVisible();
    await keyboard.press('Enter');
    await expect(workbench.dialog.getByText(/^Approve .*Style guide/)).toBeVisible();
    await keyboard.press('Enter');
    await expect.poll(() => existsSync(workbench.file(approved))).toBe(true);
  });
  await test.step('sees it complete', async () => {
    await workbench.runCommand('Plans: Focus on Plans View');
    await workbench.expand(/DOCS-REFRESH/);
    await expect(workbench.treeRow(/1\.2 Style guide/)).toContainText('complete');
    await workbench.screenshot('first-minutes');
  });
});

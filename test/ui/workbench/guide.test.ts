import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from './fixtures';
import type { Workbench } from './workbench';

const FOLDER = 'plans/DOCS-REFRESH';
const PLAN = 'DOCS-REFRESH/PLAN_DOCS-REFRESH.md';

/** What a model answers to the prompt. */
const answer = {
  plan_name: 'DOCS-REFRESH',
  parallelization_level: 'level_3',
  achievements: ['1.1', '1.2', '2.1', '2.2', '2.3', '3.1'].map((achievement_id) => ({
    achievement_id,
    dependencies:
      achievement_id === '3.1' ? ['2.1', '2.2', '2.3'] : achievement_id.startsWith('2') ? ['1.1'] : [],
    status: 'not_started',
  })),
};

const showWhereThePlanStands = async (workbench: Workbench): Promise<void> => {
  await workbench.expand(/DOCS-REFRESH/);
  await expect(workbench.treeRow(/1\.2 Style guide.*ready · not started/)).toBeVisible();
  await workbench.openFile(PLAN);
  await expect(workbench.codeLens('What now?').first()).toBeVisible();
  await workbench.screenshot('guide-tree');
  await workbench.page.keyboard.press('Control+Alt+w');
  await expect(workbench.quickPickRow('1.3 Address book')).toBeVisible();
  await workbench.page.keyboard.type('0');
  await expect(workbench.quickPickRow('Create SUBPLANs of level')).toBeVisible();
  await workbench.screenshot('guide-what-now');
  await workbench.page.keyboard.press('Escape');
};

const createWhatWasTicked = async (workbench: Workbench): Promise<void> => {
  const subplan = (digits: string) =>
    existsSync(workbench.file(`${FOLDER}/subplans/SUBPLAN_DOCS-REFRESH_${digits}.md`));
  await workbench.runCommand('Plans: Batch Create SUBPLANs');
  await workbench.quickPickRow('Choose achievements').click();
  for (const title of ['Style guide', 'Generated reference']) await workbench.quickPickRow(title).click();
  await workbench.acceptTicked();
  await expect(workbench.activeTab('SUBPLAN_DOCS-REFRESH_12.md')).toBeVisible();
  await expect(workbench.page.getByText('Agree on words, headings and examples').first()).toBeVisible();
  await workbench.screenshot('guide-create');
  await workbench.quickPickRow('Create 2 SUBPLANs').click();
  await workbench.message('Created 2 SUBPLANs');
  expect(['12', '23', '22'].map(subplan)).toEqual([true, true, false]);
};

const goToPlacesToFillIn = async (workbench: Workbench): Promise<void> => {
  await workbench.message('Created 2 SUBPLANs', 'Open');
  await expect(workbench.activeTab('SUBPLAN_DOCS-REFRESH_12.md')).toBeVisible();
  const start = await workbench.cursorLine();
  await workbench.runCommand('Plans: Go to Next Placeholder');
  await expect.poll(() => workbench.cursorLine()).toBeGreaterThan(start);
  const first = await workbench.cursorLine();
  await workbench.page.keyboard.press('Control+Alt+.');
  await expect.poll(() => workbench.cursorLine()).toBeGreaterThan(first);
};

const copyThePrompt = async (workbench: Workbench): Promise<void> => {
  await workbench.openFile(PLAN);
  await workbench.runCommand('Plans: Copy Prompt…');
  const discovery = workbench.quickPickRow(/Find what can run at the same time.*across priorities/);
  await expect(discovery).toBeVisible();
  await workbench.screenshot('guide-prompt');
  await discovery.click();
  await expect(workbench.quickPickRow('Copy to the clipboard')).toBeVisible();
  await expect(workbench.quickPickRow('Put into the chat')).toHaveCount(0);
  await workbench.quickPickRow('Copy to the clipboard').click();
  await expect(workbench.statusBarItem('Prompt copied')).toBeVisible();
  const prompt = await workbench.page.evaluate(() => navigator.clipboard.readText());
  expect(prompt).toMatch(/Style guide/);
  expect(prompt).toMatch(/"dependencies"/);
};

const saveTheAnswer = async (workbench: Workbench): Promise<void> => {
  const file = workbench.file(`${FOLDER}/parallel.json`);
  const text = `Here it is:\n\n\`\`\`json\n${JSON.stringify(answer, undefined, 2)}\n\`\`\`\n`;
  await workbench.page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await workbench.runCommand('Plans: Save parallel.json from Clipboard');
  await expect(workbench.page.locator('.monaco-diff-editor').first()).toBeVisible();
  await workbench.screenshot('guide-answer');
  expect(existsSync(file), 'nothing is saved before the question is answered').toBe(false);
  await expect(workbench.quickInput).toBeFocused();
  await workbench.page.keyboard.press('Enter');
  await expect.poll(() => existsSync(file)).toBe(true);
  const saved = () => JSON.parse(readFileSync(file, 'utf8')).achievements[5].dependencies;
  await expect.poll(saved).toEqual(['2.1', '2.2', '2.3']);
};

const approveWithWhatIsMissing = async (workbench: Workbench): Promise<void> => {
  writeFileSync(
    workbench.file(`${FOLDER}/execution/EXECUTION_TASK_DOCS-REFRESH_12_01.md`),
    '# EXECUTION_TASK\n\n**Achievement**: 1.2\n\n## Iteration Log\n\nWrote it.\n\n**Status**: Complete\n',
  );
  await workbench.openFile(PLAN);
  await workbench.goToLine(workbench.lineOf(`${FOLDER}/PLAN_DOCS-REFRESH.md`, '**Achievement 1.2**'));
  const question = workbench.dialog.getByText('although something is missing');
  await workbench.click(workbench.codeLens('Approve'), question);
  await workbench.screenshot('guide-review');
  await workbench.press('Approve anyway');
  await workbench.message('Created APPROVED_12.md');
  await expect(workbench.treeRow(/1\.2 Style guide.*complete/)).toBeVisible();
};

/** Walks through docs/user-guide.md; `npm run pictures` takes its pictures from here. */
test.describe('the user guide', () => {
  test('holds from its start to its end', async ({ workbench }) => {
    test.slow();
    await test.step('where the plan stands, and what now', () => showWhereThePlanStands(workbench));
    await test.step('creates what was ticked', () => createWhatWasTicked(workbench));
    await test.step('leads to the places to fill in', () => goToPlacesToFillIn(workbench));
    await test.step('hands out the prompt for what comes next', () => copyThePrompt(workbench));
    await test.step('saves the answer after a look at it', () => saveTheAnswer(workbench));
    await test.step('checks a review first', () => approveWithWhatIsMissing(workbench));
  });

  test('proposes dependencies with their evidence', async ({ workbench }) => {
    await workbench.openFile(PLAN);
    const proposal = workbench.quickPickRow('2.2 depends on 1.2');
    await workbench.click(workbench.codeLens('Generate parallel.json'), proposal);
    await workbench.screenshot('guide-generate');
    await workbench.page.keyboard.press('Enter');
    await workbench.press('Preview first');
    await expect(workbench.quickInput).toBeFocused();
    await expect(workbench.quickPickRow('Write parallel.json')).toBeVisible();
    await workbench.screenshot('guide-generate-preview');
    await workbench.page.keyboard.press('Escape');
    await expect(workbench.page.locator('.monaco-diff-editor')).toHaveCount(0);
    expect(existsSync(workbench.file(`${FOLDER}/parallel.json`))).toBe(false);
    await workbench.click(workbench.codeLens('Generate parallel.json'), proposal);
    await workbench.page.keyboard.press('Enter');
    await workbench.press('Preview first');
    await expect(workbench.quickInput).toBeFocused();
    await workbench.page.keyboard.press('Enter');
    await expect.poll(() => existsSync(workbench.file(`${FOLDER}/parallel.json`))).toBe(true);
    await expect(workbench.page.locator('.monaco-diff-editor')).toHaveCount(0);
  });

  test('draws the graph and the timeline', async ({ workbench }) => {
    await workbench.openFile('OFFLINE-SYNC/PLAN_OFFLINE-SYNC.md');
    const card = workbench.webview.getByText('Upload queue').first();
    await workbench.click(workbench.codeLens('Show graph'), card);
    await workbench.screenshot('guide-graph');
    await workbench.webview.getByRole('tab', { name: 'Timeline' }).click();
    await expect(workbench.webview.getByText(/^With \d+ executors?/)).toBeVisible();
    await workbench.screenshot('guide-timeline');
  });

  test('draws all plans', async ({ workbench }) => {
    // the graph begins where somebody is
    await workbench.treeRow('CHECKOUT-REDESIGN').first().click();
    await workbench.runCommand('Plans: Show Workspace Graph');
    await expect(workbench.webview.getByText('CHECKOUT-REDESIGN').first()).toBeVisible();
    await workbench.screenshot('guide-all-plans');
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './session';

/** Walks the loop of docs/user-guide.md from its start to its end; `npm run pictures` takes its pictures from here. */
describe('the loop of the user guide in the workbench', () => {
  const workbench = useWorkbench();
  const file = (name: string): string => path.join(workbench().workspace, 'plans/DOCS-REFRESH', name);
  const openPlan = () => workbench().openFile('DOCS-REFRESH/PLAN_DOCS-REFRESH.md');
  const clipboard = () => workbench().page.evaluate(() => navigator.clipboard.readText());

  before(async () => {
    await workbench().page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  it('shows where the plan stands', async () => {
    await workbench().showActivity('Plans');
    await workbench().expand(/DOCS-REFRESH/);
    await workbench()
      .treeRow(/1\.2 Style guide.*ready · not started/)
      .waitFor();
    await openPlan();
    await workbench().codeLens('What now?').first().waitFor();
    await workbench().screenshot('guide-tree');
  });

  it('says what now', async () => {
    await workbench().page.keyboard.press('Control+Alt+w');
    await workbench().quickPickRow('Create SUBPLANs of the next level').waitFor();
    await workbench().screenshot('guide-what-now');
    await workbench().page.keyboard.press('Escape');
  });

  it('creates the achievements that were ticked, those left in the preview, and nothing else', async () => {
    await openPlan();
    await workbench().runCommand('Plans: Batch Create SUBPLANs');
    await workbench().quickPickRow('Choose achievements').click();
    for (const title of ['Style guide', 'Generated reference']) await workbench().quickPickRow(title).click();
    await workbench().acceptTicked();
    await workbench().dialog.getByText('SUBPLAN_DOCS-REFRESH_23.md').waitFor();
    await workbench().screenshot('guide-create');
    await workbench().press('Preview first');
    await workbench().tab('What would be created').waitFor();
    await workbench().page.getByText('Agree on words, headings and examples').first().waitFor();
    await workbench().screenshot('guide-preview');
    await workbench()
      .notification('Create 2 SUBPLANs')
      .getByRole('button', { name: 'Create 2 files' })
      .click();
    await workbench().notification('Created 2 SUBPLANs').waitFor();
    assert.ok(existsSync(file('subplans/SUBPLAN_DOCS-REFRESH_12.md')));
    assert.ok(existsSync(file('subplans/SUBPLAN_DOCS-REFRESH_23.md')));
    assert.equal(existsSync(file('subplans/SUBPLAN_DOCS-REFRESH_22.md')), false);
  });

  it('leads to the places to fill in', async () => {
    await workbench().notification('Created 2 SUBPLANs').getByRole('button', { name: 'Open' }).click();
    await workbench().tab('SUBPLAN_DOCS-REFRESH_12.md').waitFor();
    await workbench().runCommand('Plans: Go to Next Placeholder');
    const first = await workbench().cursorLine();
    await workbench().runCommand('Plans: Go to Next Placeholder');
    assert.ok((await workbench().cursorLine()) > first);
  });

  it('hands out the prompt for what comes next', async () => {
    await openPlan();
    await workbench().runCommand('Plans: Copy Prompt…');
    const discovery = workbench().quickPickRow(/Find what can run at the same time.*across priorities/);
    await discovery.waitFor();
    await workbench().screenshot('guide-prompt');
    await discovery.click();
    await workbench().quickPickRow('Copy to the clipboard').click();
    await workbench().statusBarItem('Prompt copied').waitFor();
    const prompt = await clipboard();
    assert.match(prompt, /Style guide/);
    assert.match(prompt, /"dependencies"/);
  });

  it('saves the answer as parallel.json, after a look at it', async () => {
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
    const text = `Here it is:\n\n\`\`\`json\n${JSON.stringify(answer, undefined, 2)}\n\`\`\`\n`;
    await workbench().page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await workbench().runCommand('Plans: Save parallel.json from Clipboard');
    await workbench().page.locator('.monaco-diff-editor').first().waitFor();
    await workbench().screenshot('guide-answer');
    assert.equal(
      existsSync(file('parallel.json')),
      false,
      'nothing is saved before the question is answered',
    );
    await workbench()
      .page.locator('.notification-list-item, .monaco-dialog-box')
      .getByRole('button', { name: 'Save', exact: true })
      .first()
      .click();
    await workbench()
      .treeRow(/DOCS-REFRESH/)
      .first()
      .waitFor();
    for (let tries = 0; tries < 50 && !existsSync(file('parallel.json')); tries++)
      await workbench().page.waitForTimeout(100);
    assert.deepEqual(JSON.parse(readFileSync(file('parallel.json'), 'utf8')).achievements[5].dependencies, [
      '2.1',
      '2.2',
      '2.3',
    ]);
  });

  it('checks a review first', async () => {
    writeFileSync(
      file('execution/EXECUTION_TASK_DOCS-REFRESH_12_01.md'),
      '# EXECUTION_TASK\n\n**Achievement**: 1.2\n\n## Iteration Log\n\nWrote it.\n\n**Status**: Complete\n',
    );
    await workbench().tab('PLAN_DOCS-REFRESH.md').click();
    const before = readFileSync(file('PLAN_DOCS-REFRESH.md'), 'utf8').split('**Achievement 1.2**')[0];
    await workbench().goToLine(before?.split('\n').length ?? 0);
    await workbench().codeLens('Approve').first().waitFor();
    await workbench().codeLens('Approve').first().click();
    await workbench().dialog.getByText('although something is missing').waitFor();
    await workbench().screenshot('guide-review');
    await workbench().press('Approve all the same');
    await workbench().notification('Created APPROVED_12.md').waitFor();
    await workbench()
      .treeRow(/1\.2 Style guide.*complete/)
      .waitFor();
  });
});

describe('more pictures of the user guide', () => {
  const workbench = useWorkbench();

  it('proposes dependencies with their evidence', async () => {
    await workbench().openFile('DOCS-REFRESH/PLAN_DOCS-REFRESH.md');
    await workbench().codeLens('Generate parallel.json').first().click();
    await workbench().quickPickRow('2.2 depends on 1.2').waitFor();
    await workbench().screenshot('guide-generate');
    await workbench().page.keyboard.press('Escape');
  });

  it('draws the graph', async () => {
    await workbench().openFile('OFFLINE-SYNC/PLAN_OFFLINE-SYNC.md');
    await workbench().codeLens('Show graph').first().click();
    await workbench().webview.getByText('Upload queue').first().waitFor();
    await workbench().page.waitForTimeout(500);
    await workbench().screenshot('guide-graph');
  });

  it('draws the timeline', async () => {
    await workbench().webview.getByRole('tab', { name: 'Timeline' }).click();
    await workbench()
      .webview.getByText(/^With \d+ executors?/)
      .waitFor();
    await workbench().page.waitForTimeout(500);
    await workbench().screenshot('guide-timeline');
  });

  it('draws all plans', async () => {
    await workbench().runCommand('View: Close All Editors');
    await workbench().runCommand('Plans: Show Workspace Graph');
    await workbench().webview.getByText('CHECKOUT-REDESIGN').first().waitFor();
    await workbench().page.waitForTimeout(500);
    await workbench().screenshot('guide-all-plans');
  });
});

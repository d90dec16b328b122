import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generatePlan, parallelText } from '../bench/plans';
import { useWorkbench } from './session';

/** Writes a plan of so many achievements into a folder of its own. */
const writePlan = (root: string, name: string, priorities: number, perPriority: number): void => {
  const plan = generatePlan({ name, seed: 20_261_128, priorities, perPriority, body: 'task' });
  const folder = path.join(root, name);
  mkdirSync(folder);
  writeFileSync(path.join(folder, `PLAN_${name}.md`), plan.text);
  writeFileSync(path.join(folder, 'parallel.json'), parallelText(plan));
};

describe('the graph of large plans in the workbench', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'large-plans-'));
  before(() => {
    writePlan(root, 'LARGE', 50, 20);
    writePlan(root, 'HUGE', 100, 50);
  });
  after(() => rmSync(root, { recursive: true }));
  const workbench = useWorkbench({ workspace: root });

  const items = () => workbench().webview.getByRole('treeitem');

  /** Shows the graph of a plan; how long that took from the choice of the command to the first card, in milliseconds. */
  const show = async (name: string): Promise<number> => {
    await workbench().openFile(`PLAN_${name}.md`);
    await workbench().codeLens('Show graph').first().waitFor();
    // the editor is busy with the document itself for a while
    await workbench().page.waitForTimeout(4000);
    const started = Date.now();
    await workbench().codeLens('Show graph').first().click();
    await items().first().waitFor();
    return Date.now() - started;
  };

  it('draws 1,000 achievements one by one', async () => {
    console.log(`      1,000 achievements: ${await show('LARGE')} ms from the command to the graph`);
    assert.equal(await items().count(), 1000);
    await workbench().screenshot('graph-1000');
    await items().first().focus();
    await workbench().page.keyboard.press('0');
    await workbench().page.waitForTimeout(300);
    await workbench().screenshot('graph-1000-whole');
  });

  it('draws 5,000 as levels, of which one is expanded by a key', async () => {
    await workbench().runCommand('View: Close All Editors');
    console.log(`      5,000 achievements: ${await show('HUGE')} ms from the command to the graph`);
    const levels = await items().count();
    assert.ok(levels < 1000, `${levels} levels`);
    const second = workbench().webview.locator('.card[data-kind="level"]').nth(1);
    await second.focus();
    const started = Date.now();
    await workbench().page.keyboard.press('Enter');
    await workbench().webview.locator('.card[data-kind="achievement"]').first().waitFor();
    console.log(`      a level of them: ${Date.now() - started} ms from the key`);
    assert.ok((await items().count()) > levels);
    await workbench().screenshot('graph-5000-expanded');
  });
});

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { useWorkbench } from './session';

describe('the timeline in the workbench', () => {
  const workbench = useWorkbench();
  const says = (text: string) => workbench().webview.getByRole('status').filter({ hasText: text }).first();
  const bar = (id: string) => workbench().webview.getByRole('gridcell', { name: `Achievement ${id} ` });

  it('opens by its command, for the best number of executors', async () => {
    await workbench().openFile('PLAN_SEARCH-INDEX.md');
    await workbench().codeLens('Show graph').first().waitFor();
    await workbench().runCommand('Plans: Show Timeline');
    await says('With 2 executors (more would hardly help): 19 hours').waitFor();
    await bar('4.1').waitFor();
    await workbench().screenshot('timeline');
  });

  it('follows another number of executors, and then a change on disk', async () => {
    await workbench().webview.getByRole('button', { name: 'One executor fewer' }).click();
    await says('With 1 executor: 28 hours').waitFor();
    const feedbacks = path.join(workbench().workspace, 'plans/SEARCH-INDEX/execution/feedbacks');
    await writeFile(path.join(feedbacks, 'APPROVED_21.md'), '# APPROVED: Achievement 2.1\n');
    await says('With 1 executor: 20.5 hours').waitFor();
    await bar('2.1').waitFor({ state: 'detached' });
  });

  it('opens an achievement', async () => {
    await bar('2.2').click();
    await workbench().page.locator('.tab.active', { hasText: 'PLAN_SEARCH-INDEX.md' }).waitFor();
    await workbench().page.locator('.view-line', { hasText: 'Achievement 2.2' }).first().waitFor();
  });

  it('comes back after a reload as it was, and gives way to the graph', async () => {
    await workbench().reload();
    await says('With 1 executor: 20.5 hours').waitFor({ timeout: 30_000 });
    await workbench().openFile('PLAN_SEARCH-INDEX.md');
    await workbench().runCommand('Plans: Show Graph');
    await workbench().webview.getByRole('tree', { name: 'Dependency graph' }).waitFor();
    await workbench().runCommand('Plans: Show Timeline');
    await says('With 1 executor: 20.5 hours').waitFor();
  });
});

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { useWorkbench } from './session';

describe('a dependency cycle in the workbench', () => {
  const workbench = useWorkbench();
  const file = (): string => path.join(workbench().workspace, 'plans/SEARCH-INDEX/parallel.json');

  it('is one problem with the whole path, and its ranked quick fixes take it away', async () => {
    const original = readFileSync(file(), 'utf8');
    const closed = original.replace(/("achievement_id": "1\.1",[\s\S]*?"dependencies": \[)\]/, '$1"2.1"]');
    assert.notEqual(closed, original);
    writeFileSync(file(), closed);
    await workbench().showActivity('Plans');
    await workbench().openFile('SEARCH-INDEX/parallel.json');
    const problem = await workbench().problems('Circular dependency: 1.1 → 2.1 → 1.2 → 1.1');
    await problem.first().waitFor();
    assert.equal(await problem.count(), 1);
    await workbench().screenshot('cycle');
    await problem
      .first()
      .getByText('Circular dependency')
      .dblclick({ position: { x: 20, y: 5 } });
    const fix = await workbench().quickFix('Remove the dependency of 1.1 on 2.1');
    const offered = (await workbench().offeredFixes()).filter((title) => title.startsWith('Remove'));
    assert.deepEqual(
      offered,
      [
        'Remove the dependency of 1.1 on 2.1 (leaves a chain of 19 hours)',
        'Remove the dependency of 1.2 on 1.1 (leaves a chain of 22 hours)',
        'Remove the dependency of 2.1 on 1.2 (leaves a chain of 22 hours)',
      ],
      'the cheapest way out first',
    );
    await workbench().screenshot('guide-cycle');
    await fix.click();
    await problem.first().waitFor({ state: 'detached' });
    await workbench().page.keyboard.press('ControlOrMeta+s');
    await workbench().page.locator('.tab.active:not(.dirty)').waitFor();
    const repaired = JSON.parse(readFileSync(file(), 'utf8'));
    assert.deepEqual(repaired, JSON.parse(original));
  });
});

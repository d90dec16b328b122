import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { api } from './api';
import { removePlan, type ScratchPlan, scratchPlan } from './scratchPlan';
import { file, readText } from './support';

const NAME = 'CAUGHT';
/** How far back changes are looked for, in milliseconds. */
const RECENT_MS = 10_000;

describe('catching up with the disk', () => {
  let plan: ScratchPlan;

  before(async () => {
    plan = await scratchPlan(NAME, { '1.1': [], '1.2': ['1.1'] });
  });
  after(() => removePlan(NAME));

  it('reads what was written a moment ago, before the watcher tells', async () => {
    const path = plan.at(`PLAN_${NAME}.md`);
    const text = await readText(path);
    const engine = await (await api()).engine();
    await writeFile(file(path).fsPath, text.replace('Do 1.2', 'Do it better'));
    const snapshot = await engine.catchUp(Date.now() - RECENT_MS);
    assert.equal(snapshot.planOf(plan.uri)?.byId.get('1.2')?.title, 'Do it better');
  });
});

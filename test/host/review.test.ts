import assert from 'node:assert/strict';
import type { ReviewUi } from '../../src/extension/api';
import { api } from './api';
import { removePlan, type ScratchPlan, scratchPlan } from './scratchPlan';
import { exists, file, readText, until, writeText } from './support';

const FINISHED = '# E\n\n**Achievement**: 1.1\n\n## Iteration Log\n\nBuilt it.\n\n**Status**: Complete\n';

describe('reviewing', () => {
  let plan: ScratchPlan;
  let name: string;
  let count = 0;

  beforeEach(async () => {
    name = `REVIEW${'ABCDEFGHIJ'[count++]}`;
    plan = await scratchPlan(name, { '1.1': [], '1.2': [], '2.1': ['1.1'] });
  });
  afterEach(() => removePlan(name));

  const scripted = (answers: Partial<ReviewUi> = {}) => {
    const said: string[] = [];
    const ui: ReviewUi = {
      confirmApproval: async (question, details) => {
        said.push(question, details);
        return 'approve';
      },
      askReason: async (question, hint) => {
        said.push(question, hint);
        return 'Not good enough';
      },
      confirm: async () => true,
      progress: (_count, work) => work({ report: () => undefined, isCancelled: () => false }),
      done: (message) => void said.push(message),
      failed: (message) => void said.push(message),
      open: async (uri) => void said.push(uri),
      ...answers,
    };
    return { ui, said };
  };

  const statusOf = async (id: string) =>
    (await (await api()).snapshot()).planOf(plan.uri)?.byId.get(id)?.status;

  it('approves what is finished, and says what was looked at', async () => {
    await writeText(plan.at(`subplans/SUBPLAN_${name}_11.md`), '# S\n\n**Achievement**: 1.1\n');
    await writeText(plan.at(`execution/EXECUTION_TASK_${name}_11_01.md`), FINISHED);
    await until(async () => (await statusOf('1.1')) === 'in_progress', 'the work');
    const { ui, said } = scripted();
    assert.deepEqual(await (await api()).review(plan.uri, ['1.1'], 'approved', ui), ['APPROVED_11.md']);
    assert.deepEqual(said.slice(0, 1), ['Approve 1.1 Do 1.1?']);
    assert.match(said[1] ?? '', /✓ Every EXECUTION_TASK shows work/);
    assert.equal(await statusOf('1.1'), 'complete');
    assert.match(await readText(plan.at('execution/feedbacks/APPROVED_11.md')), /\*\*Status\*\*: APPROVED/);
  });

  it('names what is missing before it approves all the same, and not at all when told not to', async () => {
    const { ui, said } = scripted({
      confirmApproval: async (...texts) => {
        said.push(...texts.map(String));
        return 'no';
      },
    });
    assert.equal(await (await api()).review(plan.uri, ['1.1', '1.2'], 'approved', ui), undefined);
    assert.equal(said[0], 'Approve 2 achievements (1.1, 1.2), although something is missing?');
    assert.match(said[1] ?? '', /^1\.1: there is no SUBPLAN\n1\.1: there is no EXECUTION_TASK\n1\.2: /);
    assert.equal(await exists(plan.at('execution/feedbacks')), false);
  });

  it('writes what is wrong, skips with a reason, and takes the last of it back', async () => {
    const { review, undoLastBatch } = await api();
    const { ui, said } = scripted();
    await review(plan.uri, ['1.1'], 'fix', ui);
    assert.equal(await statusOf('1.1'), 'failed');
    assert.ok(
      said.includes(file(plan.at('execution/feedbacks/FIX_11.md')).toString()),
      'it opens for the details',
    );
    const skipping = scripted();
    await review(plan.uri, ['1.1'], 'skipped', skipping.ui);
    assert.equal(skipping.said[1], '2.1 wait for it and keep waiting');
    await review(plan.uri, ['1.2'], 'skipped', scripted().ui);
    assert.equal(await statusOf('1.2'), 'skipped');
    await undoLastBatch();
    assert.equal(await exists(plan.at('execution/feedbacks/SKIPPED_12.md')), false);
    assert.equal(await exists(plan.at('execution/feedbacks/FIX_11.md')), true);
  });
});

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { nameOf } from '../../../src/engine/model/uri';
import { type Feedback, feedbackFiles } from '../../../src/engine/review/feedback';
import { finishingChecks } from '../../../src/engine/review/finishing';
import { reopenRenames } from '../../../src/engine/review/reopen';
import { engineOver, headed, planOf } from '../../support/engineOver';

const DELIVERABLES = { '1.1': '- **Deliverables**: `src/basket.ts`' };
const PLAN = { '/w/PLAN_SHOP.md': planOf('SHOP', ['1.1', '1.2'], DELIVERABLES) };
const SUBPLAN = { '/w/subplans/SUBPLAN_SHOP_11.md': headed('1.1') };
const EXECUTION = '/w/execution/EXECUTION_TASK_SHOP_11_01.md';
const DONE = '# E\n\n## Iteration Log\n\nBuilt it.\n\n**Status**: Complete\n';
const review = { reviewer: 'Ada', date: '2026-11-21' };

const achievementOf = (plan: AnalysedPlan, id = '1.1') => {
  const achievement = plan.byId.get(id);
  ok(achievement);
  return achievement;
};

const missingIn = async (files: Readonly<Record<string, string>>) => {
  const plan = (await engineOver({ ...PLAN, ...files })).plan('SHOP');
  return finishingChecks(plan, achievementOf(plan)).flatMap(({ missing }) => missing ?? []);
};

describe('the checks before an approval', () => {
  it('name what is missing', async () => {
    deepEqual(await missingIn({}), ['there is no SUBPLAN', 'there is no EXECUTION_TASK']);
    deepEqual(await missingIn({ ...SUBPLAN, [EXECUTION]: headed('1.1'), '/w/src/till.ts': '' }), [
      'not finished: EXECUTION_TASK_SHOP_11_01.md',
      'no sign of work: no box is ticked and no iteration is written down in EXECUTION_TASK_SHOP_11_01.md',
      'missing: src/basket.ts',
    ]);
    deepEqual(await missingIn({ ...SUBPLAN, [EXECUTION]: DONE }), []);
  });

  it('see a success that is claimed without any work', async () => {
    const claimed = { ...SUBPLAN, [EXECUTION]: '# E\n\n**Status**: Complete\n\n- [ ] Build it\n' };
    deepEqual(
      (await missingIn(claimed)).map((each) => each.split(':')[0]),
      ['claimed, not verified'],
    );
  });

  it('ask for a synthesis of several executions, and for what is to be filled in', async () => {
    const second = { '/w/execution/EXECUTION_TASK_SHOP_11_02.md': DONE };
    deepEqual(await missingIn({ ...SUBPLAN, [EXECUTION]: DONE, ...second }), [
      'the SUBPLAN has no synthesis of the results',
    ]);
    const open = {
      '/w/subplans/SUBPLAN_SHOP_11.md': `${headed('1.1')}\n## Approach\n\n<!-- fill: the steps -->\n`,
    };
    deepEqual(await missingIn({ ...open, [EXECUTION]: DONE }), [
      'places to fill in are left in SUBPLAN_SHOP_11.md',
    ]);
  });
});

describe('feedback', () => {
  const write = async (kind: Feedback['kind'], reason?: string) => {
    const { plan, files, settled } = await engineOver({
      ...PLAN,
      ...SUBPLAN,
      [EXECUTION]: DONE,
      '/w/src/till.ts': '',
    });
    const achievement = achievementOf(plan('SHOP'));
    const checks = finishingChecks(plan('SHOP'), achievement);
    const [file] = feedbackFiles(plan('SHOP'), [{ achievement, kind, reason, checks }], review);
    ok(file);
    files.set(decodeURIComponent(file.uri.slice('file://'.length)), file.content);
    await settled();
    return { file, achievement: achievementOf(plan('SHOP')) };
  };

  it('is read back as the decision it is', async () => {
    for (const [kind, status, name] of [
      ['approved', 'complete', 'APPROVED_11.md'],
      ['fix', 'failed', 'FIX_11.md'],
    ] as const) {
      const { file, achievement } = await write(kind, 'Because.');
      deepEqual([file.name, achievement.status], [name, status]);
      match(
        file.content,
        /\*\*Reviewer\*\*: Ada {2}\n\*\*Review Date\*\*: 2026-11-21\n\nBecause|## Issues Found\n\nBecause/,
      );
    }
  });

  it('says what was approved in spite of', async () => {
    const { file } = await write('approved');
    match(file.content, /- It has a SUBPLAN\.\n/);
    match(file.content, /- Approved although missing: src\/basket\.ts\./);
    match(file.content, /\[SUBPLAN_SHOP_11\.md\]\(\.\.\/\.\.\/subplans\/SUBPLAN_SHOP_11\.md\)/);
  });

  it('skips what nobody has begun', async () => {
    const { plan, files, settled } = await engineOver(PLAN);
    const achievement = achievementOf(plan('SHOP'), '1.2');
    const [file] = feedbackFiles(
      plan('SHOP'),
      [{ achievement, kind: 'skipped', reason: 'Not needed', checks: [] }],
      review,
    );
    ok(file);
    files.set(file.uri.slice('file://'.length), file.content);
    await settled();
    equal(achievementOf(plan('SHOP'), '1.2').status, 'skipped');
  });

  it('is withdrawn under another name, so that nothing is lost', async () => {
    const { plan, files, settled } = await engineOver({
      ...PLAN,
      ...SUBPLAN,
      '/w/execution/feedbacks/APPROVED_11.md': headed('1.1'),
      '/w/execution/feedbacks/WITHDRAWN_APPROVED_11.md': 'an earlier one',
    });
    const renames = await reopenRenames(achievementOf(plan('SHOP')), files.exists);
    deepEqual(
      renames.map(({ from, to }) => [nameOf(from), nameOf(to)]),
      [['APPROVED_11.md', 'WITHDRAWN_2_APPROVED_11.md']],
    );
    files.set('/w/execution/feedbacks/WITHDRAWN_2_APPROVED_11.md', headed('1.1'));
    files.delete('/w/execution/feedbacks/APPROVED_11.md');
    await settled();
    equal(achievementOf(plan('SHOP')).status, 'subplan_created');
  });
});

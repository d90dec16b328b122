import assert from 'node:assert/strict';
import { countReadyIn } from '../../../src/engine/model/readiness';
import { planRun } from '../../../src/engine/run/planRun';
import { describeAchievement } from '../../../src/engine/words/describe';
import { describePlan } from '../../../src/engine/words/describePlan';
import { readinessWords } from '../../../src/engine/words/readiness';
import { planWaitWords } from '../../../src/engine/words/waits';
import { agendaOf, agendasOf } from '../../../src/engine/workflow/agenda';
import { explain } from '../../../src/engine/workflow/explain';
import { nextSteps } from '../../../src/engine/workflow/next';
import { entriesOf } from '../../../src/extension/whatNow/entries';
import { workspaceEntries } from '../../../src/extension/whatNow/workspaceEntries';
import { codeLensesOf } from '../../../src/language/codeLens';
import { engineOver, planOf } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

const NONE = { '1.1': '- **Dependencies**: None', '1.2': '- **Dependencies**: 1.1' };
const saying = (name: string, text: string): string =>
  planOf(name, ['1.1', '1.2'], NONE).replace('\n\n', `\n\n${text}\n\n`);

const over = (shop: string, search: string, more: Readonly<Record<string, string>> = {}) =>
  engineOver({
    '/w/SHOP/PLAN_SHOP.md': saying('SHOP', shop),
    '/w/SEARCH/PLAN_SEARCH.md': saying('SEARCH', search),
    ...more,
  });

const approved = (name: string, id: string) => ({
  [`/w/${name}/execution/feedbacks/APPROVED_${id}.md`]: '',
});

describe('a plan that waits for another one', () => {
  it('has nothing ready, and says what it waits for, whoever of the two says it', async () => {
    for (const [shop, search] of [
      ['Depends on PLAN_SEARCH.', ''],
      ['', 'Blocks PLAN_SHOP.'],
    ] as const) {
      const { plan, engine } = await over(shop, search, approved('SEARCH', '11'));
      assert.equal(planWaitWords(plan('SHOP')), 'waits for SEARCH (1 of 2 complete)');
      assert.deepEqual(
        plan('SHOP').achievements.map((each) => [each.id, readinessWords(each), each.level]),
        [
          ['1.1', 'blocked by SEARCH', 0],
          ['1.2', 'blocked by 1.1', 1],
        ],
      );
      assert.equal(plan('SEARCH').waitsFor.length, 0);
      assert.equal(countReadyIn(engine.snapshot.plans), 1);
      assert.deepEqual(nextSteps(plan('SHOP')), []);
    }
  });

  it('waits no more once the other plan is finished, and for what begins again', async () => {
    const { plan, files, settled } = await over('Depends on PLAN_SEARCH.', '', {
      ...approved('SEARCH', '11'),
      ...approved('SEARCH', '12'),
    });
    const before = plan('SHOP');
    assert.deepEqual([before.waitsFor, before.achievements[0]?.readiness], [[], 'ready']);
    files.delete('/w/SEARCH/execution/feedbacks/APPROVED_12.md');
    await settled();
    assert.equal(planWaitWords(plan('SHOP')), 'waits for SEARCH (1 of 2 complete)');
  });

  it('is the same object as long as it waits for the same', async () => {
    const { plan, engine } = await over('Depends on PLAN_SEARCH.', '');
    const before = plan('SHOP');
    engine.openDocument(uriOf('/w/SEARCH/PLAN_SEARCH.md'), `${saying('SEARCH', '')}\nMore words.\n`);
    assert.equal(plan('SHOP'), before);
  });

  it('waits only for the achievements that are named, until they are complete', async () => {
    const { plan } = await over('Depends on PLAN_SEARCH Achievement 1.1.', '');
    assert.equal(planWaitWords(plan('SHOP')), 'waits for SEARCH 1.1');
    assert.deepEqual(plan('SHOP').achievements[0]?.blockedBy, ['SEARCH 1.1']);
    const later = await over('Depends on PLAN_SEARCH Achievement 1.1.', '', approved('SEARCH', '11'));
    assert.equal(planWaitWords(later.plan('SHOP')), undefined);
  });

  it('holds up a single achievement where only that one says so', async () => {
    const shop = planOf('SHOP', ['1.1', '1.2'], {
      '1.1': '- **Dependencies**: None',
      '1.2': '- **Dependencies**: 1.1, PLAN_SEARCH Achievement 1.1',
    });
    const { plan } = await engineOver({
      '/w/SHOP/PLAN_SHOP.md': shop,
      '/w/SEARCH/PLAN_SEARCH.md': saying('SEARCH', ''),
    });
    assert.deepEqual(
      plan('SHOP').achievements.map((each) => readinessWords(each)),
      ['ready', 'blocked by 1.1, SEARCH 1.1'],
    );
    assert.equal(planWaitWords(plan('SHOP')), undefined);
    const { items } = planRun(plan('SHOP'), {
      chosen: new Set(['1.1', '1.2']),
      redo: false,
      landed: new Map(),
      jobs: 1,
    });
    assert.deepEqual(
      items.map(({ missing }) => missing),
      [[], ['SEARCH 1.1']],
    );
  });

  it('does not wait because of soft words, of plans that are not here, of itself, or when it is finished', async () => {
    for (const text of ['Soft dependency on PLAN_SEARCH', 'Depends on PLAN_OTHER', 'After PLAN_SEARCH']) {
      assert.deepEqual((await over(text, '')).plan('SHOP').waitsFor, [], text);
    }
    const done = await over('Depends on PLAN_SEARCH.', '', {
      ...approved('SHOP', '11'),
      ...approved('SHOP', '12'),
    });
    assert.deepEqual(done.plan('SHOP').waitsFor, []);
    const over2 = await over('Depends on PLAN_SEARCH.', '**Status**: Superseded');
    assert.deepEqual(over2.plan('SHOP').waitsFor, []);
  });

  it('goes on with work that has begun, comes last in the agenda, and is refused by a run', async () => {
    const { plan, engine } = await over('Depends on PLAN_SEARCH.', '', {
      '/w/SHOP/subplans/SUBPLAN_SHOP_11.md': '',
      '/w/SHOP/execution/EXECUTION_TASK_SHOP_11_01.md': '# E\n',
    });
    assert.deepEqual(
      nextSteps(plan('SHOP')).map(({ achievement }) => achievement.id),
      ['1.1'],
    );
    const waiting = await over('Depends on PLAN_SEARCH.', '');
    assert.deepEqual(
      agendasOf(waiting.engine.snapshot.plans).map((each) => [each.plan.name, each.now.length]),
      [
        ['SEARCH', 1],
        ['SHOP', 0],
      ],
    );
    const { refusals } = planRun(waiting.plan('SHOP'), {
      chosen: new Set(['1.1']),
      redo: false,
      landed: new Map(),
      jobs: 1,
    });
    assert.deepEqual(refusals, [
      'SHOP waits for SEARCH (0 of 2 complete), as line 3 of PLAN_SHOP.md says. Complete that first, or change what is said.',
    ]);
    assert.equal(engine.snapshot.isComplete, true);
  });

  it('explains that another plan is in the way, and how far it is', async () => {
    const { plan } = await over('Depends on PLAN_SEARCH.', '');
    const { blockedBy, startHere } = explain(plan('SHOP'), '1.2') ?? {};
    assert.deepEqual(
      blockedBy?.map(({ id }) => id),
      ['1.1'],
    );
    assert.deepEqual(
      startHere?.map(({ id, waiting, elsewhere }) => [id, waiting, elsewhere?.name]),
      [['SEARCH', 2, 'SEARCH']],
    );
    const first = plan('SHOP').byId.get('1.1');
    assert.ok(first);
    assert.match(
      describeAchievement(plan('SHOP'), first),
      /blocked by SEARCH \(another plan, 0 of 2 complete\)/,
    );
  });

  it('says so in its first lens, its hover, What now and the run, with the way to the other plan', async () => {
    const { plan, engine } = await over('Depends on PLAN_SEARCH.', '', approved('SEARCH', '11'));
    const [lens] = codeLensesOf(engine.snapshot, plan('SHOP').uri, false);
    assert.deepEqual(
      [lens?.command?.title, lens?.command?.arguments],
      ['Waits for SEARCH (1 of 2 complete)', [plan('SEARCH').uri]],
    );
    assert.match(
      describePlan(plan('SHOP')),
      /Waits for SEARCH \(1 of 2 complete\), as line 3 of PLAN\\?_SHOP\\?\.md says/,
    );
    const [entry] = entriesOf(agendaOf(plan('SHOP')));
    assert.deepEqual(
      [entry?.label, entry?.detail, entry?.does.map(({ label }) => label)],
      [
        'Waits for SEARCH (1 of 2 complete)',
        'Line 3 of PLAN_SHOP.md says so. Work that has begun goes on',
        ['What now in SEARCH?', 'Open what says so'],
      ],
    );
    const headings = workspaceEntries(agendasOf(engine.snapshot.plans), undefined).map(
      (each) => each.heading,
    );
    assert.deepEqual(headings.slice(0, 2), [
      'SEARCH: 1 of 2 complete, 1 ready',
      'SHOP: 0 of 2 complete, 0 ready',
    ]);
  });
});

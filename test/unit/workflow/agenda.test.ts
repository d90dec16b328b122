import assert from 'node:assert/strict';
import { agendaOf, agendasOf } from '../../../src/engine/workflow/agenda';
import { parallelDocument } from '../../support/documents.mjs';
import { engineOver, planOf } from '../../support/engineOver';

const FINISHED = '# E\n\n## Iteration Log\n\nBuilt it.\n\n**Status**: Complete\n';
const IDS = ['1.1', '1.2', '2.1', '2.2', '3.1'];

/** A plan whose priorities hold the achievements of the same first number, and that says nothing of their order. */
const unordered = (name: string): string =>
  [
    `# PLAN: ${name}`,
    '',
    '## Achievements',
    ...[1, 2, 3].flatMap((priority) => [
      '',
      `### Priority ${priority}: Part ${priority}`,
      ...IDS.filter((id) => id.startsWith(String(priority))).map(
        (id) => `\n**Achievement ${id}**: Title of ${id}`,
      ),
    ]),
    '',
  ].join('\n');

const idsOf = (steps: readonly { readonly achievement: { readonly id: string } }[]) =>
  steps.map(({ achievement }) => achievement.id);

describe('the agenda of a plan', () => {
  const plan = async (files: Readonly<Record<string, string>>) =>
    (await engineOver({ '/w/PLAN_SHOP.md': unordered('SHOP'), ...files })).plan('SHOP');

  it('has the lowest priority that is not finished first, where nobody stated dependencies', async () => {
    const agenda = agendaOf(await plan({}));
    assert.deepEqual(
      [idsOf(agenda.now), idsOf(agenda.later)],
      [
        ['1.1', '1.2'],
        ['2.1', '2.2', '3.1'],
      ],
    );
    assert.equal(agenda.lacksDependencies, true);
    const next = agendaOf(
      await plan({
        '/w/execution/feedbacks/APPROVED_11.md': '',
        '/w/execution/feedbacks/APPROVED_12.md': '',
      }),
    );
    assert.deepEqual([idsOf(next.now), idsOf(next.later)], [['2.1', '2.2'], ['3.1']]);
  });

  it('goes by the number of a priority, wherever it stands', async () => {
    const turned = unordered('SHOP')
      .replaceAll('Priority 1:', 'Priority 10:')
      .replaceAll('Priority 3:', 'Priority 1:');
    const { now, later } = agendaOf((await engineOver({ '/w/PLAN_SHOP.md': turned })).plan('SHOP'));
    assert.deepEqual([idsOf(now), idsOf(later)], [['3.1'], ['1.1', '1.2', '2.1', '2.2']]);
  });

  it('asks nobody for the dependencies of a plan that is over', async () => {
    const archived = (await engineOver({ '/w/archive/PLAN_SHOP.md': unordered('SHOP') })).plan('SHOP');
    assert.equal(agendaOf(archived).lacksDependencies, false);
  });

  it('has what failed, waits for a review or has begun first, in whatever priority', async () => {
    const { now, later } = agendaOf(
      await plan({
        '/w/execution/feedbacks/FIX_31.md': '',
        '/w/subplans/SUBPLAN_SHOP_22.md': '',
        '/w/execution/EXECUTION_TASK_SHOP_22_01.md': FINISHED,
        '/w/subplans/SUBPLAN_SHOP_21.md': '# S\n',
      }),
    );
    assert.deepEqual(idsOf(now), ['3.1', '2.2', '2.1', '1.1', '1.2']);
    assert.deepEqual(later, []);
  });

  it('folds nothing where the plan says what waits for what, or a single thing is left', async () => {
    const ordered = (
      await engineOver({
        '/w/PLAN_SHOP.md': planOf('SHOP', IDS),
        '/w/parallel.json': parallelDocument(
          'SHOP',
          IDS.map((id) => [id, id === '3.1' ? ['1.1'] : []]),
        ),
      })
    ).plan('SHOP');
    const { now, later, lacksDependencies } = agendaOf(ordered);
    assert.deepEqual([idsOf(now), later, lacksDependencies], [['1.1', '1.2', '2.1', '2.2'], [], false]);
    const single = (
      await engineOver({ '/w/PLAN_ONE.md': '# PLAN: ONE\n\n## Achievements\n\n**Achievement 1.1**: A\n' })
    ).plan('ONE');
    assert.equal(agendaOf(single).lacksDependencies, false);
  });
});

describe('the agenda of a workspace', () => {
  it('has the plan with the most urgent thing first, and none that waits or is over', async () => {
    const { engine } = await engineOver({
      '/w/a/PLAN_QUIET.md': planOf('QUIET', ['1.1']),
      '/w/b/PLAN_REVIEW.md': planOf('REVIEW', ['1.1']),
      '/w/b/subplans/SUBPLAN_REVIEW_11.md': '',
      '/w/b/execution/EXECUTION_TASK_REVIEW_11_01.md': FINISHED,
      '/w/c/PLAN_BROKEN.md': planOf('BROKEN', ['1.1', '1.2']),
      '/w/c/execution/feedbacks/FIX_12.md': '',
      '/w/d/PLAN_PAUSED.md': planOf('PAUSED', ['1.1']).replace('\n', '\n\n**Status**: Paused\n'),
      '/w/e/PLAN_DONE.md': planOf('DONE', ['1.1']),
      '/w/e/execution/feedbacks/APPROVED_11.md': '',
    });
    assert.deepEqual(
      agendasOf(engine.snapshot.plans).map(({ plan, now }) => [plan.name, idsOf(now)]),
      [
        ['BROKEN', ['1.2', '1.1']],
        ['REVIEW', ['1.1']],
        ['QUIET', ['1.1']],
      ],
    );
  });
});

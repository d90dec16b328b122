import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { newPlanName } from '../../../src/engine/create/newPlan/planName';
import type { NewPlanRequest } from '../../../src/engine/create/newPlan/prepare';
import { titlesIn } from '../../../src/engine/create/newPlan/titles';
import { complianceOf } from '../../../src/engine/document/plan/compliance';
import { engineOver, planOf } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

const ASKED: NewPlanRequest = {
  name: 'online shop',
  goal: 'Sell bread.',
  priorities: [['Read orders', 'Check orders'], ['Bake']],
  parent: uriOf('/w/plans'),
};

const prepared = async (files: Readonly<Record<string, string>>, asked: Partial<NewPlanRequest> = {}) => {
  const world = await engineOver(files);
  return { ...world, batch: await world.engine.prepareNewPlan({ ...ASKED, ...asked }) };
};

const fileOf = async (files: Readonly<Record<string, string>>, asked: Partial<NewPlanRequest> = {}) => {
  const { batch, ...world } = await prepared(files, asked);
  if (!batch.ok) throw batch.error;
  const [file] = batch.value.files;
  return { ...file, path: decodeURI(file.uri.slice('file://'.length)), world };
};

const refusal = async (asked: Partial<NewPlanRequest>, files = {}): Promise<string> => {
  const { batch } = await prepared(files, asked);
  ok(!batch.ok, 'it was taken');
  return batch.error.message;
};

describe('a new plan', () => {
  it('is read as it was asked for, states nothing of its state and has no problem', async () => {
    for (const name of ['online shop', 'ARCHIVE', 'BACKLOG', 'COMPLETE']) {
      const { path, content, world } = await fileOf({}, { name });
      world.files.set(path, content);
      await world.settled();
      const [plan] = world.engine.snapshot.plans;
      ok(plan?.facts);
      deepEqual(
        plan.achievements.map(({ id, title, priority, status }) => [id, title, priority, status]),
        [
          ['1.1', 'Read orders', '1', 'not_started'],
          ['1.2', 'Check orders', '1', 'not_started'],
          ['2.1', 'Bake', '2', 'not_started'],
        ],
      );
      deepEqual(world.engine.snapshot.findings, []);
      deepEqual(complianceOf(plan.facts).missing, []);
      equal(plan.state, 'planning');
      deepEqual(
        plan.stateEvidence.filter(({ source }) => source !== 'files'),
        [],
      );
      equal(plan.dependencySource, 'none');
    }
  });

  it('has the goal, or a place to fill in', async () => {
    match((await fileOf({})).content, /## Goal\n\nSell bread\.\n/);
    match(
      (await fileOf({}, { goal: ' ' })).content,
      /## Goal\n\n<!-- fill: what is true when this plan is done -->\n/,
    );
  });

  it('gets a folder of its own, except where the other plans have none', async () => {
    equal((await fileOf({})).path, '/w/plans/ONLINE-SHOP/PLAN_ONLINE-SHOP.md');
    equal(
      (
        await fileOf({
          '/w/plans/PLAN_A.md': planOf('A', ['1.1']),
          '/w/plans/PLAN_B.md': planOf('B', ['1.1']),
        })
      ).path,
      '/w/plans/PLAN_ONLINE-SHOP.md',
    );
    equal(
      (
        await fileOf({
          '/w/plans/A/PLAN_A.md': planOf('A', ['1.1']),
          '/w/plans/PLAN_B.md': planOf('B', ['1.1']),
        })
      ).path,
      '/w/plans/ONLINE-SHOP/PLAN_ONLINE-SHOP.md',
    );
  });

  it('never takes the name or the file of another', async () => {
    const other = { '/w/x/PLAN_Online-Shop.md': planOf('Online-Shop', ['1.1']) };
    match(await refusal({}, other), /^There is a plan ONLINE-SHOP already\./);
    const report = { '/w/plans/ONLINE-SHOP/PLAN_ONLINE-SHOP.md': '# PLAN Summary: Shop\n' };
    equal(await refusal({}, report), 'PLAN_ONLINE-SHOP.md exists.');
  });

  it('has a name that can be a file and a folder everywhere', () => {
    const nameOf = (typed: string) => {
      const name = newPlanName(typed, []);
      return name.ok ? name.value : name.error.message;
    };
    equal(nameOf(' plan_online_shop.md '), 'ONLINE-SHOP');
    equal(nameOf('v2 API'), 'V2-API');
    match(nameOf(''), /^A plan needs a name/);
    for (const typed of [
      '../up',
      'a/b',
      'a\\b',
      'BÜRO',
      'a--b',
      '-a',
      'a.b',
      '42',
      'a\u202eb',
      'a`b',
      '[x](y)',
    ])
      match(nameOf(typed), /letters from A to Z/, typed);
    match(nameOf('nul'), /on Windows/);
    match(nameOf('x'.repeat(61)), /at most 60 characters; this one has 61/);
  });

  it('refuses achievements that would be read as something else', async () => {
    equal(
      await refusal({ priorities: [[], [' ']] }),
      'A plan needs at least one achievement: give it a title.',
    );
    match(await refusal({ priorities: [['Bake ✅']] }), /the title "Bake ✅" would be read as "Bake"/);
    match(await refusal({ goal: '```\nopen' }), /achievement 1\.1 would not be read/);
  });

  it('keeps hostile titles on their line', async () => {
    const titles = ['{{plan}}', 'a | b', '<b>x', 'Read\n\n## Achievements'];
    const { path, content, world } = await fileOf({}, { priorities: [titles] });
    world.files.set(path, content);
    await world.settled();
    deepEqual(
      world.plan('ONLINE-SHOP').achievements.map(({ title }) => title),
      ['{{plan}}', 'a | b', '<b>x', 'Read ## Achievements'],
    );
  });

  it('is made from the template of the workspace', async () => {
    const templates = '/w/.parallel-plans/templates/PLAN.md';
    const own =
      '# PLAN: {{plan}}\n\n{{#goal}}For: {{goal}}{{/goal}}\n\n## Achievements\n\n{{achievements}}\n';
    const { content } = await fileOf({ [templates]: own }, { priorities: [['Bake']] });
    match(
      content,
      /^# PLAN: ONLINE-SHOP\n\nFor: Sell bread\.\n\n## Achievements\n\n### Priority 1\n\n\*\*Achievement 1\.1\*\*: Bake\n/,
    );
    match(
      await refusal({}, { [templates]: '# {{gaol}}' }),
      /PLAN\.md:1:3: unknown variable \{\{gaol\}\}; did you mean \{\{goal\}\}\?/,
    );
    match(
      await refusal({}, { [templates]: '# PLAN: {{plan}}\n' }),
      /A template has \{\{achievements\}\} below/,
    );
  });

  it('takes titles separated by semicolons', () => {
    deepEqual(titlesIn(' Read; Write the\tfile;; '), ['Read', 'Write the file']);
  });
});

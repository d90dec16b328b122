import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { CreationKind } from '../../../src/engine/create/batch';
import { BUILT_IN } from '../../../src/engine/create/template/builtin';
import { parseTemplate } from '../../../src/engine/create/template/parse';
import { KNOWN } from '../../../src/engine/create/template/variables';
import { EXECUTION, SUBPLAN } from '../../../src/engine/document/work/workSections';
import { engineOver, planOf } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

const FIELDS = `- **Goal**: Know *it*
- **Deliverables**:
  - [x] \`a.ts\`
  - b
- **Effort**: 2 hours
- **Notes**: {{id}} stays
- **Dependencies**: None`;

const worldOf = (template: string | undefined, kind: CreationKind = 'subplan', fields = FIELDS) =>
  engineOver({
    '/w/X/PLAN_X.md': planOf('X', ['1.1'], { '1.1': fields }),
    ...(kind === 'execution'
      ? { '/w/X/subplans/SUBPLAN_X_11.md': '# SUBPLAN\n\n**Achievement**: 1.1\n' }
      : {}),
    ...(template === undefined
      ? {}
      : {
          [`/w/.parallel-plans/templates/${kind === 'subplan' ? 'SUBPLAN' : 'EXECUTION_TASK'}.md`]: template,
        }),
  });

const write = async (template: string | undefined, kind: CreationKind = 'subplan', fields?: string) => {
  const world = await worldOf(template, kind, fields);
  const batch = await world.engine.prepareCreation({
    plan: uriOf('/w/X/PLAN_X.md'),
    kind,
    selection: { by: 'all' },
  });
  return { world, batch };
};

const contentOf = async (template: string | undefined, kind?: CreationKind, fields?: string) => {
  const { batch } = await write(template, kind, fields);
  if (!batch.ok) throw batch.error;
  return batch.value.files[0]?.content;
};

const refusal = async (template: string, kind?: CreationKind, fields?: string): Promise<string> => {
  const { batch } = await write(template, kind, fields);
  assert.ok(!batch.ok, 'the template was taken');
  assert.equal(batch.error.name, 'UserError');
  return batch.error.message;
};

const HEAD = '**Achievement**: {{id}}\n';

describe('templates of a workspace', () => {
  it('make the documents in place of the built-in ones', async () => {
    const template = `# {{ title }} of {{plan}}\n\n${HEAD}\n{{goal}}\n\n  {{deliverables}}\n\nTests: {{tests}}\n\n{{fill: your name}}\n`;
    assert.equal(
      await contentOf(template.replaceAll('\n', '\r\n')),
      '# Title of 1.1 of X\n\n**Achievement**: 1.1\n\nKnow *it*\n\n  - [ ] `a.ts`\n  - [ ] b\n\n' +
        `Tests: <!-- fill: ${SUBPLAN.tests.holds} -->\n\n<!-- fill: your name -->\n`,
    );
  });

  it('leave out lines and sections without a value, with the blank line that would be one too many', async () => {
    const template = `${HEAD}
{{#what}}
## What

{{what}}
{{/what}}

{{#goal}}Goal: {{goal}}{{/goal}} {{^what}}(that is all){{/what}}


{{peers}}

{{#goal}}{{#what}}both{{/what}}{{^what}}one{{/what}}{{/goal}}
End`;
    assert.equal(
      await contentOf(template),
      '**Achievement**: 1.1\n\nGoal: Know *it* (that is all)\n\n\none\nEnd\n',
    );
  });

  it('leave what the PLAN says as it is, also where it looks like a template', async () => {
    assert.match((await contentOf(`${HEAD}\n{{notes}}`)) ?? '', /^\*\*Notes\*\*: \{\{id\}\} stays$/m);
  });

  it('are refused with the place of every mistake, and nothing is created', async () => {
    assert.equal(
      await refusal(`${HEAD}\nA {{gaol}} and {{}}\n{{#goal}}\n{{/what}}{{fill:}}\n{{number}}\n{{id`),
      [
        'Nothing was created, because a template has mistakes. SUBPLAN.md:3:3: unknown variable {{gaol}}; did you mean {{goal}}?',
        'SUBPLAN.md:3:16: unknown variable {{}}',
        'SUBPLAN.md:4:1: {{/goal}} is missing',
        'SUBPLAN.md:5:1: {{/goal}} has to come before {{/what}}',
        'SUBPLAN.md:5:10: {{fill: …}} does not say what to fill in',
        'and 2 more',
      ].join('\n'),
    );
  });

  it('are refused when documents would be taken for others, or for work that has begun', async () => {
    assert.match(await refusal('# {{title}}'), /would not say which achievement it is about/);
    assert.match(await refusal('**Achievement**: 9.9'), /read as one of 9\.9/);
    assert.match(await refusal(`${HEAD}\n- [x] begun`), /ticked box/);
    assert.match(await refusal(`${HEAD}\n## Iteration Log\n\nBegun.`, 'execution'), /iteration log/);
    assert.match(await refusal(`${HEAD}**Status**: Complete\n`), /count as finished/);
  });

  it('may stand in a folder of another name', async () => {
    const { engine } = await engineOver({
      '/w/X/PLAN_X.md': planOf('X', ['1.1']),
      '/w/docs/SUBPLAN.md': `${HEAD}\nMine.`,
    });
    const batch = await engine.prepareCreation({
      plan: uriOf('/w/X/PLAN_X.md'),
      kind: 'subplan',
      selection: { by: 'all' },
      templates: uriOf('/w/docs'),
    });
    assert.ok(batch.ok);
    assert.equal(batch.value.files[0]?.content, '**Achievement**: 1.1\n\nMine.\n');
  });

  it('are built in with the sections of FORMAT A13, and say the same when a workspace takes them over', async () => {
    for (const [kind, sections] of [
      ['subplan', SUBPLAN],
      ['execution', EXECUTION],
    ] as const) {
      const text = await contentOf(undefined, kind);
      const titles = [...(text ?? '').matchAll(/^## (.*)$/gm)].map(([, title]) => title);
      assert.deepEqual(
        titles,
        Object.values(sections).map(({ title }) => title),
      );
      assert.deepEqual(parseTemplate(BUILT_IN[kind], KNOWN[kind]).problems, []);
      assert.equal(await contentOf(BUILT_IN[kind], kind), text);
    }
  });

  it('leave nothing of themselves, and every document is known for what it is', async () => {
    const name = fc.constantFrom(...KNOWN.subplan);
    const piece = fc.oneof(
      { arbitrary: name.map((each) => `{{${each}}}`), weight: 4 },
      name.map((each) => `{{#${each}}}a {{${each}}} b{{/${each}}}`),
      name.map((each) => `{{^${each}}}none{{/${each}}}`),
      fc.constantFrom(
        '\n',
        '\n\n',
        '- ',
        '> ',
        '# ',
        '```\n',
        '<div>',
        '**Status**: ',
        ' | ',
        'text ',
        '{{',
        '}}',
        '- [x] ',
      ),
      fc.constantFrom('**Achievement Addressed**: ', '9.9', '1.1', '{{fill: it}}'),
    );
    const goal = fc.constantFrom(
      'x',
      '~~~ a',
      '<div>',
      '**Achievement Addressed**: 9.9',
      '- a\n  - b',
      '`a',
      '<!-- b',
    );
    let made = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 12 }),
        fc.boolean(),
        goal,
        async (pieces, isHeaded, said) => {
          const fields = `- **Goal**: ${said}\n- **Notes**: ${said}\n- **Dependencies**: None`;
          const { world, batch } = await write((isHeaded ? HEAD : '') + pieces.join(''), 'subplan', fields);
          const [file] = batch.ok ? batch.value.files : [];
          if (!file) {
            assert.ok(!batch.ok && batch.error.name === 'UserError');
            return;
          }
          made++;
          assert.doesNotMatch(file.content, /\{\{/);
          world.files.set(file.uri.slice('file://'.length), file.content);
          await world.settled();
          const achievement = world.plan('X').byId.get('1.1');
          assert.equal(achievement?.subplan, file.uri);
          assert.equal(achievement?.status, 'subplan_created');
        },
      ),
      { seed: 21, numRuns: 200 },
    );
    assert.ok(made > 20, `${made} documents were made`);
  });
});

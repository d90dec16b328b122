import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readPlan } from '../../../src/engine/document/plan/plan';
import { planLinks } from '../../../src/engine/links/planLinks';
import { sliceOf } from '../../../src/engine/model/text';
import { engineOver, planOf } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

const OTHERS = {
  '/w/B/PLAN_B.md': planOf('B', ['1.1', '1.2', '2.1']),
  '/w/C/PLAN_C.md': planOf('C', ['1.1']),
};

/** The links of a workspace as `A 1.1 depends B 2.1`, with the text at each place. */
const linksIn = async (record: Readonly<Record<string, string>>) => {
  const { engine } = await engineOver(record);
  const texts = new Map(Object.entries(record).map(([path, text]) => [uriOf(path), text]));
  return planLinks(engine.snapshot.plans).map(({ kind, from, to, said }) => [
    [from.plan.name, from.achievement, kind, to.plan.name, to.achievement].filter(Boolean).join(' '),
    ...said.map(({ uri, span }) => sliceOf(texts.get(uri) ?? '', span)),
  ]);
};

/** The links of PLAN_A with a preamble, or lines below its achievement 1.1, beside PLAN_B and PLAN_C. */
const linksOf = async (preamble: string, below = ''): Promise<readonly (readonly string[])[]> => {
  const plan = planOf('A', ['1.1'], { '1.1': below }).replace('\n\n', `\n\n${preamble}\n\n`);
  return linksIn({ '/w/A/PLAN_A.md': plan, ...OTHERS });
};

describe('The links between plans', () => {
  it('have the kind that the words closest in front of the name say', async () => {
    assert.deepEqual(await linksOf('This plan depends on PLAN_B.md and blocks `PLAN_C`.'), [
      ['A depends B', 'PLAN_B.md'],
      ['A blocks C', 'PLAN_C'],
    ]);
    for (const [line, kind] of [
      ['Starts after PLAN_B is complete.', 'depends'],
      ['| Sibling | Depends on | Planning | PLAN_B.md (PLAN 1) | Must complete first |', 'depends'],
      ['PLAN_B.md must be complete first', 'depends'],
      ['PLAN_B needs this plan', 'blocks'],
      ['Prerequisite for [the other one](../B/PLAN_B.md)', 'blocks'],
      ['Does not depend on PLAN_B', 'related'],
      ['Requires patience. PLAN_B has another goal', 'related'],
      ['**Parent**: PLAN_B', 'related'],
      ['Superseded by PLAN_B', 'related'],
    ] as const) {
      assert.deepEqual(
        (await linksOf(line)).map(([link]) => link),
        [`A ${kind} B`],
        line,
      );
    }
  });

  it('have the kind of the label or the section where the line itself says nothing', async () => {
    assert.deepEqual(await linksOf('**Prerequisites**:\n\n- PLAN_B.md\n\n**Blocks**: PLAN_C'), [
      ['A depends B', 'PLAN_B.md'],
      ['A blocks C', 'PLAN_C'],
    ]);
    assert.deepEqual(
      await linksOf(
        '## Related Plans\n\n- PLAN_C\n\n### Dependencies\n\n| PLAN | Why |\n| - | - |\n| PLAN_B.md | data |',
      ),
      [
        ['A related C', 'PLAN_C'],
        ['A depends B', 'PLAN_B.md'],
      ],
    );
    assert.deepEqual(await linksOf('## Dependency Analysis\n\n- PLAN_B'), [['A related B', 'PLAN_B']]);
  });

  it('begin at the achievement in whose definition the line stands, and end at those that are named beside the plan', async () => {
    assert.deepEqual(
      await linksOf(
        '',
        '- **Dependencies**: `PLAN_B.md` Achievement 2.1\n- **Notes**: as Achievement 1.1 of PLAN_C',
      ),
      [
        ['A 1.1 depends B 2.1', '2.1'],
        ['A 1.1 related C 1.1', '1.1'],
      ],
    );
    assert.deepEqual(await linksOf('Depends on [PLAN_B](../B/PLAN_B.md), Achievements 1.1-2.1'), [
      ['A depends B 1.1', '1.1-2.1'],
      ['A depends B 1.2', '1.1-2.1'],
      ['A depends B 2.1', '1.1-2.1'],
    ]);
    // and only there: they are no ids of this plan
    const { plan } = await engineOver({
      '/w/A/PLAN_A.md': planOf('A', ['1.1', '2.1'], {
        '1.1': '- **Dependencies**: `PLAN_B.md` Achievement 2.1',
        '2.1': '- **Dependencies**: 1.1, Achievements 1.1 and 2.1 of [B](../B/PLAN_B.md)',
      }),
    });
    assert.deepEqual(
      plan('A').achievements.map(({ dependencies }) => dependencies.map(({ id }) => id)),
      [[], ['1.1']],
    );
    // an id that the other plan does not have leaves the plan, one further away is not its
    assert.deepEqual(await linksOf('Needs PLAN_B Achievement 9.9'), [['A depends B', 'PLAN_B']]);
    assert.deepEqual(await linksOf('Needs PLAN_B; then Achievement 1.1 begins'), [['A depends B', 'PLAN_B']]);
  });

  it('are none to the plan itself, to a name that no plan has, in code, in comments and in what is struck out', async () => {
    for (const line of [
      'Run it on PLAN_A.md',
      'Depends on PLAN_UNKNOWN.md and PLAN_B-OLD',
      'Depends on GRAMMAPLAN_B and SUBPLAN_B',
      '```\ndepends on PLAN_B\n```',
      '<!-- depends on PLAN_B -->',
      'Text <!-- depends on PLAN_B --> text',
      '~~Depends on PLAN_B~~',
      'Depends on [another](https://example.org/PLAN_B.md)',
    ]) {
      assert.deepEqual(await linksOf(line), [], line);
    }
  });

  it('go to the plan that a path names where several have the name, and else to none', async () => {
    const twice = { '/w/B/PLAN_B.md': planOf('B', ['1.1']), '/w/old/PLAN_B.md': planOf('B', ['2.1']) };
    const a = (line: string) => ({
      '/w/A/PLAN_A.md': planOf('A', ['1.1']).replace('\n\n', `\n\n${line}\n\n`),
      ...twice,
    });
    assert.deepEqual(await linksIn(a('Depends on PLAN_B Achievement 2.1')), []);
    assert.deepEqual(await linksIn(a('Depends on [B](../old/PLAN_B.md), Achievement 2.1')), [
      ['A depends B 2.1', '2.1'],
    ]);
  });

  it('are said once with every place, and are related only where nothing more is said', async () => {
    assert.deepEqual(await linksOf('Needs PLAN_B.md\n\nMore in PLAN_B.md\n\nBlocked by PLAN_B'), [
      ['A depends B', 'PLAN_B.md', 'PLAN_B'],
    ]);
  });

  it('join PRPs of different batches by their front matter, also where the other one is done', async () => {
    const prp = (id: string, needs: string) =>
      `---\nprp_id: "${id}"\ndependencies: [${needs}]\n---\n\n# PRP ${id}\n`;
    assert.deepEqual(
      await linksIn({
        '/w/PRPs/PRP-1.1.1-a.md': prp('1.1.1', ''),
        '/w/PRPs/PRP-2.1.1-b.md': prp('2.1.1', '"1.1.1", "3.1.1", "9.1.1"'),
        '/w/PRPs/PRP-2.2.1-c.md': prp('2.2.1', '"2.1.1"'),
        '/w/PRPs/executed/PRP-3.1.1-d.md': prp('3.1.1', ''),
      }),
      [
        ['PRP-2 PRP-2.1.1 depends PRP-1 PRP-1.1.1', '"1.1.1"'],
        ['PRP-2 PRP-2.1.1 depends PRP-3 PRP-3.1.1', '"3.1.1"'],
      ],
    );
  });

  it('are read from any text, with places inside it', () => {
    const piece = fc.constantFrom(
      'PLAN_B',
      'PLAN_B.md',
      '](',
      ')',
      'Achievement 1.1',
      'Achievements 1.1-2.1',
      '**Achievement 1.2**: Two',
      '## Desirable Achievements',
      '### Dependencies',
      '## Related Plans\n',
      'SEARCH-INDEX',
      '**Type**: Hard',
      '- **Dependencies**: ',
      ' of ',
      '~~',
      '`',
      '```',
      '<!--',
      '-->',
      '%E0%A4%A',
      '\n',
      '\r\n',
      '| ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const { span, achievements } of readPlan(text).planMentions()) {
          assert.ok(sliceOf(text, span).length > 0);
          for (const { from, span: place } of achievements) assert.ok(sliceOf(text, place).startsWith(from));
        }
      }),
    );
  });

  it('are still there when the text has been put away', () => {
    const facts = readPlan('# PLAN: A\n\nDepends on PLAN_B\n');
    facts.putAway();
    assert.deepEqual(
      facts.planMentions().map(({ name, relation }) => [name, relation]),
      [['B', 'hard']],
    );
    assert.ok(facts.says('Depends'));
  });
});

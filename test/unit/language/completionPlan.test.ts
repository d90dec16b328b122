import assert from 'node:assert/strict';
import { readPlan } from '../../../src/engine/document/plan/plan';
import { engineOver } from '../../support/engineOver';
import { type Asking, type Completed, completeIn } from './completing';
import { planPath, planUri } from './workspace';

const complete = (marked: string, asking?: Asking): Promise<Completed> =>
  completeIn({}, planPath, marked, asking);

const bulleted = `# PLAN: X

## 🎯 Desirable Achievements

### Priority 1: First

**Achievement 1.1**: Lay the base

- **Effort**: 2 hours
- **What**: A base.

**Achievement 1.3**: Build

- **Effort**: 2 hours

@

### Priority 2: Second

**Achievement 2.1**: Check
`;

const at = (text: string, typed: string): string => text.replace('@', typed);

const found = (text: string, id: string) => {
  const achievement = readPlan(text).achievements.find((each) => each.id === id);
  assert.ok(achievement, `${id} is not read from\n${text}`);
  const { title, priority, fields, dependencies } = achievement;
  return { title, priority, fields: fields.map(({ name }) => name), dependencies };
};

const everyField = ['effort', 'what', 'deliverables', 'success'];

describe('completion of a new achievement in a PLAN', () => {
  it('takes the next free id of its priority and the style of its neighbours', async () => {
    const { labels, taken } = await complete(at(bulleted, '|'));
    assert.equal(labels[0], 'Achievement 1.4');
    const text = taken('Achievement 1.4');
    assert.deepEqual(found(text, '1.4'), {
      title: 'Title',
      priority: '1',
      fields: everyField,
      dependencies: [],
    });
    assert.ok(
      text.includes(`- **Effort**: 2 hours

**Achievement 1.4**: Title

- **Effort**: 2-3 hours
- **What**: what is done
- **Deliverables**:
  - what is there afterwards
- **Success**: how to tell that it is done

### Priority 2`),
      text,
    );
  });

  for (const [style, definition, field, expected] of [
    [
      'bold titles',
      '**Achievement 1.1: Base** ⏱️ 4-6 hours',
      '- Effort: 2 hours',
      '**Achievement 1.2: Title**\n\n- Effort: 2-3',
    ],
    [
      'headings',
      '#### Achievement 1.1: Base',
      '**Effort:** 2 hours',
      '#### Achievement 1.2: Title\n\n**Effort:** 2-3',
    ],
    [
      'paragraphs',
      '**Achievement 1.1**: Base',
      '**Effort**: 2 hours\n\n**Purpose**: p',
      '**Achievement 1.2**: Title\n\n**Effort**: 2-3 hours\n\n**Purpose**: what',
    ],
    [
      'dense paragraphs',
      '**Achievement 1.1**: Base',
      '**Effort**: 2 hours\n**Goal**: p',
      '**Achievement 1.2**: Title\n\n**Effort**: 2-3 hours\n**Goal**: what',
    ],
    [
      'stars',
      '**Achievement 1.1**: Base',
      '* __Success Criteria__: 2',
      '**Achievement 1.2**: Title\n\n* __Success Criteria__: how',
    ],
  ] as const) {
    for (const snippets of [true, false]) {
      it(`is read as it was meant in a plan of ${style}, ${snippets ? 'as a snippet' : 'as plain text'}`, async () => {
        const text = `# PLAN: X\n\n## Achievements\n\n### Priority 1: A\n\n${definition}\n\n${field}\n\n|`;
        const { taken } = await complete(text, { snippets });
        const after = taken('Achievement 1.2');
        assert.ok(after.includes(expected), after);
        const read = found(after, '1.2');
        assert.equal(read.title, 'Title');
        assert.deepEqual([...read.fields].sort(), ['deliverables', 'effort', 'goal', 'success']);
        assert.deepEqual(found(after, '1.1').title, 'Base');
      });
    }
  }

  it('states dependencies where the plan does, and never makes the others seem to have none', async () => {
    const stating = bulleted.replace('- **What**: A base.', '- **Blocks**: 1.3');
    const { taken } = await complete(at(stating, '|'));
    assert.ok(found(taken('Achievement 1.4'), '1.4').fields.includes('dependencies'));
    const silent = (await complete(at(bulleted, '|'))).taken('Achievement 1.4');
    const { engine } = await engineOver({ [planPath]: silent });
    assert.equal(engine.snapshot.planOf(planUri)?.dependencySource, 'none');
  });

  it('is not offered in a document that is no plan', async () => {
    assert.deepEqual((await complete('# PLAN Summary: X\n\n## Achievements\n\n|')).labels, []);
  });

  it('comes with a new priority', async () => {
    const { taken } = await complete(at(bulleted, '|'));
    assert.deepEqual(found(taken('Priority 3'), '3.1'), {
      title: 'Title',
      priority: '3',
      fields: everyField,
      dependencies: [],
    });
  });

  it('is offered below priorities where no section names achievements, and only there', async () => {
    const loose = '# PLAN: X\n\n## Priority 1: A\n\n**Achievement 1.1**: T\n\n|\n';
    const { labels, taken } = await complete(loose);
    assert.equal(labels[0], 'Achievement 1.2');
    assert.deepEqual(found(taken('Priority 2'), '2.1').priority, '2');
    assert.match(taken('Priority 2'), /\n## Priority 2: Name\n/);
    const stray = `${at(bulleted, '')}\n## Priority 3 in short\n\n|`;
    assert.ok(!(await complete(stray)).labels.some((label) => label.startsWith('Achievement')));
  });

  it('counts ids as people do', async () => {
    const first = async (priority: string, ...ids: readonly string[]): Promise<string | undefined> => {
      const definitions = ids.map((id) => `**Achievement ${id}**: T\n\n`).join('');
      return (await complete(`# PLAN: X\n\n## Achievements\n\n${priority}${definitions}|`)).labels[0];
    };
    assert.equal(await first('### Priority 1: P\n\n', '1.9', '1.10', '1.2'), 'Achievement 1.11');
    assert.equal(await first('### Priority 2: P\n\n', '1.1'), 'Achievement 2.1');
    assert.equal(await first('### Priority 3.5: P\n\n', '3.5.1', '3.5.2'), 'Achievement 3.5.3');
    assert.equal(await first('### Priority 1: P\n\n'), 'Achievement 1.1');
    assert.equal(await first('', '4.1', '4.2'), 'Achievement 4.3');
    assert.equal(await first('', '1', '2'), 'Achievement 3');
    assert.equal(await first('### Priority 1: P\n\n', '1.99999999999999999999'), 'Achievement 1.1');
  });

  it('replaces what was typed of it', async () => {
    for (const typed of ['**', '**Ach', '**Achievement 1.', 'Achiev', '*']) {
      const { taken, item } = await complete(at(bulleted, `${typed}|`));
      const label = 'Achievement 1.4';
      assert.equal(taken(label), (await complete(at(bulleted, '|'))).taken(label), typed);
      assert.ok(item(label).filterText?.startsWith(typed), item(label).filterText);
    }
  });

  it('keeps a blank line to its neighbours', async () => {
    const { taken } = await complete(
      '# PLAN: X\n\n## Achievements\n\n**Achievement 1.1**: A\n|\n**Achievement 1.3**: C\n',
    );
    const text = taken('Achievement 1.4');
    assert.match(text, /: A\n\n\*\*Achievement 1\.4/);
    assert.match(text, /done\n\n\*\*Achievement 1\.3/);
  });

  it('is not offered outside the part that defines achievements, in code and in comments', async () => {
    const isOffered = async (marked: string): Promise<boolean> =>
      (await complete(marked)).labels.some((label) => label.startsWith('Achievement 1'));
    assert.ok(await isOffered(at(bulleted, '|')));
    assert.ok(!(await isOffered(`${at(bulleted, '')}\n## Notes\n\n|\n`)), 'in another section');
    for (const typed of [
      '```\n|\n```',
      '<!--\n|\n-->',
      '<div>\n**|\n</div>',
      '- **Goal**: x\n  |',
      '| and more',
    ]) {
      assert.ok(!(await isOffered(at(bulleted, typed))), typed);
    }
  });
});

describe('completion of fields in a PLAN', () => {
  it('offers what the definition lacks, in its style and words', async () => {
    const { labels, taken } = await complete(at(bulleted, '- **|'));
    assert.deepEqual(labels, ['Goal', 'What', 'Deliverables', 'Tests', 'Success', 'Dependencies', 'Blocks']);
    const text = at(bulleted, '- **Dependencies**: ').replace('@', '');
    assert.equal(taken('Dependencies'), text);
  });

  it('offers them on an empty line too, behind a new achievement', async () => {
    const { labels } = await complete(at(bulleted, '|'));
    assert.ok(labels.indexOf('Goal') > labels.indexOf('Achievement 1.4'));
    assert.ok(!labels.includes('Effort'));
  });

  it('follows a definition that has a style of its own', async () => {
    const text = bulleted.replace('- **Effort**: 2 hours\n\n@', '**Effort**: 2 hours\n\n@');
    assert.match((await complete(at(text, '|'))).taken('Goal'), /\n\*\*Goal\*\*: \n/);
  });

  it('offers none outside of definitions', async () => {
    assert.deepEqual((await complete(`# PLAN: X\n\n## Achievements\n\n- |`)).labels, []);
    assert.deepEqual((await complete(`${at(bulleted, '')}\n## Notes\n\n- |`)).labels, []);
  });
});

describe('completion of sections in a PLAN', () => {
  it('offers the usual ones that are missing, then others', async () => {
    const { labels } = await complete(`${at(bulleted, '')}\n## |`);
    assert.deepEqual(labels.slice(0, 3), ['## Context for LLM Execution', '## Goal', '## Problem Statement']);
    assert.ok(!labels.includes('## Desirable Achievements'));
    assert.ok(labels.indexOf('## Achievement Index') > labels.indexOf('## Current Status & Handoff'));
  });

  it('offers them while a heading is begun, and shows what would be written', async () => {
    for (const [typed, trigger] of [
      ['##|', '#'],
      ['## |', ' '],
    ] as const) {
      const { item } = await complete(`${at(bulleted, '')}\n${typed}`, { trigger });
      assert.match(String(item('## Goal').documentation), /^## Goal\n\nwhat is true/);
      assert.equal(item('## Goal').filterText, `${typed.slice(0, -1)}Goal`);
    }
  });

  it('writes them with a body, and changes no achievement', async () => {
    const before = readPlan(at(bulleted, ''));
    const { labels, taken } = await complete(`${at(bulleted, '')}\n## |`);
    for (const label of labels.filter((each) => each.startsWith('## '))) {
      const after = readPlan(taken(label));
      assert.ok(
        after.sections.some(({ title, depth }) => depth === 2 && `## ${title}` === label),
        label,
      );
      assert.deepEqual(
        after.achievements.map(({ id, title }) => [id, title]),
        before.achievements.map(({ id, title }) => [id, title]),
      );
    }
    const index = readPlan(taken('## Achievement Index')).achievementIndex();
    assert.deepEqual(
      index?.entries.map(({ id }) => id),
      ['1.1', '1.3', '2.1'],
    );
  });

  it('starts an empty plan', async () => {
    const { labels, taken } = await complete('|');
    assert.equal(labels[0], '# PLAN: X');
    assert.equal(taken('# PLAN: X'), '# PLAN: X');
    const achievements = (await complete('# PLAN: X\n\n|')).taken('## Desirable Achievements');
    assert.deepEqual(found(achievements, '1.1').priority, '1');
  });
});

describe('completion while prose is written in a PLAN', () => {
  it('says nothing at blanks, in sentences and lists', async () => {
    for (const typed of ['|', '- |', 'Some |', 'Some words |', '**Goal** |', '1. |', '> |']) {
      assert.deepEqual((await complete(at(bulleted, typed), { trigger: ' ' })).labels, [], typed);
    }
    assert.deepEqual((await complete(at(bulleted, '- **Dependencies**: "|'), { trigger: '"' })).labels, []);
    for (const typed of ['Some *|', 'a. # |', 'Some words|', '1.|']) {
      assert.deepEqual((await complete(at(bulleted, typed), { trigger: '*' })).labels, [], typed);
    }
  });

  it('lists ids behind the word that names them', async () => {
    for (const typed of [
      'See Achievement |',
      'See Achievements 1.1 and |',
      '> Achievement 1|',
      '(Achievement 1.|)',
    ]) {
      const { labels, item } = await complete(at(bulleted, typed), { trigger: ' ' });
      assert.deepEqual(labels, ['1.1', '1.3', '2.1'], typed);
      assert.equal(item('1.1').detail, 'Lay the base');
    }
    const { taken } = await complete(at(bulleted, 'See Achievement 1.|.'));
    assert.equal(taken('1.3'), at(bulleted, 'See Achievement 1.3'));
  });

  it('is silent where the word names none', async () => {
    for (const typed of ['our achievement |', 'Achievement is |', '`x` <!-- Achievement | -->']) {
      assert.deepEqual((await complete(at(bulleted, typed), { trigger: ' ' })).labels, [], typed);
    }
  });

  it('offers a new achievement where one is being defined', async () => {
    const { labels } = await complete(at(bulleted, '**Achievement |'), { trigger: ' ' });
    assert.deepEqual(labels, ['Achievement 1.4']);
  });

  it('goes on in a sentence of Dependencies only where an id may follow', async () => {
    const typed = (text: string): Promise<Completed> =>
      complete(at(bulleted, `- **Dependencies**: ${text}`), { trigger: ' ' });
    assert.deepEqual((await typed('1.1, |')).labels, ['2.1']);
    assert.deepEqual((await typed('what Achievement |')).labels, ['1.1', '2.1']);
    assert.deepEqual((await typed('what comes |')).labels, []);
  });
});

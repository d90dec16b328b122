import assert from 'node:assert/strict';
import { readPlan } from '../../../../src/engine/document/plan/plan';
import { sliceOf } from '../../../../src/engine/model/text';

const HEAD = '# PLAN: Shop\n\n## Desirable Achievements\n\n';
/** A line below an achievement, with a field that must not leak into it. */
const below = (line: string): string =>
  `${HEAD}**Achievement 1.1**: Store\n\n- **Effort**: 1h\n\n${line}\n\n- **Dependencies**: 1.1\n`;

describe('Lines that define an achievement', () => {
  const defined: readonly (readonly [line: string, id: string, title: string])[] = [
    ['**Achievement 1.2:** Title', '1.2', 'Title'],
    ['**Achievement 1.2** : Title', '1.2', 'Title'],
    ['**Achievement 1.2**：搜索', '1.2', '搜索'],
    ['**Achievement 1.2：标题**', '1.2', '标题'],
    ['***Achievement 1.2***: Title', '1.2', 'Title'],
    ['__Achievement 1.2__: Title', '1.2', 'Title'],
    ['__Achievement 1.2:__ Title', '1.2', 'Title'],
    ['**Achievement 1.2** – Title', '1.2', 'Title'],
    ['**Achievement 1.2 - Title**', '1.2', 'Title'],
    ['**Achievement 1.2: Title** ⏱️ 4-6 hours', '1.2', 'Title'],
    ['**Achievement\u00A01.2**:\u00A0Title', '1.2', 'Title'],
    ['**ACHIEVEMENT 1.2**: Title', '1.2', 'Title'],
    ['✅ **Achievement 1.2**: Title', '1.2', 'Title'],
    ['**✅ Achievement 1.2**: Title', '1.2', 'Title'],
    ['**[Achievement 1.2](a.md)**: Title', '1.2', 'Title'],
    ['<a id="a"></a>**Achievement 1.2**: Title', '1.2', 'Title'],
    ['**Achievement 1.2**: [Title](a.md)', '1.2', 'Title'],
    ['### Achievement 1.2: Title', '1.2', 'Title'],
    ['###### Achievement 1.2: Title ######', '1.2', 'Title'],
    ['## Achievement 1.2: Title', '1.2', 'Title'],
    ['# Achievement 1.2: Title', '1.2', 'Title'],
    ['### [Achievement 1.2: Title](subplans/SUBPLAN_SHOP_12.md)', '1.2', 'Title'],
    ['### [Achievement 1.2](a.md): Title', '1.2', 'Title'],
    ['### [x] Achievement 1.2: Title', '1.2', 'Title'],
    ['### [ ] Achievement 1.2: Title', '1.2', 'Title'],
    ['### 🚧 ⏳ Achievement 1.2: Title', '1.2', 'Title'],
    ['### ☐ Achievement 1.2: Title', '1.2', 'Title'],
    ['### **Achievement 1.2**: Title', '1.2', 'Title'],
    ['### **Achievement 1.2: Title**', '1.2', 'Title'],
    ['### `Achievement 1.2`: Title', '1.2', 'Title'],
    ['### `Achievement 1.2: Title`', '1.2', 'Title'],
    ['### *Achievement 1.2*: Title', '1.2', 'Title'],
    ['### Achievement 1.2 Title', '1.2', 'Title'],
    ['### Achievement 1.2', '1.2', '1.2'],
    ['### Achievement 1.2. Title', '1.2', 'Title'],
    ['### Achievement #1.2: Title', '1.2', 'Title'],
    ['### Achievement-1.2: Title', '1.2', 'Title'],
    ['### 2. Achievement 1.2: Title', '1.2', 'Title'],
    ['### Achievement 1.2: Title {#ach-1-2}', '1.2', 'Title'],
    ['### Achievement 1.2: Title <a id="b"></a>', '1.2', 'Title'],
    ['### <a name="b"></a>Achievement 1.2: Title', '1.2', 'Title'],
    ['### Achievement 1.2: Make it **fast**', '1.2', 'Make it **fast**'],
    ['**Achievement 1.2.**: Title', '1.2', 'Title'],
    ['### Achievement 1.2: Title {#ach-1-2 .open}', '1.2', 'Title'],
    ['### [Achievement 1.2: Title][second]', '1.2', 'Title'],
    ['### Achievement 1.2: [Title][second]', '1.2', 'Title'],
    ['### ![](box.png) Achievement 1.2: Title', '1.2', 'Title'],
    [':sparkles: **Achievement 1.2**: Title', '1.2', 'Title'],
    ['**Achievement&nbsp;1.2**: Title', '1.2', 'Title'],
  ];
  for (const [line, id, title] of defined) {
    it(line, () => {
      const text = below(line);
      const { achievements, unreadDefinitions } = readPlan(text);
      assert.deepEqual(unreadDefinitions, []);
      const [first, second] = achievements;
      assert.deepEqual([second?.id, second?.title], [id, title]);
      assert.ok(first && second);
      assert.equal(sliceOf(text, second.idSpan), id);
      if (title !== id) assert.ok(sliceOf(text, second.titleSpan).startsWith(title));
      assert.deepEqual(first.dependencies, []);
      assert.deepEqual(
        second.dependencies.map((each) => each.id),
        ['1.1'],
      );
    });
  }
});

describe('Lines that look like a definition and are none', () => {
  const unread: readonly (readonly [line: string, reason: string, id: string])[] = [
    ['### ~~Achievement 1.2: Dropped~~', 'struck-out', '1.2'],
    ['**Achievement 1.2**: ~~Cancelled~~', 'struck-out', '1.2'],
    ['~~**Achievement 1.2**: Dropped~~', 'struck-out', '1.2'],
    ['**~~Achievement 1.2~~**: Dropped', 'struck-out', '1.2'],
    ['### Achievement 1.2: ~~Cancelled~~ (see 1.1)', 'struck-out', '1.2'],
    ['**Achievement 1.2a**: Letter', 'id', '1.2a'],
    ['### Achievement A2: Letter', 'id', 'A2'],
    ['### Achievement 1_2: Underscore', 'id', '1_2'],
    ['**Achievement １.２**: Wide digits', 'id', '１.２'],
    ['- [ ] **Achievement 1.2**: Box', 'check-box', '1.2'],
    ['- [x] Achievement 1.2: Box', 'check-box', '1.2'],
    ['> **Achievement 1.2**: Quote', 'quoted', '1.2'],
    ['Achievement 1.2: Plain', 'plain', '1.2'],
    ['_Achievement 1.2_: Italic', 'plain', '1.2'],
    ['`Achievement 1.2`: Code', 'plain', '1.2'],
    ['  **Achievement 1.2**: Indented', 'indented', '1.2'],
    ['    **Achievement 1.2**: Far in', 'indented', '1.2'],
    ['**1.2**: No word', 'without-word', '1.2'],
    ['### 1.2 No word', 'without-word', '1.2'],
    ['**Achievement 1.2** Title', 'without-colon', '1.2'],
    ['**Achievement 1.2**', 'without-colon', '1.2'],
    ['**Achievment 1.2**: Typo', 'misspelt', '1.2'],
    ['### Acheivement 1.2: Typo', 'misspelt', '1.2'],
    ['**Achievements 1.2**: Plural', 'misspelt', '1.2'],
    [`**Achievement 1.2**: ${'Long '.repeat(200)}end`, 'too-long', '1.2'],
    ['| Id | Title |\n| --- | --- |\n| 1.2 | Search |', 'table', '1.2'],
    ['| # | Title |\n| --- | --- |\n| **1.2** | Search |\n| 1.1 | Store |', 'table', '1.2'],
    ['Achievement | Title\n--- | ---\nAchievement 1.2 | Search', 'table', '1.2'],
  ];
  for (const [line, reason, id] of unread) {
    it(line.replaceAll('\n', ' ⏎ '), () => {
      const text = below(line);
      const { achievements, unreadDefinitions } = readPlan(text);
      assert.deepEqual(
        unreadDefinitions.map((each) => [each.reason, each.id, each.line, sliceOf(text, each.span)]),
        [[reason, id, 9, line.split('\n', 1)[0]]],
      );
      assert.deepEqual(
        achievements.map((each) => [each.id, each.dependencies]),
        [['1.1', []]],
      );
    });
  }

  const friends = [
    `Achievement 1.2 ${'goes on and on '.repeat(100)}`,
    '- **Achievement 1.2**: a bullet',
    '- Achievement 1.2 (later)',
    '* Achievement 1.2: a bullet',
    '1. **Achievement 1.2**: numbered',
    '**Achievement 2.2/2.3**: a pair',
    '**Achievement 1.1-1.3**: a range',
    '**Achievement 1.1 and 1.2**: both',
    '**Achievement 3.3 will document**: later',
    '**Next**: Achievement 1.2 (soon)',
    '**⏳ Next: Achievement 1.2** (soon)',
    '**Achievement X.Y**: [Title]',
    'Achievement 1.2 needs the store.',
    'The store comes before\nAchievement 1.2: that one reads it.',
    '1.2: no word and no marks',
    '**1.2.3**: an id of other parts',
    '- See:\n\n  **Achievement 1.2**: that one',
    '### Achievements',
    '### After Achievement 1.2',
    '### Achievement 1.2 depends on nothing',
    '```md\n**Achievement 1.2**: Example\n```',
    '<!-- **Achievement 1.2**: Later -->',
    '| Step | What |\n| --- | --- |\n| 1.2 | no achievement |',
    '- [x] **Achievement 1.1**: tracked',
  ];
  for (const line of friends) {
    it(`is silent about ${line.replaceAll('\n', ' ⏎ ')}`, () => {
      const { achievements, unreadDefinitions } = readPlan(below(line));
      assert.deepEqual(unreadDefinitions, []);
      assert.deepEqual(
        achievements.map(({ id }) => id),
        ['1.1'],
      );
    });
  }

  for (const line of [
    '**Achievement 1.2/1.3**: Two',
    '**Achievement 1.2 & 1.3**: Two',
    '**Achievement 1-2**: Two',
  ]) {
    it(`gives nothing below ${line} to the achievement above`, () => {
      const [first] = readPlan(below(line)).achievements;
      assert.deepEqual(first?.dependencies, []);
    });
  }

  it('leaves a number in front of words alone where no field of an achievement follows', () => {
    const text = `${HEAD}**Achievement 1.1**: Store\n\n**1.2**: of the norm\n\nIt asks for more.\n`;
    assert.deepEqual(readPlan(text).unreadDefinitions, []);
  });

  it('gives nothing below an item about another achievement to the one above', () => {
    const text = `${HEAD}**Achievement 1.1**: Store\n\n- **Achievement 1.2**: Search\n  - **Dependencies**: 1.1\n`;
    assert.deepEqual(readPlan(text).achievements[0]?.dependencies, []);
  });

  it('keeps deeper headings in the body of a definition that is a heading', () => {
    const text = `# PLAN: Shop\n\n## Achievement 1.1: Store\n\n## Achievement 1.2: Search\n\n### Dependencies\n\n- 1.1\n\n### Effort\n\n2h\n\n## Notes\n\nEffort: 9h\n`;
    const [, second] = readPlan(text).achievements;
    assert.deepEqual(
      second?.fields.map(({ name, value }) => [name, value]),
      [
        ['dependencies', ''],
        ['effort', '2h'],
      ],
    );
    assert.deepEqual(
      second?.dependencies.map(({ id }) => id),
      ['1.1'],
    );
  });
});

describe('Sections that define achievements', () => {
  const idsBelow = (heading: string): readonly string[] =>
    readPlan(`# PLAN: X\n\n## Goal\n\n${heading}\n\n**Achievement 1.1**: A\n`).achievements.map(
      ({ id }) => id,
    );

  for (const heading of [
    '## Achievements: Search Index',
    '## Achievements of the Log Viewer',
    '## Desirable Achievements (Order Tracking)',
    '### Desirable Achievements',
    '## Achievement List',
    '## 📋 Achievements – Tracking of Parcels',
    '## Achievements for the Time Tracker',
    '## Log Viewer Achievements',
    '## Desirable Achievements (with an index of search words)',
    '#### Achievements',
    '## Achievement Breakdown',
    '## Achievement Definitions: Audit Log',
  ]) {
    it(`count: ${heading}`, () => assert.deepEqual(idsBelow(heading), ['1.1']));
  }
  for (const heading of [
    '## Achievement Index',
    '## 📋 Achievements Index',
    '## Index of Achievements',
    '## Achievement Addition Log',
    '## Achievements Log',
    '## Log of Achievements',
    '## Subplan Tracking',
    '## Achievement Tracking (Updated During Execution)',
    '## Achievements (Index)',
    '## Achievements: Tracking',
    '## Tracking',
  ]) {
    it(`do not count, and are named: ${heading}`, () => {
      assert.deepEqual(idsBelow(heading), []);
      const facts = readPlan(`# PLAN: X\n\n## Goal\n\n${heading}\n\n**Achievement 1.1**: A\n`);
      assert.equal(heading.endsWith(facts.passedOver()?.section ?? '?'), true);
    });
  }
});

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readPlan } from '../../../../src/engine/document/plan/plan';
import type { PlanFacts } from '../../../../src/engine/facts/planFacts';
import { type Span, sliceOf } from '../../../../src/engine/model/text';
import { harvestPlan } from '../../../support/harvestPlan';

const inAchievements = (text: string): PlanFacts =>
  readPlan(`# PLAN: X\n\n## Desirable Achievements\n\n${text}`);
const idsOf = (text: string): readonly string[] => readPlan(text).achievements.map(({ id }) => id);

describe('Reading a PLAN', () => {
  const facts = readPlan(harvestPlan);

  it('finds the definitions and nothing that looks like one', () => {
    assert.deepEqual(
      facts.achievements.map(({ id, title, line, priority }) => [id, title, line, priority]),
      [
        ['1.1', 'Field model', 32, '1'],
        ['1.2', 'Harvest import', 43, '1'],
        ['2.5.1', 'Weekly report', 59, '2.5'],
      ],
    );
  });

  it('points at id, title and definition', () => {
    for (const { id, idSpan, title, titleSpan, definition, body } of facts.achievements) {
      assert.equal(sliceOf(harvestPlan, idSpan), id);
      assert.ok(sliceOf(harvestPlan, titleSpan).startsWith(title));
      assert.ok(sliceOf(harvestPlan, definition).startsWith('**Achievement'));
      assert.ok(sliceOf(harvestPlan, body).startsWith(sliceOf(harvestPlan, definition)));
    }
  });

  it('gives each body what belongs to it, without the rule below', () => {
    const [, second] = facts.achievements;
    assert.ok(second && sliceOf(harvestPlan, second.body).endsWith('~~~'));
  });

  it('reads fields in all their spellings', () => {
    assert.deepEqual(
      facts.achievements.map(({ fields }) => fields.map(({ name, value }) => [name, value])),
      [
        [
          ['goal', 'Describe a field and its rows'],
          ['deliverables', ''],
          ['success', ''],
          ['effort', '2-3 hours'],
          ['blocks', '1.2'],
        ],
        [
          ['what', "Read the scale's files"],
          ['dependencies', '1.1'],
          ['tests', ''],
        ],
        [
          ['deliverables', ''],
          ['dependencies', ''],
        ],
      ],
    );
    assert.equal(facts.achievements[1]?.titleEffort, '4-6 hours');
  });

  it('reads stated dependencies, not the numbers of prose', () => {
    assert.deepEqual(
      facts.achievements.map(({ dependencies, blocks }) =>
        [dependencies, blocks].map((list) => list.map(({ id }) => id)),
      ),
      [
        [[], ['1.2']],
        [['1.1'], []],
        [['1.2'], []],
      ],
    );
    for (const { dependencies } of facts.achievements) {
      for (const { id, span } of dependencies) assert.equal(sliceOf(harvestPlan, span), id);
    }
  });

  it('takes headings as definitions only where no bold line defines the id', () => {
    assert.deepEqual(
      inAchievements(
        '### Achievement 1: Alone\n\n**Achievement 2.1**: Bold\n\n### Achievement 2.1: Twin\n',
      ).achievements.map(({ id, title }) => [id, title]),
      [
        ['1', 'Alone'],
        ['2.1', 'Bold'],
      ],
    );
  });

  it('keeps an id that is defined twice twice', () => {
    assert.deepEqual(idsOf('## Achievements\n\n**Achievement 1.1**: A\n\n**Achievement 1.1**: B\n'), [
      '1.1',
      '1.1',
    ]);
  });

  it('knows the priority of what is defined by headings below it, or beside it', () => {
    const priorities = (text: string) =>
      readPlan(text).achievements.map(({ id, priority }) => [id, priority]);
    const deeper =
      '# PLAN: X\n\n## Priority 1: Base\n\n### Achievement 1.1: A\n\n### Notes\n\n**Achievement 1.2**: B\n\n' +
      '## Priority 2\n\n### Achievement 2.1: C\n';
    assert.deepEqual(priorities(deeper), [
      ['1.1', '1'],
      ['1.2', '1'],
      ['2.1', '2'],
    ]);
    const beside =
      '# PLAN: X\n\n## Achievements\n\n### Priority 1\n\n### Achievement 1.1: A\n\n### Achievement 1.2: B\n\n' +
      '### Priority 2\n\n### Achievement 2.1: C\n\n### Others\n\n**Achievement 3.1**: D\n';
    assert.deepEqual(priorities(beside), [
      ['1.1', '1'],
      ['1.2', '1'],
      ['2.1', '2'],
      ['3.1', undefined],
    ]);
  });

  it('falls back to priority headings where no heading names achievements', () => {
    assert.deepEqual(
      idsOf(
        '# PLAN: X\n\n## Notes\n\n**Achievement 9.9**: No\n\n## Priority 1: Go\n\n**Achievement 1.1**: Yes\n',
      ),
      ['1.1'],
    );
  });

  it('lists the results of a retrospective plan without inventing ids', () => {
    const retrospective = readPlan(
      '# PLAN: X\n\n## ✅ Achievements Completed\n\n### 1. Parser (Achievement 2.2 of another) - 3h\n\n### 2. Printer\n',
    );
    assert.deepEqual(retrospective.achievements, []);
    assert.deepEqual(
      retrospective.unnumbered.map(({ number, title, line }) => [number, title, line]),
      [
        [1, 'Parser (Achievement 2.2 of another) - 3h', 5],
        [2, 'Printer', 7],
      ],
    );
  });

  it('tells a plan from a document about a plan', () => {
    const definitions = '\n\n## Achievements\n\n**Achievement 1.1**: A\n';
    assert.equal(readPlan(`# PLAN: X${definitions}`).isPlan, true);
    assert.equal(readPlan(`# Anything${definitions}`).isPlan, true);
    assert.equal(readPlan(`# PLAN Summary: X${definitions}`).isPlan, false);
    assert.equal(readPlan('# PLAN COMPLETE: X\n').isPlan, false);
    assert.equal(readPlan('# PLAN: only begun\n').isPlan, true);
    assert.equal(readPlan('').isPlan, true);
    assert.equal(readPlan('# Shopping list\n').isPlan, false);
  });

  it('reads ids with a BOM, CRLF and mojibake in front', () => {
    assert.deepEqual(
      idsOf('\uFEFF# PLAN: X\r\n\r\n## ðŸŽ¯ Desirable Achievements\r\n\r\n**Achievement 1.1**: A\r\n'),
      ['1.1'],
    );
  });

  const titles: readonly (readonly [string, string, string | undefined])[] = [
    ['Plain', 'Plain', undefined],
    ['Done ✅', 'Done', undefined],
    ['Tests ✅ **Already there**', 'Tests', undefined],
    ['Make it **fast**', 'Make it **fast**', undefined],
    ['Old ⚠️ **CRITICAL**', 'Old', undefined],
    ['Short (4-6h)', 'Short', '4-6h'],
    ['Short ⏱️ 4-6 hours', 'Short', '4-6 hours'],
    ['Cover `a.ts` (Optional)', 'Cover `a.ts` (Optional)', undefined],
    ['Title <!-- later -->', 'Title', undefined],
    ['Wait 3 hours', 'Wait 3 hours', undefined],
    ['✅', '✅', undefined],
    ['Launch 🚀', 'Launch 🚀', undefined],
    ['Love ❤️ ⚠️', 'Love ❤️', undefined],
    ['Party 🎉 **COMPLETE** ✅', 'Party 🎉', undefined],
    ['Signs 🟡 ⏳ (2-3h)', 'Signs', '2-3h'],
  ];
  for (const [raw, title, effort] of titles) {
    it(`reads the title ${raw}`, () => {
      const [achievement] = inAchievements(`**Achievement 1.1**: ${raw}\n`).achievements;
      assert.deepEqual([achievement?.title, achievement?.titleEffort], [title, effort]);
    });
  }

  const dependencies: readonly (readonly [string, readonly string[]])[] = [
    ['None', []],
    ['1.1', ['1.1']],
    ['1.1, 1.2 and 1.3', ['1.1', '1.2', '1.3']],
    ['Achievement 1.2', ['1.2']],
    ['Achievements 1.1, 1.3', ['1.1', '1.3']],
    ['1.1 (schema), 1.2 (parser)', ['1.1', '1.2']],
    ['1.1-1.3', ['1.1', '1.2', '1.3']],
    ['2-3 hours of Python 3.11', []],
    ['`1.1`', ['1.1']],
    ['All previous achievements', ['1.1', '1.2', '1.3']],
    ['9.9', ['9.9']],
  ];
  for (const [value, want] of dependencies) {
    it(`reads the dependencies of "${value}"`, () => {
      const before = ['1.1', '1.2', '1.3'].map((id) => `**Achievement ${id}**: T\n\n`).join('');
      const read = inAchievements(`${before}**Achievement 2.1**: T\n\n- **Dependencies**: ${value}\n`);
      assert.deepEqual(
        read.achievements.at(-1)?.dependencies.map(({ id }) => id),
        want,
      );
    });
  }

  it('reads labels behind a mark, and what was spent apart from what is estimated', () => {
    const [achievement] = readPlan(
      [
        '# PLAN: Shop',
        '',
        '## Achievements',
        '',
        '**Achievement 1.1**: Till',
        '',
        '- ✅ Effort: ~20 minutes (completed)',
        '- ⏱️ **Time Spent**: 30 minutes',
        '- ✅ Wrote: nothing that is a field',
        '- [x] Effort: a box is no label',
      ].join('\n'),
    ).achievements;
    assert.deepEqual(
      achievement?.fields.map(({ name, label, value }) => [name, label, value]),
      [
        ['effort', 'Effort', '~20 minutes (completed)'],
        ['actual', 'Time Spent', '30 minutes'],
      ],
    );
  });

  it('never throws and never points outside, whatever is cut out or put in', () => {
    const pieces = fc.constantFrom(
      '**Achievement 1.1**: ',
      '```',
      '<!--',
      '-->',
      '## Achievements',
      '\n',
      '- **Effort**: ',
      '<div>',
      '\0',
      '😀',
      '1.1-',
      '---\n',
    );
    fc.assert(
      fc.property(
        fc.nat(harvestPlan.length),
        fc.nat(harvestPlan.length),
        fc.array(pieces, { maxLength: 6 }),
        (from, to, put) => {
          const text = harvestPlan.slice(0, from) + put.join('') + harvestPlan.slice(to);
          const read = readPlan(text);
          const spans: readonly Span[] = [
            ...read.sections.flatMap(({ heading, span }) => [heading, span]),
            ...read.achievements.flatMap((a) => [a.definition, a.body, a.idSpan, a.titleSpan]),
            ...read.achievements.flatMap(({ fields }) =>
              fields.flatMap(({ valueSpan, block }) => [valueSpan, block]),
            ),
            ...read.achievements.flatMap((a) => [...a.dependencies, ...a.blocks].map(({ span }) => span)),
          ];
          for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= text.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reads ten megabytes of one line, and of many, without choking', () => {
    assert.equal(
      readPlan(`## Achievements\n\n**Achievement 1.1**: ${'x '.repeat(5e6)}`).achievements.length,
      0,
    );
    assert.equal(readPlan('<'.repeat(1e6)).achievements.length, 0);
    assert.equal(readPlan(`${'- '.repeat(1e6)}x`).achievements.length, 0);
    assert.equal(readPlan(`${'1. '.repeat(1e6)}x`).achievements.length, 0);
  });
});

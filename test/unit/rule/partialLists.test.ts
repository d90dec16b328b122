import { deepEqual, equal } from 'node:assert/strict';
import { readPlan } from '../../../src/engine/document/plan/plan';
import { askedEdges } from '../../../src/engine/edit/asked';
import { guarded } from '../../../src/engine/edit/guard';
import { removeFromPlan } from '../../../src/engine/rule/edit/planEdits';
import { exchangeInPlan } from '../../../src/engine/rule/edit/planFieldEdits';
import { applyEdits } from '../../support/applyEdits';

/** A PLAN whose last achievement, 2.1, has these lines. */
const planWith = (...lines: readonly string[]): string =>
  [
    '# PLAN: Market',
    '',
    '## Desirable Achievements',
    '',
    ...['1.1', '1.2', '1.3'].flatMap((id) => [`**Achievement ${id}**: Stall ${id}`, '']),
    '**Achievement 2.1**: Roof',
    '',
    ...lines,
    '',
    '**Achievement 2.2**: Lamps',
    '',
    'Nobody may lose this.',
    '',
  ].join('\n');

/** What a field says when 2.1 no longer depends on `id`; `as written` where nothing is changed. */
const without = (id: string, ...lines: readonly string[]): string => {
  const text = planWith(...lines);
  const edge = { dependent: '2.1', dependency: id };
  const edits = guarded(text, askedEdges('plan', [edge]), removeFromPlan(text, edge));
  if (!edits.ok) return edits.error.message;
  if (edits.value.length === 0) return 'as written';
  return fieldOf(applyEdits(text, edits.value));
};

const fieldOf = (text: string): string => {
  const start = text.indexOf('Roof\n\n') + 'Roof\n\n'.length;
  const end = text.indexOf('\n\n**Achievement 2.2**: Lamps\n\nNobody may lose this.\n');
  return text.slice(start, end);
};

const D = '- **Dependencies**:';

describe('taking one id out of a field', () => {
  const one: readonly (readonly [before: string, after: string])[] = [
    ['2.1', 'None'],
    ['**2.1**, 1.1', '1.1'],
    ['2.1 - itself by mistake, 1.2 - the page', '1.2 - the page'],
    ['1.1, 2.1 - itself', '1.1'],
    ['2.1 (itself), 1.1 (first)', '1.1 (first)'],
    ['1.1 (first), 2.1 (itself), 1.2', '1.1 (first), 1.2'],
    ['Achievement 2.1', 'None'],
    ['Achievement 2.1 (itself), Achievement 1.1', 'Achievement 1.1'],
    ['Achievements 2.1, 1.1 and 1.2', 'Achievements 1.1 and 1.2'],
    ['Achievements 1.1, 1.2 and 2.1', 'Achievements 1.1, 1.2'],
    ['2.1, External: approval of the board', 'External: approval of the board'],
    ['1.1, 2.1; and `stall.ts`', '1.1, and `stall.ts`'],
    ['after Achievement 2.1', 'None'],
    ['Achievement 2.1 must be finished first', 'None'],
    ['2.1: Roof, 1.1: Stall', '1.1: Stall'],
    ['2.1, 1.1-1.3', '1.1-1.3'],
  ];
  for (const [before, after] of one) {
    it(`leaves the rest of “${before}”`, () => {
      equal(without('2.1', `${D} ${before}`), `${D} ${after}`);
    });
  }

  it('writes a range out', () => {
    equal(without('1.2', `${D} 1.1-1.3 (the stalls)`), `${D} 1.1, 1.3 (the stalls)`);
  });

  it('leaves what cannot be told apart, for a person', () => {
    equal(without('2.1', `${D} 2.1 - like 1.2`), 'as written');
    equal(without('2.1', `${D} 2.1 (waits for the cloth of 1.2)`), 'as written');
    equal(without('2.1', `${D} 2.1 (like 1.2), 1.2`), `${D} 1.2`);
    equal(without('2.1', `${D} 2.1 (since 7.4)`), `${D} None`);
  });

  it('takes an item with its line, and nothing around it', () => {
    equal(
      without('2.1', D, '  - 2.1', '  - External: approval of the board'),
      `${D}\n  - External: approval of the board`,
    );
    equal(without('2.1', D, '  - 1.1', '  - Achievement 2.1 (itself)'), `${D}\n  - 1.1`);
    equal(
      without('2.1', D, '  - [ ] Achievement 2.1 - itself', '  - [x] Achievement 1.1'),
      `${D}\n  - [x] Achievement 1.1`,
    );
    equal(without('2.1', D, '  - 2.1'), `${D} None`);
    equal(without('2.1', '**Dependencies**:', '', '- 2.1', '- 1.1'), '**Dependencies**:\n\n- 1.1');
  });

  it('keeps what hangs below an item', () => {
    equal(
      without('2.1', D, '  - 2.1', '    because of the rain', '  - 1.1'),
      `${D}\n  - \n    because of the rain\n  - 1.1`,
    );
  });

  it('keeps a list that goes on in the next line', () => {
    equal(without('2.1', `${D} 2.1,`, '  1.1'), `${D}\n  1.1`);
    equal(without('2.1', `${D} 1.1,`, '  2.1'), `${D} 1.1,`);
  });

  it('takes every mention', () => {
    equal(without('2.1', `${D} 2.1, 1.1, 2.1`), `${D} 1.1`);
    equal(without('2.1', D, '  - 2.1', '  - 1.1', '  - 2.1'), `${D}\n  - 1.1`);
  });

  it('keeps paragraphs, code, tables and quotes below', () => {
    const below = [
      '',
      'The customer wants both. Do not lose this.',
      '',
      '```sql',
      'select 1;',
      '```',
      '',
      '| a | b |',
      '| - | - |',
      '| 1 | 2 |',
      '',
      '> Said by Ann.',
    ];
    equal(without('2.1', `${D} 2.1`, ...below), [`${D} None`, ...below].join('\n'));
    equal(without('2.1', D, '  - 2.1', ...below), [`${D} None`, ...below].join('\n'));
    equal(without('9.9', `${D} 9.9`, ...below), [`${D} None`, ...below].join('\n'));
  });

  it('keeps the line breaks of the document', () => {
    const text = planWith(D, '  - 2.1', '  - 1.1').replaceAll('\n', '\r\n');
    const after = applyEdits(text, removeFromPlan(text, { dependent: '2.1', dependency: '2.1' }));
    equal(after, planWith(D, '  - 1.1').replaceAll('\n', '\r\n'));
  });

  it('lets Blocks lose its id where the other end is asked about', () => {
    const text = planWith('- **Blocks**: 2.2 (lamps), 1.3');
    const after = applyEdits(text, removeFromPlan(text, { dependent: '2.2', dependency: '2.1' }));
    equal(fieldOf(after), '- **Blocks**: 1.3');
  });
});

describe('adding ids to a field', () => {
  const added: readonly (readonly [before: string, after: string])[] = [
    [' None', ' 1.1'],
    [' none.', ' 1.1.'],
    ['', ' 1.1'],
    [' -', ' 1.1'],
    [' None (can start at once)', ' 1.1 (can start at once)'],
    [' External API approval', ' 1.1, External API approval'],
    [' TBD', ' 1.1, TBD'],
    [' 1.2', ' 1.2, 1.1'],
    [' 1.2 (the page)', ' 1.2 (the page), 1.1'],
    [' 1.2 - the page', ' 1.2 - the page, 1.1'],
    [' Achievement 1.2', ' Achievement 1.2, 1.1'],
  ];
  for (const [before, after] of added) {
    it(`keeps “${before}”`, () => {
      const text = planWith(`${D}${before}`);
      const changed = applyEdits(text, exchangeInPlan(text, '2.1', [], ['1.1']));
      equal(fieldOf(changed), `${D}${after}`);
      const found = readPlan(changed).achievements.find(({ id }) => id === '2.1');
      deepEqual(
        found?.dependencies.some(({ id }) => id === '1.1'),
        true,
      );
    });
  }
});

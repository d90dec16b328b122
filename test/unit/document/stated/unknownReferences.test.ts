import { deepEqual, equal } from 'node:assert/strict';
import * as fc from 'fast-check';
import { readPlan } from '../../../../src/engine/document/plan/plan';

const unknownIn = (text: string, known: readonly string[] = ['1.1']): readonly string[] =>
  readPlan(text)
    .unknownReferences({ isKnown: (id) => known.includes(id), planName: 'SHOP' })
    .map(({ id }) => id);

describe('references to unknown achievements', () => {
  it('are ids that text calls achievements', () => {
    deepEqual(unknownIn('the achievement 1.2, **Achievement 1.3**: x, Achievement **1.4**'), [
      '1.2',
      '1.3',
      '1.4',
    ]);
    deepEqual(unknownIn('Achievements 1.1, 1.2 and 1.3-1.4; Achievement 1.5/1.6'), [
      '1.2',
      '1.3',
      '1.4',
      '1.5',
      '1.6',
    ]);
  });

  it('are no figures, no parts of known ones, and nothing half read', () => {
    for (const text of ['1.2 hours', '2.5%', '1.2a', '1.2.x', '3', '1.1.4', '1.1, 2.5 times']) {
      deepEqual(unknownIn(`Achievement ${text}`), text === '1.2.x' ? ['1.2'] : [], text);
    }
  });

  it('are looked for in this plan only', () => {
    deepEqual(unknownIn('See PLAN_STORE: Achievement 3.1'), []);
    deepEqual(unknownIn('See PLAN_SHOP: Achievement 3.1'), ['3.1']);
    deepEqual(unknownIn('# PLAN: Related history\n\nAchievement 3.1'), ['3.1']);
    deepEqual(unknownIn('## Related Plans\n\n### More\n\nAchievement 3.1\n\n## Next\n\nAchievement 3.2'), [
      '3.2',
    ]);
  });

  it('are those of another plan where text says so, in whatever way', () => {
    const others = [
      'PLAN 2 Achievement 3.1',
      'Plan B: Achievement 3.1',
      'ENTITY-RESOLUTION Achievement 3.1 is done',
      'Achievement 3.1 (see SUBPLAN_STORE_31.md)',
      'Follows GRAMMAPLAN_TOWN, Achievement 3.1',
      'The Storage plan has Achievement 3.1 for that',
      'As its child plans say: Achievement 3.1',
      'The report says "wait for Achievement 3.1" and nothing else',
      '> Achievement 3.1 was hard, says the review.',
      '- **STORE-FRONT** (paused):\n  - Achievement 3.1\n  - Achievement 3.2',
      'From PLAN 2:\n\n- Achievement 3.1\n- Achievement 3.2',
      '| Child PLAN | Needs |\n| --- | --- |\n| Store | Achievement 3.1 |\n| Till | Achievement 3.2 |',
      'STORE-FRONT goes on with\nAchievement 3.1.',
      '## Work of PLAN 2\n\nAchievement 3.1',
      '## STORE-FRONT\n\n### Next\n\nAchievement 3.1',
    ];
    for (const text of others) deepEqual(unknownIn(text), [], text);
  });

  it('are those of this plan beside others, and beside its own name', () => {
    const own: readonly (readonly [string, readonly string[]])[] = [
      ['This plan has Achievement 3.1', ['3.1']],
      ['The plan: Achievement 3.1', ['3.1']],
      ['SUBPLAN_SHOP_31.md is for Achievement 3.1', ['3.1']],
      ['- PLAN 2 is done\n- Achievement 3.1 is not', ['3.1']],
      ['PLAN 2 is done.\n\nAchievement 3.1 is not.', ['3.1']],
      [
        '| Achievement | Plan B |\n\n| Achievement | State |\n| --- | --- |\n| Achievement 3.1 | open |',
        ['3.1'],
      ],
      ['"Done" is Achievement 3.1, "open" is not', ['3.1']],
    ];
    for (const [text, ids] of own) deepEqual(unknownIn(text), ids, text);
  });

  it('stand where they are said to, in any text', () => {
    const piece = fc.constantFrom(
      'Achievement ',
      'Achievements ',
      '2.1',
      '3.4.5',
      ', ',
      '/',
      '`',
      '**',
      '\n',
      '## Log',
      '<!--',
      '-->',
      '```',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const { id, span } of readPlan(text).unknownReferences({
          isKnown: () => false,
          planName: 'X',
        })) {
          equal(text.slice(span.start, span.end), id);
        }
      }),
      { seed: 20_261_121, numRuns: 300 },
    );
  });

  it('are all found in time, however many there are', () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, at) => `## Part ${at}\n\nAchievement 7.${at} \`<!--\` [x](y`,
    );
    equal(unknownIn(lines.join('\n\n')).length, 20_000);
  });
});

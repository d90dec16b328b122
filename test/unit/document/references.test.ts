import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { readPlan } from '../../../src/engine/document/plan';

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

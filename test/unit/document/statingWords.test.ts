import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readPlan } from '../../../src/engine/document/plan';
import { mayHoldStatingLabel } from '../../../src/engine/document/statingWords';
import { mayState } from '../../../src/engine/document/unreadLabel';
import { usualWordsFor } from '../../../src/engine/document/vocabulary';
import { bodies } from './fieldDocuments';

const SEED = 20_261_129;

const planOf = (body: string): string =>
  `# PLAN: X\n\n## Achievements\n\n**Achievement 1.1**: A\n\n${body}\n\n**Achievement 1.2**: B\n`;

describe('The quick look for labels that say what waits', () => {
  it('passes over no label that the fields have', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        for (const { fields } of readPlan(planOf(body)).achievements) {
          const stating = fields.find(mayState);
          assert.ok(!stating || mayHoldStatingLabel(body), stating?.label);
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('sees every word for it, in every way to write a label', () => {
    const words = [
      ...usualWordsFor('dependencies'),
      ...usualWordsFor('blocks'),
      'Dependnecies',
      'Pre-requisites',
      'Ｄependencies',
      'De\u0301pendances',
      'Abhängig von',
      '依存',
      'After',
      'Starts',
      'Order',
    ];
    const forms = [
      (word: string) => `- **${word}**: 1.1`,
      (word: string) => `${word}: 1.1`,
      (word: string) => `**${word}** 1.1`,
      (word: string) => `| ${word} | 1.1 |`,
      (word: string) => `#### ${word}\n\n- 1.1`,
      (word: string) => `<summary>${word}</summary>`,
      (word: string) => `${word} → 1.1`,
    ];
    for (const word of words) {
      for (const form of forms)
        assert.ok(mayHoldStatingLabel(`- **Goal**: g\n\n${form(word)}\n`), form(word));
    }
    assert.equal(mayHoldStatingLabel('- **Goal**: list order after the start\n- **Effort**: 2 hours'), false);
  });

  it('finds after a keystroke what a fresh reading finds', () => {
    const edits = fc.array(
      fc.tuple(fc.nat(400), fc.constantFrom('x', '\n', '```\n', '- **Dependencies**: 1.1\n', '<!--', ' ')),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(bodies, edits, (body, typed) => {
        let text = planOf(body);
        let facts = readPlan(text);
        for (const [place, piece] of typed) {
          for (const { mayStateDependencies } of facts.achievements)
            assert.equal(typeof mayStateDependencies, 'boolean');
          const at = place % (text.length + 1);
          text = text.slice(0, at) + piece + text.slice(at);
          facts = readPlan(text, undefined, facts);
          assert.deepEqual(
            facts.achievements.map((each) => [each.id, each.mayStateDependencies]),
            readPlan(text).achievements.map((each) => [each.id, each.mayStateDependencies]),
          );
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

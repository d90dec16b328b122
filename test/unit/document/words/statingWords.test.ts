import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { KeptText } from '../../../../src/engine/document/markdown/keptText';
import { readPlan } from '../../../../src/engine/document/plan/plan';
import { mayState } from '../../../../src/engine/document/stated/unreadLabel';
import { mayHoldStatingLabel } from '../../../../src/engine/document/words/statingWords';
import { usualWordsFor } from '../../../../src/engine/document/words/vocabulary';
import { bodies } from '../fieldDocuments';

const SEED = 20_261_129;

const looks = (text: string): boolean =>
  mayHoldStatingLabel(new KeptText(text), { start: 0, end: text.length });

const planOf = (body: string): string =>
  `# PLAN: X\n\n## Achievements\n\n**Achievement 1.1**: A\n\n${body}\n\n**Achievement 1.2**: B\n`;

describe('The quick look for labels that say what waits', () => {
  it('passes over no label that the fields have', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        for (const { fields } of readPlan(planOf(body)).achievements) {
          const stating = fields.find(mayState);
          assert.ok(!stating || looks(body), stating?.label);
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
      for (const form of forms) assert.ok(looks(`- **Goal**: g\n\n${form(word)}\n`), form(word));
    }
    assert.equal(looks('- **Goal**: list order after the start\n- **Effort**: 2 hours'), false);
  });
});

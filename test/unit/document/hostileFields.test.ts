import { readBlockFields } from '../../../src/engine/document/field/blockFields';
import { scanLines } from '../../../src/engine/document/markdown/lines';
import { readPlan } from '../../../src/engine/document/plan/plan';
import { vocabularyOf } from '../../../src/engine/document/words/vocabulary';
import { assertGrowth, type Growth } from '../../support/growth';

/** A reader that takes the square of the time would need 64 times as long. */
const GROWTH: Growth = { small: 10_000, times: 8, most: 20, noise: 80 };

/** What a body repeats, as long as wanted. */
const REPEATED: readonly string[] = [
  '- **Dependencies**: 1.1\n',
  '**Dependencies**: 1.1\n',
  '**Dependencies**:\n',
  '- **Dependencies**:\n',
  'tests: words\n',
  'Tests: words\n',
  'text <!-- opened\nTests: a\n',
  '**Effort**: 2h | ',
  '**Effort**',
  '**Effort** ',
  '**',
  '** ',
  '***a',
  '__a',
  '_',
  '<b>',
  '`',
  '`a',
  '- [ ] ',
  '- ',
  '> ',
  '| a ',
  '| Effort | 2h |\n',
  'Effort | 2h\n--- | ---\n',
  '#### Effort\n',
  '    - **Effort**: 2h\n',
  '  - **Effort**: 2h\n',
  '- Details:\n  - **Effort**: 2h\n',
  'Effort: ',
  'Effort (',
  'Effort: (a, ',
  '\u200B',
  '\u00A0',
  ':',
  '：',
  '🔗 ',
  '<summary>Effort</summary>\n',
  '<summary>',
  'Achievement 1.2\n',
  '### Achievement 1.2a\n',
  '### [[[[[[[[',
  '- [ ] Achievement 1.2: a\n\n',
  '| Id | a |\n| --- | --- |\n| 1.2 | b |\n\n',
  'chievement ',
  '~~',
];

const READERS: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  [
    'fields by blocks',
    (text) => fieldsIn(text, (scan, first, last) => readBlockFields(scan, first, last, vocabularyOf())),
  ],
  [
    'plans',
    (text) =>
      readPlan(`## Achievements\n\n**Achievement 1.1**: a\n\n${text}`).achievements.map(
        (each) => each.fields,
      ),
  ],
];

const fieldsIn = (
  text: string,
  read: (scan: ReturnType<typeof scanLines>, first: number, last: number) => unknown,
): unknown => {
  const scan = scanLines(text);
  return read(scan, 0, scan.index.lineCount - 1);
};

describe('Hostile bodies', () => {
  for (const [name, read] of READERS) {
    it(`cost the reader of ${name} no more than their length`, () => {
      for (const repeated of REPEATED) {
        for (const opening of ['', '**Goal**: ', '### Achievement 1.3: ']) {
          const textOf = (size: number) => opening + repeated.repeat(Math.ceil(size / repeated.length));
          assertGrowth(GROWTH, textOf, read);
        }
      }
    }).timeout(120_000);
  }
});

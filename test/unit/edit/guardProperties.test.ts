import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import type { GuardedFix } from '../../../src/engine/rule/finding';
import { fixTogether, preferredFixes } from '../../../src/engine/rule/fixAll';
import { applyEdits } from '../../support/applyEdits';
import { PARALLEL_URI, PLAN_URI, type PlanTexts } from '../../support/planBuilder';
import { findings, textsByUri } from '../rule/findings';

const SEED = 20_261_128;
const OPTIONS = { seed: SEED, numRuns: 150 };

const IDS = ['1.1', '1.2', '1.3', '2.1'];
const id = fc.constantFrom(...IDS, '9.9');

/** Words that nobody asks to change: each must be there after every edit. */
const kept = fc.nat(99_999).map((number) => `kept${number}x`);

const mark = fc.constantFrom(
  (each: string) => each,
  (each: string) => each,
  (each: string) => `**${each}**`,
  (each: string) => `\`${each}\``,
  (each: string) => `Achievement ${each}`,
  (each: string) => `[${each}](#a)`,
  (each: string) => `${each} (remark)`,
  (each: string) => `${each} - remark`,
);
const item = fc.tuple(mark, id).map(([written, each]) => written(each));
const items = fc.array(item, { minLength: 1, maxLength: 4 });
const join = fc.constantFrom(', ', ' and ', '; ', ', and ', ' & ');

const field = fc.oneof(
  fc.tuple(items, join).map(([all, joined]) => [`- **Dependencies**: ${all.join(joined)}`]),
  fc.tuple(items, kept).map(([all, word]) => [`- **Dependencies**: ${all.join(', ')}; ${word}`]),
  fc
    .tuple(items, kept)
    .map(([all, word]) => ['- **Dependencies**:', ...all.map((each) => `  - ${each}`), `  - ${word}`]),
  items.map((all) => ['**Dependencies**:', '', ...all.map((each) => `- ${each}`)]),
  items.map((all) => ['- **Blocks**:', ...all.map((each) => `  * ${each}`)]),
  fc.tuple(item, kept).map(([each, word]) => ['- **Dependencies**:', `  - ${each}`, `    ${word}`]),
  fc.constant(['- **Dependencies**: None']),
  fc.constant(['- **Effort**: 2 hours']),
  kept.map((word) => [`- **Deliverables**: \`src/${word}.ts\``]),
);

const prose = fc.oneof(
  kept.map((word) => ['', `A decision: ${word}.`, '']),
  kept.map((word) => ['', '```sql', `select ${word};`, '```', '']),
  kept.map((word) => ['', '| a | b |', '| - | - |', `| ${word} | 1 |`, '']),
  kept.map((word) => ['', `> ${word}`, '']),
  kept.map((word) => [`  ${word}`]),
  fc.constant([]),
);

const definition = (own: string): fc.Arbitrary<readonly string[]> =>
  fc
    .tuple(fc.array(fc.tuple(field, prose), { maxLength: 3 }), kept)
    .map(([parts, word]) => [`**Achievement ${own}**: Stall ${word}`, '', ...parts.flat(2), '']);

const plan = fc
  .tuple(fc.tuple(...IDS.map(definition)), fc.constantFrom('\n', '\r\n'), kept)
  .map(([all, eol, word]) =>
    ['# PLAN: Shop', '', `Begin ${word}`, '', '## Desirable Achievements', '', ...all.flat()].join(eol),
  );

const jsonList = fc.array(id, { maxLength: 3 }).map((all) => all.map((each) => JSON.stringify(each)));
const entry = fc
  .tuple(id, jsonList, jsonList, kept, fc.boolean())
  .map(
    ([own, dependencies, blocks, word, isTall]) =>
      `{ "achievement_id": "${own}", "note": "${word}", "dependencies": [${
        isTall ? `\n${dependencies.join(',\n')}\n` : dependencies.join(', ')
      }], "blocks": [${blocks.join(', ')}] } // ${word}`,
  );
const parallel = fc
  .uniqueArray(entry, { minLength: 1, maxLength: 4, selector: (each) => each.slice(0, 30) })
  .map(
    (all) =>
      `{ "plan_name": "SHOP", /* kept0x */\n"achievements": [\n${all.map((each) => each.replace(' //', ', //')).join('\n')}\n] }`,
  );

const wordsOf = (text: string): readonly string[] => text.match(/kept\d+x/g) ?? [];

const lost = (before: string, after: string): readonly string[] => {
  const left = wordsOf(after);
  return wordsOf(before).filter((word) => !left.includes(word));
};

/** An entry that is taken out takes along what it says, and a title takes the place of another: that is what they are for. */
const mayTakeWords = ({ title }: GuardedFix): boolean =>
  /^(?:Remove \S+ (?:and .*)?from parallel|Take the title|Change the def)/.test(title);

const fixesOf = (texts: PlanTexts): readonly GuardedFix[] => findings(texts).flatMap(({ fixes }) => fixes);

const texts: fc.Arbitrary<PlanTexts> = fc.oneof(
  plan.map((text) => ({ plan: text })),
  fc.record({ plan, parallel }),
  parallel.map((text) => ({ parallel: text })),
);

describe(`no fix loses what it is not for (seed ${SEED})`, () => {
  it('alone, and so well that the guard need not refuse it', () => {
    fc.assert(
      fc.property(texts, (all) => {
        for (const fix of fixesOf(all)) {
          const text = textsByUri(all).get(fix.uri) ?? '';
          const checked = fix.check(text);
          ok(checked.ok, checked.ok ? '' : `${fix.title}: ${checked.error.message}`);
          if (!mayTakeWords(fix)) deepEqual(lost(text, applyEdits(text, checked.value)), [], fix.title);
        }
      }),
      OPTIONS,
    );
  });

  it('nor all together', () => {
    fc.assert(
      fc.property(texts, (all) => {
        for (const uri of [PLAN_URI, PARALLEL_URI]) {
          const text = textsByUri(all).get(uri) ?? '';
          const { edits, refused } = fixTogether(text, preferredFixes(uri, findings(all)));
          deepEqual(refused, []);
          deepEqual(lost(text, applyEdits(text, edits)), []);
        }
      }),
      OPTIONS,
    );
  });
});

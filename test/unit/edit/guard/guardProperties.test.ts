import { deepEqual, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import type { GuardedFix } from '../../../../src/engine/rule/finding';
import { fixTogether, preferredFixes } from '../../../../src/engine/rule/fixAll';
import { applyEdits } from '../../../support/applyEdits';
import { PARALLEL_URI, PLAN_URI, type PlanTexts } from '../../../support/planBuilder';
import { findings, textsByUri } from '../../rule/findings';

const SEED = 20_261_128;
const OPTIONS = { seed: SEED, numRuns: 20 };

const IDS = ['1.1', '1.2', '1.3', '2.1'];
const id = fc.constantFrom(...IDS, '9.9');

/** Words that nobody asks to change: each must be there after every edit. */
const kept = fc.nat(99_999).map((number) => `kept${number}x`);

type Written = (each: string) => string;
const READ: readonly Written[] = [
  (each) => each,
  (each) => `Achievement ${each}`,
  (each) => `${each} (remark)`,
  (each) => `Achievement ${each} (remark)`,
];
/** Marks that keep a reader from an id, or from those behind it. */
const HARD: readonly Written[] = [
  ...READ,
  (each) => `**${each}**`,
  (each) => `\`${each}\``,
  (each) => `[${each}](#a)`,
  (each) => `${each} - remark`,
];

const join = fc.constantFrom(', ', ' and ', '; ', ', and ', ' & ');

const fieldOf = (items: fc.Arbitrary<readonly string[]>): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    fc.tuple(items, join).map(([all, joined]) => [`- **Dependencies**: ${all.join(joined)}`]),
    fc.tuple(items, kept).map(([all, word]) => [`- **Dependencies**: ${all.join(', ')}; ${word}`]),
    fc
      .tuple(items, kept)
      .map(([all, word]) => ['- **Dependencies**:', ...all.map((each) => `  - ${each}`), `  - ${word}`]),
    items.map((all) => ['- **Blocks**:', ...all.map((each) => `  * ${each}`)]),
    fc.tuple(items, kept).map(([[each], word]) => ['- **Dependencies**:', `  - ${each}`, `    ${word}`]),
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

const planOf = (marks: readonly Written[]): fc.Arbitrary<string> => {
  const item = fc.tuple(fc.constantFrom(...marks), id).map(([written, each]) => written(each));
  const items = fc.array(item, { minLength: 1, maxLength: 4 });
  // a paragraph that owns the list below it, whatever the items say
  const ownList = items.map((all) => [['**Dependencies**:', '', ...all.map((each) => `- ${each}`)]]);
  const definition = (own: string): fc.Arbitrary<readonly string[]> =>
    fc
      .tuple(fc.oneof(fc.array(fc.tuple(fieldOf(items), prose), { maxLength: 3 }), ownList), kept)
      .map(([parts, word]) => [`**Achievement ${own}**: Stall ${word}`, '', ...parts.flat(2), '']);
  return fc
    .tuple(fc.tuple(...IDS.map(definition)), fc.constantFrom('\n', '\r\n'), kept)
    .map(([all, eol, word]) =>
      ['# PLAN: Shop', '', `Begin ${word}`, '', '## Desirable Achievements', '', ...all.flat()].join(eol),
    );
};

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
  /^(?:Remove \S+ (?:and .*)?from parallel|Use the title|Change the def)/.test(title);

const fixesOf = (texts: PlanTexts): readonly GuardedFix[] => findings(texts).flatMap(({ fixes }) => fixes);

const textsOf = (marks: readonly Written[]): fc.Arbitrary<PlanTexts> =>
  fc.oneof(
    planOf(marks).map((plan) => ({ plan })),
    fc.record({ plan: planOf(marks), parallel }),
    parallel.map((text) => ({ parallel: text })),
  );

describe(`no fix loses what it is not for (seed ${SEED})`, () => {
  for (const [what, marks] of [
    ['in lists that are read', READ],
    ['in lists that are read in part', HARD],
  ] as const) {
    it(`alone, ${what}`, () => {
      fc.assert(
        fc.property(textsOf(marks), (all) => {
          for (const fix of fixesOf(all)) {
            const text = textsByUri(all).get(fix.uri) ?? '';
            const checked = fix.check(text);
            ok(checked.ok || marks === HARD, checked.ok ? '' : `${fix.title}: ${checked.error.message}`);
            if (!mayTakeWords(fix)) deepEqual(lost(text, applyEdits(text, fix.edits(text))), [], fix.title);
          }
        }),
        OPTIONS,
      );
    });

    it(`all together, ${what}`, () => {
      fc.assert(
        fc.property(textsOf(marks), (all) => {
          for (const uri of [PLAN_URI, PARALLEL_URI]) {
            const text = textsByUri(all).get(uri) ?? '';
            const { edits, refused } = fixTogether(text, preferredFixes(uri, findings(all)));
            if (marks === READ) deepEqual(refused, []);
            deepEqual(lost(text, applyEdits(text, edits)), []);
          }
        }),
        OPTIONS,
      );
    });
  }
});

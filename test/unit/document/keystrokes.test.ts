import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { KeptText } from '../../../src/engine/document/markdown/keptText';
import { searchLines } from '../../../src/engine/document/markdown/lineSearch';
import { readPlan } from '../../../src/engine/document/plan/plan';
import type { PlanFacts } from '../../../src/engine/facts/planFacts';
import { LineIndex } from '../../../src/engine/model/text';
import { changeBetween } from '../../../src/engine/model/textChange';

const SEED = 20_261_129;

/** Lines that the parts of a PLAN that are found by searching stand in, and some that hide them or end them. */
const LINES = [
  '',
  '# PLAN: SHOP',
  '## Achievements',
  '## Achievement Addition Log',
  '## Current Status',
  '### Priority 1: Basics',
  '**Achievement 1.1**: Basket ✅',
  '**Achievement 1.2**: Till',
  '- **Achievement 2.1**: Listed',
  '- **Effort**: 2 hours',
  '- **Effort**: TBD or 3 points',
  '- **Dependencies**: 1.1, 1.3',
  '- **Blocks**: Achievement 1.2',
  'Then Achievement 3.7 follows, and Achievements 4.1, 4.2 and 1.1.',
  'See PLAN_TILL.md, Achievement 2.2.',
  '**Archive Location**: `archive/shop/`',
  '**Next**: Achievement 1.2 (Till)',
  '**SUBPLANs**: 4 created (2 complete)',
  '- ✅ Achievement 1.1: done',
  '| 1.1 | ✅ Complete |',
  '```',
  '<!--',
  '-->',
  '\r',
] as const;

const texts = fc.array(fc.constantFrom(...LINES), { maxLength: 30 }).map((lines) => lines.join('\n'));

/** From where, how much is taken away, and what comes in its place. */
const edits = fc.array(
  fc.tuple(
    fc.nat(1_000),
    fc.nat(30),
    fc.oneof(
      fc.constantFrom(...LINES, '\n', 'x', ' ', '1'),
      fc.constantFrom(...LINES).map((line) => `\n${line}\n`),
    ),
  ),
  { minLength: 1, maxLength: 6 },
);

const edited = (text: string, [place, length, piece]: readonly [number, number, string]): string => {
  const at = place % (text.length + 1);
  return text.slice(0, at) + piece + text.slice(at + length);
};

/** All that a reader of the facts can ask for. */
const answers = (facts: PlanFacts) => ({
  isPlan: facts.isPlan,
  sections: facts.sections,
  unread: facts.unreadDefinitions,
  passedOver: facts.passedOver(),
  starts: Array.from({ length: facts.lines.lineCount }, (_, line) => facts.lines.startOf(line)),
  references: facts.unknownReferences({ isKnown: (id) => id.startsWith('1.'), planName: 'SHOP' }),
  mentions: facts.planMentions(),
  archive: facts.archiveLocations(),
  next: facts.nextMarkers(),
  totals: facts.statedTotals(),
  claims: facts.completionClaims(),
  achievements: facts.achievements.map((each) => ({
    id: each.id,
    body: each.body,
    fields: each.fields,
    states: each.mayStateDependencies,
    dependencies: each.dependencies,
    words: each.statedWords,
    doubts: each.mayDoubtEffort,
  })),
});

describe('Reading a PLAN again after a keystroke', () => {
  it('finds what a fresh reading finds, whatever is typed, pasted or deleted', () => {
    fc.assert(
      fc.property(texts, edits, (first, changes) => {
        let text = first;
        let facts = readPlan(text, 'SHOP');
        for (const change of changes) {
          answers(facts);
          text = edited(text, change);
          facts = readPlan(text, 'SHOP', facts);
          assert.deepEqual(answers(facts), answers(readPlan(text, 'SHOP')));
        }
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it('finds it where the text before was put away', () => {
    const text = LINES.join('\n');
    const before = readPlan(text, 'SHOP');
    answers(before);
    before.putAway();
    const after = readPlan(`${text}\n${text}`, 'SHOP', before);
    assert.deepEqual(answers(after), answers(readPlan(`${text}\n${text}`, 'SHOP')));
  });
});

describe('The change between two texts', () => {
  const pieces = fc.array(fc.constantFrom('a', 'b', '\n', '\r\n', '🚀', 'a'.repeat(5_000)), {
    maxLength: 12,
  });

  it('leaves out nothing that differs, and ends where the texts are equal again', () => {
    fc.assert(
      fc.property(pieces, pieces, (one, other) => {
        const [before, text] = [one.join(''), other.join('')];
        const { start, end, shift } = changeBetween(before, text);
        assert.equal(before.slice(0, start), text.slice(0, start));
        assert.equal(before.slice(end - shift), text.slice(end));
        assert.ok(start <= end && start <= end - shift);
        // no smaller part would do
        if (start < Math.min(end, end - shift)) {
          assert.notEqual(before[start], text[start]);
          assert.notEqual(before[end - shift - 1], text[end - 1]);
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('gives the lines that a fresh count gives', () => {
    fc.assert(
      fc.property(pieces, pieces, fc.boolean(), (one, other, isAway) => {
        const [before, text] = [one.join(''), other.join('')];
        const lines = new LineIndex(before);
        if (isAway) lines.putAway();
        const after = lines.after(text, changeBetween(before, text));
        const fresh = new LineIndex(text);
        assert.equal(after.lineCount, fresh.lineCount);
        for (let line = 0; line <= fresh.lineCount; line++)
          assert.equal(after.startOf(line), fresh.startOf(line));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe('A search for lines', () => {
  const searched = searchLines(/ab|^b/m);

  it('finds each line once, and after a change what it finds in the whole text', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r') });
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        const before = new KeptText(one);
        before.found(searched);
        const after = new KeptText(other, before);
        assert.deepEqual(after.found(searched), new KeptText(other).found(searched));
        const wanted = other.split('\n').flatMap((line, at) => (/ab|^b/m.test(line) ? [at] : []));
        assert.deepEqual(after.linesWith(searched), wanted);
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });
});

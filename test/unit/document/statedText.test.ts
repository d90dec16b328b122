import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { idsOf } from '../../../src/engine/document/stated/itemReader';
import { planIds } from '../../../src/engine/document/stated/planIds';
import { readStatedText } from '../../../src/engine/document/stated/statedText';

const plan = planIds(
  () => [
    { id: '1.1', title: 'Storage', priority: '1' },
    { id: '1.2', title: 'Search, sort and filter', priority: '1' },
    { id: '1.3', title: 'Report', priority: '1' },
    { id: '2.1', title: 'Own', priority: '2' },
    { id: '2.2', title: 'Later', priority: '2' },
  ],
  'OWN',
);

/** Whether the line at an offset is code. */
const inFence = (text: string) => (offset: number) =>
  text.includes('```') && text.indexOf('```') <= offset + 4 && offset <= text.lastIndexOf('```');

const read = (text: string, direction: 'dependencies' | 'blocks' = 'dependencies') => {
  const said = readStatedText({ text, start: 0, direction, own: '2.1', ids: plan, isHidden: inFence(text) });
  const at = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    ids: [...new Set(said.stated.flatMap((each) => idsOf(each, plan.all)))],
    unread: said.unread.map(at),
    notes: said.notes.map(at),
    saysNone: said.saysNone,
    places: said.stated.map(({ span }) => at(span)),
  };
};

/** Failures print it. Others for a long look: `SEED=7 RUNS=5000 npm run unit -- -g 'never loses'`. */
const SEED = Number(process.env.SEED ?? 20_261);
const RUNS = Number(process.env.RUNS ?? 500);

/** Text, ids it states, what of it is not understood. */
type Case = readonly [text: string, ids: readonly string[], unread?: readonly string[]];

const both = ['1.1', '1.2'];
const first = ['1.1', '1.2', '1.3'];

const STATED: readonly Case[] = [
  ['1.1', ['1.1']],
  ['1.1.', ['1.1']],
  ['1.1, 1.2 and 1.3', first],
  ['1.1 1.2', both],
  ['1.1|1.2', both],
  ['1.1 | 1.2', both],
  ['1.1/1.2', both],
  ['1.1; 1.2', both],
  ['1.1 & 1.2 + 1.3', first],
  ['1.1 · 1.2', both],
  ['1.1<br>1.2<br/>1.3', first],
  ['1.1 → 1.2', both],
  ['1.1 -> 1.2', both],
  ['1.1 ➡️ 1.2', both],
  ['1.1、1.2，1.3', first],
  ['１．１，１．２', both],
  ['1.1\u00a0and\u00a01.2', both],
  ['\u200e1.1\u200f, 1.\u200b2\ufeff', both],
  ['`1.1`, `1.2`', both],
  ['**1.1**, *1.2*, __1.3__', first],
  ['[1.1](#a), [1.2](#b)', both],
  ['[1.1][a], [[1.2]]', both],
  ['[1.1, 1.2]', both],
  ['(1.1, 1.2)', both],
  ['(1.1; 1.2)', both],
  ['{1.1, 1.2}', both],
  ['"1.1", “1.2”', both],
  ['#1.1, #1.2', both],
  ['✅ 1.1, ⏳ 1.2', both],
  ['1.1 ✅ 1.2 ✅', both],
  ['- [ ] 1.1\n- [x] 1.2', both],
  ['\n  - [ ] 1.1\n  - [x] 1.2', both],
  ['\n1. 1.1\n2. 1.2', both],
  ['\n  * `1.1`\n  * 1.2 (search)', both],
  ['\n> - 1.1\n> - 1.2', both],
  ['1.1,\n  1.2', both],
  ['1.1 and\n  1.2', both],
  ['Achievement 1.1', ['1.1']],
  ['Achievements 1.1, 1.3', ['1.1', '1.3']],
  ['Achievement 1.1 (Storage) and Achievement 1.2 (Search)', both],
  ['Achievement 1.1: Storage, Achievement 1.2: Search', both],
  ['Tasks 1.1, 1.2', both],
  ['Task 1.1 and story 1.2', both],
  ['Requires 1.1 and 1.2', both],
  ['Depends on 1.1 and on 1.2', both],
  ['after 1.1', ['1.1']],
  ['Once 1.1 is done', ['1.1']],
  ['Can start after 1.1 is approved', ['1.1']],
  ['Completion of 1.1 and 1.2', both],
  ['Output of 1.1', ['1.1']],
  ['Blocked by: 1.1', ['1.1']],
  ['Hard: 1.1', ['1.1']],
  ['1.1 complete, 1.2 in review', both],
  ['1.1 (not started), 1.2 (not yet approved)', both],
  ['1.1 (does not exist yet)', ['1.1']],
  ["1.1 isn't merged", ['1.1']],
  ['1.1 - the schema', ['1.1']],
  ['1.1 — the schema, 1.2 — the parser', both],
  ['Achievement 2.2 (Later) - prices\n  with taxes', ['2.2']],
  ['Storage (1.1), Search (1.2)', both],
  ['~~1.1~~, 1.2', ['1.2']],
  ['1.1 <!-- 1.3 -->', ['1.1']],
  ['1.1-1.3', first],
  ['1.1 – 1.3', first],
  ['1.1 to 1.3', first],
  ['1.1 through Achievement 1.3', first],
  ['from 1.1 to 1.3', first],
  ['1.1..1.3', first],
  ['1.1...1.3', first],
  ['1.1…1.3', first],
  ['1.1~1.3', first],
  ['1.1～1.3', first],
  ['1.1-3', first],
  ['1.1 bis 1.3', first],
  ['Priority 1', first],
  ['All of Priority 1', first],
  ['All Priority 1 achievements', first],
  ['all achievements of priority 1', first],
  ['P1', first],
  ['Priorities 1 and 2', [...first, '2.2']],
  ['Priority 1, 2.2', [...first, '2.2']],
  ['1.x', first],
  ['1.*', first],
  ['all previous', first],
  ['1.1-1.3 except 1.2', ['1.1', '1.3']],
  ['All previous achievements', first],
  ['everything above', first],
  ['all of the above', first],
  ['All other achievements', [...first, '2.2']],
  ['all', [...first, '2.2']],
  ['all previous except 1.2', ['1.1', '1.3']],
  ['All of Priority 1, excluding 1.2 and 1.3', ['1.1']],
  ['previous achievement', ['1.3']],
  ['the previous task', ['1.3']],
  ['Storage', ['1.1']],
  ['search, sort and filter', ['1.2']],
  ['Storage, Report', ['1.1', '1.3']],
  ['SUBPLAN_SHOP_11.md', ['1.1']],
  ['`APPROVED_12.md`', ['1.2']],
  ['[SUBPLAN](subplans/SUBPLAN_SHOP_11.md) of 1.1', ['1.1']],
  ['9.9', ['9.9']],
  ['1.1 (2-3 hours)', ['1.1']],
  ['not only 1.1 but also 1.2', both],
  ['Cannot start before 1.1', ['1.1']],
  ['Not possible without 1.1 and 1.2', both],
  ["Can't begin until 1.1 is done", ['1.1']],
  ['Nothing but 1.1', ['1.1']],
  ['Can run in parallel with 1.2, but only after 1.1', ['1.1']],
  ['Runs in parallel once 1.1 is done', ['1.1']],
  ['==1.1==, ==1.2==', both],
  ['1️⃣.1️⃣', ['1.1']],
  ['1.1[^1], 1.2[^note]', both],
  ['<del>1.1</del>, <s>1.3</s>, <ins>1.2</ins>', ['1.2']],
  ['1.1&nbsp;&amp;&nbsp;1.2', both],
  ['Achievement_1.1, ach1.2', both],
  ['1.1 was removed; 1.2 is done', ['1.2']],
  ['1.1, etc.', ['1.1'], ['etc']],
  ['1.1 and following', ['1.1'], ['following']],
  ['1.1 onwards', ['1.1'], ['onwards']],
  ['1.1, 1.2 and others', both, ['others']],
];

const DENIED: readonly string[] = [
  'Independent of Achievement 1.1',
  'independent from 1.1 and 1.2',
  'Can run in parallel with Achievement 1.1',
  'Parallel to 1.1, 1.2',
  'No dependency on Achievement 1.1',
  'Not blocked by Achievement 1.1 any more',
  'Does not depend on 1.1',
  "Doesn't require 1.1 or 1.2",
  'Doesn’t need Achievement 1.1',
  'Neither 1.1 nor 1.2',
  'Neither depends on Achievement 1.1 nor on Achievement 1.2.',
  'Can start without 1.1',
  'Instead of building on 1.1',
  'Unlike 1.1',
  'No longer 1.1',
  '1.1 is not needed',
  '1.1 (no longer required)',
  '1.1: not needed any more',
  'Alongside 1.1',
  'Unrelated to 1.1',
  'At the same time as 1.1',
  'None (parallel with 1.2)',
  'Free of Achievement 1.1',
  'Decoupled from Achievement 1.1',
  'Removed: 1.1',
  "Achievement 1.1 isn't needed",
  'Achievement 1.1 need not be finished',
  'Achievement 1.1 does not block this',
  'Achievement 1.1 will not be needed',
  '1.1 (helpful, but not required)',
];

const NONE: readonly string[] = [
  'None',
  'none.',
  'None (can start at once)',
  'None - can start immediately',
  'N/A',
  'n/a',
  'Nothing',
  '—',
  '-',
  'No dependencies',
  'No hard dependencies',
  'no',
  'Not applicable',
  'Keine',
  '*None*',
  '`none`',
  'Can start immediately',
  'Independent',
  'standalone',
];

/** Text, what of it nobody can tell; none of it is a dependency. */
const UNREAD: readonly (readonly [string, readonly string[]])[] = [
  ['TBD', ['TBD']],
  ['tbd (see review)', ['tbd']],
  ['?', ['?']],
  ['???', ['???']],
  ['To be determined', ['To be determined']],
  ['not yet known', ['not yet known']],
  ['unclear', ['unclear']],
  ['1.1?', ['1.1']],
  ['maybe 1.1', ['maybe 1.1']],
  ['possibly 1.1 or 1.2', ['possibly 1.1', '1.2']],
  ['see 1.1', ['see 1.1']],
  ['needed by 1.1', ['needed by 1.1']],
  ['before 1.1', ['before 1.1']],
  ['Blocks 2.2', ['Blocks 2.2']],
  ['Does this depend on 1.1?', ['Does this depend on 1.1']],
  ['schema defined in 1.1', ['schema defined in 1.1']],
  ['1.1a', ['1.1a']],
  ['A1.1', ['A1.1']],
  ['PRP-5', ['PRP-5']],
  ['3', ['3']],
  ['Phase 2', ['Phase 2']],
  ['Priority 9', ['Priority 9']],
  ['7.x', ['7.x']],
  ['1.3-9', ['1.3-9']],
  ['Achievement X.Y', ['X.Y']],
  ['SUBPLAN_SHOP_99.md', ['SUBPLAN_SHOP_99.md']],
  ['None, after 1.1', ['None, after 1.1']],
  ['> 1.1', ['> 1.1']],
  ['formerly Achievement 1.1', ['formerly Achievement 1.1']],
  ['Used to depend on 1.1', ['Used to depend on 1.1']],
  ['1.1 (not stable)', ['1.1']],
  ['if 1.1 fails', ['if 1.1']],
  ['Do we need an API key?', ['?']],
  ['None → 1.1', ['None → 1.1']],
  ['<fill in>', ['fill in']],
  ['<id>', ['id']],
  ['...', ['...']],
  ['…', ['…']],
  ['[^1]', ['[^1]']],
  ['< 1.1', ['< 1.1']],
  ['docs/1.1.md', ['docs/1.1.md']],
  ['SHOP/1.1', ['SHOP/1.1']],
  ['\n  ```\n  1.1\n  1.2\n  ```', ['1.1', '1.2']],
];

const NOTES: readonly (readonly [string, readonly string[]])[] = [
  ['External API approval', ['External API approval']],
  ['pytest (testing framework)', ['pytest (testing framework)']],
  ['numpy>=1.21.0', ['numpy>=1.21.0']],
  ['2-3 hours of Python 3.11', ['2-3 hours of Python 3.11']],
  ['Node 20', ['Node 20']],
  ['PLAN_BILLING', ['PLAN_BILLING']],
  ['two reviewers', ['two reviewers']],
  ['v1.1 of the API', ['v1.1 of the API']],
];

describe('what a dependency field says', () => {
  for (const [text, ids, unread = []] of STATED) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const said = read(text);
      assert.deepEqual([said.ids, said.unread], [ids, unread]);
    });
  }

  for (const text of DENIED) {
    it(`takes ${JSON.stringify(text)} for no dependency`, () => {
      const said = read(text);
      assert.deepEqual([said.ids, said.unread, said.saysNone], [[], [], true]);
    });
  }

  for (const text of NONE) {
    it(`reads ${JSON.stringify(text)} as none`, () => {
      const said = read(text);
      assert.deepEqual([said.ids, said.unread, said.notes, said.saysNone], [[], [], [], true]);
    });
  }

  for (const [text, unread] of UNREAD) {
    it(`cannot tell what ${JSON.stringify(text)} means, and says so`, () => {
      const said = read(text);
      assert.deepEqual([said.ids, said.unread], [[], unread]);
      for (const words of unread) assert.ok(!said.notes.includes(words), 'said once');
    });
  }

  for (const [text, notes] of NOTES) {
    it(`keeps ${JSON.stringify(text)} as a note`, () => {
      const said = read(text);
      assert.deepEqual([said.ids, said.unread, said.notes], [[], [], notes]);
    });
  }

  it('reads a part, and says what it could not read', () => {
    const said = read('1.1, maybe 1.2, the storage of 1.3, Redis');
    assert.deepEqual(
      [said.ids, said.unread, said.notes],
      [['1.1'], ['maybe 1.2', 'the storage of 1.3'], ['Redis']],
    );
  });

  it('doubts ids of the plan in remarks, unless they are stated as well or denied', () => {
    assert.deepEqual(read('1.1 (uses what 1.2 exports)').unread, ['1.2']);
    assert.deepEqual(read('1.1 (uses what 1.2 exports), 1.2').unread, []);
    assert.deepEqual(read('1.1 (in parallel with 1.2)').unread, []);
    assert.deepEqual(read('1.1 (since 7.4)').unread, []);
  });

  it('takes what can start then for no dependency, and for what is blocked', () => {
    for (const text of [
      '1.1\nThen Achievement 1.2 can start.',
      '1.1; 1.2 may begin then',
      '1.1. Achievement 1.2 will follow',
    ]) {
      assert.deepEqual([read(text).ids, read(text).unread], [['1.1'], []], text);
    }
    assert.deepEqual(read('1.1, 1.2 (can start at once)').ids, both);
    assert.deepEqual(read('Achievement 2.2 can start', 'blocks').ids, ['2.2']);
  });

  it('leaves the ids of other plans to these', () => {
    for (const text of [
      'PLAN_BILLING 1.1',
      'PLAN_BILLING.md Achievement 1.1',
      'PLAN_BILLING-2 1.1',
      'Achievement 1.1 of PLAN_BILLING',
      '1.1 of PLAN_BILLING',
      'PLAN_BILLING: 1.1, 7.7',
      '1.1 (PLAN_BILLING)',
      'PLAN_BILLING: 1.1, 1.2',
    ]) {
      assert.deepEqual([read(text).ids, read(text).unread], [[], []], text);
    }
    assert.deepEqual(read('PLAN_BILLING (finished), Achievements 1.1, 1.2').ids, both);
    assert.deepEqual(read('PLAN_BILLING (7.7), 1.2').ids, ['1.2']);
  });

  it('takes ids beside the name of their own plan for its own', () => {
    for (const text of [
      'PLAN_OWN 1.1',
      'PLAN_OWN.md: 1.1',
      'Achievement 1.1 of PLAN_OWN',
      '1.1 in PLAN_OWN',
    ]) {
      assert.deepEqual([read(text).ids, read(text).unread], [['1.1'], []], text);
    }
    assert.deepEqual(read('PLAN_OWN_2 Achievement 1.1').ids, []);
  });

  it('reads a field for what it blocks the other way round', () => {
    assert.deepEqual(read('2.2', 'blocks').ids, ['2.2']);
    assert.deepEqual(read('needed by 2.2', 'blocks').ids, ['2.2']);
    assert.deepEqual(read('all following', 'blocks').ids, ['2.2']);
    assert.deepEqual(read('depends on 1.1', 'blocks'), {
      ...read('depends on 1.1', 'blocks'),
      ids: [],
      unread: ['depends on 1.1'],
    });
  });

  it('passes over hidden lines', () => {
    const text = '1.1\n1.2\n1.3';
    const said = readStatedText({
      text,
      start: 10,
      direction: 'dependencies',
      own: '2.1',
      ids: plan,
      isHidden: (offset) => offset === 14,
    });
    assert.deepEqual(
      said.stated.flatMap((each) => idsOf(each, plan.all)),
      ['1.1', '1.3'],
    );
    assert.deepEqual(
      said.stated.map(({ span }) => span.start),
      [10, 18],
    );
  });

  it('finds every id of a list at its place, whatever marks and separators stand around it', () => {
    const marks = fc.constantFrom('', '`', '**', '*', '__', '"');
    const separators = fc.constantFrom(
      ', ',
      ' and ',
      '; ',
      ' / ',
      ' | ',
      '\n- ',
      '、',
      ' & ',
      ',\n  ',
      ' (x), ',
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...plan.all.filter((id) => id !== '2.1')), { minLength: 1 }),
        fc.infiniteStream(marks),
        fc.infiniteStream(separators),
        (ids, mark, separator) => {
          const text = ids
            .map((id) => {
              const around = mark.next().value ?? '';
              return around + id + around;
            })
            .reduce((list, id) => list + (separator.next().value ?? ', ') + id);
          const said = read(text);
          assert.deepEqual([...said.ids].sort(), [...ids].sort(), text);
          assert.deepEqual(said.places, ids.length === said.places.length ? ids : said.places);
          assert.deepEqual(said.unread, []);
        },
      ),
    );
  });

  it('never loses an id of the plan: it is stated, denied, or said to be unread', () => {
    const words = fc.constantFrom(
      'the',
      'not',
      'after',
      'maybe',
      'Redis',
      '(',
      ')',
      ',',
      '-',
      ':',
      '?',
      'of',
      'and',
      '.',
      '\n- ',
      '\n\n',
      '\n  - ',
      '->',
      ';',
      '/',
      '..',
      'etc',
      'before',
      'Achievement',
      '`',
      '<',
      '==',
      '3',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.constantFrom('1.1', '1.2', '2.2')), { maxLength: 12 }),
        (parts) => {
          const text = parts.join(' ');
          const said = read(text);
          const shown = [...said.places, ...said.unread, ...said.notes].join(' ');
          for (const id of ['1.1', '1.2', '2.2']) {
            // a dash alone says that there are none, and takes nothing away
            if (!text.includes(id) || (said.saysNone && text.includes('not'))) continue;
            assert.ok(shown.includes(id) || said.ids.includes(id), `${id} in ${JSON.stringify(text)}`);
          }
        },
      ),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

import assert from 'node:assert/strict';
import { readPlan } from '../../../src/engine/document/plan/plan';
import type { PlanRelation } from '../../../src/engine/facts/planSays';
import { planOf } from '../../support/engineOver';

/** What a PLAN A with this text in front of its achievements says of other plans: `B hard`. */
const saidIn = (text: string, below = ''): readonly string[] =>
  readPlan(planOf('A', ['1.1'], { '1.1': below }).replace('\n\n', `\n\n${text}\n\n`), 'A')
    .planMentions()
    .map(({ name, relation, own }) => [name, relation, own].filter(Boolean).join(' '));

const cases = (table: readonly (readonly [text: string, relation: PlanRelation])[]): void => {
  for (const [text, relation] of table) assert.deepEqual(saidIn(text), [`B ${relation}`], text);
};

describe('what a PLAN says of another plan', () => {
  it('is said in a sentence', () => {
    cases([
      ['Depends on PLAN_B.', 'hard'],
      ['Blocked by PLAN_B until further notice.', 'hard'],
      ['It cannot start before PLAN_B is complete.', 'hard'],
      ["We can't begin until PLAN_B.md is done.", 'hard'],
      ['Awaits PLAN_B completion', 'hard'],
      ['PLAN_B must be complete first.', 'hard'],
      ['Comes after PLAN_B.', 'order'],
      ['Builds on PLAN_B.', 'order'],
      ['Has a soft dependency on PLAN_B.', 'soft'],
      ['Benefits from PLAN_B.', 'soft'],
      ['Blocks PLAN_B.', 'blocks'],
      ['PLAN_B depends on this plan.', 'blocks'],
      ['Enables PLAN_B.', 'precedes'],
      ['Informs PLAN_B.', 'informs'],
      ['Informed by PLAN_B.', 'related'],
      ['Coordinates with PLAN_B.', 'related'],
      ['It does not depend on PLAN_B.', 'related'],
    ]);
  });

  it('is said in a remark behind its name, by the label or by the heading', () => {
    cases([
      ['## Related Plans\n\n- **PLAN_B.md**: Hard dependency, the tables come from there', 'hard'],
      ['## Related Plans\n\n- PLAN_B (soft)', 'soft'],
      ['## Related Plans\n\n- PLAN_B: Example of the same', 'related'],
      ['## Related Plans\n\n- **Depends on**: PLAN_B.md', 'hard'],
      ['## Related Plans\n\n**Will Inform** (after completion):\n\n- PLAN_B.md', 'informs'],
      ['## Prerequisites\n\n- PLAN_B.md', 'hard'],
      ['### Blocks\n\n- PLAN_B.md', 'blocks'],
      ['## Related Plans\n\n- PLAN_B.md', 'related'],
    ]);
  });

  it('is said in a block of labelled lines below its name', () => {
    const block = (...lines: readonly string[]): string =>
      ['### Related Plans', '', '**PLAN_B.md**:', '', ...lines.map((line) => `- ${line}`)].join('\n');
    cases(
      [
        [block('**Type**: Hard dependency', '**Status**: Planning'), 'hard'],
        [block('Type: Soft', 'Dependency: the words of its index'), 'soft'],
        [block('**Type**: Data', '**Relationship**: Depends on'), 'soft'],
        [block('**Type**: Sequential'), 'order'],
        [block('**Type**: Hard', '**Relationship**: Blocks'), 'blocks'],
        [block('**Type**: Decision Context'), 'informs'],
        [block('**Type**: Complementary', '**Timing**: after it is complete'), 'related'],
        [block('**Relationship**: Depends on', '**Dependency**: None now'), 'hard'],
        [block('**Dependency**: Must complete first'), 'hard'],
      ].filter(([text]) => !text?.includes('PLAN_C')) as [string, PlanRelation][],
    );
    assert.deepEqual(saidIn('#### PLAN_B\n\n- Type: Hard\n- Timing: before this one'), ['B hard']);
  });

  it('is said in a row, in the columns whose heads say so', () => {
    const row = (head: string, cells: string): string =>
      `## Related Plans\n\n| ${head} |\n| --- | --- | --- |\n| x | y | PLAN_C.md |\n| ${cells} |`;
    const said = (head: string, cells: string) => saidIn(row(head, cells)).at(-1);
    assert.equal(said('Type | Relationship | Plan', 'Sibling | Depends on | PLAN_B.md'), 'B hard');
    assert.equal(said('Type | Relationship | Plan', 'Soft | Depends on | PLAN_B.md'), 'B soft');
    assert.equal(said('Plan | Relationship | Timing', 'PLAN_B.md | Blocks | x'), 'B blocks');
    assert.equal(said('Plan | Type | Timing', 'PLAN_B.md | Hard | Before start'), 'B hard');
    assert.equal(said('Plan | Type | Timing', 'PLAN_B.md | Parallel | complete'), 'B related');
    assert.equal(said('Type | Relationship | Dependency', 'Study | Informs | PLAN_B.md'), 'B informs');
    assert.equal(said('Type | Relationship | Dependency', 'Prior | Fixes | PLAN_B.md'), 'B related');
  });

  it('is never a hard dependency where nothing has to wait', () => {
    for (const text of [
      '## Dependencies\n\n- PLAN_B.md: can start this plan now',
      '## Dependencies\n\n- PLAN_B.md, can run in parallel',
      '## Related Plans\n\n- PLAN_B.md: Parallel (can run together)',
      'Read Before Starting: PLAN_B.md',
      'PLAN_B may resume based on findings',
      'Similar Fixes: PLAN_B.md',
      '### Related Plans\n\n**PLAN_B.md**:\n\n- **Timing**: after it is complete',
      '### Related Plans\n\n**PLAN_B.md**:\n\n- **Relationship**: Depends on\n- **Dependency**: Can start this plan now',
      '| Plan | Timing |\n| --- | --- |\n| PLAN_B.md | B complete |',
      '**Dependencies**: None (PLAN_B is only related)',
    ]) {
      const [said = ''] = saidIn(text);
      assert.notEqual(said, 'B hard', text);
    }
  });

  it('is said of names without PLAN_ in sections about other plans only', () => {
    assert.deepEqual(
      saidIn(
        '## Related Plans\n\n- **SEARCH-INDEX**: Example\n- `SYNC`: hard dependency\n- SHOUTED and HTTP-2\n\n## Goal\n\n- **SEARCH-INDEX** again',
      ),
      ['SEARCH-INDEX related', 'SYNC hard', 'HTTP-2 related'],
    );
    assert.deepEqual(saidIn('### Dependencies\n\n- SEARCH-INDEX (foundation)'), ['SEARCH-INDEX hard']);
    assert.deepEqual(
      saidIn('## Related Plans\n\n- `EXECUTION_ANALYSIS_SEARCH-INDEX.md` and docs/SEARCH-INDEX.md'),
      [],
    );
  });

  it('is said by an achievement of itself alone', () => {
    assert.deepEqual(saidIn('', '- **Dependencies**: PLAN_B Achievement 2.1'), ['B hard 1.1']);
  });
});

import assert from 'node:assert/strict';
import { uriOf } from '../../support/memoryFiles';
import { linesOf, planWith, propose, saidBy } from './proposing';

const likely = (edge: string): string => `${edge} likely sentence`;

describe('proposing dependencies from fields', () => {
  for (const [body, edges] of [
    ['- **Dependencies**: 1.1, 2.1', ['2.2 <- 1.1', '2.2 <- 2.1']],
    ['**Depends on**: Achievements 1.1-2.1', ['2.2 <- 1.1', '2.2 <- 1.2', '2.2 <- 2.1']],
    ['- **Requires**: all previous achievements', ['2.2 <- 1.1', '2.2 <- 1.2', '2.2 <- 2.1']],
    ['- **Dependencies**: None', []],
    ['- **Dependencies**: 7.7 and itself, 2.2', []],
  ] as const) {
    it(body, () =>
      assert.deepEqual(
        saidBy(body),
        edges.map((edge) => `${edge} certain dependencies-field`),
      ),
    );
  }

  it('reads Blocks and Prerequisite for from the other end', () => {
    assert.deepEqual(saidBy('- **Blocks**: 3.1'), ['3.1 <- 2.2 certain blocks-field']);
    assert.deepEqual(saidBy('**Prerequisite for**: Achievement 3.1'), ['3.1 <- 2.2 certain blocks-field']);
  });

  it('takes what else suggests a dependency for possible where they are stated', () => {
    const said = saidBy('- **Dependencies**: 1.1\n- **What**: Builds on Achievement 1.2.');
    assert.deepEqual(said, ['2.2 <- 1.1 certain dependencies-field', '2.2 <- 1.2 possible sentence']);
  });
});

describe('proposing dependencies from sentences', () => {
  for (const [body, edges] of [
    ['Starts after Achievement 1.1.', ['2.2 <- 1.1']],
    ['Requires Achievements 1.1, 1.2 and 2.1.', ['2.2 <- 1.1', '2.2 <- 1.2', '2.2 <- 2.1']],
    ['It builds on the work of Achievement 1.2', ['2.2 <- 1.2']],
    ['Uses the parser from Achievement 1.1', ['2.2 <- 1.1']],
    ['- **What**: Based on achievement 1.1, a new list', ['2.2 <- 1.1']],
    ['Once 1.1 is done the rest follows.', ['2.2 <- 1.1']],
    ['When 1.1 and 1.2 are complete, begin.', ['2.2 <- 1.1', '2.2 <- 1.2']],
    ['Achievement 1.1 must be finished first.', ['2.2 <- 1.1']],
    ['The model built in Achievement 1.1 is shown.', ['2.2 <- 1.1']],
    ['Wait until Achievement 1.2 is approved', ['2.2 <- 1.2']],
    ['This is long and it builds\non Achievement 1.1.', ['2.2 <- 1.1']],
    ['Needed by Achievement 3.1', ['3.1 <- 2.2']],
    ['To be done before Achievement 3.1.', ['3.1 <- 2.2']],
    ['Achievement 3.1 needs this.', ['3.1 <- 2.2']],
    ['It does not need a server, but builds on Achievement 1.1', ['2.2 <- 1.1']],
    ['Cannot start before Achievement 1.1', ['2.2 <- 1.1']],
    ['Not possible without Achievement 1.2', ['2.2 <- 1.2']],
    ['Builds on Achievement 1.1, and enables Achievement 3.1', ['2.2 <- 1.1', '3.1 <- 2.2']],
  ] as const) {
    it(body, () => assert.deepEqual(saidBy(body), edges.map(likely)));
  }

  for (const body of [
    'Independent of Achievement 1.1.',
    'Does not depend on Achievement 1.1',
    'Runs in parallel with Achievement 2.1',
    'Achievement 1.1 is independent of this.',
    'Takes after 1.1 hours, requires 1.2 GB',
    'Requires Achievement 9.9',
    'Builds on Achievement 1.1 of PLAN_OTHER',
    '```\nRequires Achievement 1.1\n```',
    '<!-- Requires Achievement 1.1 -->',
    'Prints `after Achievement 1.1`',
    'More comes in Achievement 3.1.',
    "Doesn't require Achievement 1.1 or Achievement 1.2.",
    'Can start without Achievement 1.1. It is not needed here.',
    'Instead of building on Achievement 1.2 we start from scratch.',
    'Does this depend on Achievement 1.2? No.',
    'Neither depends on Achievement 1.1 nor on Achievement 1.2.',
    'It is not blocked by Achievement 1.1, 1.2 any more.',
    'This no longer needs Achievement 1.1',
    'There is no dependency on Achievement 1.1',
    'Never waits for Achievement 1.1',
    'Rather than wait for Achievement 1.1, mock it.',
    'Unlike Achievement 1.1 it has no server.',
    'Does 2.1 need 1.2?',
    'Neither 2.1 nor 2.2 needs 1.1.',
    'Find out whether 2.1 needs 1.2.',
  ]) {
    it(`nothing: ${body}`, () => assert.deepEqual(saidBy(body), []));
  }

  it('takes a plain mention of what stands further up for possible', () => {
    assert.deepEqual(saidBy('See Achievement 1.1.'), ['2.2 <- 1.1 possible mention']);
  });

  it('reads sentences with both ends wherever they stand', () => {
    const rest =
      '\n## Strategy\n\n- 2.1 needs 1.2 complete (the list)\n- Achievements 2.2 and 3.1 can start after 1.1\n- Achievement 1.1 blocks Achievement 1.2\n\n## Examples\n\n- 3.1 needs 2.1\n';
    assert.deepEqual(saidBy('', rest), [
      '1.2 <- 1.1 likely statement',
      '2.1 <- 1.2 likely statement',
      '2.2 <- 1.1 likely statement',
      '3.1 <- 1.1 likely statement',
    ]);
  });

  it('does not take a sentence with both ends for one of the achievement it stands in', () => {
    assert.deepEqual(saidBy('Mind that 2.1 needs 1.2.'), ['2.1 <- 1.2 likely statement']);
  });
});

describe('proposing dependencies from deliverables', () => {
  const deliverables = (...names: readonly string[]): string =>
    ['- **Deliverables**:', ...names.map((name) => `  - \`${name}\``)].join('\n');
  const inPlan = (bodies: Readonly<Record<string, string>>): readonly string[] =>
    linesOf(propose(planWith(bodies)));

  it('a path of what stands further up is likely, its name alone possible', () => {
    const made = deliverables('src/cart/basket.ts');
    assert.deepEqual(inPlan({ '1.1': made, '1.2': '- **What**: Read `src/cart/basket.ts`' }), [
      '1.2 <- 1.1 likely deliverable',
    ]);
    assert.deepEqual(inPlan({ '1.1': made, '1.2': '- **What**: Extend basket.ts' }), [
      '1.2 <- 1.1 possible deliverable',
    ]);
  });

  it('a path of what stands further down is possible', () => {
    assert.deepEqual(inPlan({ '1.1': 'Feeds `src/a/till.ts`', '1.2': deliverables('src/a/till.ts') }), [
      '1.1 <- 1.2 possible deliverable',
    ]);
  });

  it('of several that deliver a file each possibly continues the one before', () => {
    const made = deliverables('src/cart/basket.ts');
    assert.deepEqual(inPlan({ '1.1': made, '1.2': made, '1.3': made }), [
      '1.2 <- 1.1 possible deliverable',
      '1.3 <- 1.2 possible deliverable',
    ]);
  });

  it('passes over common names and files that many deliver', () => {
    assert.deepEqual(inPlan({ '1.1': deliverables('src/index.ts'), '1.2': 'Change index.ts' }), []);
    const made = deliverables('docs/all.md');
    assert.deepEqual(
      inPlan({ '1.1': made, '1.2': made, '1.3': made, '1.4': made, '1.5': 'Reads docs/all.md' }),
      [],
    );
  });
});

describe('proposing dependencies from SUBPLANs', () => {
  const withSubplan = (text: string): readonly string[] =>
    linesOf(
      propose(planWith({ '1.1': '', '1.2': '', '2.1': '', '3.1': '' }), {
        subplans: new Map([['2.1', { uri: uriOf('/w/SUBPLAN_SHOP_21.md'), text }]]),
      }),
    );

  it('reads the section about dependencies, and no other', () => {
    const text =
      '# SUBPLAN\n\nAfter Achievement 1.2\n\n## 🔗 Dependencies\n\nDepends on:\n\n- Achievement 1.1 (the model)\n\nNeeded by:\n\n- 3.1 Title of 3.1\n\n## Approach\n\nAfter Achievement 1.2\n';
    assert.deepEqual(withSubplan(text), ['2.1 <- 1.1 likely subplan', '3.1 <- 2.1 likely subplan']);
  });

  it('passes over what may run at the same time', () => {
    assert.deepEqual(
      withSubplan('# S\n\n## Dependencies\n\nMay run at the same time:\n\n- Achievement 1.2\n'),
      [],
    );
  });
});

describe('proposing dependencies by priority', () => {
  const bodies = {
    '1.1': '',
    '1.2': 'After Achievement 1.1',
    '1.3': '',
    '2.1': '',
    '2.2': '- **Dependencies**: None',
    '3.1': 'Builds on Achievement 1.1',
  };

  it('lets those of which nothing is known wait for the last of the priority before', () => {
    assert.deepEqual(linesOf(propose(planWith(bodies), { byPriority: true })), [
      '1.2 <- 1.1 likely sentence',
      '2.1 <- 1.2 possible priority',
      '2.1 <- 1.3 possible priority',
      '3.1 <- 1.1 likely sentence',
    ]);
  });

  it('not where it would be more pairs than anybody looks through, and says so', () => {
    const many = (priority: number) =>
      Array.from({ length: 150 }, (_, at) => [`${priority}.${at + 1}`, ''] as const);
    const { edges, tooMany } = propose(planWith(Object.fromEntries([...many(1), ...many(2), ['3.1', '']])), {
      byPriority: true,
    });
    assert.deepEqual([...new Set(edges.map(({ dependent }) => dependent))], ['3.1']);
    assert.deepEqual(tooMany, [{ priority: '2', before: '1', waiting: 150, last: 150 }]);
  });

  it('only for who asks for it', () => {
    assert.deepEqual(linesOf(propose(planWith(bodies))), [
      '1.2 <- 1.1 likely sentence',
      '3.1 <- 1.1 likely sentence',
    ]);
  });
});

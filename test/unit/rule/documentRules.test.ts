import { deepEqual, equal } from 'node:assert/strict';
import { ruleDocumentation, rules } from '../../../src/engine/rule/rules';
import { PARALLEL_URI, parallelText, planText } from '../../support/planBuilder';
import { findings, fixed, shown } from './findings';

const json = (text: string | undefined): unknown => JSON.parse(text ?? '');
const fine = {
  plan: planText({ '1.1': 'None', '1.2': '1.1', '2.1': '1.2' }),
  parallel: parallelText({ '1.1': [], '1.2': ['1.1'], '2.1': ['1.2'] }),
};

describe('rules', () => {
  it('find nothing in a plan that is right, with or without parallel.json', () => {
    deepEqual(findings(fine), []);
    deepEqual(findings({ plan: fine.plan }), []);
    deepEqual(findings({ parallel: fine.parallel }), []);
  });

  it('are documented under codes of their own', () => {
    const codes = ruleDocumentation.map(({ code }) => code);
    equal(new Set(codes).size, codes.length);
    for (const { code } of rules) equal(codes.includes(code), true, code);
    for (const { code, summary, explanation, fix } of ruleDocumentation) {
      equal(/^[a-z]+(-[a-z]+)*$/.test(code), true, code);
      equal(
        [summary, explanation, fix].every((text) => text.length > 10),
        true,
        code,
      );
    }
  });
});

describe('rule json-syntax', () => {
  it('marks what is malformed', () => {
    const texts = { parallel: '{"achievements": [{"id": "1.1" "title": "A"}]}' };
    deepEqual(
      shown(texts, 'json-syntax').map(({ at, message }) => [at, message]),
      [['parallel.json: "title"', 'A comma is missing here: found "title"']],
    );
  });

  it('marks the second of two equal keys', () => {
    const texts = { parallel: '{"achievements": [{"id": "1.1", "title": "A", "title": "B"}]}' };
    deepEqual(
      shown(texts, 'json-syntax').map(({ at, message }) => [at, message]),
      [['parallel.json: "title"', 'The key "title" is there twice; only the last one counts.']],
    );
  });

  it('allows comments and trailing commas', () => {
    deepEqual(findings({ parallel: '// a\n{"achievements": [{"id": "1.1",},], /* b */ }' }), []);
  });
});

describe('rule broken-parallel', () => {
  it('finds a file without a list of achievements', () => {
    deepEqual(
      shown({ parallel: '{"plan_name": "X"}' }, 'broken-parallel').map(({ at }) => at),
      ['parallel.json: {'],
    );
    equal(shown({ parallel: '[]' }, 'broken-parallel').length, 1);
  });

  it('leaves malformed files to json-syntax, and empty lists alone', () => {
    deepEqual(shown({ parallel: '' }, 'broken-parallel'), []);
    equal(shown({ parallel: '' }, 'json-syntax').length, 1);
    deepEqual(shown({ parallel: '{"achievements": []}' }, 'broken-parallel'), []);
    deepEqual(shown({ parallel: '{"levels": []}' }, 'broken-parallel'), []);
  });
});

describe('rule duplicate-id', () => {
  it('marks the second object and removes it where it is the same', () => {
    const texts = { parallel: '{"achievements":[{"id":"1.1","x":1},{"id":"1.2"},{"id":"1.1","x":1}]}' };
    deepEqual(shown(texts, 'duplicate-id'), [
      {
        code: 'duplicate-id',
        message: 'There are two achievements 1.1.',
        at: 'parallel.json: "1.1"',
        related: ['parallel.json: "1.1" | 1.1 is here already'],
        fixes: ['Remove the second 1.1, which is the same'],
      },
    ]);
    equal((findings(texts, 'duplicate-id')[0]?.span.start ?? 0) > 40, true);
    const after = fixed(texts, 'duplicate-id', 'Remove the second 1.1, which is the same');
    equal(after.parallel, '{"achievements":[{"id":"1.1","x":1},{"id":"1.2"}]}');
  });

  it('offers no removal where the two differ', () => {
    const texts = { parallel: '{"achievements":[{"id":"1.1","title":"A"},{"id":"1.1","title":"B"}]}' };
    deepEqual(shown(texts, 'duplicate-id')[0]?.fixes, []);
  });

  it('finds an id defined twice in the PLAN', () => {
    const plan = `${planText({ '1.1': undefined })}**Achievement 1.1**: Again\n`;
    const found = findings({ plan }, 'duplicate-id');
    deepEqual(
      found.map(({ span }) => span.start),
      [plan.lastIndexOf('1.1')],
    );
  });
});

describe('rule duplicate-dependency', () => {
  it('marks the repetition, and the fix keeps the first', () => {
    const texts = { parallel: parallelText({ '1.1': [], '1.2': ['1.1', '1.1'] }) };
    equal(shown(texts, 'duplicate-dependency')[0]?.message, '"dependencies" names 1.1 twice.');
    const after = fixed(texts, 'duplicate-dependency', 'Remove the repetition');
    deepEqual(json(after.parallel), json(parallelText({ '1.1': [], '1.2': ['1.1'] })));
  });
});

describe('rule contradicting-blocks', () => {
  const list = (...achievements: readonly object[]): string => JSON.stringify({ achievements });

  it('marks a block that the other list does not lead back to', () => {
    const texts = {
      parallel: list(
        { id: '1.1', blocks: ['1.3'] },
        { id: '1.2', dependencies: [] },
        { id: '1.3', dependencies: ['1.2'] },
      ),
    };
    deepEqual(shown(texts, 'contradicting-blocks'), [
      {
        code: 'contradicting-blocks',
        message: '1.1 says that it blocks 1.3, but 1.3 depends on 1.2 only.',
        at: 'parallel.json: "1.3"',
        related: ['parallel.json: "1.2" | The dependencies of 1.3'],
        fixes: ['Add 1.1 to the dependencies of 1.3', 'Remove the dependency of 1.3 on 1.1'],
      },
    ]);
    const after = fixed(texts, 'contradicting-blocks', 'Remove the dependency of 1.3 on 1.1');
    deepEqual(shown(after, 'contradicting-blocks'), []);
  });

  it('marks a block of what it depends on', () => {
    const texts = { parallel: list({ id: '1.1', dependencies: ['1.2'], blocks: ['1.2'] }, { id: '1.2' }) };
    deepEqual(
      shown(texts, 'contradicting-blocks').map(({ message, related }) => [message, related]),
      [
        [
          '1.1 says that it blocks 1.2 and that it depends on it.',
          ['parallel.json: "1.2" | 1.1 depends on 1.2'],
        ],
      ],
    );
  });

  it('is content with the inverse, with a way round, and with no list at all', () => {
    const inverse = [
      { id: '1.1', blocks: ['1.2', '1.3'] },
      { id: '1.2', dependencies: ['1.1'], blocks: ['1.4'] },
      { id: '1.3', dependencies: ['1.2'] },
      { id: '1.4', dependencies: [] },
    ];
    deepEqual(shown({ parallel: list(...inverse) }, 'contradicting-blocks'), []);
  });
});

describe('rules that compare PLAN and parallel.json', () => {
  it('not-in-plan marks the id', () => {
    const texts = { plan: planText({ '1.1': undefined }), parallel: parallelText({ '1.1': [], '9.9': [] }) };
    deepEqual(
      shown(texts, 'not-in-plan').map(({ at, message }) => [at, message]),
      [['parallel.json: "9.9"', 'The PLAN defines no achievement 9.9.']],
    );
  });

  it('missing-from-parallel marks the definition and adds it in the place of its number', () => {
    const texts = { ...fine, parallel: parallelText({ '1.1': [], '2.1': ['1.1'] }) };
    deepEqual(
      shown(texts, 'missing-from-parallel').map(({ at, related, fixes }) => [at, related, fixes]),
      [['PLAN_SHOP.md: 1.2', ['parallel.json:  | The list of achievements'], ['Add 1.2 to parallel.json']]],
    );
    equal(findings(texts, 'missing-from-parallel')[0]?.fixes[0]?.uri, PARALLEL_URI);
    const after = fixed(texts, 'missing-from-parallel', 'Add 1.2 to parallel.json');
    deepEqual(
      JSON.parse(after.parallel ?? ''),
      JSON.parse(parallelText({ '1.1': [], '1.2': ['1.1'], '2.1': ['1.1'] })),
    );
    deepEqual(shown(after, 'missing-from-parallel'), []);
  });

  it('missing-from-parallel waits until the file can be read', () => {
    deepEqual(shown({ ...fine, parallel: '{"achievements": [{"id": "1.1"}, ' }, 'missing-from-parallel'), []);
  });

  it('dependencies-differ marks the field and says both', () => {
    const texts = { ...fine, parallel: parallelText({ '1.1': [], '1.2': [], '2.1': ['1.1'] }) };
    deepEqual(
      shown(texts, 'dependencies-differ').map(({ at, message, related }) => [at, message, related]),
      [
        [
          'PLAN_SHOP.md: 1.1',
          'The PLAN says that 1.2 depends on 1.1; parallel.json says nothing, which counts.',
          ['parallel.json: "1.2" | The dependencies of 1.2 that count'],
        ],
        [
          'PLAN_SHOP.md: 1.2',
          'The PLAN says that 2.1 depends on 1.2; parallel.json says 1.1, which counts.',
          ['parallel.json: "1.1" | The dependencies of 2.1 that count'],
        ],
      ],
    );
  });

  it('dependencies-differ minds only fields that say something', () => {
    const parallel = parallelText({ '1.1': [], '1.2': ['1.1'] });
    deepEqual(
      shown({ plan: planText({ '1.1': undefined, '1.2': undefined }), parallel }, 'dependencies-differ'),
      [],
    );
    deepEqual(
      shown({ plan: planText({ '1.1': '', '1.2': 'see above' }), parallel }, 'dependencies-differ'),
      [],
    );
    equal(shown({ plan: planText({ '1.1': '', '1.2': 'None' }), parallel }, 'dependencies-differ').length, 1);
  });

  it('dependencies-differ takes blocks of one for dependencies of the other', () => {
    const parallel =
      '{"achievements":[{"id":"1.1","blocks":["1.2"]},{"id":"1.2","dependencies":[]},{"id":"2.1","dependencies":["1.2"]}]}';
    deepEqual(shown({ ...fine, parallel }, 'dependencies-differ'), []);
  });
});

describe('rules about other documents', () => {
  it('plan-without-ids marks the first item of a retrospective plan', () => {
    const plan = '# PLAN: Done\n\n## Achievements Completed\n\n### 1. First\n\n### 2. Second\n';
    deepEqual(
      shown({ plan }, 'plan-without-ids').map(({ at, message }) => [at, message]),
      [['PLAN_SHOP.md: ### 1. First', '2 achievements without an id: the plan is shown but not tracked.']],
    );
  });

  it('stray-document says what the file says and what it may be', () => {
    const folder = 'file:///w/plans/SHOP/subplans';
    const strays = [
      {
        uri: `${folder}/SUBPLAN_SHOP_111.md`,
        reason: 'ambiguous',
        says: '111',
        candidates: ['1.11', '11.1'],
      },
      { uri: `${folder}/SUBPLAN_SHOP_99.md`, reason: 'orphan', says: '99', candidates: [] },
    ] as const;
    deepEqual(
      findings({ plan: fine.plan, strays }, 'stray-document').map(({ uri, message }) => [uri, message]),
      [
        [
          strays[0].uri,
          'SUBPLAN_SHOP_111.md says 111, which may be 1.11 or 11.1, so it counts for no achievement.',
        ],
        [
          strays[1].uri,
          'SUBPLAN_SHOP_99.md says 99, and SHOP has no such achievement. So it counts for none.',
        ],
      ],
    );
  });
});

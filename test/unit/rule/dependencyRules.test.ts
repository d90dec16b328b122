import { deepEqual, equal, match } from 'node:assert/strict';
import { parallelText, planText } from '../../support/planBuilder';
import { findings, fixed, shown } from './findings';

const json = (text: string | undefined): unknown => JSON.parse(text ?? '');

describe('rule unknown-dependency', () => {
  it('marks the reference and suggests the nearest id', () => {
    const texts = { parallel: parallelText({ '1.1': [], '1.2': ['1.11'], '2.1': [] }) };
    deepEqual(shown(texts, 'unknown-dependency'), [
      {
        code: 'unknown-dependency',
        message: 'There is no achievement 1.11 for 1.2 to depend on. Did you mean 1.1?',
        at: 'parallel.json: "1.11"',
        related: [],
        fixes: ['Replace 1.11 by 1.1', 'Remove the dependency of 1.2 on 1.11'],
      },
    ]);
    const replaced = fixed(texts, 'unknown-dependency', 'Replace 1.11 by 1.1');
    equal(replaced.parallel, texts.parallel.replace('"1.11"', '"1.1"'));
    const removed = fixed(texts, 'unknown-dependency', 'Remove the dependency of 1.2 on 1.11');
    deepEqual(json(removed.parallel), json(parallelText({ '1.1': [], '1.2': [], '2.1': [] })));
  });

  it('prefers the neighbour in number', () => {
    const texts = { parallel: parallelText({ '1.4': [], '2.2': [], '2.3': [], '3.4': [], '4.1': ['2.4'] }) };
    match(shown(texts, 'unknown-dependency')[0]?.message ?? '', /Did you mean 2\.3\?$/);
  });

  it('never suggests the achievement itself or what it depends on already', () => {
    const texts = { parallel: parallelText({ '1.1': [], '1.2': ['1.1', '1.3'] }) };
    deepEqual(shown(texts, 'unknown-dependency')[0]?.fixes, ['Remove the dependency of 1.2 on 1.3']);
  });

  it('suggests nothing for what resembles nothing', () => {
    const texts = { parallel: parallelText({ '1.1': [], '1.2': ['88.88'] }) };
    equal(
      shown(texts, 'unknown-dependency')[0]?.message,
      'There is no achievement 88.88 for 1.2 to depend on.',
    );
  });

  it('looks into blocks and cross-priority dependencies too', () => {
    const texts = {
      parallel:
        '{"achievements":[{"id":"1.1","blocks":["7.7"]}],"cross_priority_dependencies":[{"from_achievement":"8.8","to_achievement":"1.1"}]}',
    };
    deepEqual(
      shown(texts, 'unknown-dependency').map(({ at, message }) => [at, message]),
      [
        ['parallel.json: "7.7"', 'There is no achievement 7.7 for 1.1 to block.'],
        ['parallel.json: "8.8"', 'There is no achievement 8.8 to depend on 1.1.'],
      ],
    );
    const removed = fixed(texts, 'unknown-dependency', 'Remove the dependency of 8.8 on 1.1');
    deepEqual(json(removed.parallel), {
      achievements: [{ id: '1.1', blocks: ['7.7'] }],
      cross_priority_dependencies: [],
    });
  });

  it('points into the PLAN where the PLAN states the dependencies', () => {
    const texts = { plan: planText({ '1.1': 'None', '1.2': '1.1, 1.9' }) };
    deepEqual(
      shown(texts, 'unknown-dependency').map(({ at, fixes }) => [at, fixes]),
      [['PLAN_SHOP.md: 1.9', ['Remove the dependency of 1.2 on 1.9']]],
    );
    const removed = fixed(texts, 'unknown-dependency', 'Remove the dependency of 1.2 on 1.9');
    equal(removed.plan, planText({ '1.1': 'None', '1.2': '1.1' }));
  });

  it('replaces an id in the PLAN', () => {
    const texts = { plan: planText({ '1.1': 'None', '1.2': '1.1', '2.1': '11.1' }) };
    const replaced = fixed(texts, 'unknown-dependency', 'Replace 11.1 by 1.1');
    equal(replaced.plan, planText({ '1.1': 'None', '1.2': '1.1', '2.1': '1.1' }));
  });

  it('is silent about ids that only parallel.json knows, which not-in-plan reports', () => {
    const texts = {
      plan: planText({ '1.1': undefined }),
      parallel: parallelText({ '1.1': ['2.1'], '2.1': [] }),
    };
    deepEqual(shown(texts, 'unknown-dependency'), []);
    equal(shown(texts, 'not-in-plan').length, 1);
  });

  it('takes a string for one reference and the fix leaves an empty list', () => {
    const texts = { parallel: '{"achievements":[{"id":"1.1","dependencies":"9"}]}' };
    equal(shown(texts, 'unknown-dependency')[0]?.at, 'parallel.json: "9"');
    const removed = fixed(texts, 'unknown-dependency', 'Remove the dependency of 1.1 on 9');
    equal(removed.parallel, '{"achievements":[{"id":"1.1","dependencies":[]}]}');
  });
});

describe('rule self-dependency', () => {
  it('marks the reference, is no cycle, and goes with its fix', () => {
    const texts = { parallel: parallelText({ '1.1': [], '1.2': ['1.1', '1.2'] }) };
    deepEqual(shown(texts, 'self-dependency'), [
      {
        code: 'self-dependency',
        message: '1.2 depends on itself.',
        at: 'parallel.json: "1.2"',
        related: [],
        fixes: ['Remove the dependency of 1.2 on 1.2'],
      },
    ]);
    deepEqual(shown(texts, 'dependency-cycle'), []);
    const removed = fixed(texts, 'self-dependency', 'Remove the dependency of 1.2 on 1.2');
    deepEqual(json(removed.parallel), json(parallelText({ '1.1': [], '1.2': ['1.1'] })));
  });

  it('finds it in a cross-priority dependency once', () => {
    const texts = {
      parallel: '{"achievements":[{"id":"1.1"}],"cross_priority_dependencies":[{"from":"1.1","to":"1.1"}]}',
    };
    equal(shown(texts, 'self-dependency').length, 1);
  });

  it('leaves None where it was the only dependency in the PLAN', () => {
    const texts = { plan: planText({ '1.1': '1.1', '1.2': '1.1' }) };
    equal(shown(texts, 'self-dependency')[0]?.at, 'PLAN_SHOP.md: 1.1');
    const removed = fixed(texts, 'self-dependency', 'Remove the dependency of 1.1 on 1.1');
    equal(removed.plan, planText({ '1.1': 'None', '1.2': '1.1' }));
  });
});

describe('rule dependency-cycle', () => {
  const texts = {
    parallel: parallelText({ '1.1': ['1.3'], '1.2': ['1.1'], '1.3': ['1.2'], '2.1': ['1.1'] }),
  };

  it('reports a cycle once, with its path and each of its edges', () => {
    deepEqual(shown(texts, 'dependency-cycle'), [
      {
        code: 'dependency-cycle',
        message: 'Dependency cycle: 1.1 → 1.3 → 1.2 → 1.1',
        at: 'parallel.json: "1.3"',
        related: [
          'parallel.json: "1.3" | 1.1 depends on 1.3',
          'parallel.json: "1.2" | 1.3 depends on 1.2',
          'parallel.json: "1.1" | 1.2 depends on 1.1',
        ],
        fixes: [
          'Remove the dependency of 1.1 on 1.3',
          'Remove the dependency of 1.3 on 1.2',
          'Remove the dependency of 1.2 on 1.1',
        ],
      },
    ]);
  });

  it('goes with any of its fixes, and nothing new appears', () => {
    for (const title of shown(texts, 'dependency-cycle')[0]?.fixes ?? []) {
      const after = fixed(texts, 'dependency-cycle', title);
      deepEqual(shown(after, 'dependency-cycle'), [], title);
      json(after.parallel);
    }
  });

  it('removes every statement of the edge in the document', () => {
    const both = {
      parallel:
        '{"achievements":[{"id":"1.1","dependencies":["1.2"]},{"id":"1.2","dependencies":["1.1"],"blocks":["1.1"]}],"cross_priority_dependencies":[{"from":"1.1","to":"1.2"}]}',
    };
    const after = fixed(both, 'dependency-cycle', 'Remove the dependency of 1.1 on 1.2');
    deepEqual(json(after.parallel), {
      achievements: [
        { id: '1.1', dependencies: [] },
        { id: '1.2', dependencies: ['1.1'], blocks: [] },
      ],
      cross_priority_dependencies: [],
    });
  });

  it('reports two cycles apart, and none where there is none', () => {
    const two = {
      parallel: parallelText({ '1.1': ['1.2'], '1.2': ['1.1'], '2.1': ['2.2'], '2.2': ['2.1'] }),
    };
    deepEqual(
      shown(two, 'dependency-cycle').map(({ message }) => message),
      ['Dependency cycle: 1.1 → 1.2 → 1.1', 'Dependency cycle: 2.1 → 2.2 → 2.1'],
    );
    deepEqual(shown({ parallel: parallelText({ '1.1': [], '1.2': ['1.1'] }) }, 'dependency-cycle'), []);
  });

  it('points into the PLAN where the PLAN states the dependencies', () => {
    const inPlan = { plan: planText({ '1.1': '1.2', '1.2': '1.1' }) };
    deepEqual(shown(inPlan, 'dependency-cycle')[0]?.related, [
      'PLAN_SHOP.md: 1.2 | 1.1 depends on 1.2',
      'PLAN_SHOP.md: 1.1 | 1.2 depends on 1.1',
    ]);
    const after = fixed(inPlan, 'dependency-cycle', 'Remove the dependency of 1.2 on 1.1');
    equal(after.plan, planText({ '1.1': '1.2', '1.2': 'None' }));
  });

  it('changes nothing when the text has moved on', () => {
    const fixes = findings(texts, 'dependency-cycle').flatMap((finding) => finding.fixes);
    equal(fixes.length, 3);
    for (const fix of fixes) {
      for (const text of ['', '{', parallelText({ '1.1': [] })]) deepEqual(fix.edits(text), []);
    }
  });
});

import { deepEqual, equal } from 'node:assert/strict';
import * as fc from 'fast-check';
import { readParallel } from '../../../src/engine/document/parallel/parallelFile';
import { removeEdges, renameInEdge } from '../../../src/engine/edit/edgeEdits';
import { addDependencies } from '../../../src/engine/edit/json/listEdits';
import { parallelStatements } from '../../../src/engine/statement/statement';
import { applyEdits } from '../../support/applyEdits';

/** A file whose last achievement, 1.4, has these members; the others have titles. */
const fileWith = (members: string): string =>
  `{ "achievements": [
  { "achievement_id": "1.1", "title": "Basket", "dependencies": [] },
  { "achievement_id": "1.2", "title": "Till", "dependencies": [] },
  { "achievement_id": "1.3", "title": "Receipt", "dependencies": [] },
  { "achievement_id": "1.4"${members} }
] }`;

const last = (members: string) => {
  const achievement = readParallel(fileWith(members)).achievements.at(-1);
  return {
    ids: achievement?.dependencies.map(({ value }) => value),
    blocks: achievement?.blocks.map(({ value }) => value),
    unread: achievement?.unread.map(({ text }) => text),
    notes: achievement?.notes.map(({ text }) => text),
  };
};

describe('dependencies in other forms', () => {
  for (const key of [
    'depends_on',
    'dependsOn',
    'depends-on',
    'blocked_by',
    'blockedBy',
    'needs',
    'requires',
    'prerequisites',
    'after',
    'Dependencies',
    'predecessors',
    'dependency',
  ]) {
    it(`are read under ${key}`, () => deepEqual(last(`, "${key}": ["1.1"]`).ids, ['1.1']));
  }

  for (const key of ['unblocks', 'required_by', 'neededBy', 'Blocks', 'successors']) {
    it(`are read from the other end under ${key}`, () =>
      deepEqual(last(`, "${key}": ["1.1"]`).blocks, ['1.1']));
  }

  it('are read under all keys of one achievement', () =>
    deepEqual(last(', "dependencies": ["1.1"], "needs": "1.2", "after": ["1.3"]').ids, [
      '1.1',
      '1.2',
      '1.3',
    ]));

  for (const [value, ids] of [
    ['"Achievement 1.1"', ['1.1']],
    ['"1.1 (the schema)"', ['1.1']],
    ['"1.1, 1.2"', ['1.1', '1.2']],
    ['"Achievements 1.1, 1.2 and 1.3"', ['1.1', '1.2', '1.3']],
    ['"1.1-1.3"', ['1.1', '1.2', '1.3']],
    ['"1.1 through 1.3"', ['1.1', '1.2', '1.3']],
    ['"`1.1` & **1.2**"', ['1.1', '1.2']],
    ['"1.1: Basket"', ['1.1']],
    ['"basket"', ['1.1']],
    ['1.1', ['1.1']],
    ['[1.10, "1.2 "]', ['1.10', '1.2']],
    ['{ "id": "1.1", "why": "schema" }', ['1.1']],
    ['[{ "achievement_id": 1.2 }, null, "1.1"]', ['1.2', '1.1']],
    ['null', []],
    ['"none"', []],
    ['["None."]', []],
    ['"n/a"', []],
  ] as const) {
    it(`are read in ${value}`, () => {
      const { unread, notes, ...rest } = last(`, "dependencies": ${value}`);
      deepEqual([rest.ids, unread, notes], [ids, [], []]);
    });
  }

  for (const value of [
    'TBD',
    '?',
    '1.1?',
    'not 1.1',
    '1.1 (not needed)',
    'Priority 1',
    '1.x',
    '9.1-9.3',
    '1.1a',
    'all',
  ]) {
    it(`are unread, not none, in ${value}`, () => {
      const { ids, unread } = last(`, "dependencies": ["1.2", ${JSON.stringify(value)}]`);
      deepEqual([ids, unread], [['1.2'], [value]]);
    });
  }

  for (const value of ['[["1.1"]]', '[true]', '[{ "who": "1.1" }]', '{ "1.1": "hard" }']) {
    it(`are unread in ${value}`, () => equal(last(`, "dependencies": ${value}`).unread?.length, 1));
  }

  it('are unread under a key that is misspelled, unless it says nothing', () => {
    deepEqual(last(', "dependancies": ["1.1"]').unread, ['["1.1"]']);
    deepEqual(last(', "dependancies": [], "block": false').unread, []);
  });

  for (const value of ['External API approval', 'Python 3.11', 'the design team']) {
    it(`are a note in ${value}`, () => {
      const { ids, unread, notes } = last(`, "dependencies": ["1.1", ${JSON.stringify(value)}]`);
      deepEqual([ids, unread, notes], [['1.1'], [], [value]]);
    });
  }
});

describe('edges in other forms', () => {
  const edges = (list: string) => {
    const { crossPriority, unreadCrossings } = readParallel(`{ "cross_priority_dependencies": ${list} }`);
    return [
      crossPriority.map(({ from, to }) => `${from.value} > ${to.value}`),
      unreadCrossings.map(({ dependent }) => dependent),
    ];
  };

  it('are read with source and target, and as achievements with dependencies', () =>
    deepEqual(
      edges(
        '[{ "source": "1.3", "target": "1.2" }, { "id": "1.4", "depends_on": ["1.1", { "id": "1.2" }] }]',
      ),
      [['1.3 > 1.2', '1.4 > 1.1', '1.4 > 1.2'], []],
    ));

  it('are unread where an end is missing', () =>
    deepEqual(edges('[{ "from": "1.3" }, { "to": "1.1" }, {}]'), [[], ['1.3', undefined]]));
});

describe('edits of dependencies in other forms', () => {
  const ids = (text: string) =>
    last(text.slice(text.indexOf('"1.4"') + 5, text.lastIndexOf('}\n]'))).ids ?? [];
  const form = fc.constantFrom(
    '"1.1, 1.2 (till), Achievement 1.3"',
    '["1.1 (basket)", "1.2", { "id": "1.3" }]',
    '["Achievements 1.1 and 1.2", 1.3]',
    '["1.3", "`1.2`, 1.1"]',
  );
  const key = fc.constantFrom('dependencies', 'depends_on', 'blockedBy');
  const other = fc.constantFrom('1.1', '1.2', '1.3');

  it('change the id that is asked for and no other', () => {
    fc.assert(
      fc.property(form, key, other, (value, name, id) => {
        const text = fileWith(`, "note": "1.1, 1.2", "${name}": ${value}`);
        const edge = { dependent: '1.4', dependency: id };
        const before = [...ids(text)].sort();
        const removed = applyEdits(text, removeEdges(text, [edge]));
        deepEqual(
          [...ids(removed)].sort(),
          before.filter((each) => each !== id),
          removed,
        );
        const renamed = applyEdits(text, renameInEdge(text, edge, id, '7.7'));
        deepEqual(
          [...ids(renamed)].sort(),
          before.map((each) => (each === id ? '7.7' : each)).sort(),
          renamed,
        );
        const added = applyEdits(text, addDependencies(text, '1.4', ['8.8']));
        deepEqual([...ids(added)].sort(), [...before, '8.8'], added);
        for (const changed of [removed, renamed, added]) {
          deepEqual(readParallel(changed).problems, [], changed);
          equal(changed.includes('"note": "1.1, 1.2"'), true);
        }
      }),
      { seed: 20_261_128, numRuns: 200 },
    );
  });

  it('leave a range alone, of which one id cannot go', () => {
    const text = fileWith(', "dependencies": ["1.1-1.3"]');
    const edge = { dependent: '1.4', dependency: '1.2' };
    equal(parallelStatements('', readParallel(text)).length, 3);
    deepEqual([removeEdges(text, [edge]), renameInEdge(text, edge, '1.2', '7.7')], [[], []]);
  });
});

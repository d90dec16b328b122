import assert from 'node:assert/strict';
import { readParallel } from '../../../src/engine/document/parallel/parallelFile';
import { type Asking, type Completed, completeIn } from './completing';
import { parallelPath, planPath } from './workspace';

const plan = `# PLAN: X

## Desirable Achievements

### Priority 1: First

**Achievement 1.1**: Lay the base

- **Effort**: 2 hours

**Achievement 1.2**: Say "no" to $cost {now}

- **Dependencies**: 1.1
- **Effort**: 2-3 hours

### Priority 2: Second

**Achievement 2.1**: Check

- **Dependencies**: 1.1, 1.2
`;

/** Completes at the `|` of a parallel.json of the plan above. */
const complete = (marked: string, asking?: Asking): Promise<Completed> =>
  completeIn({ [planPath]: plan }, parallelPath, marked, asking);

const inside = (achievement: string): string => `{
  "plan_name": "X",
  "achievements": [
    { ${achievement} }
  ]
}
`;

describe('completion of ids and titles in parallel.json', () => {
  it('offers the ids that are not listed yet before the others', async () => {
    const { labels, taken } = await complete(
      '{"achievements": [{ "achievement_id": "1.1" }, { "achievement_id": | }]}',
      { completesJson: true },
    );
    assert.deepEqual(labels, ['1.2', '2.1', '1.1']);
    assert.equal(
      taken('1.2'),
      '{"achievements": [{ "achievement_id": "1.1" }, { "achievement_id": "1.2" }]}',
    );
  });

  it('offers the title of the achievement, whatever is in it', async () => {
    const { taken } = await complete(inside('"id": "1.2", "title": "|"'), { completesJson: true });
    const [read] = readParallel(taken('Say "no" to $cost {now}')).achievements;
    assert.equal(read?.title, 'Say "no" to $cost {now}');
  });

  it('offers the name of the plan', async () => {
    const { taken } = await complete('{ "plan_name": "|" }', { completesJson: true });
    assert.equal(taken('X'), '{ "plan_name": "X" }');
  });

  it('puts the commas that JSON wants around an id', async () => {
    const between = await complete(inside('"id": "2.1", "dependencies": [| "1.1"]'));
    assert.match(between.taken('1.2'), /\["1\.2", "1\.1"\]/);
    const behind = await complete(inside('"id": "2.1", "dependencies": ["1.1" |]'));
    assert.match(behind.taken('1.2'), /\["1\.1", "1\.2"\]/);
  });

  it('knows both ends of a cross-priority dependency', async () => {
    const listed =
      '"achievements": [{"id": "1.1"}, {"id": "1.2", "dependencies": ["1.1"]}, {"id": "2.1", "dependencies": ["1.2"]}]';
    const of = (entry: string): Promise<Completed> =>
      complete(`{ ${listed}, "cross_priority_dependencies": [{ ${entry} }] }`);
    assert.deepEqual((await of('"from_achievement": "1.2", "to_achievement": "|"')).labels, ['1.1', '2.1!']);
    assert.deepEqual((await of('"from": "|", "to": "1.2"')).labels, ['2.1', '1.1!']);
    assert.deepEqual((await of('"to": "|"')).labels, ['1.1', '1.2', '2.1']);
  });

  it('offers the ids of the priority first in a priority group', async () => {
    const { labels } = await complete(
      '{ "priority_groups": [{ "priority": 2, "achievements": ["1.1", |] }], "achievements": [] }',
    );
    assert.deepEqual(labels, ['2.1', '1.2']);
  });

  it('offers no ids among the executions of an achievement', async () => {
    const { labels } = await complete(inside('"id": "2.1", "sub_executions": [{ "dependencies": ["|"] }]'));
    assert.deepEqual(labels, []);
  });
});

describe('completion of whole achievements in parallel.json', () => {
  const second = { completesJson: true };

  it('has what the PLAN says of the next one that is missing', async () => {
    const { labels, taken } = await complete(
      `{
  "achievements": [
    {
      "achievement_id": "1.1",
      "status": "complete"
    },
    |
  ]
}
`,
      second,
    );
    assert.deepEqual(labels, ['1.2 Say "no" to $cost {now}', '2.1 Check']);
    assert.equal(
      taken('1.2 Say "no" to $cost {now}'),
      `{
  "achievements": [
    {
      "achievement_id": "1.1",
      "status": "complete"
    },
    {
      "achievement_id": "1.2",
      "title": "Say \\"no\\" to $cost {now}",
      "dependencies": ["1.1"],
      "status": "not_started",
      "estimated_hours": "2-3 hours"
    }
  ]
}
`,
    );
  });

  it('writes the form with levels in levels', async () => {
    const { taken } = await complete(
      '{\n  "plan": "X",\n  "levels": [{ "level": 1, "achievements": [\n    { "id": "1.2" }|\n  ] }]\n}',
      second,
    );
    const [, read] = readParallel(taken('1.1 Lay the base')).achievements;
    assert.deepEqual(
      { id: read?.id, title: read?.title, effort: read?.effort },
      { id: '1.1', title: 'Lay the base', effort: { min: 2, max: 2 } },
    );
    assert.match(taken('1.1 Lay the base'), /"id": "1\.1"/);
    assert.deepEqual(readParallel(taken('1.1 Lay the base')).problems, []);
  });

  for (const [where, text] of [
    ['an empty list', '{\n  "achievements": [|]\n}'],
    ['an empty list over lines', '{\n\t"achievements": [\n\t\t|\n\t]\n}'],
    ['an empty object', '{\n  "achievements": [\n    {|}\n  ]\n}'],
    ['an empty object over lines', '{\n  "achievements": [\n    {\n      |\n    }\n  ]\n}'],
    ['a string that was begun', '{\n  "achievements": ["|"]\n}'],
    ['a key that was begun', '{\n  "achievements": [{"|"}]\n}'],
    ['a line', '{"achievements": [|]}'],
    ['a line, before another', '{"achievements": [| {"achievement_id": "1.1"}]}'],
    ['a line, behind another', '{"achievements": [{"achievement_id": "1.1"}|]}'],
    ['comments and another', '{"achievements": [ // first\n {"achievement_id": "1.1"} /* x */ |\n]}'],
  ] as const) {
    for (const snippets of [true, false]) {
      it(`is read as it was meant in ${where}, ${snippets ? 'as a snippet' : 'as plain text'}`, async () => {
        const { taken } = await complete(text, { ...second, snippets });
        const after = taken('2.1 Check');
        const { achievements, problems } = readParallel(after);
        const read = achievements.find(({ id }) => id === '2.1');
        assert.deepEqual(problems, [], after);
        assert.equal(read?.title, 'Check');
        assert.deepEqual(
          read.dependencies.map(({ value }) => value),
          ['1.1', '1.2'],
        );
      });
    }
  }

  it('is not offered where all are listed, nor in other lists', async () => {
    const all = '{"id": "1.1"}, {"id": "1.2"}, {"id": "2.1"}';
    assert.deepEqual((await complete(`{"achievements": [${all}, |]}`, second)).labels, []);
    assert.deepEqual((await complete('{"notes": [|]}', second)).labels, []);
    assert.deepEqual((await complete(inside('"id": "1.1", "title": "x", |'), second)).labels, []);
  });
});

describe('completion of what the schema of parallel.json says', () => {
  it('is left to a client that knows the schema', async () => {
    for (const text of [inside('|'), inside('"id": "9.9", "status": "|"'), '|', '{ | }', '{"levels": [|]}']) {
      const { labels } = await complete(text, { completesJson: true });
      assert.deepEqual(
        labels.filter((label) => !/^\d/.test(label)),
        [],
      );
    }
  });

  it('offers status values and says what the levels of parallelization mean', async () => {
    const status = await complete(inside('"id": "1.1", "status": |'));
    assert.deepEqual(status.labels.slice(0, 2), ['not_started', 'subplan_created']);
    assert.match(status.taken('in_progress'), /"status": "in_progress" \}/);
    assert.match(status.taken('null'), /"status": null \}/);
    const level = await complete('{ "parallelization_level": "level|" }');
    assert.equal(level.taken('level_3'), '{ "parallelization_level": "level_3" }');
    assert.match(String(level.item('level_3').documentation), /different priorities/);
  });

  it('offers the keys that are not there yet, with a place for the value', async () => {
    const { labels, taken, items } = await complete(inside('"id": "1.1", |, "title": "x"'));
    assert.ok(labels.includes('dependencies'));
    assert.ok(!labels.includes('id') && !labels.includes('title') && !labels.includes('achievement_id'));
    assert.match(taken('dependencies'), /"id": "1\.1", "dependencies": \[\], "title"/);
    assert.match(taken('executor'), /"executor": "", "title"/);
    assert.equal(items.find(({ label }) => label === 'executor')?.documentation, 'Who works on it.');
    assert.deepEqual((await complete('{ "cross_priority_dependencies": [{ "from": "1.1", "|" }] }')).labels, [
      'to_achievement',
      'to',
    ]);
  });

  it('renames a key without touching its value', async () => {
    const { taken } = await complete(inside('"id": "1.1", "stat|": "x"'));
    assert.match(taken('status'), /"status": "x" \}/);
  });

  it('writes commas before and behind a new key', async () => {
    const { taken } = await complete('{\n  "plan_name": "X"\n  |\n  "achievements": []\n}');
    assert.equal(taken('notes'), '{\n  "plan_name": "X",\n  "notes": ,\n  "achievements": []\n}');
  });

  it('offers a whole file where there is nothing', async () => {
    const { taken } = await complete('|');
    const { planName, achievements, problems } = readParallel(taken('parallel.json'));
    assert.deepEqual(
      [planName?.value, achievements.map(({ id, dependencies }) => [id, dependencies]), problems],
      ['X', [['1.1', []]], []],
    );
    const plain = await complete('|', { snippets: false });
    for (const label of plain.labels) {
      assert.deepEqual(JSON.parse(plain.taken(label)), JSON.parse(taken(label)));
    }
    assert.equal(readParallel(taken('parallel.json with levels')).dialect, 'levels');
  });

  it('offers a whole achievement in both forms', async () => {
    const { taken } = await complete('{\n  "achievements": [\n    |\n  ]\n}');
    for (const [label, key] of [
      ['Achievement', 'achievement_id'],
      ['Achievement with id', 'id'],
    ] as const) {
      const { achievements, problems } = readParallel(taken(label));
      assert.deepEqual(problems, []);
      assert.deepEqual(
        achievements.map(({ id, dependencies }) => [id, dependencies]),
        [['1.1', []]],
      );
      assert.ok(taken(label).includes(`"${key}": "1.1",`));
    }
  });

  it('works without a PLAN', async () => {
    const { labels } = await completeIn({}, '/w/Y/parallel.json', '{ "parallelization_level": | }');
    assert.deepEqual(labels, ['level_1', 'level_2', 'level_3']);
  });

  it('offers nothing in comments, in free texts and for unknown keys', async () => {
    for (const text of [
      '{ // |\n }',
      '{ /* | */ }',
      inside('"id": "1.1", "executor": "|"'),
      inside('"mine": { | }'),
      '{ "constructor": { | } }',
      '{ "a" | }',
    ]) {
      assert.deepEqual((await complete(text)).labels, [], text);
    }
  });
});

import assert from 'node:assert/strict';
import { readJsonSource } from '../../../src/engine/document/json/jsonSource';
import { readParallel } from '../../../src/engine/document/parallel/parallelFile';
import { readPlan } from '../../../src/engine/document/plan/plan';
import { entriesOf, newParallelText, updateEdits } from '../../../src/engine/propose/parallelText';
import { schemaFindings } from '../../../src/engine/rule/schemaFindings';
import { applyEdits } from '../../support/applyEdits';
import { planWith } from './proposing';

const edge = (dependent: string, dependency: string) => ({ dependent, dependency });
const PLAN = planWith({ '1.1': '- **Effort**: 2-3 hours', '1.2': '', '2.1': '- **Effort**: 30 minutes' });
const entries = (...edges: readonly ReturnType<typeof edge>[]) =>
  entriesOf(readPlan(PLAN).achievements, edges);

describe('writing a new parallel.json', () => {
  const text = newParallelText('SHOP', entries(edge('2.1', '1.1'), edge('2.1', '1.2')), PLAN);

  it('has the flat form, with what the PLAN says', () => {
    assert.equal(
      text,
      `{
  "plan_name": "SHOP",
  "parallelization_level": "level_2",
  "achievements": [
    {
      "achievement_id": "1.1",
      "title": "Title of 1.1",
      "priority": 1,
      "dependencies": [],
      "estimated_hours": 2.5
    },
    {
      "achievement_id": "1.2",
      "title": "Title of 1.2",
      "priority": 1,
      "dependencies": []
    },
    {
      "achievement_id": "2.1",
      "title": "Title of 2.1",
      "priority": 2,
      "dependencies": ["1.1", "1.2"],
      "estimated_hours": 0.5
    }
  ]
}
`,
    );
  });

  it('says whether priorities can run together', () => {
    const levelOf = (...edges: readonly ReturnType<typeof edge>[]) =>
      readParallel(newParallelText('SHOP', entries(...edges), PLAN)).parallelizationLevel?.value;
    assert.equal(levelOf(edge('2.1', '1.1')), 'level_2');
    assert.equal(levelOf(edge('1.2', '1.1'), edge('2.1', '1.1')), 'level_3');
    assert.equal(levelOf(), 'level_3');
  });

  it('breaks its lines as the PLAN does', () => {
    const crlf = newParallelText('SHOP', entries(), PLAN.replaceAll('\n', '\r\n'));
    assert.doesNotMatch(crlf, /[^\r]\n/);
    assert.equal(crlf.replaceAll('\r\n', '\n'), newParallelText('SHOP', entries(), PLAN));
  });

  it('fits the schema', () => {
    assert.deepEqual(schemaFindings('file:///w/parallel.json', readJsonSource(text)), []);
  });
});

describe('bringing a parallel.json up to date', () => {
  const before = `{
    // mine
    "plan_name": "SHOP",
    "achievements": [
        { "achievement_id": "1.1", "priority": 1, "mine": { "a": 1 }, "dependencies": ["1.2"] }, // stays
        { "achievement_id": "1.2" }
    ],
    "notes": "mine"
}
`;
  const updated = (...edges: readonly ReturnType<typeof edge>[]): string =>
    applyEdits(before, updateEdits(before, entries(...edges)));

  it('adds what is missing and leaves everything else as it is', () => {
    assert.equal(
      updated(edge('2.1', '1.1'), edge('1.2', '1.1')),
      before.replace(
        '{ "achievement_id": "1.2" }',
        `{ "achievement_id": "1.2", "dependencies": ["1.1"] },
        {
            "achievement_id": "2.1",
            "title": "Title of 2.1",
            "priority": 2,
            "dependencies": ["1.1"]
        }`,
      ),
    );
  });

  it('does not repeat what is said, in whatever form', () => {
    const text = before.replace('"1.2" }', '"1.2", "blocks": ["2.1"] }');
    const same = applyEdits(text, updateEdits(text, entries(edge('2.1', '1.2'), edge('1.1', '1.2'))));
    assert.deepEqual(
      readParallel(same).achievements.map(({ id, dependencies }) => [
        id,
        dependencies.map(({ value }) => value),
      ]),
      [
        ['1.1', ['1.2']],
        ['1.2', []],
        ['2.1', []],
      ],
    );
  });

  it('changes nothing where there is nothing to add, or the text is malformed', () => {
    const done = updated(edge('2.1', '1.1'));
    assert.deepEqual(updateEdits(done, entries(edge('2.1', '1.1'))), []);
    assert.deepEqual(updateEdits('{ "achievements": [', entries(edge('2.1', '1.1'))), []);
    assert.deepEqual(updateEdits('{}', entries(edge('2.1', '1.1'))), []);
  });
});

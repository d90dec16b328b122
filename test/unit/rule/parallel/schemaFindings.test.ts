import { deepEqual, equal } from 'node:assert/strict';
import * as fc from 'fast-check';
import { readJsonSource } from '../../../../src/engine/document/json/jsonSource';
import { schemaFindings } from '../../../../src/engine/rule/parallel/schemaFindings';

const found = (text: string): readonly string[] =>
  schemaFindings('file:///w/parallel.json', readJsonSource(text)).map(
    ({ message, span }) => `${text.slice(span.start, span.end)} | ${message}`,
  );

describe('schemaFindings', () => {
  it('accepts every shape of real files', () => {
    const shapes = [
      '{}',
      '{"plan":"X","version":"1.0.0","created":"2025-11-13T10:00:00Z","levels":[{"level":1,"achievements":[{"id":"1.1","title":"T","status":"complete","subplan_path":null,"execution_paths":[]}]}]}',
      '{"plan_name":"X","parallelization_level":"level_3","achievements":[{"achievement_id":"1.1","estimated_hours":"4-6","priority":1,"actual_hours":null,"parallelizable_with":[]}],"notes":["a"],"priority_groups":[{"priority":1,"achievements":["1.1"]}]}',
      '{"achievements":[{"achievement_id":"3.5.1","estimated_hours":2.5,"dependencies":null,"blocks":[]},{"id":"PRP-47.2.1","sub_executions":[{"execution_id":"2.1.1","dependencies":[]}]}],"cross_priority_dependencies":[{"from_achievement":"1.1","to_achievement":"2.1"}]}',
      '// comment\n{"achievements":[],}',
      '\ufeff{"achievements":[]}',
    ];
    for (const shape of shapes) deepEqual(found(shape), [], shape);
  });

  it('marks exactly what is wrong', () => {
    deepEqual(
      found(
        '{"achievements":[{"id":1.1,"dependencies":"1.2","status":"done","estimated_hours":[]},{"title":"T","blocks":["A"]},7]}',
      ),
      [
        '1.1 | "id" must be text in quotes, not a number.',
        '"1.2" | "dependencies" must be a list or null, not text in quotes.',
        '"done" | "status" must be one of "not_started", "subplan_created", "execution_created", "in_progress", "complete", "failed", "skipped".',
        '[] | "estimated_hours" must be a number, text in quotes or null, not a list.',
        '{ | An achievement needs an "achievement_id" (or "id").',
        '"A" | "A" is not an achievement id like 1.1.',
        '7 | An element of "achievements" must be an object, not a number.',
      ],
    );
    deepEqual(found('[]'), ['[] | The file must be an object, not a list.']);
  });

  it('marks the place in spite of a BOM and comments', () => {
    deepEqual(found('\ufeff/* {"plan": 1} */ {"plan": 2}'), [
      '2 | "plan" must be text in quotes, not a number.',
    ]);
  });

  it('leaves malformed text to json-syntax', () => {
    deepEqual(found('{"plan": 2'), []);
    deepEqual(found(''), []);
    deepEqual(found('['.repeat(20_000)), []);
  });

  it('never throws, and marks places in the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        for (const { span } of schemaFindings('file:///p.json', readJsonSource(text))) {
          equal(span.start >= 0 && span.start <= span.end && span.end <= text.length, true);
        }
      }),
      { seed: 20_261_121 },
    );
  });
});

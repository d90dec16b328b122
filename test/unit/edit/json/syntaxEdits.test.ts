import { equal } from 'node:assert/strict';
import { preferredFixes } from '../../../../src/engine/rule/fixAll';
import { applyEdits } from '../../../support/applyEdits';
import { PARALLEL_URI } from '../../../support/planBuilder';
import { findings } from '../../rule/findings';

const wrap = (entry: string): string => `{\n  "achievements": [\n    ${entry}\n  ]\n}\n`;

/** A parallel.json after one of the fixes of its syntax, or as it was where none changes it. */
const fixedBy = (parallel: string, title: string): string => {
  const fixes = findings({ parallel }, 'json-syntax').flatMap((finding) => finding.fixes);
  const edits = fixes.filter((each) => each.title.startsWith(title)).map((fix) => fix.edits(parallel));
  return applyEdits(parallel, edits.find((each) => each.length > 0) ?? []);
};

describe('a comma that is missing in parallel.json', () => {
  it('is written where nobody would doubt it', () => {
    equal(
      fixedBy(wrap('{"achievement_id": "1.1" "dependencies": []}'), 'Insert'),
      wrap('{"achievement_id": "1.1", "dependencies": []}'),
    );
  });

  for (const entry of [
    '{"achievement_id": "1.1" "dependencies": ["1.2], "status": "not_started"}',
    '{"achievement_id": "1.1", "dependencies": ["1.2], "status": "not_started"}',
    '{"achievement_id": "1.1", "notes": "say \\"hi", "x": y "z": 1}',
    "{'achievement_id': '1.1' 'dependencies': []}",
  ]) {
    it(`is left to the author on a line with something that is no JSON: ${entry}`, () => {
      const text = wrap(entry);
      equal(fixedBy(text, 'Insert'), text);
      equal(
        preferredFixes(PARALLEL_URI, findings({ parallel: text })).every(
          (fix) => fix.edits(text).length === 0,
        ),
        true,
      );
    });
  }
});

describe('a key that is there twice in parallel.json', () => {
  it('goes where its value is replaced by another', () => {
    equal(
      fixedBy(
        wrap('{"achievement_id": "1.1", "dependencies": ["1.2"], "dependencies": []}'),
        'Remove the first',
      ),
      wrap('{"achievement_id": "1.1", "dependencies": []}'),
    );
  });

  it('stays where a whole list of achievements would go with it', () => {
    const text = '{\n  "achievements": [\n    {"achievement_id": "1.1"}\n  ],\n  "achievements": []\n}\n';
    equal(fixedBy(text, 'Remove the first'), text);
  });
});

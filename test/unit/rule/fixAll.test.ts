import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { readParallel } from '../../../src/engine/document/parallel/parallelFile';
import { editsTogether, preferredFixes } from '../../../src/engine/rule/fixAll';
import { applyEdits } from '../../support/applyEdits';
import { PARALLEL_URI } from '../../support/planBuilder';
import { findings } from './findings';

const OPTIONS = { seed: 20_261_121, numRuns: 100 };

const id = fc.constantFrom('1.1', '1.2', '2.1');
const gap = fc.constantFrom('', ' ', '\n    ', ' /* c */ ', ' // c\n');
/** Ids that repeat and name their own achievement, with blank space and comments, now and then without a comma. */
const list = fc
  .array(fc.tuple(id, gap, gap, fc.constantFrom(',', ',', ',', ',', '')), { maxLength: 5 })
  .map(
    (all) => `[${all.map(([each, before, after, comma]) => `${before}"${each}"${after}${comma}`).join('')}]`,
  );
const entry = fc
  .tuple(id, list, list)
  .map(
    ([own, dependencies, blocks]) => `{"id": "${own}", "dependencies": ${dependencies}, "blocks": ${blocks}}`,
  );
const parallel = fc
  .array(fc.tuple(entry, gap), { minLength: 1, maxLength: 4 })
  .map((all) => `{"achievements": [${all.map(([each, before]) => before + each).join(',')}]}`);

const fixedOnce = (text: string): string =>
  applyEdits(text, editsTogether(text, preferredFixes(PARALLEL_URI, findings({ parallel: text }))));

const malformed = (text: string): number =>
  readParallel(text).problems.filter(({ kind }) => kind === 'malformed').length;

describe('all preferred fixes of a document together', () => {
  it('never break the text, and leave nothing to fix after a few times', () => {
    fc.assert(
      fc.property(parallel, (text) => {
        let now = text;
        for (let time = 0; time < 30; time++) {
          const next = fixedOnce(now);
          ok(malformed(next) <= malformed(now), `${now}\n→ ${next}`);
          if (next === now) break;
          now = next;
        }
        equal(fixedOnce(now), now);
        deepEqual(
          preferredFixes(PARALLEL_URI, findings({ parallel: now })).filter(
            (fix) => fix.edits(now).length > 0,
          ),
          [],
          now,
        );
      }),
      OPTIONS,
    );
  });
});

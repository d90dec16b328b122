import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { distinctLabels } from '../../../src/extension/tree/distinctLabels';

const labelsOf = (...names: readonly string[]): readonly (string | undefined)[] => {
  const labels = distinctLabels(names);
  return names.map((name) => labels.get(name));
};

describe('labels that stand below each other', () => {
  it('are the names where they begin differently', () => {
    const names = ['EXECUTION-ANALYSIS-INTEGRATION', 'PROMPT-GENERATOR-FIX', 'SEARCH'];
    assert.deepEqual(labelsOf(...names), names);
  });

  it('leave out of the middle what several share, whole words at a time', () => {
    assert.deepEqual(
      labelsOf('CUSTOMER-PORTAL-MIGRATION-1', 'CUSTOMER-PORTAL-MIGRATION-2', 'CUSTOMER-PORTAL', 'DOCS'),
      ['CUSTOM…1', 'CUSTOM…2', 'CUS…PORTAL', 'DOCS'],
    );
    assert.deepEqual(labelsOf('EXECUTION-ANALYSIS-INTEGRATION', 'EXECUTION-PROMPT-SYSTEM'), [
      'EXE…ANALYSIS-INTEGRATION',
      'EXE…PROMPT-SYSTEM',
    ]);
    assert.deepEqual(labelsOf('plans/archive/2024', 'plans/archive/2025'), ['pla…2024', 'pla…2025']);
  });

  it('differ where names do, and begin as the names do', () => {
    const word = fc.constantFrom('A', 'API', 'REVIEW', 'TESTING', 'V2', 'MIGRATION', '1', '2');
    const name = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join('-'));
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(name, fc.string()), { maxLength: 12 }), (names) => {
        const labels = labelsOf(...names);
        assert.equal(new Set(labels).size, names.length);
        for (const [at, label] of labels.entries()) {
          assert.ok(label?.startsWith(names[at]?.slice(0, 3) ?? ''));
        }
      }),
    );
  });
});

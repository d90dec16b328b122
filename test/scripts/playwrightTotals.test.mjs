import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { playwrightTotals } from '../../scripts/lib/playwrightTotals.mjs';

const PASSED = { expected: 5, unexpected: 0, flaky: 0, skipped: 0 };

describe('the totals of a Playwright run', () => {
  let folder;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'parallel-plans-totals-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const totalsOf = (stats, exitCode, errors = []) => {
    const file = path.join(folder, 'report.json');
    writeFileSync(file, JSON.stringify({ stats, errors }));
    return playwrightTotals(file, exitCode);
  };

  it('are those of its tests', () => {
    assert.deepEqual(totalsOf(PASSED, 0), { passed: 5, failed: 0 });
    assert.deepEqual(totalsOf({ ...PASSED, unexpected: 2 }, 1), { passed: 5, failed: 2 });
  });

  it('take a test for failed that passed on a second try, or did not run', () => {
    assert.deepEqual(totalsOf({ ...PASSED, flaky: 1, skipped: 3 }, 0), { passed: 5, failed: 4 });
  });

  it('have a failure more for what went wrong outside of the tests', () => {
    assert.deepEqual(totalsOf(PASSED, 1, [{ message: 'a file with an error' }]), { passed: 5, failed: 1 });
    assert.deepEqual(totalsOf(PASSED, 1), { passed: 5, failed: 1 });
    assert.deepEqual(totalsOf({ ...PASSED, expected: 0 }, 0), { passed: 0, failed: 1 });
    assert.deepEqual(playwrightTotals(path.join(folder, 'missing.json'), 0), { passed: 0, failed: 1 });
  });
});

import assert from 'node:assert/strict';
import { runSuites } from '../../scripts/lib/suites.mjs';

describe('suites', () => {
  const code = process.exitCode;
  const { log } = console;
  let printed;

  beforeEach(() => {
    printed = [];
    console.log = (line) => printed.push(line.replace(/^ *[\d.]+ s {2}/, ''));
  });
  afterEach(() => {
    console.log = log;
    process.exitCode = code;
  });

  it('are counted together, and go on behind one that fails', async () => {
    const suite = (name, totals) => ({ name, run: async () => totals });
    const fine = { passed: 2, failed: 0 };
    await runSuites([suite('a', { passed: 1, failed: 3 }), suite('b', fine)]);
    assert.deepEqual(printed, ['a', 'a: 1 passed, 3 failed', 'b', 'b: ok', '3 passed, 3 failed']);
    assert.equal(process.exitCode, 1);
  });
});

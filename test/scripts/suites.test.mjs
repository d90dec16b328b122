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

  const suite = (name, totals, work = async () => undefined) => ({
    name,
    run: async () => {
      await work();
      return totals;
    },
  });

  it('are counted together, and go on behind one that fails', async () => {
    const fine = { passed: 2, failed: 0 };
    await runSuites([[[suite('a', { passed: 1, failed: 3 }), suite('b', fine)]], [[suite('c', fine)]]]);
    assert.deepEqual(printed, [
      'a',
      'a: 1 passed, 3 failed',
      'b',
      'b: ok',
      'c',
      'c: ok',
      '5 passed, 3 failed',
    ]);
    assert.equal(process.exitCode, 1);
  });

  it('tell what was skipped, which is no failure', async () => {
    await runSuites([
      [[suite('a', { passed: 2, failed: 0 }), suite('b', { passed: 0, failed: 0, skipped: 3 })]],
    ]);
    assert.equal(printed.at(-1), '2 passed, 0 failed, 3 skipped');
    assert.equal(process.exitCode, 0);
  });

  it('of one stage run beside each other, and the next stage waits for both', async () => {
    let begin;
    const begun = new Promise((resolve) => {
      begin = resolve;
    });
    const one = { passed: 1, failed: 0 };
    await runSuites([
      [[suite('waits', one, () => begun)], [suite('begins', one, begin)]],
      [[suite('last', one)]],
    ]);
    assert.deepEqual(printed.slice(0, 2), ['waits', 'begins']);
    assert.deepEqual(printed.slice(-3), ['last', 'last: ok', '3 passed, 0 failed']);
    assert.equal(process.exitCode, 0);
  });
});

import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { activationEvents } from '../../../package.json';
import { kindOf } from '../../../src/engine/workspace/documents';
import { documentSelector } from '../../../src/extension/documents';

const EVENT = 'workspaceContains:';
const patterns = activationEvents
  .filter((event) => event.startsWith(EVENT))
  .map((event) => event.slice(EVENT.length));

/** Whether views show what is typed into such a file before it is saved. */
const isFollowed = (path: string): boolean =>
  documentSelector.some(({ pattern }) => posix.matchesGlob(path, pattern));

/** Whether the editor activates the extension for a folder that holds this file and nothing else. */
const activates = (path: string): boolean =>
  patterns.some((pattern) =>
    pattern.includes('*')
      ? posix.matchesGlob(path, pattern)
      : path === pattern || path.startsWith(`${pattern}/`),
  );

describe('the folders that the extension activates for', () => {
  for (const name of [
    'PLAN_GARDEN.md',
    'PLAN_GARDEN.MD',
    'parallel.json',
    'parallel-execution.json',
    'parallel_analysis.json',
    'PARALLEL-EXECUTION-ANALYSIS.json',
    'PRP-1.1-sensor.md',
    'prp-1.1-sensor.md',
    'PRP_1.1_sensor.md',
    'PRP 1 sensor.md',
    'PRP1.md',
    'Prp-sensor.Md',
  ]) {
    it(`hold ${name}, anywhere`, () => {
      assert.notEqual(kindOf(`file:///w/${name}`), undefined, 'the engine reads it');
      assert.deepEqual([name, `a/b/${name}`].map(activates), [true, true]);
      assert.equal(isFollowed(name), true, 'the language server is told of it');
    });
  }

  for (const name of ['plan.md', 'PLAN.md', 'PRPs.md', 'PRPX-1.md', 'parallel.json5', 'README.md']) {
    it(`are not those with ${name} alone`, () => {
      assert.equal(kindOf(`file:///w/${name}`), undefined);
      assert.equal(activates(name), false);
    });
  }

  it('hold a folder of PRPs, for which nothing is searched', () => {
    assert.equal(activates('PRPs/notes.txt'), true);
    assert.ok(patterns.some((pattern) => !/[*?]/.test(pattern)));
  });
});

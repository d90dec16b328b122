import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { boundLog } from '../../../src/node/run/boundLog';
import { makeFolder } from '../waiting';

describe('a log that gets too long', () => {
  let folder: ReturnType<typeof makeFolder>;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());

  it('keeps its beginning, says what is left out, and goes on behind that', () => {
    const log = join(folder.path, 'attempt-1.log');
    writeFileSync(log, 'beginning\n');
    assert.equal(boundLog(log, 50, 10), undefined);
    appendFileSync(log, 'x'.repeat(90));
    const size = boundLog(log, 50, 10);
    appendFileSync(log, 'next\n');
    const text = readFileSync(log, 'utf8');
    assert.equal(text, 'beginning\n\n[90 bytes are left out here: the log was longer than 50 bytes]\nnext\n');
    assert.equal(size, text.length - 'next\n'.length);
  });

  it('is none where there is no log', () => {
    assert.equal(boundLog(join(folder.path, 'none')), undefined);
  });
});

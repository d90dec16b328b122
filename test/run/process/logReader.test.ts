import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogReader } from '../../../src/node/run/record/logReader';

describe('a log that is read while it grows', () => {
  let folder: string;
  let log: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parallel-plans-log-'));
    log = join(folder, 'attempt-1.log');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is nothing before it is there, and then what comes', async () => {
    const { readOn } = createLogReader(log, 1000);
    assert.deepEqual(await readOn(), { text: '', leftOut: 0 });
    writeFileSync(log, 'one\n');
    assert.deepEqual(await readOn(), { text: 'one\n', leftOut: 0 });
    assert.deepEqual(await readOn(), { text: '', leftOut: 0 });
    appendFileSync(log, 'two');
    assert.deepEqual(await readOn(), { text: 'two', leftOut: 0 });
  });

  it('has whole characters, whenever it is looked at', async () => {
    const { readOn } = createLogReader(log, 1000);
    let text = '';
    for (const byte of Buffer.from('Grüße 你好 🚀')) {
      appendFileSync(log, Buffer.from([byte]));
      text += (await readOn()).text;
    }
    assert.equal(text, 'Grüße 你好 🚀');
  });

  it('begins with its last lines when it is long, and says how much is left out', async () => {
    const lines = Array.from({ length: 100 }, (_, at) => `line ${at}\n`).join('');
    writeFileSync(log, lines);
    const { readOn } = createLogReader(log, 30);
    const { text, leftOut } = await readOn();
    assert.equal(text, 'line 97\nline 98\nline 99\n');
    assert.equal(leftOut, Buffer.byteLength(lines) - Buffer.byteLength(text));
    appendFileSync(log, 'next\n');
    assert.deepEqual(await readOn(), { text: 'next\n', leftOut: 0 });
    appendFileSync(log, lines);
    assert.equal((await readOn()).text, 'line 97\nline 98\nline 99\n', 'more came than anybody could read');
  });

  it('begins with a character where a line is longer than what is read', async () => {
    writeFileSync(log, '你'.repeat(100));
    const { readOn } = createLogReader(log, 10);
    assert.deepEqual(await readOn(), { text: '你你你', leftOut: 291 });
  });

  it('shows the end of a line that is longer than what is read, also where a short one follows', async () => {
    writeFileSync(log, `${'x'.repeat(100)}\nend\n`);
    const { readOn } = createLogReader(log, 30);
    assert.deepEqual(await readOn(), { text: `${'x'.repeat(25)}\nend\n`, leftOut: 75 });
  });

  it('begins again with another file', async () => {
    writeFileSync(log, 'a long line\n');
    const { readOn } = createLogReader(log, 1000);
    await readOn();
    writeFileSync(log, 'new\n');
    assert.deepEqual(await readOn(), { text: 'new\n', leftOut: 0 });
  });
});

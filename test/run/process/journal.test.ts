import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CUT, type JournalFile, openJournal } from '../../../src/node/run/journalFile';
import { readJournal } from '../../../src/node/run/readJournal';
import { writeWhole } from '../../../src/node/run/writeWhole';
import { given, messageIn } from '../repository';
import { makeFolder } from '../waiting';

describe('the journal of a run', () => {
  let folder: ReturnType<typeof makeFolder>;
  let journal: JournalFile | undefined;
  const path = (): string => join(folder.path, 'journal.jsonl');
  const openIt = async (): Promise<JournalFile> => {
    await journal?.close();
    journal = given(await openJournal(path(), 'r1', () => 1_000));
    return journal;
  };
  const events = (lines: readonly { readonly event: string }[]): string =>
    lines.map(({ event }) => event).join();

  beforeEach(() => {
    folder = makeFolder();
    journal = undefined;
  });
  afterEach(async () => {
    await journal?.close();
    folder.remove();
  });

  it('is a line for each event, with its number, time and the hash of the line before', async () => {
    const { append } = await openIt();
    await append({ event: 'planned', plan: 'SHOP' });
    await append({ event: 'running', item: '1.1', attempt: 1, error: 'a\nb\u2028', seq: 99, prev: 'no' });
    const [first = '', second = '', end] = readFileSync(path(), 'utf8').split('\n');
    assert.equal(first, '{"seq":1,"t":1000,"run":"r1","event":"planned","plan":"SHOP","prev":""}');
    assert.deepEqual(JSON.parse(second), {
      seq: 2,
      t: 1000,
      run: 'r1',
      event: 'running',
      item: '1.1',
      attempt: 1,
      error: 'a\nb\u2028',
      prev: createHash('sha256').update(first).digest('hex'),
    });
    assert.equal(end, '');
  });

  it('goes on where it was, and keeps the order of calls that come together', async () => {
    await (await openIt()).append({ event: 'planned' });
    const { append } = await openIt();
    await Promise.all(['a', 'b', 'c', 'd'].map((event) => append({ event })));
    assert.equal(events((await openIt()).lines), 'planned,a,b,c,d');
  });

  it('loses a torn last line, notes that, and goes on, wherever it was torn', async () => {
    const whole = '{"seq":2,"t":1,"run":"r1","event":"landed","prev":"x"}\n';
    for (const torn of ['{"seq":2,"t', '\0\0\0\0', whole, '{}\n', whole.slice(0, -1)]) {
      await (await openIt()).append({ event: 'planned' });
      const before = readFileSync(path(), 'utf8');
      appendFileSync(path(), torn);
      assert.equal(events(given(await readJournal(path())).lines), 'planned', 'a reader changes nothing');
      const { lines, append } = await openIt();
      assert.deepEqual(
        lines.slice(1).map(({ event, bytes, text }) => ({ event, bytes, text })),
        [{ event: CUT, bytes: torn.length, text: torn }],
      );
      await append({ event: 'next' });
      assert.equal(readFileSync(path(), 'utf8').slice(0, before.length), before);
      assert.equal(events(given(await readJournal(path())).lines), `planned,${CUT},next`);
      truncateSync(path(), 0);
    }
  });

  it('is refused when a line in the middle was changed, taken out, or put elsewhere', async () => {
    const { append } = await openIt();
    for (const event of ['a', 'b', 'c', 'd']) await append({ event });
    const [a, b, c, d] = readFileSync(path(), 'utf8').split('\n') as [string, string, string, string];
    for (const [lines, damaged] of [
      [[a, b.replace('"t":1000', '"t":1001'), c, d], 3],
      [[a, c, d], 2],
      [[a, c, b, d], 2],
      [[a, 'x', c, d], 2],
      [[a, a, b], 2],
    ] as const) {
      writeFileSync(path(), `${lines.join('\n')}\n`);
      assert.match(messageIn(await readJournal(path())), new RegExp(`^Line ${damaged} of .* is damaged`));
      assert.equal((await openJournal(path(), 'r1')).ok, false);
    }
  });

  it('is not taken for that of another run', async () => {
    await (await openIt()).append({ event: 'planned' });
    assert.match(messageIn(await openJournal(path(), 'r2')), /is the journal of run r1, not of r2$/);
  });

  it('can be followed while it grows', async () => {
    const { append } = await openIt();
    await append({ event: 'a' });
    const first = given(await readJournal(path()));
    await append({ event: 'b' });
    appendFileSync(path(), '{"seq":3');
    const second = given(await readJournal(path(), first.place));
    assert.deepEqual([events(second.lines), second.torn.toString()], ['b', '{"seq":3']);
    assert.deepEqual(given(await readJournal(path(), second.place)).lines, []);
    assert.deepEqual(given(await readJournal(join(folder.path, 'none'))).lines, []);
  });

  it('has a cache beside it that is written whole or not at all', async () => {
    const state = join(folder.path, 'state.json');
    await writeWhole(state, 'first');
    await Promise.all(['second', 'third'].map((text) => writeWhole(state, text.repeat(10_000))));
    assert.match(readFileSync(state, 'utf8'), /^(?:(?:second){10000}|(?:third){10000})$/);
    assert.deepEqual(readdirSync(folder.path), ['state.json']);
  });
});

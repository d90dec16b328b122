import assert from 'node:assert/strict';
import { createItemLog, type LogStanding } from '../../../../src/extension/run/log/itemLog';

const ESC = '\u001b';

/** The log of an item whose attempts, and reviewers of them, print what a test says. */
const logOf = (attempt?: number, kind: 'exit' | 'claude' = 'exit') => {
  const printed = new Map<string, { readonly text: string; readonly leftOut: number }>();
  const log = createItemLog({
    attempt,
    readersOf: (number) =>
      ['executor', 'review'].map((title) => ({
        title,
        kind,
        readOn: async () => {
          const part = printed.get(`${title} ${number}`) ?? { text: '', leftOut: 0 };
          printed.delete(`${title} ${number}`);
          return part;
        },
      })),
    words: {
      attemptBegins: (number) => `attempt ${number}`,
      leftOut: (bytes) => `${bytes} bytes before this`,
    },
  });
  return {
    print: (number: number, text: string, leftOut = 0) =>
      void printed.set(`executor ${number}`, { text, leftOut }),
    review: (number: number, text: string) => void printed.set(`review ${number}`, { text, leftOut: 0 }),
    read: (now: LogStanding) => log.readOn(now),
  };
};

const atWork = (attempt: number): LogStanding => ({ attempt, isAtWork: true, words: '1.1 running' });
const atRest = (attempt: number, words = '1.1 landed'): LogStanding => ({ attempt, isAtWork: false, words });
const line = (text: string): string => `${ESC}[0m${ESC}[1m── ${text} ──${ESC}[0m\r\n`;

describe('run: the log of an item in a terminal', () => {
  it('follows what is printed, then says once how the item stands', async () => {
    const { print, read } = logOf();
    print(1, 'one\ntwo\n');
    assert.equal(await read(atWork(1)), 'one\r\ntwo\r\n');
    assert.equal(await read(atWork(1)), '');
    print(1, 'three\n');
    assert.equal(await read(atRest(1)), `three\r\n${line('1.1 landed')}`);
    assert.equal(await read(atRest(1)), '');
  });

  it('says of an item that nobody began how it stands', async () => {
    const { read } = logOf();
    assert.equal(
      await read(atRest(0, '1.1 waits for its dependencies')),
      line('1.1 waits for its dependencies'),
    );
    assert.equal(await read(atRest(0, '1.1 can start')), line('1.1 can start'));
  });

  it('goes on with the next attempt, below the whole of the one before', async () => {
    const { print, read } = logOf();
    await read(atWork(1));
    print(1, 'the end');
    print(2, 'again\n');
    const heading = `${ESC}[0m\r\n${ESC}[1m── attempt 2 ──${ESC}[0m\r\n`;
    assert.equal(await read(atWork(2)), `the end${heading}again\r\n`);
  });

  it('stays with the attempt that was asked for', async () => {
    const { print, read } = logOf(1);
    print(1, 'first\n');
    print(2, 'second\n');
    assert.equal(
      await read(atRest(2, '1.1: attempt 1 is over')),
      `first\r\n${line('1.1: attempt 1 is over')}`,
    );
  });

  it('says what is left out of a long log', async () => {
    const { print, read } = logOf();
    print(1, 'last\n', 5000);
    assert.equal(await read(atWork(1)), `${line('5000 bytes before this')}last\r\n`);
  });

  it('says again how an item stands that printed more at rest', async () => {
    const { print, read } = logOf();
    await read(atRest(1, '1.1 waits for a person'));
    print(1, 'gates\n');
    assert.equal(
      await read(atRest(1, '1.1 waits for a person')),
      `gates\r\n${line('1.1 waits for a person')}`,
    );
  });

  it('keeps its own lines below what a program drew, and out of its colours', async () => {
    const { print, read } = logOf();
    print(1, `a\nb\n${ESC}[2A${ESC}[31mup`);
    assert.equal(
      await read(atRest(1)),
      `a\r\nb\r\n${ESC}[2A${ESC}[31mup${ESC}[0m${ESC}[999B\r\n${ESC}[1m── 1.1 landed ──${ESC}[0m\r\n`,
    );
  });

  it('sends nothing that steers, also where an attempt broke off within it', async () => {
    const { print, read } = logOf();
    print(1, `a${ESC}]0;title`);
    assert.equal(await read(atWork(1)), 'a');
    print(2, `still text${ESC}[?1049h\n`);
    assert.match(await read(atWork(2)), /still text\r\n$/);
  });

  it('has what a reviewer printed, apart from what the executor did', async () => {
    const { print, review, read } = logOf();
    print(1, `work${ESC}]0;cut`);
    assert.equal(await read(atWork(1)), 'work');
    review(1, 'looks good\n');
    const parted = (text: string, down = ''): string => `${ESC}[0m${down}${ESC}[1m── ${text} ──${ESC}[0m\r\n`;
    assert.equal(await read(atWork(1)), `${parted('review', '\r\n')}looks good\r\n`);
    print(1, ' off\ngates\n');
    assert.equal(await read(atWork(1)), `${parted('executor')}\r\ngates\r\n`);
  });

  it('makes events of an agent readable, and shows at its end what was cut off', async () => {
    const { print, read } = logOf(undefined, 'claude');
    const says = (text: string) =>
      JSON.stringify({ type: 'assistant', message: { content: [{ type: 'text', text }] } });
    print(1, `${says('one')}\n${says('two').slice(0, 20)}`);
    assert.equal(await read(atWork(1)), 'one\r\n');
    print(1, `${says('two').slice(20)}\n{"type":"assist`);
    assert.equal(await read(atWork(1)), 'two\r\n');
    assert.equal(await read(atRest(1)), `{"type":"assist${ESC}[0m\r\n${ESC}[1m── 1.1 landed ──${ESC}[0m\r\n`);
  });
});

import assert from 'node:assert/strict';
import { boardLines } from '../../../../src/cli/run/board';
import { eventText } from '../../../../src/cli/run/eventText';
import { createScreen } from '../../../../src/cli/run/screen';
import { columnsOf } from '../../../../src/engine/graph/columns';
import { complete, headOf, startRun, type TestRun } from '../../run/runs';

const paint = (_: string, text: string): string => text;
const linesOf = ({ state, now }: TestRun, width = 80, rows = 20): readonly string[] =>
  boardLines(state, { width, rows, paint, now });

/** 1.1 has landed, 1.2 is tried again, 2.1 failed, 2.2 is blocked by it, 10.1 waits. */
const going = (): TestRun => {
  const run = startRun(
    headOf(
      [
        { id: '1.1' },
        { id: '1.2', title: 'Search \u001b[31mproducts' },
        { id: '2.1' },
        { id: '2.2', after: ['2.1'] },
        { id: '10.1', after: ['1.2'] },
      ],
      { attempts: 2 },
    ),
  );
  run.now = 0;
  complete(run, '1.1');
  run.enter('2.1', 'preparing');
  run.now = 12_000;
  run.enter('2.1', 'denied');
  run.enter('1.2', 'preparing');
  run.enter('1.2', 'failed');
  run.enter('1.2', 'preparing');
  run.enter('1.2', 'running');
  run.now = 75_000;
  return run;
};

describe('a run on a terminal', () => {
  it('has the same colour for a state on the board and where it is told', () => {
    const run = going();
    const tagged = (color: string, text: string): string => `<${color}>${text}`;
    const board = boardLines(run.state, { width: 80, rows: 20, paint: tagged, now: run.now }).join('\n');
    for (const [item, event, words] of [
      ['1.1', 'landed', '<green>landed'],
      ['2.1', 'denied', '<red>was denied what it needed'],
      ['1.2', 'verifying', '<cyan>'],
    ] as const) {
      const told = eventText({ event, item, attempt: 1, t: 0 }, run.state, tagged) ?? '';
      assert.ok(told.includes(words), told);
      assert.ok(board.replaceAll('>  ', '>').includes(words), board);
    }
  });

  it('is a line for each item, with what it waits for and how long it has taken', () => {
    assert.deepEqual(
      linesOf(going()).map((line) => line.replace('\u001b', 'ESC')),
      [
        '1.1   landed 0 s  Title 1.1',
        '1.2   running (attempt 2) 1 min  Search ESC[31mproducts',
        '2.1   was denied what it needed 12 s  Title 2.1',
        '2.2   blocked by 2.1  Title 2.2',
        '10.1  waits for its dependencies  Title 10.1',
      ],
    );
  });

  it('never wraps', () => {
    for (const width of [20, 30, 45, 60]) {
      for (const line of linesOf(going(), width)) assert.ok(columnsOf(line) < width, `${width}: ${line}`);
    }
  });

  it('keeps what goes on and what failed where there are more lines than rows, and counts the rest', () => {
    assert.deepEqual(
      linesOf(going(), 80, 3).map((line) => line.slice(0, 16)),
      ['1.2   running (a', '2.1   was denied', 'and 3 more: 1 la'],
    );
  });
});

describe('lines that change in place', () => {
  it('are drawn over, below what is said meanwhile, and only when they differ', () => {
    const printed: string[] = [];
    const screen = createScreen((text) => void printed.push(text));
    screen.draw(['one', 'two']);
    screen.draw(['one', 'two']);
    screen.draw(['one', 'TWO', 'three']);
    screen.say('said');
    screen.draw([]);
    assert.deepEqual(printed, [
      'one\ntwo\n',
      '\u001b[2A\u001b[0Jone\nTWO\nthree\n',
      '\u001b[3A\u001b[0Jsaid\none\nTWO\nthree\n',
      '\u001b[3A\u001b[0J',
    ]);
  });
});

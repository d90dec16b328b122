import assert from 'node:assert/strict';
import type { TimelineBar } from '../../../src/webview/protocol/timelineMessages';
import { type BarStep, barFrom, rowsOf } from '../../../src/webview/timeline/barWalk';

const bar = (id: string, executor: number, start: number, end: number): TimelineBar => ({
  ...{ id, executor, start, end },
  title: id,
  status: 'not_started',
  critical: false,
  assumed: false,
  facts: [],
  tags: '',
});

const BARS = [
  bar('a', 0, 0, 2),
  bar('b', 0, 2, 6),
  bar('c', 0, 6, 7),
  // nobody has work on row 1
  bar('d', 2, 0, 5),
  bar('e', 2, 5, 7),
];
const rows = rowsOf(BARS, 3);

const way = (from: string, ...steps: readonly BarStep[]): string =>
  steps.reduce((at, step) => barFrom(rows, at, step), BARS.find(({ id }) => id === from) as TimelineBar).id;

describe('keys in a timeline', () => {
  it('lead along a row and stop at its ends', () => {
    assert.equal(way('a', 'right', 'right', 'right'), 'c');
    assert.equal(way('c', 'left', 'left', 'left'), 'a');
    assert.equal(way('b', 'rowStart'), 'a');
    assert.equal(way('b', 'rowEnd'), 'c');
  });

  it('lead to what the next row with work does at that time', () => {
    assert.equal(way('a', 'down'), 'd');
    assert.equal(way('c', 'down'), 'e');
    assert.equal(way('e', 'up'), 'c');
    assert.equal(way('d', 'down'), 'd');
  });

  it('lead to both ends of everything', () => {
    assert.equal(way('b', 'last'), 'e');
    assert.equal(way('e', 'first'), 'a');
  });
});

import assert from 'node:assert/strict';
import { costWords } from '../../../src/engine/run/text/costWords';
import { elapsedWords } from '../../../src/engine/run/text/elapsed';
import { isNewEnough } from '../../../src/node/run/nodeProgram';

describe('how long and how much, in words', () => {
  it('is as exact as a person wants it', () => {
    const seconds = [-1, 0, 59.9, 60, 3_599, 3_600, 7_500, 90_000];
    assert.deepEqual(
      seconds.map((each) => elapsedWords(each * 1_000)),
      ['0 s', '0 s', '59 s', '1 min', '59 min', '1 h', '2 h 5 min', '25 h'],
    );
  });

  it('is in the unit of the executor, and nothing where that does not say', () => {
    assert.deepEqual([{ usd: 0.416 }, { credits: 2.345 }, { in: 12 }, undefined].map(costWords), [
      '$0.42',
      '2.35 credits',
      undefined,
      undefined,
    ]);
  });
});

describe('the Node that runners are started with', () => {
  it('is one that the product runs with', () => {
    assert.deepEqual(
      ['v20.19.0\n', 'v20.18.9\n', 'v18.20.1', 'v24.1.0', 'v8.1.0', '', 'bad'].map(isNewEnough),
      [true, false, false, true, false, false, false],
    );
  });
});

import assert from 'node:assert/strict';
import { finished, finishedWith, type Steps } from '../../src/shared/steps';

/** Three pieces of work that note when they are done. */
function* threePieces(done: number[]): Steps<string> {
  for (const piece of [1, 2, 3]) {
    done.push(piece);
    yield;
  }
  return 'whole';
}

describe('work in steps', () => {
  it('gives the same at once and with turns for others in between', async () => {
    assert.equal(finished(threePieces([])), 'whole');
    const turns: number[] = [];
    let isTime = false;
    const pace = (): Promise<void> | undefined => {
      isTime = !isTime;
      return isTime ? Promise.resolve().then(() => void turns.push(turns.length)) : undefined;
    };
    assert.equal(await finishedWith(threePieces([]), pace, () => true), 'whole');
    assert.equal(turns.length, 3);
  });

  it('stops when nobody wants it any more', async () => {
    const done: number[] = [];
    const found = await finishedWith(
      threePieces(done),
      () => undefined,
      () => done.length < 2,
    );
    assert.deepEqual([found, done], [undefined, [1, 2]]);
  });
});

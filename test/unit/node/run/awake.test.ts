import assert from 'node:assert/strict';
import { createAwakeClock } from '../../../../src/node/run/awake';

describe('the time a computer was awake', () => {
  it('leaves its sleep out, and a clock that was set back', () => {
    let now = 1_000_000;
    const clock = createAwakeClock(5_000, () => now);
    const readAfter = (ms: number): number => {
      now += ms;
      return clock.elapsed();
    };
    assert.deepEqual([readAfter(0), readAfter(1_000), readAfter(4_000)], [0, 1_000, 5_000]);
    assert.equal(readAfter(8 * 3_600_000), 10_000, 'a night counts as the longest pause');
    assert.equal(readAfter(-3_600_000), 10_000);
    assert.equal(readAfter(1_000), 11_000);
  });
});

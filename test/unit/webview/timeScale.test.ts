import assert from 'node:assert/strict';
import { roundFigures, scaleFor, ticksOf, typicalDuration } from '../../../src/webview/timeline/timeScale';

describe('the time of a timeline', () => {
  it('opens whole where bars can be read then, else readable from its beginning on', () => {
    assert.equal(scaleFor('readable', { makespan: 10, typical: 2, room: 800 }), 80);
    assert.equal(scaleFor('readable', { makespan: 1000, typical: 2, room: 800 }), 64);
    assert.equal(scaleFor('whole', { makespan: 1000, typical: 2, room: 800 }), 0.8);
  });

  it('is zoomed within bounds, whatever is asked', () => {
    const plan = { makespan: 10, typical: 2, room: 800 };
    assert.equal(scaleFor(120, plan), 120);
    assert.equal(scaleFor(1, plan), 40);
    assert.equal(scaleFor(1e9, plan), 600);
    assert.ok(Number.isFinite(scaleFor('readable', { makespan: 0, typical: 0, room: 0 })));
  });

  it('has ticks at hours people count in, as near as they can be read', () => {
    assert.deepEqual(ticksOf(80, 0, 4), [0, 1, 2, 3, 4]);
    assert.deepEqual(ticksOf(10, 0, 30), [0, 8, 16, 24]);
    assert.deepEqual(ticksOf(2, 100, 200), [80, 120, 160, 200]);
    assert.deepEqual(ticksOf(300, -5, 0.5), [0, 0.25, 0.5]);
  });

  it('has about four round figures on the axis of hours', () => {
    assert.deepEqual(roundFigures(17), [0, 5, 10, 15, 20]);
    assert.deepEqual(roundFigures(4000), [0, 1000, 2000, 3000, 4000]);
    assert.deepEqual(
      roundFigures(0.3).map((hours) => hours.toFixed(2)),
      ['0.00', '0.10', '0.20', '0.30'],
    );
  });

  it('takes the duration in the middle for typical', () => {
    const bars = [9, 1, 2].map((hours) => ({ start: 1, end: 1 + hours }));
    assert.equal(typicalDuration(bars), 2);
    assert.equal(typicalDuration([]), 0);
  });
});

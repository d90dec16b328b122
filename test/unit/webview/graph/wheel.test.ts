import assert from 'node:assert/strict';
import { type WheelTurn, wheelStep } from '../../../../src/webview/graph/wheel';

const turn = (rest: Partial<WheelTurn>): WheelTurn => ({
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...rest,
});

describe('the wheel over a graph', () => {
  it('moves what is seen as text would be scrolled, in both directions at once with two fingers', () => {
    assert.deepEqual(wheelStep(turn({ deltaX: 3.5, deltaY: -7.25 })), { kind: 'move', x: -3.5, y: 7.25 });
    assert.deepEqual(wheelStep(turn({ deltaY: 3, deltaMode: 1 })), { kind: 'move', x: -0, y: -48 });
  });

  it('moves sideways with Shift, whether the system turned it or not', () => {
    const expected = { kind: 'move', x: -100, y: 0 };
    assert.deepEqual(wheelStep(turn({ deltaY: 100, shiftKey: true })), expected);
    assert.deepEqual(wheelStep(turn({ deltaX: 100, shiftKey: true })), { ...expected, y: -0 });
  });

  it('zooms with Ctrl, with Cmd and by a pinch, one notch of a mouse by about a fifth', () => {
    const factor = (rest: Partial<WheelTurn>): number => {
      const step = wheelStep(turn(rest));
      return step.kind === 'zoom' ? step.factor : Number.NaN;
    };
    assert.ok(Math.abs(factor({ deltaY: -120, ctrlKey: true }) - 1.22) < 0.01);
    assert.ok(Math.abs(factor({ deltaY: 100, metaKey: true }) * 1.22 - 1) < 0.01);
    assert.ok(factor({ deltaY: -2, ctrlKey: true }) < 1.03, 'fingers zoom in small steps');
  });
});

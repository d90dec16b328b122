/** What of a wheel event says how to move. */
export type WheelTurn = Pick<
  WheelEvent,
  'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey' | 'shiftKey'
>;

/** Zoom by a factor, or move the graph by pixels. */
export type WheelStep =
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'move'; readonly x: number; readonly y: number };

/** Pixels of a line and of a page, which some wheels count in. */
const PIXELS = [1, 16, 400] as const;
/** More than this, one notch of a wheel would zoom too far; fingers that pinch stay below. */
const MOST = 20;
const ZOOM_SPEED = 0.01;

/**
 * As editors do it: the wheel, or two fingers, move; with Shift sideways; with Ctrl or Cmd, or by a pinch, which
 * browsers report as Ctrl, they zoom. So nobody has to guess whether a wheel or a touchpad was used.
 */
export const wheelStep = ({
  deltaX,
  deltaY,
  deltaMode,
  ctrlKey,
  metaKey,
  shiftKey,
}: WheelTurn): WheelStep => {
  const pixels = PIXELS[deltaMode] ?? 1;
  const [x, y] = [deltaX * pixels, deltaY * pixels];
  if (ctrlKey || metaKey) {
    return { kind: 'zoom', factor: Math.exp(-Math.max(-MOST, Math.min(MOST, y)) * ZOOM_SPEED) };
  }
  // some systems turn the wheel sideways themselves
  return shiftKey && x === 0 ? { kind: 'move', x: -y, y: 0 } : { kind: 'move', x: -x, y: -y };
};

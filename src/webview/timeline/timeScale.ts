/** Steps between two ticks of a time axis, in hours: parts of hours, then days of 8 and weeks of 40. */
const STEPS = [0.25, 0.5, 1, 2, 4, 8, 16, 40, 80, 200, 400, 800, 2000, 4000, 8000, 20_000, 40_000];
/** Ticks are at least so many pixels apart. */
const TICK_GAP = 60;
/** A bar of typical length is readable from here on, and drawn so wide where it would be narrower. */
const READABLE = 64;
const COMFORTABLE = 128;
/** Pixels per hour. */
const LARGEST = 600;
const LONGEST_TRACK = 400_000;

/** How the time is laid out: so that titles can be read, whole, or so many pixels per hour. */
export type Zoom = 'readable' | 'whole' | number;

/** A duration in the middle of all, in hours; 0 where there are none. */
export const typicalDuration = (bars: readonly { readonly start: number; readonly end: number }[]): number =>
  bars.map(({ start, end }) => end - start).sort((one, other) => one - other)[bars.length >> 1] ?? 0;

/**
 * Pixels per hour in a room of so many pixels. What cannot be read as a whole opens readable, from its beginning on.
 */
export const scaleFor = (
  zoom: Zoom,
  { makespan, typical, room }: { readonly makespan: number; readonly typical: number; readonly room: number },
): number => {
  const whole = Math.max(1, room) / Math.max(makespan, 0.01);
  if (typeof zoom === 'number') return clamped(zoom, whole, makespan);
  if (zoom === 'whole' || typical * whole >= READABLE) return whole;
  return typical === 0 ? whole : clamped(COMFORTABLE / typical, whole, makespan);
};

/** Never narrower than the room, where anything would be gained by that, and never endless. */
const clamped = (scale: number, whole: number, makespan: number): number =>
  Math.max(whole / 2, Math.min(scale, Math.max(whole, Math.min(LARGEST, LONGEST_TRACK / makespan))));

/** The hours that are written on an axis from `from` to `to`. */
export const ticksOf = (scale: number, from: number, to: number): readonly number[] => {
  const step = STEPS.find((each) => each * scale >= TICK_GAP) ?? (STEPS.at(-1) as number);
  const first = Math.max(0, Math.floor(from / step));
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, at) => (first + at) * step);
};

/** Round figures from 0 to at least `most`, about four of them, for an axis of hours that starts at 0. */
export const roundFigures = (most: number): readonly number[] => {
  const raw = Math.max(most, 0.01) / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * power >= raw) ?? 10) * power;
  return Array.from({ length: Math.ceil(most / step - 1e-9) + 1 }, (_, at) => at * step);
};

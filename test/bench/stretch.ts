/** Measures the longest time, in milliseconds, for which nothing else could run in this process. */
export interface StretchMeter {
  /** The longest stretch since the start or since this was asked last. */
  take(): number;
  stop(): void;
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * Turns the event loop as often as it can, and looks how long each turn took. Where another process had the processor
 * meanwhile only this one's own time counts.
 */
export const meterStretches = (): StretchMeter => {
  let longest = 0;
  let last = { wall: performance.now(), cpu: cpuMs() };
  let isOn = true;
  const look = (): void => {
    const now = { wall: performance.now(), cpu: cpuMs() };
    longest = Math.max(longest, Math.min(now.wall - last.wall, now.cpu - last.cpu));
    last = now;
  };
  const turn = (): void => {
    look();
    if (isOn) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    take: () => {
      look();
      const taken = longest;
      longest = 0;
      return taken;
    },
    stop: () => {
      isOn = false;
    },
  };
};

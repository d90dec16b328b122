const started = performance.now();

/** Tells people what happens now: one line, with the seconds since the command started. */
export function step(message) {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${seconds.padStart(6)} s  ${message}`);
}

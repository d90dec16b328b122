import { start } from './processes.mjs';

/** Turns until its input ends: whoever started it holds the other end, and is gone then, however that came. */
const LOOP = `
  process.stdin.on('end', () => process.exit()).resume();
  const turn = () => {
    const rest = performance.now() + 50;
    while (performance.now() < rest);
    setImmediate(turn);
  };
  turn();
`;

/**
 * Keeps as many cores busy as it starts loops. They end with `stop`, with an interrupt of the command, and with a
 * command that is killed or crashes.
 * @param {number} count
 * @returns {{ pids: readonly number[], stop: () => Promise<void> }}
 */
export function startBusyLoops(count) {
  const loops = Array.from({ length: count }, () =>
    start(process.execPath, ['-e', LOOP], { stdio: ['pipe', 'ignore', 'ignore'] }),
  );
  return {
    pids: loops.map(({ child }) => child.pid),
    stop: async () => void (await Promise.all(loops.map(({ stop }) => stop()))),
  };
}

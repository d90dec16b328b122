import { createPace, type Pace } from '../shared/pace';

/** Milliseconds since the process began. `performance` says so too, and Node reads a dozen files when it is first asked. */
export const runningTime = (): number => process.uptime() * 1000;

/** Lets files, timers and messages have their turn whenever a slice is used up. */
export const createNodePace = (): Pace =>
  createPace(() => new Promise((resolve) => setImmediate(resolve)), runningTime);

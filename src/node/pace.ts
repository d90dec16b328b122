import { createPace, type Pace } from '../shared/pace';

/** Lets files, timers and messages have their turn whenever a slice is used up. */
export const createNodePace = (): Pace => createPace(() => new Promise((resolve) => setImmediate(resolve)));

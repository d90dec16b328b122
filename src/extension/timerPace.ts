import { createPace, type Pace } from '../shared/pace';

/** Lets others have their turn whenever a slice is used up, with what every extension host has. */
export const createTimerPace = (): Pace => createPace(() => new Promise((resolve) => setTimeout(resolve)));

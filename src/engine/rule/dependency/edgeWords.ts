import type { Edge } from '../../model/edge';

/** What removing an edge is called, in every view. */
export const removalOf = ({ dependent, dependency }: Edge): string =>
  `Remove the dependency of ${dependent} on ${dependency}`;

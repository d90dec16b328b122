import type { ParallelDraft } from './prepare';
import type { ProposedEdge } from './proposal';

/**
 * Whether the file would say of a plan nobody stated dependencies for that nothing waits for anything. Nobody knows that,
 * and everything would count as ready.
 */
export const claimsIndependence = (
  { plan }: Pick<ParallelDraft, 'plan'>,
  taken: readonly ProposedEdge[],
): boolean => plan.dependencySource === 'none' && plan.achievements.length > 1 && taken.length === 0;

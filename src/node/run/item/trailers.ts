import type { Trailers } from '../../git/commits';
import { PLAN_TRAILER } from '../../git/runCommits';
import type { RunContext } from '../context';
import type { ItemPlace } from './itemPlace';

/** What every commit of a run says of where it comes from. */
export const trailersOf = (
  { folder, state }: Pick<RunContext, 'folder' | 'state'>,
  place: ItemPlace,
): Trailers => ({
  'Plan-Run': folder.run,
  [PLAN_TRAILER]: state.head?.plan ?? '',
  'Plan-Item': place.item.id,
  'Plan-Attempt': String(place.attempt),
});

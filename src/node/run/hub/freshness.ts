import { type ItemRecord, type RunState, recordOf } from '../../../engine/run/state';
import { ok, type Result } from '../../../shared/result';
import type { UserError } from '../../../shared/userError';
import { missingIn } from '../../git/commits';
import { mergeTrees } from '../../git/mergeTrees';
import type { HubView } from './hub';

/** Why a result that waits to land cannot be used, as a sentence, with the paths that it is about. */
export interface Stale {
  readonly error: string;
  readonly paths: readonly string[];
}

/**
 * Whether a result that waits to land is one of the task as it is now; undefined where it is, else the reason.
 *
 * @param input the mark of the task
 * @param tip where the integration branch is
 */
export const staleness = async (
  hub: HubView,
  state: RunState,
  record: ItemRecord,
  { input, tip }: { readonly input: string; readonly tip: string },
): Promise<Result<Stale | undefined, UserError>> => {
  const { item, head = '' } = record;
  const handed = hub.handed.get(item.id);
  const stale = (error: string, paths: readonly string[] = []) => ok({ error, paths });
  if (handed && handed.input !== input) return stale('Its task or its gates were changed since it was done.');
  for (const id of item.after) {
    const landed = recordOf(state, id)?.landed;
    const missing = await missingIn(hub.top, head, landed === undefined ? [] : [landed]);
    if (!missing.ok) return missing;
    if (missing.value.length > 0) return stale(`${id}, which it depends on, was done again since.`);
  }
  const merge = await mergeTrees(hub.top, tip, head);
  if (!merge.ok) return merge;
  return merge.value.kind === 'clean'
    ? ok(undefined)
    : stale(
        `It cannot be merged with what landed meanwhile: ${merge.value.paths.join(', ')}.`,
        merge.value.paths,
      );
};

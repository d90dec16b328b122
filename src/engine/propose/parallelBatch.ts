import type { BatchHead, NewFile } from '../create/batch';
import { nameOf } from '../model/uri';
import type { ParallelDraft } from './prepare';

/** A new parallel.json as a batch of one file, so that it can be undone like every other; it belongs to no achievement. */
export const parallelBatch = (
  { plan, uri }: Pick<ParallelDraft, 'plan' | 'uri'>,
  content: string,
): BatchHead & { readonly files: readonly NewFile[] } => ({
  plan: plan.uri,
  planName: plan.name,
  kind: 'parallel',
  files: [{ id: '', title: plan.name, uri, name: nameOf(uri), content }],
});

import { parallelBatch } from '../../engine/propose/parallelBatch';
import { orThrow } from '../../shared/result';
import type { ApplyBatch } from '../creation/apply';
import { applyChanges } from '../edit/applyChanges';
import { notWritten, type WriteParallel } from './flow';

/**
 * Creates a new parallel.json as every other document is created, or changes the present one by a single edit that can
 * be undone, and saves it. Never over another file, over unsaved changes or over what somebody wrote meanwhile.
 */
export const createWriteParallel =
  (apply: ApplyBatch): WriteParallel =>
  async (draft, edges, ui) => {
    const { uri, before } = draft;
    if (before !== undefined) {
      const edits = (text: string) => orThrow(draft.editsFor(text, edges));
      await applyChanges([{ uri, madeFor: before, onlySaved: true, edits }]);
      return true;
    }
    const batch = parallelBatch(draft, orThrow(draft.textWith(edges)));
    const { created, failed } = await apply({ batch, files: batch.files, name: crypto.randomUUID() }, ui);
    const [first] = failed;
    if (first) throw notWritten(first.file.name, first.reason);
    return created.length > 0;
  };

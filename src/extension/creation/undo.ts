import { TabInputText, Uri, window, workspace } from 'vscode';
import type { JournalBatch } from '../../engine/create/journal';
import { lastBatch, undoBatch } from '../../engine/create/undoBatch';
import type { Engine } from '../../engine/engine';
import { isInside, nameOf } from '../../engine/model/uri';
import { letGo } from '../files/letGo';
import type { BatchPlace, PlaceFor } from './batchPlace';

/** What became of the files that a batch had made, by their names. */
export interface UndoneNames {
  readonly removed: readonly string[];
  /** Edited since, or with unsaved changes: left as they are. */
  readonly kept: readonly string[];
  /** Could not be removed. */
  readonly failed: readonly string[];
}

/** A batch with the place where it was made. */
export interface FoundBatch {
  readonly batch: JournalBatch;
  readonly place: BatchPlace;
}

/**
 * The last batch of a plan of the workspace, made in this window, in another or on the command line; with a name the
 * batch of this name, however many came after it.
 */
export const findLastBatch = async (placeFor: PlaceFor, name?: string): Promise<FoundBatch | undefined> => {
  const found: FoundBatch[] = [];
  for (const { uri } of workspace.workspaceFolders ?? []) {
    const root = uri.toString();
    const place = placeFor(root);
    const batch = await lastBatch(
      place.journal,
      ({ plan, batch }) => isInside(root, plan) && (name ?? batch) === batch,
    );
    if (batch) found.push({ batch, place });
  }
  return found.sort((one, other) => (one.batch.at < other.batch.at ? -1 : 1)).at(-1);
};

/**
 * Removes exactly what the batch made and nobody has touched since, and closes the editors that show it: what stands in
 * an open editor counts, as if the file were still there.
 */
export const undoFound = async (engine: Engine, { batch, place }: FoundBatch): Promise<UndoneNames> => {
  const { removed, kept, failed } = await undoBatch(place, batch);
  const gone = removed.map(({ uri }) => Uri.parse(uri).toString());
  await closeEditorsOf(new Set(gone));
  for (const uri of gone) letGo(engine, uri);
  const names = (files: readonly { readonly uri: string }[]) => files.map(({ uri }) => nameOf(uri));
  return { removed: names(removed), kept: names(kept), failed: names(failed.map(({ file }) => file)) };
};

/** Those with unsaved changes stay: a file that has some is not removed, so these were made meanwhile. */
const closeEditorsOf = async (uris: ReadonlySet<string>): Promise<void> => {
  const tabs = window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      ({ input, isDirty }) => input instanceof TabInputText && !isDirty && uris.has(input.uri.toString()),
    );
  if (tabs.length > 0) await window.tabGroups.close(tabs, true);
};

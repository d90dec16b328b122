import { workspace } from 'vscode';
import type { JournalBatch } from '../../engine/create/journal';
import { lastBatch, undoBatch } from '../../engine/create/undoBatch';
import { isInside, nameOf } from '../../engine/model/uri';
import type { Place, PlaceFor } from './places';

/** Names of the files a batch had made. */
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
  readonly place: Place;
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

/** Removes exactly what the batch made and nobody has touched since. */
export const undoFound = async ({ batch, place }: FoundBatch): Promise<UndoneNames> => {
  const { removed, kept, failed } = await undoBatch(place, batch);
  const names = (files: readonly { readonly uri: string }[]) => files.map(({ uri }) => nameOf(uri));
  return { removed: names(removed), kept: names(kept), failed: names(failed.map(({ file }) => file)) };
};

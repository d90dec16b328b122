import { workspace } from 'vscode';
import type { CreationPlace } from '../../engine/create/batchRun';
import type { UndoPlace } from '../../engine/create/undoBatch';

/** Where batches are created, taken back and written down. */
export type BatchPlace = CreationPlace & UndoPlace;

/** The place below a workspace folder, given as a URI. */
export type PlaceFor = (root: string) => BatchPlace;

/** A file with unsaved changes counts as edited, whatever is on the disk. */
export const respectingEditors = (place: BatchPlace): BatchPlace => ({
  ...place,
  stateOf: async (file) => {
    const open = workspace.textDocuments.find(({ uri }) => uri.toString() === file.uri);
    return open?.isDirty ? 'edited' : place.stateOf(file);
  },
});

import type { Memento } from 'vscode';
import { createDiskPlace } from '../../node/creationPlace';
import { type PlaceFor, respectingEditors } from './batchPlace';
import { createEditorPlace } from './editorPlace';

/** The disk itself, which says why when it cannot; the editor's file systems for other schemes. */
export const createDesktopPlaces =
  (state: Memento): PlaceFor =>
  (root) =>
    respectingEditors(root.startsWith('file:') ? createDiskPlace(root) : createEditorPlace(state));

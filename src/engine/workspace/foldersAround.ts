import type { FolderState } from '../model/lifecycle';
import { nameOf, parentUri } from '../model/uri';
import { folderStateOf } from '../state/folderState';
import type { FolderIndex } from './folderIndex';

/**
 * The folder around a plan whose name says its state. What lies above the workspace says nothing, and neither does the
 * workspace folder itself, nor a folder that is named like the plan.
 *
 * @param folder the innermost folder around the plan
 */
export const placeOf = (index: FolderIndex, folder: string, planName: string): FolderState | undefined => {
  const around: { readonly uri: string; readonly name: string }[] = [];
  let inside = 0;
  for (let at = folder; at !== parentUri(at); at = parentUri(at)) {
    if (index.filesOf(at) !== undefined) inside = around.length;
    around.push({ uri: at, name: nameOf(at) });
  }
  const named = around.slice(0, inside).filter(({ name }) => name !== planName);
  return folderStateOf(named.reverse());
};

import { FileType, Uri, workspace } from 'vscode';

/**
 * What stands where a file is to be created. `linked`: a folder on the way is a symbolic link, which may lead
 * anywhere. `exists`: something is there already.
 */
export type WhatStands = 'plain' | 'linked' | 'exists' | 'outside';

export const whatStandsAt = async (uri: Uri): Promise<WhatStands> => {
  const root = workspace.getWorkspaceFolder(uri)?.uri;
  if (!root || uri.path.split('/').some((segment) => segment === '..' || segment === '.')) return 'outside';
  if ((await typeOf(uri)) !== undefined) return 'exists';
  for (let folder = parentOf(uri); folder.path.length > root.path.length; folder = parentOf(folder)) {
    const type = await typeOf(folder);
    if (type !== undefined && (type & FileType.SymbolicLink) !== 0) return 'linked';
  }
  return 'plain';
};

/** Why nothing may be created there, without a full stop; undefined where it may. */
export const refusalOf = (place: WhatStands): string | undefined => {
  switch (place) {
    case 'plain':
      return undefined;
    case 'linked':
      return 'its folder is a link, which may lead outside the workspace';
    case 'exists':
      return 'a file of this name exists and was left as it is';
    case 'outside':
      return 'it would be outside the workspace, where nothing is written';
  }
};

const parentOf = (uri: Uri): Uri => Uri.joinPath(uri, '..');

const typeOf = async (uri: Uri): Promise<FileType | undefined> => {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
};

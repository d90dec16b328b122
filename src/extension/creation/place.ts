import { FileType, Uri, workspace } from 'vscode';

/**
 * What stands where a file is to be created. `linked`: a folder on the way is a symbolic link, which may lead
 * anywhere. `exists`: something is there already.
 */
export type Place = 'plain' | 'linked' | 'exists' | 'outside';

export const placeOf = async (uri: Uri): Promise<Place> => {
  const root = workspace.getWorkspaceFolder(uri)?.uri;
  if (!root || uri.path.split('/').some((segment) => segment === '..' || segment === '.')) return 'outside';
  if ((await typeOf(uri)) !== undefined) return 'exists';
  for (let folder = parentOf(uri); folder.path.length > root.path.length; folder = parentOf(folder)) {
    const type = await typeOf(folder);
    if (type !== undefined && (type & FileType.SymbolicLink) !== 0) return 'linked';
  }
  return 'plain';
};

const parentOf = (uri: Uri): Uri => Uri.joinPath(uri, '..');

const typeOf = async (uri: Uri): Promise<FileType | undefined> => {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
};

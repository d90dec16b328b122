import { FileType, Uri, workspace } from 'vscode';
import type { FileSystem, Folder, Logger } from '../../engine/files';
import { decodeUri, isInside } from '../../engine/model/uri';
import { isLeftOutFolder } from '../../shared/leftOutFolders';
import { messageOf } from '../../shared/userError';
import { includesIgnored } from '../followSettings';
import { watchWorkspace } from './watch';

/**
 * The file systems of the editor, virtual ones included. Symbolic links are left out: the editor cannot
 * say where they lead.
 */
export const createEditorFiles = (logger: Logger): FileSystem => ({
  list: async (root) => {
    const folders: Folder[] = [];
    const includeIgnored = includesIgnored();
    await listInto(folders, Uri.parse(root), (name) => isLeftOutFolder(name, includeIgnored), logger);
    return folders;
  },
  read: async (uri) => {
    try {
      return textOf(await workspace.fs.readFile(Uri.parse(uri)));
    } catch (error) {
      logger.warn(`${uri} could not be read: ${messageOf(error)}`);
      return undefined;
    }
  },
  exists: async (uri) => {
    try {
      await workspace.fs.stat(Uri.parse(uri));
      return true;
    } catch {
      return false;
    }
  },
  isLeftOut: (root, uri) => {
    const includeIgnored = includesIgnored();
    const below = uri.slice(root.length).split('/').map(decodeUri);
    return isInside(root, uri) && below.some((name) => isLeftOutFolder(name, includeIgnored));
  },
  watch: watchWorkspace,
});

/** UTF-8 without a BOM; undefined for bytes that are no text. */
const textOf = (bytes: Uint8Array): string | undefined =>
  bytes.includes(0) ? undefined : new TextDecoder('utf-8').decode(bytes);

const listInto = async (
  folders: Folder[],
  folder: Uri,
  isLeftOut: (name: string) => boolean,
  logger: Logger,
): Promise<void> => {
  const entries = await entriesOf(folder, logger);
  if (!entries) return;
  const files = entries.filter(([, type]) => type === FileType.File).map(([name]) => name);
  folders.push({ uri: folder.toString(), files: files.sort() });
  const below = entries.filter(([name, type]) => type === FileType.Directory && !isLeftOut(name));
  await Promise.all(below.map(([name]) => listInto(folders, Uri.joinPath(folder, name), isLeftOut, logger)));
};

const entriesOf = async (folder: Uri, logger: Logger): Promise<[string, FileType][] | undefined> => {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch (error) {
    logger.warn(`${folder.toString()} could not be listed: ${messageOf(error)}`);
    return undefined;
  }
};

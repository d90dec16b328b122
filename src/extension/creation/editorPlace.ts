import { FileType, type Memento, Uri, workspace } from 'vscode';
import type { JournalStore } from '../../engine/create/batchRun';
import { sha256 } from '../../engine/create/sha256';
import type { BatchPlace } from './batchPlace';
import { createThroughEditor } from './editorCreate';

const KEY = 'parallelPlans.journal';
/** The oldest records are forgotten beyond so many characters: workspace state is kept in memory. */
const MOST = 500_000;

/** The editor's own file systems, for what the process cannot reach itself; remembers in the workspace's state. */
export const createEditorPlace = (state: Memento): BatchPlace => ({
  journal: createStateJournal(state),
  create: createThroughEditor,
  exists: async (uri) => (await typeOf(uri)) !== undefined,
  stateOf: async ({ uri, sha256: expected }) => {
    if ((await typeOf(uri)) === undefined) return 'gone';
    const bytes = await workspace.fs.readFile(Uri.parse(uri));
    return (await sha256(bytes)) === expected ? 'unchanged' : 'edited';
  },
  remove: async (uri) => workspace.fs.delete(Uri.parse(uri), { useTrash: false }),
  // the editor writes whole files
  removeDrafts: async () => undefined,
  removeFolderIfEmpty: async (uri) => {
    const isFolder = (await typeOf(uri)) === FileType.Directory;
    if (isFolder && (await workspace.fs.readDirectory(Uri.parse(uri))).length === 0) {
      await workspace.fs.delete(Uri.parse(uri), { useTrash: false });
    }
  },
});

const createStateJournal = (state: Memento): JournalStore => ({
  read: async () => state.get<string>(KEY, ''),
  append: async (lines) => state.update(KEY, (state.get<string>(KEY, '') + lines).slice(-MOST)),
});

const typeOf = async (uri: string): Promise<FileType | undefined> => {
  try {
    return (await workspace.fs.stat(Uri.parse(uri))).type;
  } catch {
    return undefined;
  }
};

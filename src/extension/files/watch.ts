import { type Uri, workspace } from 'vscode';
import type { FileChange, FileChangeKind } from '../../engine/files';
import { type Disposable, DisposableStore } from '../../shared/dispose';

/** Changes that come together, as a checkout or a batch of files makes them, are told together. */
const gatherMs = 60;

const ignoredFolder = /\/\.git(?:\/|$)/;
const documentName = /\.(?:md|json)$/i;

/** Tells of documents that change, and of files and folders that come and go in the workspace, through the editor's own watcher. */
export const watchWorkspace = (listener: (changes: readonly FileChange[]) => void): Disposable => {
  const store = new DisposableStore();
  let gathered: FileChange[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    const changes = gathered;
    gathered = [];
    timer = undefined;
    listener(changes);
  };
  const gather = (kind: FileChangeKind) => (uri: Uri) => {
    if (!matters(uri.path, kind)) return;
    gathered.push({ uri: uri.toString(), kind });
    timer ??= setTimeout(tell, gatherMs);
  };
  const watcher = store.add(workspace.createFileSystemWatcher('**/*'));
  store.add(watcher.onDidCreate(gather('created')));
  store.add(watcher.onDidChange(gather('changed')));
  store.add(watcher.onDidDelete(gather('deleted')));
  store.add({ dispose: () => clearTimeout(timer) });
  return store;
};

/** Any file may be one that a plan names, or a folder, which matters when it comes or goes. */
const matters = (path: string, kind: FileChangeKind): boolean =>
  !ignoredFolder.test(path) && (kind !== 'changed' || documentName.test(path));

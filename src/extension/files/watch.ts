import { Uri, workspace } from 'vscode';
import type { FileChange, FileChangeKind } from '../../engine/files';
import { type Disposable, DisposableStore } from '../../shared/dispose';

/** Changes that come together, as a checkout or a batch of files makes them, are told together. */
const gatherMs = 60;

const ignoredFolder = /\/(?:\.git|node_modules)(?:\/|$)/;
const documentName = /\.(?:md|json)$/i;
const otherFileName = /\.[a-z0-9]{1,8}$/i;

/** Tells of documents and folders that come, change and go in the workspace, through the editor's own watcher. */
export const watchWorkspace = (listener: (changes: readonly FileChange[]) => void): Disposable => {
  const store = new DisposableStore();
  let gathered: FileChange[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDisposed = false;
  let told: Promise<void> = Promise.resolve();
  const tell = (): void => {
    const changes = gathered;
    gathered = [];
    timer = undefined;
    told = told.then(async () => {
      const confirmed = await Promise.all(changes.map(confirm));
      if (!isDisposed) listener(confirmed);
    });
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
  store.add({
    dispose: () => {
      isDisposed = true;
      clearTimeout(timer);
    },
  });
  return store;
};

/** News of an end may be older than the file of that name that is there now. */
const confirm = async (change: FileChange): Promise<FileChange> => {
  if (change.kind !== 'deleted') return change;
  try {
    await workspace.fs.stat(Uri.parse(change.uri));
    return { uri: change.uri, kind: 'created' };
  } catch {
    return change;
  }
};

/** A name without a known file ending may be a folder, which matters when it comes or goes. */
const matters = (path: string, kind: FileChangeKind): boolean =>
  !ignoredFolder.test(path) && (documentName.test(path) || (kind !== 'changed' && !otherFileName.test(path)));

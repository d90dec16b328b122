import { Emitter } from '../shared/event';
import type { EngineOptions, ReadingEngine } from './engine';
import type { FileChange } from './files';
import { childUri, isInside, nameOf } from './model/uri';
import { schemaFindings } from './rule/schemaFindings';
import type { Snapshot } from './snapshot';
import { SnapshotBuilder } from './workspace/builder';
import { DocumentStore, kindOf } from './workspace/documents';
import { FolderIndex } from './workspace/folderIndex';
import { PrpKnowledge } from './workspace/prpKnowledge';
import { settle } from './workspace/settle';
import { emptySnapshot } from './workspace/snapshot';

/** Creates an engine for processes that only look; nothing is read before the first {@link ReadingEngine.refresh}. */
export const createReadingEngine = (options: EngineOptions): ReadingEngine => {
  const { files, logger } = options;
  const index = new FolderIndex();
  const documents = new DocumentStore(
    files,
    options.schemaFindings ? schemaFindings : undefined,
    options.pace !== undefined,
  );
  let roots = options.roots;
  const knowledge = new PrpKnowledge(options.history, () => roots);
  const builder = new SnapshotBuilder(index, documents, knowledge);
  const changes = new Emitter<Snapshot>((error) => logger.error('A listener of the engine failed', error));
  let snapshot = emptySnapshot;
  let isDisposed = false;
  /** Work that reads files runs one after the other. */
  let queue: Promise<unknown> = Promise.resolve();

  const enqueue = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work);
    queue = next.catch(() => undefined);
    return next;
  };

  const publish = (next: Snapshot): void => {
    snapshot = next;
    if (!isDisposed) changes.fire(next);
  };

  const settledTexts = (): Promise<Snapshot> =>
    settle({
      builder,
      documents,
      pace: options.pace,
      snapshot: () => snapshot,
      publish,
      isDisposed: () => isDisposed,
      now: options.now ?? (() => performance.now()),
    });

  /** Asks git about PRPs, if there are any; only who reads in one go waits for the answer. */
  const settled = async (): Promise<Snapshot> => {
    const result = await settledTexts();
    const { prps } = builder;
    if (prps.length === 0 || !options.history || isDisposed) return result;
    const update = knowledge.update(prps);
    if (options.pace === undefined) return (await update) ? settledTexts() : result;
    update.then(
      (isNew) => isNew && !isDisposed && settleSoon(),
      (error: unknown) => logger.error('Asking git failed', error),
    );
    return result;
  };

  const settleSoon = (): void => {
    enqueue(settled).catch((error: unknown) => logger.error('Reading the plans failed', error));
  };

  const listAgain = async (): Promise<Snapshot> => {
    const known = (folder: string) => index.filesOf(folder);
    index.replace(await Promise.all(roots.map((root) => files.list(root, known))));
    return settled();
  };

  const refresh = (): Promise<Snapshot> => enqueue(listAgain);

  const catchUp = (time: number): Promise<Snapshot> =>
    enqueue(async () => {
      for (const uri of documents.uris()) {
        if (await files.changedSince?.(uri, time)) documents.markChanged(uri);
      }
      return listAgain();
    });

  /** A file that no plan is made of; only where a plan names it the disk is asked whether news of its end is late. */
  const applyOther = async ({ uri, kind }: FileChange): Promise<void> => {
    if (kind === 'changed') return;
    index.noteOther(uri, kind === 'created' || (index.isAsked(uri) && (await files.exists(uri))));
  };

  const mergeFolder = async (uri: string): Promise<void> => {
    const listing = await files.list(uri);
    index.merge(listing);
    for (const folder of listing)
      for (const name of folder.files) documents.markChanged(childUri(folder.uri, name));
  };

  /** Listed folders are looked through; the watcher tells of others too. */
  const isLeftOut = (uri: string): boolean =>
    !index.has(uri) && roots.some((root) => isInside(root, uri) && files.isLeftOut?.(root, uri) === true);

  const apply = async (change: FileChange): Promise<void> => {
    const { uri, kind: told } = change;
    const isDocument = kindOf(uri) !== undefined;
    const isFolder = index.filesOf(uri) !== undefined || !/\.\w+$/.test(nameOf(uri));
    if (!isDocument && !isFolder) return applyOther(change);
    if (told !== 'deleted' && isLeftOut(uri)) return;
    // news of an end can come late: what was created again in the meantime is there
    const kind = told === 'deleted' && (await files.exists(uri)) ? 'created' : told;
    if (kind === 'deleted') {
      documents.forget(uri);
      index.remove(uri);
    } else if (isDocument) {
      index.addFile(uri);
      documents.markChanged(uri);
    } else if (kind === 'created') await mergeFolder(uri);
  };

  const watcher = files.watch((batch) => {
    enqueue(async () => {
      for (const change of batch) await apply(change);
      await settled();
    }).catch((error: unknown) => logger.error('Following changes on disk failed', error));
  });

  const commits = options.history?.watch(settleSoon);

  /** A document may be closed because its file moved, which the watcher tells later: it is not unreadable but gone. */
  const forgetIfGone = (uri: string): void => {
    enqueue(async () => {
      if (documents.openText(uri) !== undefined || (await files.exists(uri))) return;
      documents.forget(uri);
      index.remove(uri);
    }).catch((error: unknown) => logger.error('Closing a document failed', error));
  };

  /** Publishes at once what can be told without reading files; the rest follows. */
  const updateNow = (): void => {
    const { missing, changed, snapshot: next } = builder.build();
    if (missing.length > 0) settleSoon();
    if (!snapshot.isComplete) publish(builder.soFar());
    else if (missing.length === 0 && changed) publish(next);
  };

  const read = async (uri: string): Promise<string | undefined> => documents.openText(uri) ?? files.read(uri);

  return {
    get snapshot() {
      return snapshot;
    },
    get roots() {
      return roots;
    },
    onDidChange: changes.event,
    refresh,
    catchUp,
    reload: () => {
      documents.markAllChanged();
      knowledge.forget();
      return refresh();
    },
    setRoots: (next) => {
      roots = next;
      return refresh();
    },
    openDocument: (uri, text) => {
      if (kindOf(uri) === undefined) return;
      index.open(uri);
      documents.open(uri, text);
      updateNow();
    },
    closeDocument: (uri) => {
      index.close(uri);
      documents.close(uri);
      forgetIfGone(uri);
      settleSoon();
    },
    read,
    dispose: () => {
      isDisposed = true;
      watcher.dispose();
      commits?.dispose();
      changes.dispose();
    },
  };
};

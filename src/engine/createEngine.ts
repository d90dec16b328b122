import { Emitter } from '../shared/event';
import { fail } from '../shared/result';
import { UserError } from '../shared/userError';
import { below, TEMPLATES_FOLDER } from './create/template/folder';
import type { Engine, EngineOptions, Snapshot } from './engine';
import type { FileChange } from './files';
import { childUri, isInside, nameOf } from './model/uri';
import { prepareRename } from './rename/prepare';
import { schemaFindings } from './rule/schemaFindings';
import { SnapshotBuilder } from './workspace/builder';
import { DocumentStore, kindOf } from './workspace/documents';
import { FolderIndex } from './workspace/folderIndex';
import { settle } from './workspace/settle';
import { emptySnapshot } from './workspace/snapshot';

/** Creates the one engine of a process; nothing is read before the first {@link Engine.refresh}. */
export const createEngine = (options: EngineOptions): Engine => {
  const { files, logger } = options;
  const index = new FolderIndex();
  const documents = new DocumentStore(
    files,
    options.schemaFindings ? schemaFindings : undefined,
    options.pace !== undefined,
  );
  const builder = new SnapshotBuilder(index, documents);
  const changes = new Emitter<Snapshot>((error) => logger.error('A listener of the engine failed', error));
  let roots = options.roots;
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

  const settled = (): Promise<Snapshot> =>
    settle({
      builder,
      documents,
      pace: options.pace,
      snapshot: () => snapshot,
      publish,
      isDisposed: () => isDisposed,
      now: options.now ?? (() => performance.now()),
    });

  const settleSoon = (): void => {
    enqueue(settled).catch((error: unknown) => logger.error('Reading the plans failed', error));
  };

  const refresh = (): Promise<Snapshot> =>
    enqueue(async () => {
      const known = (folder: string) => index.filesOf(folder);
      index.replace(await Promise.all(roots.map((root) => files.list(root, known))));
      return settled();
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

  const apply = async (change: FileChange): Promise<void> => {
    const { uri, kind: told } = change;
    const isDocument = kindOf(uri) !== undefined;
    const isFolder = index.filesOf(uri) !== undefined || !/\.\w+$/.test(nameOf(uri));
    if (!isDocument && !isFolder) return applyOther(change);
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
    onDidChange: changes.event,
    refresh,
    reload: () => {
      documents.markAllChanged();
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
    prepareCreation: async (request) => {
      const plan = snapshot.plans.find(({ uri }) => uri === request.plan);
      const text = plan && plan.kind === 'plan' ? await read(plan.uri) : '';
      if (!plan || text === undefined)
        return fail(new UserError('That plan is gone: refresh and try again.'));
      const { prepareCreation } = await import('./create/prepare');
      const root = roots.find((each) => isInside(each, plan.uri));
      const templates = request.templates ?? (root && below(root, TEMPLATES_FOLDER));
      return prepareCreation(
        plan,
        { planText: text, templates, read, exists: (uri) => files.exists(uri) },
        request,
      );
    },
    preparePrompt: async (request) => {
      const plan = snapshot.plans.find(({ uri }) => uri === request.plan);
      if (!plan) return fail(new UserError('That plan is gone: refresh and try again.'));
      const { preparePrompt } = await import('./prompt/prepare');
      return preparePrompt(plan, read, request);
    },
    prepareParallel: async (request) => {
      const plan = snapshot.plans.find(({ uri }) => uri === request.plan);
      if (!plan) return fail(new UserError('That plan is gone: refresh and try again.'));
      const { prepareParallel } = await import('./propose/prepare');
      return prepareParallel(plan, { read, exists: (uri) => files.exists(uri) }, request);
    },
    checkAnswer: async (planUri, answer) => {
      const plan = snapshot.plans.find(({ uri }) => uri === planUri);
      if (!plan) return fail(new UserError('That plan is gone: refresh and try again.'));
      const { checkAnswer, parallelUri } = await import('./answer/checkAnswer');
      return checkAnswer(plan, await read(parallelUri(plan)), answer);
    },
    prepareRename: (request) =>
      prepareRename(snapshot, { read, exists: (uri) => files.exists(uri) }, request),
    dispose: () => {
      isDisposed = true;
      watcher.dispose();
      changes.dispose();
    },
  };
};

import { EventEmitter, Uri, window, workspace } from 'vscode';
import { type Disposable, DisposableStore } from '../../../shared/dispose';
import type { Run, Runs } from '../runs';

const SCHEME = 'parallel-plans-report';

/** Where the report of a run is read. */
export const reportUri = ({ name, record }: Pick<Run, 'name' | 'record'>): Uri =>
  Uri.from({ scheme: SCHEME, path: `/${name} report.txt`, query: record });

/** Shows the report of a run. */
export const showReport = async (run: Pick<Run, 'name' | 'record'>): Promise<void> => {
  await window.showTextDocument(await workspace.openTextDocument(reportUri(run)), { preview: false });
};

/**
 * Serves reports of runs as documents that nobody can write into; one that is open changes with its run.
 *
 * @param read the report of the run whose record this is; undefined where the run is gone
 */
export const registerReports = (
  runs: Pick<Runs, 'onDidChange'>,
  read: (record: string) => Promise<string | undefined>,
): Disposable => {
  const store = new DisposableStore();
  const changes = store.add(new EventEmitter<Uri>());
  store.add(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changes.event,
      provideTextDocumentContent: async ({ query }) =>
        (await read(query)) ?? 'The record of this run has been removed.',
    }),
  );
  store.add(
    runs.onDidChange((changed) => {
      const records = new Set(changed.map(({ record }) => record));
      for (const { uri } of workspace.textDocuments) {
        if (uri.scheme === SCHEME && records.has(uri.query)) changes.fire(uri);
      }
    }),
  );
  return store;
};

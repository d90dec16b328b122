import { EventEmitter, Uri, ViewColumn, window, workspace } from 'vscode';
import { type Disposable, DisposableStore } from '../../../shared/dispose';

/** Shows a text as a document that nobody can write into, beside what is open. */
export type ShowText = (title: string, text: string) => Promise<void>;

const SCHEME = 'parallel-plans-run';

/** Texts that are kept as long as their documents are open. */
export const createReadOnlyTexts = (): Disposable & { readonly show: ShowText } => {
  const store = new DisposableStore();
  const texts = new Map<string, string>();
  const changes = store.add(new EventEmitter<Uri>());
  store.add(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changes.event,
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
    }),
  );
  store.add(workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())));
  return {
    show: async (title, text) => {
      const uri = Uri.from({ scheme: SCHEME, path: `/${title}.txt` });
      texts.set(uri.toString(), text);
      changes.fire(uri);
      await window.showTextDocument(await workspace.openTextDocument(uri), {
        // beside nothing there would be an empty half
        viewColumn: window.tabGroups.activeTabGroup.activeTab ? ViewColumn.Beside : ViewColumn.Active,
        preserveFocus: true,
        preview: true,
      });
    },
    dispose: () => store.dispose(),
  };
};

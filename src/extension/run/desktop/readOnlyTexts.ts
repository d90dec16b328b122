import { EventEmitter, type Tab, TabInputText, Uri, ViewColumn, window, workspace } from 'vscode';
import { type Disposable, DisposableStore } from '../../../shared/dispose';

/** Texts as documents that nobody can write into, each by its title. */
export interface ReadOnlyTexts extends Disposable {
  /** In the place of what is open, to which closing it leads back. */
  show(title: string, text: string): Promise<void>;
  /** Closes its tabs. */
  hide(title: string): Promise<void>;
}

const SCHEME = 'parallel-plans-run';

const uriOf = (title: string): Uri => Uri.from({ scheme: SCHEME, path: `/${title}.txt` });

/** Texts that are kept as long as their documents are open. */
export const createReadOnlyTexts = (): ReadOnlyTexts => {
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
      const uri = uriOf(title);
      texts.set(uri.toString(), text);
      changes.fire(uri);
      await window.showTextDocument(await workspace.openTextDocument(uri), {
        viewColumn: ViewColumn.Active,
        preserveFocus: true,
        preview: true,
      });
    },
    hide: async (title) => {
      const uri = uriOf(title).toString();
      const isOpen = ({ input }: Tab): boolean =>
        input instanceof TabInputText && input.uri.toString() === uri;
      const open = window.tabGroups.all.flatMap(({ tabs }) => tabs.filter(isOpen));
      if (open.length > 0) await window.tabGroups.close(open, true);
    },
    dispose: () => store.dispose(),
  };
};

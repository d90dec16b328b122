import { commands, type Disposable, Uri, window, workspace } from 'vscode';

const SCHEME = 'parallel-plans-proposal';
const texts = new Map<string, string>();
let count = 0;

/** Serves texts that are not files, for comparisons. */
export const registerProposed = (): Disposable =>
  workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: ({ query }) => texts.get(query) ?? '',
  });

/** A document with this text that only lives until {@link closeProposed}. */
export const proposed = (name: string, text: string): Uri => {
  const query = String(count++);
  texts.set(query, text);
  return Uri.from({ scheme: SCHEME, path: `/${name}`, query });
};

/** Shows what files would be or become, all in one editor: present (undefined for a new one) and proposed text. */
export const showChanges = async (
  title: string,
  changes: readonly { readonly uri: Uri; readonly before: Uri | undefined; readonly after: Uri }[],
): Promise<void> => {
  await commands.executeCommand(
    'vscode.changes',
    title,
    changes.map(({ uri, before, after }) => [uri, before, after]),
  );
};

/** Closes the comparison of this title and lets go of the texts. */
export const closeProposed = async (title: string): Promise<void> => {
  const tabs = window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ label }) => label.startsWith(title));
  await window.tabGroups.close(tabs);
  texts.clear();
};

import { commands, type Disposable, type Tab, TabInputText, Uri, window, workspace } from 'vscode';

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

/** Shows new documents one at a time, as the plain texts they would be; the focus stays where it is. */
export interface ShownProposed {
  /** Shows this one in the place of the one before. */
  show(file: { readonly name: string; readonly content: string }): void;
  /** Closes what is shown and lets go of the texts. */
  close(): Promise<void>;
}

/** One editor beside those that are open, of which none is replaced or moved. */
export const showProposed = (): ShownProposed => {
  const known = new Map<string, Uri>();
  let wanted: Uri | undefined;
  let working: Promise<void> = Promise.resolve();
  const catchUp = async (): Promise<void> => {
    const uri = wanted;
    if (uri === undefined) return;
    await window.showTextDocument(uri, { preview: false, preserveFocus: true });
    await closeTabs(({ input }) => isOneOf(known.values(), input, uri));
  };
  return {
    show: ({ name, content }) => {
      const uri = known.get(name) ?? proposed(name, content);
      known.set(name, uri);
      if (wanted === uri) return;
      wanted = uri;
      // what a person went past meanwhile is not opened
      working = working.then(() => (wanted === uri ? catchUp() : undefined)).catch(() => undefined);
    },
    close: async () => {
      wanted = undefined;
      await working;
      await closeTabs(({ input }) => isOneOf(known.values(), input));
      for (const { query } of known.values()) texts.delete(query);
    },
  };
};

const isOneOf = (uris: Iterable<Uri>, input: unknown, except?: Uri): boolean =>
  input instanceof TabInputText &&
  [...uris].some((uri) => uri !== except && uri.toString() === input.uri.toString());

const closeTabs = async (isMeant: (tab: Tab) => boolean): Promise<void> => {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs).filter(isMeant);
  if (tabs.length > 0) await window.tabGroups.close(tabs, true);
};

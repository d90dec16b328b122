import { type InitializeParams, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import { actionKinds } from '../action/actions';
import { renameSupportOf } from '../rename';

/** What the server can do for such a client, as it answers `initialize`. */
export const initializeResult = (
  { rename }: ReturnType<typeof capabilitiesOf>,
  formatsJson: boolean,
): InitializeResult => ({
  serverInfo: { name: 'Parallel Plans' },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    codeLensProvider: {},
    codeActionProvider: {
      codeActionKinds: [...actionKinds],
      resolveProvider: true,
    },
    hoverProvider: true,
    inlayHintProvider: { resolveProvider: true },
    foldingRangeProvider: true,
    documentFormattingProvider: formatsJson,
    completionProvider: { triggerCharacters: ['"', '.', ' ', '#', '*'] },
    definitionProvider: true,
    implementationProvider: true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    documentLinkProvider: {},
    referencesProvider: true,
    renameProvider: rename.prepare ? { prepareProvider: true } : true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
});

/** What the client can do; before it said so, nothing. */
export const capabilitiesOf = (params: InitializeParams | undefined) => ({
  configuration: params?.capabilities.workspace?.configuration ?? false,
  folders: params?.capabilities.workspace?.workspaceFolders ?? false,
  lensRefresh: params?.capabilities.workspace?.codeLens?.refreshSupport ?? false,
  hintRefresh: params?.capabilities.workspace?.inlayHint?.refreshSupport ?? false,
  snippets: params?.capabilities.textDocument?.completion?.completionItem?.snippetSupport ?? false,
  rename: renameSupportOf(params?.capabilities),
  actionResolve:
    params?.capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') ?? false,
});

/** The folders a client opened, in the words of old and new clients. */
export const foldersOf = ({ workspaceFolders, rootUri }: InitializeParams): readonly string[] => {
  const folders = (workspaceFolders ?? []).map(({ uri }) => uri);
  return folders.length === 0 && rootUri ? [rootUri] : folders;
};

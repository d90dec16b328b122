import {
  CodeLensRefreshRequest,
  type Connection,
  InlayHintRefreshRequest,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Engine } from '../../engine/engine';
import type { Logger } from '../../engine/files';
import { type Disposable, DisposableStore } from '../../shared/dispose';
import type { Pace } from '../../shared/pace';
import { capabilitiesOf, foldersOf, initializeResult } from './capabilities';
import { createPublisher } from './publish';
import { createRefresher } from './refresh';
import { answerRequests } from './requests';
import { member, SettingsCache } from './settings';

export interface LanguageServerOptions {
  readonly logger: Logger;
  /** The client draws `$(name)` in titles as an icon. */
  readonly icons: boolean;
  /** Whether the client runs plans, asked with each answer; none does where it is left out. */
  readonly canRun?: (() => boolean) | undefined;
  /** The page that documents every rule under a heading named like its code. */
  readonly rulesUrl: string;
  /**
   * The client knows JSON and the schema of parallel.json: it reports malformed JSON of open documents and completes
   * keys, values and snippets of the schema itself, so this server leaves them out.
   */
  readonly clientChecksJson: boolean;
  /** The client has no formatter for JSON of its own, so this server lays out parallel.json too. */
  readonly formatsJson: boolean;
  /**
   * Read when the client names no folder; where it names some, those are read. Left out where the engine has its
   * roots from elsewhere.
   */
  readonly rootsWithoutFolders?: readonly string[];
  /**
   * Takes the labels that documents are read with from now on (the setting `parallelPlans.labels`): what the client
   * says, undefined where it says nothing, with the folders that are read. Left out where somebody else sets them.
   */
  readonly useLabels?: (labels: unknown, folders: readonly string[]) => void;
  /** Where others wait for this thread: the diagnostics of a large workspace make room for them. */
  readonly pace?: Pace | undefined;
}

/**
 * Serves the engine's snapshot over `connection` and writes open documents into the engine's overlay.
 * Starts listening; the engine stays the caller's, who refreshes and disposes it.
 */
export const createLanguageServer = (
  connection: Connection,
  engine: Engine,
  options: LanguageServerOptions,
): Disposable => {
  const store = new DisposableStore();
  const documents = new TextDocuments(TextDocument);
  const versionOf = (uri: string): number | undefined => documents.get(uri)?.version;
  const settings = new SettingsCache(connection);
  const publisher = createPublisher({
    connection,
    engine,
    settings,
    versionOf,
    rulesUrl: options.rulesUrl,
    clientChecksJson: options.clientChecksJson,
    logger: options.logger,
    pace: options.pace,
  });
  const refreshLenses = createRefresher(connection, CodeLensRefreshRequest.type, options.logger);
  const refreshHints = createRefresher(connection, InlayHintRefreshRequest.type, options.logger);
  let supports = capabilitiesOf(undefined);
  let named: readonly string[] = [];

  connection.onInitialize((params) => {
    supports = capabilitiesOf(params);
    settings.supported = supports.configuration;
    named = foldersOf(params);
    settings.setFolders(named);
    return initializeResult(supports, options.formatsJson);
  });
  const roots = (): readonly string[] => (named.length > 0 ? named : (options.rootsWithoutFolders ?? []));
  const readLabels = async (): Promise<void> => {
    const section: unknown = supports.configuration
      ? await connection.workspace.getConfiguration('parallelPlans')
      : undefined;
    options.useLabels?.(member(section, 'labels'), roots());
  };
  connection.onInitialized(() => {
    if (supports.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const folders = ((await connection.workspace.getWorkspaceFolders()) ?? []).map(({ uri }) => uri);
        settings.setFolders(folders);
        await engine.setRoots(folders);
      });
    }
    if (options.rootsWithoutFolders) {
      readLabels()
        .then(() => engine.setRoots(roots()))
        .catch((error: unknown) => options.logger.error('The folders could not be read', error));
    }
    publisher.publish();
  });
  const changed = (): void => {
    publisher.publish();
    if (supports.lensRefresh) refreshLenses();
    if (supports.hintRefresh) refreshHints();
  };
  connection.onDidChangeConfiguration(() => {
    settings.forget();
    changed();
    if (!options.useLabels) return;
    readLabels()
      .then(() => engine.reload())
      .catch((error: unknown) => options.logger.error('The plans could not be read again', error));
  });
  store.add(engine.onDidChange(changed));

  store.add(
    documents.onDidChangeContent(({ document }) => engine.openDocument(document.uri, document.getText())),
  );
  store.add(documents.onDidClose(({ document }) => engine.closeDocument(document.uri)));

  const { window } = connection;
  answerRequests(connection, {
    engine,
    documents,
    settingsOf: (uri) => settings.of(uri),
    supports: () => supports,
    refusals: {
      log: (title, uri, reason) => options.logger.warn(`${title} in ${uri}: ${reason.message}`),
      tell: (reason) => window.showWarningMessage(reason.message),
    },
    icons: options.icons,
    canRun: options.canRun ?? (() => false),
    clientChecksJson: options.clientChecksJson,
  });

  store.add(documents.listen(connection));
  store.add(connection);
  connection.listen();
  return store;
};

import type { Connection } from 'vscode-languageserver';
import type { Engine } from '../engine/engine';
import type { Logger } from '../engine/files';
import { diagnosticsOf } from './diagnostics';
import type { SettingsCache } from './settings';

export interface Publisher {
  /** Brings the client's diagnostics up to the engine's snapshot; calls meanwhile are answered by one more run. */
  publish(): void;
  /** Resolves when nothing is left to publish. */
  settled(): Promise<void>;
}

interface PublisherOptions {
  readonly connection: Connection;
  readonly engine: Engine;
  readonly settings: SettingsCache;
  readonly versionOf: (uri: string) => number | undefined;
  readonly rulesUrl: string;
  /** The client reports malformed JSON of open documents itself. */
  readonly clientChecksJson: boolean;
  readonly logger: Logger;
}

/** The code of what any JSON editor finds by itself. */
const jsonSyntax = 'json-syntax';

/** Pushes the diagnostics of every document with findings, only where they changed, and clears what went. */
export const createPublisher = (options: PublisherOptions): Publisher => {
  const { connection, engine, settings, versionOf, rulesUrl, clientChecksJson, logger } = options;
  /** What the client was told last, by document. */
  const told = new Map<string, string>();
  let running: Promise<void> | undefined;
  let again = false;

  const publishOne = async (uri: string): Promise<void> => {
    const documentSettings = await settings.of(uri);
    const version = versionOf(uri);
    const isReported = clientChecksJson && version !== undefined;
    const diagnostics = diagnosticsOf(engine.snapshot, uri, documentSettings, rulesUrl).filter(
      ({ code }) => !isReported || code !== jsonSyntax,
    );
    const content = JSON.stringify([version, diagnostics]);
    if (told.get(uri) === content || (diagnostics.length === 0 && !told.has(uri))) return;
    if (diagnostics.length === 0) told.delete(uri);
    else told.set(uri, content);
    await connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  };

  const run = async (): Promise<void> => {
    do {
      again = false;
      const documents = new Set([...engine.snapshot.findings.map(({ uri }) => uri), ...told.keys()]);
      for (const uri of documents) await publishOne(uri);
    } while (again);
  };

  return {
    publish: () => {
      again = true;
      running ??= run()
        .catch((error: unknown) => logger.error('Diagnostics could not be published', error))
        .finally(() => {
          running = undefined;
        });
    },
    settled: () => running ?? Promise.resolve(),
  };
};

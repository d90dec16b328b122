import type { Connection } from 'vscode-languageserver';
import type { Engine } from '../../engine/engine';
import type { Logger } from '../../engine/files';
import type { Finding } from '../../engine/rule/finding';
import { fingerprint } from '../../shared/fingerprint';
import { breathe, type Pace } from '../../shared/pace';
import { diagnosticsOf } from '../diagnostics';
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
  readonly pace?: Pace | undefined;
}

/** What the client was told last about a document, and what that was made of. */
interface Told {
  /** Compared by identity. */
  readonly findings: readonly Finding[];
  readonly version: number | undefined;
  readonly settings: number;
  /** Fingerprint of what was sent. */
  readonly content: string;
}

/** The content where the client shows nothing. */
const NOTHING = '';

/** The code of what any JSON editor finds by itself. */
const jsonSyntax = 'json-syntax';

/** Pushes the diagnostics of every document with findings, only where they changed, and clears what went. */
export const createPublisher = (options: PublisherOptions): Publisher => {
  const { connection, engine, settings, versionOf, rulesUrl, clientChecksJson, logger, pace } = options;
  const told = new Map<string, Told>();
  let running: Promise<void> | undefined;
  let again = false;

  /** Most documents of a workspace: nothing that their diagnostics are made of is another. */
  const isUpToDate = (uri: string): boolean => {
    const last = told.get(uri);
    return (
      last?.findings === engine.snapshot.findingsOf(uri) &&
      last.version === versionOf(uri) &&
      last.settings === settings.generation
    );
  };

  const publishOne = async (uri: string): Promise<void> => {
    const documentSettings = await settings.of(uri);
    const version = versionOf(uri);
    const findings = engine.snapshot.findingsOf(uri);
    const isReported = clientChecksJson && version !== undefined;
    const diagnostics = diagnosticsOf(engine.snapshot, uri, documentSettings, rulesUrl).filter(
      ({ code }) => !isReported || code !== jsonSyntax,
    );
    const before = told.get(uri)?.content ?? NOTHING;
    const content = diagnostics.length === 0 ? NOTHING : fingerprint(JSON.stringify([version, diagnostics]));
    const now: Told = { findings, version, settings: settings.generation, content };
    if (before !== content)
      await connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
    if (findings.length === 0) told.delete(uri);
    else told.set(uri, now);
  };

  const publishChanged = async (): Promise<void> => {
    await breathe(pace);
    const documents = new Set([...engine.snapshot.findings.map(({ uri }) => uri), ...told.keys()]);
    for (const uri of documents) {
      if (isUpToDate(uri)) continue;
      await breathe(pace);
      await publishOne(uri);
    }
  };

  /** Ends in the same turn in which it finds nothing left to do, so that no call comes in between. */
  const run = async (): Promise<void> => {
    do {
      again = false;
      await publishChanged().catch((error: unknown) =>
        logger.error('Diagnostics could not be published', error),
      );
    } while (again);
    running = undefined;
  };

  return {
    publish: () => {
      again = true;
      running ??= run();
    },
    settled: () => running ?? Promise.resolve(),
  };
};

import { Disposable } from 'vscode';
import { LanguageClient, RevealOutputChannelOn } from 'vscode-languageclient';
import { createEngine } from '../engine/createEngine';
import { dashboard } from '../engine/dashboard/dashboardTable';
import { readPlaceholders } from '../engine/document/work/placeholders';
import { graphFormats } from '../engine/export/formats';
import type { FileSystem, Logger } from '../engine/files';
import type { History } from '../engine/history';
import { scheduler } from '../engine/schedule/scheduler';
import { complianceReport } from '../engine/validate/complianceReport';
import { connectInMemory, createMemoryTransports } from '../language/server/memoryTransports';
import { createLanguageServer } from '../language/server/server';
import type { Pace } from '../shared/pace';
import type { PlaceFor } from './creation/batchPlace';
import { documentSelector } from './documents';
import { catchUpWithDisk } from './files/catchUp';
import { letGoOfRemoved } from './files/letGo';
import { followSettings, useLabels } from './followSettings';
import { onlyRealDocuments, refuseRenames } from './middleware';
import type { Runtime, RuntimeOptions } from './platform';

/** How the runtime reaches files. */
export interface RuntimeFiles {
  readonly create: (logger: Logger) => FileSystem;
  readonly placeFor: PlaceFor;
  readonly createPace: () => Pace;
  /** Version control, where there is any. */
  readonly createHistory?: (logger: Logger) => History;
  /** Whether plans are run here; they never are where it is left out. */
  readonly canRun?: () => boolean;
}

/** One engine, and a language server over it in this very process. */
export const startRuntime = async (options: RuntimeOptions, files: RuntimeFiles): Promise<Runtime> => {
  const { logger, log, roots, rulesUrl } = options;
  const pace = files.createPace();
  useLabels(logger);
  const engine = createEngine({
    files: files.create(logger),
    logger,
    roots,
    schemaFindings: false,
    pace,
    history: files.createHistory?.(logger),
  });
  const changes = Disposable.from(
    followSettings(engine, logger),
    catchUpWithDisk(engine, logger),
    letGoOfRemoved(engine),
  );
  const transports = createMemoryTransports();
  const server = createLanguageServer(connectInMemory(transports.server), engine, {
    logger,
    icons: true,
    canRun: files.canRun,
    clientChecksJson: true,
    formatsJson: false,
    rulesUrl,
    pace,
  });
  const client = new LanguageClient('parallelPlans', 'Parallel Plans', async () => transports.client, {
    documentSelector,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    synchronize: { configurationSection: 'parallelPlans' },
    middleware: { ...onlyRealDocuments, ...refuseRenames },
  });
  const connected = client
    .start()
    .catch((error: unknown) => logger.error('The language features could not start', error));
  return {
    engine,
    isRead: engine.refresh(),
    connected,
    placeFor: files.placeFor,
    placeholdersIn: readPlaceholders,
    graphFormats,
    complianceReport,
    dashboard,
    scheduler,
    stop: async () => {
      changes.dispose();
      await connected;
      await client.stop();
      server.dispose();
      engine.dispose();
    },
  };
};

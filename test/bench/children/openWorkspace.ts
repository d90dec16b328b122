// Opens a workspace as the extension does, and reports on file descriptor 3 what that cost.
import 'vscode-languageserver-protocol/node';
import { writeSync } from 'node:fs';
import { createProtocolConnection } from 'vscode-languageserver-protocol';
import { createEngine } from '../../../src/engine/createEngine';
import { connectInMemory, createMemoryTransports } from '../../../src/language/server/memoryTransports';
import { createLanguageServer } from '../../../src/language/server/server';
import { createDiskFiles, uriOfPath } from '../../../src/node/diskFiles';
import { createNodePace } from '../../../src/node/pace';
import { failingLogger as logger } from '../../support/failingLogger';
import { meterStretches } from '../stretch';

export interface OpeningFigures {
  readonly megabytes: number;
  readonly longestStretch: number;
  readonly firstPlans: number;
  readonly finished: number;
  readonly snapshots: number;
  readonly plans: number;
  readonly complete: number;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const usedBytes = (): number => {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const open = async (root: string): Promise<OpeningFigures> => {
  const pace = createNodePace();
  const engine = createEngine({
    files: { ...createDiskFiles(logger), watch: () => ({ dispose: () => undefined }) },
    logger,
    roots: [uriOfPath(root)],
    schemaFindings: false,
    pace,
  });
  const { client, server } = createMemoryTransports();
  createLanguageServer(connectInMemory(server), engine, {
    logger,
    icons: true,
    clientChecksJson: true,
    formatsJson: false,
    rulesUrl: 'https://rules.test/rules.md',
    pace,
  });
  const connection = createProtocolConnection(client.reader, client.writer);
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  await pause(50);
  const before = usedBytes();
  const started = performance.now();
  let firstPlans = 0;
  let snapshots = 0;
  engine.onDidChange(({ plans }) => {
    snapshots++;
    if (firstPlans === 0 && plans.length > 0) firstPlans = performance.now() - started;
  });
  const meter = meterStretches();
  await engine.refresh();
  const finished = performance.now() - started;
  await pause(1000);
  const longestStretch = meter.take();
  meter.stop();
  const { plans } = engine.snapshot;
  return {
    megabytes: (usedBytes() - before) / 1024 / 1024,
    longestStretch,
    firstPlans,
    finished,
    snapshots,
    plans: plans.length,
    complete: plans.reduce((sum, { progress }) => sum + progress.complete, 0),
  };
};

open(process.argv[2] ?? '.').then(
  (figures) => {
    writeSync(3, JSON.stringify(figures));
    process.exit(0);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

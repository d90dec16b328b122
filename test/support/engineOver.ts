import { createEngine } from '../../src/engine/createEngine';
import type { Engine } from '../../src/engine/engine';
import type { History } from '../../src/engine/history';
import type { AnalysedPlan } from '../../src/engine/model/analysis';
import { planDocument } from './documents.mjs';
import { failingLogger } from './failingLogger';
import { type MemoryFiles, memoryFiles, uriOf } from './memoryFiles';

export interface TestEngine {
  readonly engine: Engine;
  readonly files: MemoryFiles;
  /** The plan of that name in the present snapshot; fails where there is none. */
  plan(name: string): AnalysedPlan;
  /** Waits until everything that was changed has been read. */
  settled(): Promise<void>;
}

/** An engine over files in memory below `/w`, already refreshed. A logged error fails the test. */
export const engineOver = async (
  record: Readonly<Record<string, string>>,
  history?: History,
): Promise<TestEngine> => {
  const files = memoryFiles(record);
  const engine = createEngine({
    files,
    logger: failingLogger,
    roots: [uriOf('/w')],
    schemaFindings: false,
    history,
  });
  await engine.refresh();
  return {
    engine,
    files,
    plan: (name) =>
      engine.snapshot.plans.find((plan) => plan.name === name) ?? failingLogger.error(`no plan ${name}`),
    settled: async () => void (await engine.refresh()),
  };
};

/** A PLAN text that defines the ids, with extra lines below a definition where given. */
export const planOf = (
  name: string,
  ids: readonly string[],
  extra: Readonly<Record<string, string>> = {},
): string =>
  planDocument(
    name,
    ids.map((id) => [id, { priority: '1', lines: extra[id] ? [extra[id]] : [] }]),
  );

/** A document whose header names an achievement. */
export const headed = (id: string): string =>
  `# Document\n\n**Achievement**: ${id}\n**Status**: In Progress\n`;

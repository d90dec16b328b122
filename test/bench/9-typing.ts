import 'vscode-languageserver-protocol/node';
import assert from 'node:assert/strict';
import { createProtocolConnection } from 'vscode-languageserver-protocol';
import type { CompletionItem, Hover } from 'vscode-languageserver-types';
import { createEngine } from '../../src/engine/createEngine';
import { LineIndex } from '../../src/engine/model/text';
import { connectInMemory, createMemoryTransports } from '../../src/language/server/memoryTransports';
import { createLanguageServer } from '../../src/language/server/server';
import { failingLogger as logger } from '../support/failingLogger';
import { memoryFiles, uriOf } from '../support/memoryFiles';
import { generatePlan, parallelText } from './plans';
import type { Job } from './support';

const PLAN = '/w/PLAN_BENCH.md';
const PARALLEL = '/w/parallel.json';

/** A language server over a plan of 5,000 achievements with both documents open, and how to ask it. */
const serverOver = async (plan: string, parallel: string) => {
  const files = memoryFiles({ [PLAN]: plan, [PARALLEL]: parallel });
  const engine = createEngine({ files, logger, roots: [uriOf('/w')], schemaFindings: false });
  await engine.refresh();
  const transports = createMemoryTransports();
  const server = createLanguageServer(connectInMemory(transports.server), engine, {
    logger,
    icons: false,
    clientChecksJson: true,
    formatsJson: false,
    rulesUrl: 'https://rules.test/rules.md',
  });
  const client = createProtocolConnection(transports.client.reader, transports.client.writer);
  client.listen();
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  const open = (path: string, languageId: string, text: string): Promise<void> =>
    client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uriOf(path), languageId, version: 1, text },
    });
  await open(PLAN, 'markdown', plan);
  await open(PARALLEL, 'json', parallel);
  const ask = <T>(method: string, path: string, text: string, offset: number): (() => Promise<T>) => {
    const position = new LineIndex(text).positionAt(offset);
    const params = { textDocument: { uri: uriOf(path) }, position };
    return () => client.sendRequest<T>(`textDocument/${method}`, params);
  };
  const stop = (): void => {
    client.dispose();
    server.dispose();
    engine.dispose();
  };
  return { ask, stop };
};

/** The last place of a text, where there is most to look through. */
const behindLast = (text: string, part: string): number => text.lastIndexOf(part) + part.length;

export const job: Job = {
  row: '9',
  name: 'completion and hover, 5,000 achievements',
  rounds: 21,
  prepare: async () => {
    const made = generatePlan({
      name: 'BENCH',
      seed: 9,
      priorities: 100,
      perPriority: 50,
      body: 'definition',
    });
    const parallel = parallelText(made);
    const plan = made.text.replace('## 📊', '\n\n## 📊');
    const { ask, stop } = await serverOver(plan, parallel);
    const list = behindLast(parallel, '"dependencies": [');
    const ids = ask<CompletionItem[]>('completion', PARALLEL, parallel, list);
    const file = ask<CompletionItem[]>('completion', PARALLEL, parallel, parallel.lastIndexOf('}\n  ]') + 1);
    const start = ask<CompletionItem[]>('completion', PLAN, plan, plan.indexOf('\n## 📊'));
    const hover = ask<Hover | null>('hover', PLAN, plan, behindLast(plan, '**Achievement '));
    const parse = () => JSON.parse(parallel);
    const other = 'JSON.parse of that file';
    const target = { kind: 'at-most', amount: 10 } as const;
    return {
      contenders: [
        { name: '4,999 ids in parallel.json', run: ids },
        { name: 'between its achievements', run: file },
        { name: 'a new line of the PLAN', run: start },
        { name: 'hover in the PLAN', run: hover },
        { name: other, run: parse },
      ],
      comparisons: [
        { ours: '4,999 ids in parallel.json', other, target },
        { ours: 'between its achievements', other, target },
        { ours: 'a new line of the PLAN', other, target },
        { ours: 'hover in the PLAN', other, target },
      ],
      check: async () => {
        assert.ok((await ids()).length >= 4_990);
        assert.ok((await start()).some(({ label }) => label === 'Achievement 100.51'));
        assert.deepEqual(await file(), []);
        assert.ok(await hover());
      },
      tearDown: stop,
    };
  },
};

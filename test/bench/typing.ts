import 'vscode-languageserver-protocol/node';
import {
  type CodeLens,
  createProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { createEngine } from '../../src/engine/createEngine';
import { LineIndex } from '../../src/engine/model/text';
import { connectInMemory, createMemoryTransports } from '../../src/language/server/memoryTransports';
import { createLanguageServer } from '../../src/language/server/server';
import { createNodePace } from '../../src/node/pace';
import { failingLogger as logger } from '../support/failingLogger';
import { memoryFiles, uriOf } from '../support/memoryFiles';
import { meterStretches } from './stretch';

export interface TypingFigures {
  /** Milliseconds from a key to the diagnostics of the text it made, at worst. */
  readonly diagnostics: number;
  /** From a key to the lenses of that text, the client's request for them included. */
  readonly lenses: number;
  readonly longestStretch: number;
  readonly message: string;
  readonly lensTitles: number;
}

/**
 * Engine, server and a client as VS Code is one, in this process, with the PLAN at `path` open. That its titles are
 * others now is said in `differing`.
 */
export const openTyping = async (
  files: Readonly<Record<string, string>>,
  path: string,
  differing: string,
) => {
  const text = files[path] ?? '';
  const textDocument = { uri: uriOf(path) };
  const pace = createNodePace();
  const engine = createEngine({
    files: memoryFiles(files),
    logger,
    roots: [uriOf('/w')],
    schemaFindings: false,
    pace,
  });
  const transports = createMemoryTransports();
  const server = createLanguageServer(connectInMemory(transports.server), engine, {
    logger,
    icons: true,
    clientChecksJson: true,
    formatsJson: false,
    rulesUrl: 'https://rules.test/rules.md',
    pace,
  });
  const client = createProtocolConnection(transports.client.reader, transports.client.writer);
  let version = 1;
  /** The title as typed, by version. */
  const titles = new Map<number, string>();
  let messages = '';
  let lenses: readonly CodeLens[] = [];
  const told = new Map<number, number>();
  const shown = new Map<number, number>();
  let heard: () => void = () => undefined;
  const note = (times: Map<number, number>, latest: number): void => {
    for (let each = latest; each > 0 && !times.has(each); each--) times.set(each, performance.now());
    heard();
  };
  client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    if (params.uri !== uriOf(differing)) return;
    messages = params.diagnostics.map(({ message }) => message).join('\n');
    for (const [each, title] of titles) if (messages.includes(`"${title}"`)) note(told, each);
  });
  client.onRequest('workspace/configuration', () => [{}]);
  client.onRequest('workspace/codeLens/refresh', () => {
    const asked = version;
    client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument }).then((answer) => {
      lenses = answer;
      note(shown, asked);
    }, logger.error);
    return null;
  });
  client.listen();
  const capabilities = { workspace: { configuration: true, codeLens: { refreshSupport: true } } };
  const workspaceFolders = [{ uri: uriOf('/w'), name: 'w' }];
  await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders });
  await client.sendNotification('initialized', {});
  await engine.refresh();
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { ...textDocument, languageId: 'markdown', version, text },
  });

  const settled = async (): Promise<void> => {
    while (!told.has(version) || !shown.has(version)) {
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    }
  };

  const lines = new LineIndex(text);
  /** Exchanges `before`, which stands `at` characters behind where a title began, for `after`. */
  const change = (title: string, at: number, before: string, after: string): Promise<void> => {
    const { line, character } = lines.positionAt(text.indexOf(title));
    const start = { line, character: character + at };
    const end = { line, character: start.character + before.length };
    return client.sendNotification('textDocument/didChange', {
      textDocument: { ...textDocument, version },
      contentChanges: [{ range: { start, end }, text: after }],
    });
  };

  /** Types in front of a title, each key `gap` milliseconds after the one before; 0: as quickly as can be. */
  const type = async (title: string, keys: string, gap: number): Promise<TypingFigures> => {
    const meter = meterStretches();
    const pressed: (readonly [version: number, at: number])[] = [];
    for (let at = 0; at < keys.length; at++) {
      titles.set(++version, keys.slice(0, at + 1) + title);
      pressed.push([version, performance.now()]);
      await change(title, at, '', keys.charAt(at));
      if (gap > 0) await new Promise((resolve) => setTimeout(resolve, gap));
    }
    await settled();
    const longestStretch = meter.take();
    meter.stop();
    const typed = messages;
    // without a pause between them, what comes before the last may be passed over
    const counted = gap > 0 ? pressed : pressed.slice(-1);
    const worst = (times: ReadonlyMap<number, number>): number =>
      Math.max(...counted.map(([each, at]) => (times.get(each) ?? Number.NaN) - at));
    const figures = { diagnostics: worst(told), lenses: worst(shown), longestStretch };
    titles.set(++version, `x${title}`);
    await change(title, 0, keys, 'x');
    await settled();
    version++;
    await change(title, 0, 'x', '');
    return { ...figures, message: typed, lensTitles: lenses.length };
  };

  const stop = (): void => {
    client.dispose();
    server.dispose();
    engine.dispose();
  };
  return { type, stop };
};

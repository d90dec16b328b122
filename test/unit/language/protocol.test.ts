import 'vscode-languageserver-protocol/node';
import assert from 'node:assert/strict';
import {
  type ConfigurationParams,
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type FoldingRange,
  type Hover,
  type InlayHint,
  MarkupContent,
  type TextEdit,
} from 'vscode-languageserver-types';
import { connectInMemory, createMemoryTransports } from '../../../src/language/server/memoryTransports';
import { createLanguageServer } from '../../../src/language/server/server';
import type { Disposable } from '../../../src/shared/dispose';
import { engineOver, type TestEngine } from '../../support/engineOver';
import { failingLogger } from '../../support/failingLogger';
import { uriOf } from '../../support/memoryFiles';
import { parallelPath, parallelText, parallelUri, planPath, planText, planUri } from './workspace';

const capabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
  textDocument: { codeAction: { resolveSupport: { properties: ['edit'] } } },
};

/** A client that remembers what it was told. */
class Client {
  readonly connection: ProtocolConnection;
  readonly #server: Disposable;
  readonly diagnostics = new Map<string, PublishDiagnosticsParams>();
  lensRefreshes = 0;
  hintRefreshes = 0;
  configuration: unknown = {};
  /** Whose settings it was asked for. */
  readonly asked: (string | undefined)[] = [];
  folders = [{ uri: 'file:///w', name: 'w' }];
  #told: () => void = () => undefined;

  constructor({ engine }: TestEngine) {
    const transports = createMemoryTransports();
    this.#server = createLanguageServer(connectInMemory(transports.server), engine, {
      logger: failingLogger,
      icons: false,
      clientChecksJson: true,
      formatsJson: true,
      rulesUrl: 'https://rules.test/rules.md',
    });
    const { connection } = {
      connection: createProtocolConnection(transports.client.reader, transports.client.writer),
    };
    this.connection = connection;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.diagnostics.set(params.uri, params);
      this.#told();
    });
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) => {
      this.asked.push(...items.map(({ scopeUri }) => scopeUri));
      return [this.configuration];
    });
    connection.onRequest('workspace/workspaceFolders', () => this.folders);
    connection.onRequest('workspace/codeLens/refresh', () => {
      this.lensRefreshes++;
      return null;
    });
    connection.onRequest('workspace/inlayHint/refresh', () => {
      this.hintRefreshes++;
      return null;
    });
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
  }

  async start(extra: object = {}): Promise<unknown> {
    const result = await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { ...capabilities, ...extra },
      workspaceFolders: this.folders,
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  open(uri: string, languageId: string, text: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Resolves with the diagnostics of a document once `accept` likes them. */
  async told(
    uri: string,
    accept: (params: PublishDiagnosticsParams) => boolean,
  ): Promise<PublishDiagnosticsParams> {
    for (;;) {
      const params = this.diagnostics.get(uri);
      if (params && accept(params)) return params;
      await new Promise<void>((resolve) => {
        this.#told = resolve;
      });
    }
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    this.#server.dispose();
  }
}

const files = {
  [planPath]: planText,
  [parallelPath]: parallelText({ '1.1': [], '1.2': ['1.1'], '1.3': ['1.2'] }),
};

describe('the language server over a line in memory', () => {
  let workspace: TestEngine;
  let client: Client;

  beforeEach(async () => {
    workspace = await engineOver(files);
    client = new Client(workspace);
    await client.start();
  });
  afterEach(() => client.stop());

  it('follows unsaved text edit by edit, and clears what was mended', async () => {
    await client.open(parallelUri, 'json', files[parallelPath] ?? '');
    const edit = (version: number, line: number, from: number, to: number, text: string) =>
      client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: parallelUri, version },
        contentChanges: [{ range: { start: { line, character: from }, end: { line, character: to } }, text }],
      });
    const line = (files[parallelPath] ?? '')
      .split('\n')
      .findIndex((each) => each.includes('      "1.1"') || each.trim() === '"1.1"');
    const column = ((files[parallelPath] ?? '').split('\n')[line] ?? '').indexOf('1.1');
    await edit(2, line, column, column + 3, '7.7');
    const params = await client.told(parallelUri, ({ diagnostics }) => diagnostics.length > 0);
    assert.equal(params.version, 2);
    assert.match(String(params.diagnostics[0]?.message), /7\.7/);
    assert.equal(params.diagnostics[0]?.range.start.line, line);
    await edit(3, line, column, column + 3, '1.1');
    const cleared = await client.told(parallelUri, ({ diagnostics }) => diagnostics.length === 0);
    assert.equal(cleared.version, 3);
  });

  it('reports files nobody opened, and clears them when they go', async () => {
    workspace.files.set(parallelPath, parallelText({ '1.1': ['1.1'], '1.2': [], '1.3': [] }));
    await client.told(parallelUri, ({ diagnostics }) => diagnostics.length > 0);
    workspace.files.delete(parallelPath);
    await client.told(parallelUri, ({ diagnostics }) => diagnostics.length === 0);
  });

  it('asks for the settings of a folder once, whatever documents it has, and of a stranger alone', async () => {
    const away = uriOf('/away/PLAN_AWAY.md');
    await client.open(planUri, 'markdown', '# PLAN: X\n');
    await client.told(planUri, ({ diagnostics }) => diagnostics.length > 0);
    await client.open(parallelUri, 'json', parallelText({ '1.1': ['1.1'] }));
    await client.told(parallelUri, ({ diagnostics }) => diagnostics.length > 0);
    await client.open(away, 'markdown', '# PLAN: AWAY\n');
    await client.told(away, ({ diagnostics }) => diagnostics.length > 0);
    assert.deepEqual(client.asked, ['file:///w', away]);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: planUri } });
    await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: parallelUri } });
    assert.deepEqual(
      client.asked.slice(2).filter((scope) => scope !== away),
      ['file:///w'],
    );
  });

  it('leaves malformed JSON to the client while the document is open', async () => {
    const malformed = '{ "plan_name": "X", "achievements": [ }';
    const isSyntax = (params: PublishDiagnosticsParams): boolean =>
      params.diagnostics.some(({ code }) => code === 'json-syntax');
    workspace.files.set(parallelPath, malformed);
    await client.told(parallelUri, isSyntax);
    await client.open(parallelUri, 'json', malformed);
    await client.told(parallelUri, (params) => !isSyntax(params));
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: parallelUri } });
    await client.told(parallelUri, isSyntax);
  });

  it('answers lenses, hovers and quick fixes', async () => {
    const text = parallelText({ '1.1': [], '1.2': ['1.9'], '1.3': [] });
    await client.open(planUri, 'markdown', planText);
    await client.open(parallelUri, 'json', text);
    const lenses: CodeLens[] = await client.connection.sendRequest('textDocument/codeLens', {
      textDocument: { uri: planUri },
    });
    assert.match(lenses[0]?.command?.title ?? '', /^Batch create SUBPLANs \(level \d+: \d+ missing\)$/);
    assert.ok(
      lenses.every(({ command }) => command),
      'no lens has to be resolved',
    );
    const hover: Hover | null = await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri: planUri },
      position: { line: 6, character: 3 },
    });
    assert.ok(hover);
    const { diagnostics } = await client.told(parallelUri, (params) => params.diagnostics.length > 0);
    const actions: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri: parallelUri },
      range: diagnostics[0]?.range,
      context: { diagnostics },
    });
    assert.ok(actions.length > 0);
    const resolved: CodeAction = await client.connection.sendRequest('codeAction/resolve', actions[0]);
    assert.ok(resolved.edit?.changes?.[parallelUri]?.length);
  });

  it('fixes all that is safe to fix when asked for it, and only then', async () => {
    const text = parallelText({ '1.1': [], '1.2': ['1.2', '1.1', '1.1'], '1.3': ['1.9', '1.3'] });
    await client.open(parallelUri, 'json', text);
    const { diagnostics } = await client.told(parallelUri, (params) => params.diagnostics.length > 3);
    const ask = (only?: readonly string[]): Promise<CodeAction[]> =>
      client.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: parallelUri },
        range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
        context: { diagnostics, ...(only && { only }) },
      });
    const kinds = async (only?: readonly string[]): Promise<readonly (string | undefined)[]> =>
      (await ask(only)).map(({ kind }) => kind);
    assert.ok(!(await kinds()).includes('source.fixAll.parallelPlans'));
    assert.deepEqual(new Set(await kinds(['quickfix'])), new Set(['quickfix']));
    assert.deepEqual(await kinds(['source.fixAll.eslint']), []);
    const [action, ...others] = await ask(['source.fixAll']);
    assert.deepEqual(others, []);
    assert.equal(action?.kind, 'source.fixAll.parallelPlans');
    const resolved: CodeAction = await client.connection.sendRequest('codeAction/resolve', action);
    const after = TextDocument.applyEdits(
      TextDocument.create(parallelUri, 'json', 1, text),
      resolved.edit?.changes?.[parallelUri] ?? [],
    );
    assert.equal(after, parallelText({ '1.1': [], '1.2': ['1.1'], '1.3': ['1.9'] }));
  });

  for (const snippets of [true, false]) {
    it(`completes with ${snippets ? 'snippets for a client that knows' : 'plain text for one without'} them`, async () => {
      const other = new Client(await engineOver(files));
      await other.start({ textDocument: { completion: { completionItem: { snippetSupport: snippets } } } });
      const text = `${planText}\n`;
      await other.open(planUri, 'markdown', text);
      const items: CompletionItem[] = await other.connection.sendRequest('textDocument/completion', {
        textDocument: { uri: planUri },
        position: { line: text.split('\n').length - 1, character: 0 },
        context: { triggerKind: 1 },
      });
      const item = items.find(({ label }) => label === 'Achievement 1.4');
      assert.equal(item?.insertTextFormat, snippets ? 2 : undefined);
      assert.match(String(item?.textEdit?.newText), snippets ? /: \$\{1:Title\}\n/ : /: Title\n/);
      await other.stop();
    });
  }

  it('takes the lenses away when they are switched off', async () => {
    await client.open(planUri, 'markdown', planText);
    client.configuration = { codeLens: { enabled: false } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const lenses = await client.connection.sendRequest('textDocument/codeLens', {
      textDocument: { uri: planUri },
    });
    assert.deepEqual(lenses, []);
  });

  it('gives inlay hints once they are switched on, and asks for new ones when a file changes what they say', async () => {
    await client.open(planUri, 'markdown', planText);
    const hints = (): Promise<InlayHint[] | null> =>
      client.connection.sendRequest('textDocument/inlayHint', {
        textDocument: { uri: planUri },
        range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } },
      });
    assert.equal((await hints())?.length ?? 0, 0);
    client.configuration = { inlayHints: { enabled: true } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const [first] = (await hints()) ?? [];
    assert.equal(first?.label, 'level 0 · ready');
    const resolved: InlayHint = await client.connection.sendRequest('inlayHint/resolve', first);
    assert.ok(MarkupContent.is(resolved.tooltip));
    const before = client.hintRefreshes;
    workspace.files.set('/w/X/execution/feedbacks/APPROVED_11.md', '');
    await workspace.engine.refresh();
    assert.equal((await hints())?.[0]?.label, 'level 0 · complete');
    assert.ok(client.hintRefreshes > before);
  });

  it('sorts parallel.json as a source action and when it lays it out', async () => {
    const text = parallelText({ '1.2': ['1.1'], '1.1': [], '1.3': ['1.2'] });
    const textDocument = { uri: parallelUri };
    await client.open(parallelUri, 'json', text);
    const [action]: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
      textDocument,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.sortAchievements'] },
    });
    assert.ok(action);
    const { edit }: CodeAction = await client.connection.sendRequest('codeAction/resolve', action);
    const edits: TextEdit[] = await client.connection.sendRequest('textDocument/formatting', {
      textDocument,
      options: { tabSize: 2, insertSpaces: true },
    });
    const sorted = parallelText({ '1.1': [], '1.2': ['1.1'], '1.3': ['1.2'] });
    for (const each of [edits, edit?.changes?.[parallelUri] ?? []]) {
      assert.equal(TextDocument.applyEdits(TextDocument.create(parallelUri, 'json', 1, text), each), sorted);
    }
  });

  it('folds a PLAN', async () => {
    await client.open(planUri, 'markdown', planText);
    const ranges: FoldingRange[] = await client.connection.sendRequest('textDocument/foldingRange', {
      textDocument: { uri: planUri },
    });
    assert.ok(ranges.some(({ startLine, endLine }) => startLine === 6 && endLine === 8));
  });

  it('asks for new lenses when a file changes what they say', async () => {
    const before = client.lensRefreshes;
    workspace.files.set('/w/X/subplans/SUBPLAN_X_11.md', '**Achievement**: 1.1\n');
    await workspace.engine.refresh();
    await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: planUri } });
    assert.ok(client.lensRefreshes > before);
  });

  it('reads other folders when the client changes them', async () => {
    const changed = new Promise<void>((resolve) => {
      workspace.engine.onDidChange(({ plans }) => plans.length === 0 && resolve());
    });
    client.folders = [{ uri: 'file:///elsewhere', name: 'elsewhere' }];
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: client.folders, removed: [] },
    });
    await changed;
  });
});

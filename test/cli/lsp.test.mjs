import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { CLI, folderWith, parallelText, planText, removeFolders } from './support.mjs';

/** Milliseconds for anything to happen; the server answers within a fraction of it. */
const PATIENCE = 60_000;

const PLAN = planText({ 1.1: 'Title 1.1', 1.2: ['Title 1.2', '- **Dependencies**: 1.1'] });
const BROKEN = parallelText('X', { 1.1: [], 1.2: ['1.9'] });
const SOUND = parallelText('X', { 1.1: [], 1.2: ['1.1'] });

/** A client of the spawned server. */
const connect = (cwd) => {
  const child = spawn(process.execPath, [CLI, 'lsp', '--stdio'], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  let err = '';
  child.stderr.on('data', (chunk) => (err += chunk));
  const closed = new Promise((done) => child.on('close', (code) => done({ code, err })));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const diagnostics = new Map();
  let told = () => undefined;
  connection.onNotification('textDocument/publishDiagnostics', (params) => {
    diagnostics.set(params.uri, params.diagnostics);
    told();
  });
  connection.listen();
  /** The codes of a document's diagnostics, once `accept` likes them. */
  const codesOf = async (uri, accept) => {
    const giveUp = setTimeout(() => child.kill(), PATIENCE);
    try {
      for (;;) {
        const codes = (diagnostics.get(uri) ?? []).map(({ code }) => code);
        if (accept(codes)) return codes;
        await Promise.race([
          new Promise((done) => (told = done)),
          closed.then(() => assert.fail(`no such diagnostics; last: ${codes}; ${err}`)),
        ]);
      }
    } finally {
      clearTimeout(giveUp);
    }
  };
  return { child, connection, closed, codesOf };
};

const isSound = (codes) => !codes.includes('unknown-dependency') && !codes.includes('json-syntax');

const positionOf = (text, needle, behind = 0) => {
  const before = text.slice(0, text.indexOf(needle) + behind).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
};

describe('lsp', function () {
  this.timeout(2 * PATIENCE);

  let client;
  let root;
  const uri = (...parts) => pathToFileURL(join(root, ...parts)).href;

  const start = async (context, params, files = {}, configuration = undefined) => {
    root = await folderWith(context, { 'a (b)/PLAN_X.md': PLAN, 'a (b)/parallel.json': BROKEN, ...files });
    client = connect(root);
    if (configuration) client.connection.onRequest('workspace/configuration', configuration);
    const result = await client.connection.sendRequest('initialize', {
      processId: process.pid,
      capabilities: {},
      ...params(),
    });
    await client.connection.sendNotification('initialized', {});
    return result;
  };

  const stop = async () => {
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    return client.closed;
  };

  const open = (at, languageId, text) =>
    client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: at, languageId, version: 1, text },
    });

  afterEach(function () {
    client?.child.kill();
    return removeFolders(this);
  });

  const inFolder = () => ({ rootUri: null, workspaceFolders: [{ uri: uri(), name: 'w' }] });
  /** As `vscode-uri` and with it the server spells it. */
  const canonical = (name) => uri('a (b)', name).replace('(', '%28').replace(')', '%29');

  it('gives diagnostics, completion, definition and references like the extension', async function () {
    const { capabilities, serverInfo } = await start(this, inFolder);
    assert.equal(serverInfo.name, 'Parallel Plans');
    assert.ok(capabilities.completionProvider && capabilities.definitionProvider);
    await client.codesOf(canonical('parallel.json'), (codes) => codes.includes('unknown-dependency'));

    // spelt the way Neovim does
    const parallel = uri('a (b)', 'parallel.json').replace('%28', '(');
    await open(parallel, 'json', SOUND);
    await client.codesOf(canonical('parallel.json'), isSound);

    const textDocument = { uri: parallel };
    const position = positionOf(SOUND, '"1.1"\n', 2);
    const items = await client.connection.sendRequest('textDocument/completion', { textDocument, position });
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [['1.1', 'Title 1.1']],
    );
    const definition = await client.connection.sendRequest('textDocument/definition', {
      textDocument,
      position,
    });
    assert.deepEqual(
      definition.map(({ uri: target, range }) => [target, range.start]),
      [[canonical('PLAN_X.md'), positionOf(PLAN, 'Achievement 1.1', 'Achievement '.length)]],
    );
    const references = await client.connection.sendRequest('textDocument/references', {
      textDocument,
      position,
      context: { includeDeclaration: true },
    });
    assert.equal(references.length, 4);

    assert.deepEqual(await stop(), { code: 0, err: '' });
  });

  it('gives hover, outline, workspace symbols and links of a PLAN', async function () {
    await start(this, inFolder, { 'PLAN_Y.md': planText({ 1.1: 'Another' }) });
    await client.codesOf(canonical('parallel.json'), (codes) => codes.includes('unknown-dependency'));
    const plan = `${PLAN}\nSee PLAN_X.md and Achievement 1.2 in PLAN_Y.md.\n`;
    const textDocument = { uri: canonical('PLAN_X.md') };
    await open(textDocument.uri, 'markdown', plan);
    const ask = (method, params) => client.connection.sendRequest(method, { textDocument, ...params });

    const hover = await ask('textDocument/hover', { position: positionOf(plan, 'Achievement 1.2 in', 13) });
    assert.match(hover.contents.value, /^\*\*1\.2 Title/);
    const [priority, ...others] = await ask('textDocument/documentSymbol');
    assert.deepEqual(others, []);
    assert.deepEqual(
      priority.children.map(({ name }) => name),
      ['1.1 Title 1.1', '1.2 Title 1.2'],
    );
    const symbols = await client.connection.sendRequest('workspace/symbol', { query: '1.2' });
    assert.deepEqual(
      symbols.map(({ name, location }) => [name, location.uri]),
      [['1.2 Title 1.2', textDocument.uri]],
    );
    const links = await ask('textDocument/documentLink');
    assert.deepEqual(
      links.map(({ target }) => target),
      [uri('PLAN_Y.md')],
    );
  });

  it('folds a PLAN, and sorts parallel.json when it formats it', async function () {
    const { capabilities } = await start(this, inFolder);
    assert.ok(capabilities.documentFormattingProvider && capabilities.foldingRangeProvider);
    await client.codesOf(canonical('parallel.json'), (codes) => codes.includes('unknown-dependency'));
    const ask = (method, name, params) =>
      client.connection.sendRequest(method, { textDocument: { uri: canonical(name) }, ...params });

    await open(canonical('PLAN_X.md'), 'markdown', PLAN);
    const folds = await ask('textDocument/foldingRange', 'PLAN_X.md');
    const definition = positionOf(PLAN, '**Achievement 1.2').line;
    assert.ok(folds.some(({ startLine }) => startLine === definition));

    const unsorted = JSON.parse(SOUND);
    unsorted.achievements.reverse();
    await open(canonical('parallel.json'), 'json', JSON.stringify(unsorted));
    await client.codesOf(canonical('parallel.json'), isSound);
    const options = { tabSize: 2, insertSpaces: true };
    const [edit] = await ask('textDocument/formatting', 'parallel.json', { options });
    assert.equal(edit.newText, JSON.stringify(JSON.parse(SOUND), undefined, 2));
  });

  it('renames an id and its files, or says why not', async function () {
    const canRename = {
      textDocument: { rename: { prepareSupport: true } },
      workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
    };
    const { capabilities } = await start(this, () => ({ ...inFolder(), capabilities: canRename }), {
      'a (b)/subplans/SUBPLAN_X_12.md': '**Achievement**: 1.2\n',
    });
    assert.deepEqual(capabilities.renameProvider, { prepareProvider: true });
    await client.codesOf(canonical('parallel.json'), (codes) => codes.includes('unknown-dependency'));
    await open(canonical('parallel.json'), 'json', SOUND);
    await client.codesOf(canonical('parallel.json'), isSound);

    const textDocument = { uri: canonical('parallel.json') };
    const position = positionOf(SOUND, '"1.2"', 2);
    const ask = (method, params) =>
      client.connection.sendRequest(method, { textDocument, position, ...params });
    assert.equal((await ask('textDocument/prepareRename')).placeholder, '1.2');
    const elsewhere = { position: { line: 0, character: 0 } };
    await assert.rejects(ask('textDocument/prepareRename', elsewhere), /Put the cursor on the id/);
    await assert.rejects(ask('textDocument/rename', { newName: '1.1' }), /1\.1 is taken/);
    const { documentChanges } = await ask('textDocument/rename', { newName: '1.4' });
    assert.deepEqual(
      documentChanges.map((change) => change.newUri ?? change.textDocument),
      [
        { uri: canonical('PLAN_X.md'), version: null },
        { uri: canonical('parallel.json'), version: 1 },
        { uri: canonical('subplans/SUBPLAN_X_12.md'), version: null },
        canonical('subplans/SUBPLAN_X_14.md'),
      ],
    );
  });

  it('checks JSON itself and follows files that change on the disk', async function () {
    await start(this, inFolder);
    const parallel = canonical('parallel.json');
    await client.codesOf(parallel, (codes) => codes.includes('unknown-dependency'));
    await writeFile(join(root, 'a (b)', 'parallel.json'), '{ "plan_name": ');
    await client.codesOf(parallel, (codes) => codes.includes('json-syntax'));
    await writeFile(join(root, 'a (b)', 'parallel.json'), SOUND);
    await client.codesOf(parallel, isSound);
  });

  it('reads the root of an old client, and the current folder for one that names none', async function () {
    for (const params of [() => ({ rootUri: uri() }), () => ({ rootUri: null })]) {
      await start(this, params);
      await client.codesOf(canonical('parallel.json'), (codes) => codes.includes('unknown-dependency'));
      assert.equal((await stop()).code, 0);
    }
  });

  it('reads with the labels that the workspace sets, or its client', async function () {
    const german = planText({ 1.1: 'Title 1.1', 1.2: ['Title 1.2', '- **Braucht**: 1.7'] });
    const labels = { Braucht: 'dependencies' };
    const files = { 'a (b)/PLAN_X.md': german, 'a (b)/parallel.json': '{}' };
    const settings = JSON.stringify({ 'parallelPlans.labels': labels });
    await start(this, inFolder, { ...files, '.vscode/settings.json': settings });
    await client.codesOf(canonical('PLAN_X.md'), (codes) => codes.includes('unknown-dependency'));
    await stop();
    let asked = null;
    const configurable = () => ({ ...inFolder(), capabilities: { workspace: { configuration: true } } });
    const answer = ({ items }) => items.map(() => asked);
    await start(this, configurable, files, answer);
    await client.codesOf(canonical('PLAN_X.md'), (codes) => !codes.includes('unknown-dependency'));
    asked = { labels };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: {} });
    await client.codesOf(canonical('PLAN_X.md'), (codes) => codes.includes('unknown-dependency'));
  });

  it('ends when its client is gone', async function () {
    await start(this, inFolder);
    client.child.stdin.end();
    assert.equal((await client.closed).code, 1);
  });
});

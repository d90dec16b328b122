import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from 'vscode-languageserver-types';
import type { Engine } from '../../../src/engine/engine';
import { actionsAt, resolvedAction } from '../../../src/language/action/actions';
import { formattingOf } from '../../../src/language/formatting';
import { defaultSettings } from '../../../src/language/server/settings';
import { engineOver } from '../../support/engineOver';
import { parallelPath, parallelText, parallelUri, planPath, planText, planUri } from './workspace';

const sorted = parallelText({ '1.1': [], '1.2': ['1.1'], '1.3': ['1.2'] });
const unsorted = parallelText({ '1.3': ['1.2'], '1.1': [], '1.2': ['1.1'] });

const workspace = (text: string) => engineOver({ [planPath]: planText, [parallelPath]: text });

const applied = (text: string, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create(parallelUri, 'json', 1, text), [...edits]);

const needsOf = (engine: Engine) => ({
  engine,
  refusals: { log: assert.fail, tell: assert.fail },
  settingsOf: async () => defaultSettings,
});

const start = { line: 0, character: 0 };
const actionsIn = (engine: Engine, uri: string, only?: readonly string[]) =>
  actionsAt(needsOf(engine), { uri, range: { start, end: start }, shown: [], only });

const offered = async (text: string, only?: readonly string[]): Promise<readonly string[]> => {
  const { engine } = await workspace(text);
  engine.openDocument(parallelUri, text);
  const kinds = (await actionsIn(engine, parallelUri, only)).map(({ kind = '' }) => kind);
  return kinds.filter((kind) => kind !== 'quickfix');
};

describe('the action that sorts parallel.json', () => {
  it('is offered where the order is not that of the PLAN', async () => {
    assert.deepEqual(await offered(unsorted), ['source.sortAchievements']);
    assert.deepEqual(await offered(sorted), []);
  });

  it('is offered under its kind and those above', async () => {
    assert.equal((await offered(unsorted, ['source'])).length, 1);
    assert.equal((await offered(unsorted, ['quickfix', 'source.sortAchievements'])).length, 1);
    assert.deepEqual(await offered(unsorted, ['quickfix']), []);
    assert.deepEqual(await offered(unsorted, ['source.organizeImports']), []);
  });

  it('is not offered where every group is in order by itself', async () => {
    const group = (...ids: readonly string[]) => ({ level: 1, achievements: ids.map((id) => ({ id })) });
    const groups = (...all: readonly object[]) => JSON.stringify({ plan: 'X', levels: all });
    assert.deepEqual(await offered(groups(group('1.1', '1.3'), group('1.2'))), []);
    assert.equal((await offered(groups(group('1.3', '1.1'), group('1.2')))).length, 1);
  });

  it('is not offered while the text is malformed', async () => {
    assert.deepEqual(await offered(unsorted.slice(0, -1)), []);
  });

  it('is not offered in a PLAN', async () => {
    const { engine } = await workspace(unsorted);
    assert.deepEqual(await actionsIn(engine, planUri), []);
  });

  it('sorts the text the document has by then', async () => {
    const { engine } = await workspace(unsorted);
    const [action] = await actionsIn(engine, parallelUri);
    assert.ok(action && action.edit === undefined);
    const later = parallelText({ '1.2': ['1.1'], '1.1': [] });
    engine.openDocument(parallelUri, later);
    const { edit } = await resolvedAction(needsOf(engine), action);
    assert.equal(
      applied(later, edit?.changes?.[parallelUri] ?? []),
      parallelText({ '1.1': [], '1.2': ['1.1'] }),
    );
  });
});

describe('formatting of parallel.json', () => {
  const options = { tabSize: 2, insertSpaces: true };

  it('lays out and sorts', async () => {
    const text = JSON.stringify(JSON.parse(unsorted)).replace('{"achievement_id":"1.2"', '\n// two\n$&');
    const { engine } = await workspace(text);
    const after = applied(text, formattingOf(engine.snapshot, { uri: parallelUri, text }, options));
    assert.equal(after, sorted.replace('{\n      "achievement_id": "1.2"', '// two\n    $&'));
    engine.openDocument(parallelUri, after);
    assert.deepEqual(formattingOf(engine.snapshot, { uri: parallelUri, text: after }, options), []);
  });

  it('leaves other documents alone', async () => {
    const { engine } = await workspace(unsorted);
    assert.deepEqual(formattingOf(engine.snapshot, { uri: planUri, text: planText }, options), []);
    const elsewhere = { uri: 'file:///w/package.json', text: '{ }' };
    assert.deepEqual(formattingOf(engine.snapshot, elsewhere, options), []);
  });
});

import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { askedEdges } from '../../../src/engine/edit/guard/asked';
import { guardFix } from '../../../src/engine/edit/guard/guardedFix';
import type { Engine } from '../../../src/engine/engine';
import { actionsAt, resolvedAction } from '../../../src/language/action/actions';
import type { Refusals } from '../../../src/language/action/offer';
import { diagnosticsOf } from '../../../src/language/diagnostics';
import { rangeOf } from '../../../src/language/positions';
import { defaultSettings } from '../../../src/language/server/settings';
import { engineOver } from '../../support/engineOver';
import { parallelPath, parallelText, parallelUri, planPath, planText } from './workspace';

const broken = parallelText({ '1.1': [], '1.2': ['1.9'], '1.3': ['1.1'] });

/** What a person was told, and what stands in the log. */
const told: string[] = [];
const logged: string[] = [];
const refusals: Refusals = {
  tell: ({ message }) => told.push(message),
  log: (title, _, { message }) => logged.push(`${title}: ${message}`),
};

const needsOf = (engine: Engine) => ({ engine, refusals, settingsOf: async () => defaultSettings });

const setUp = async (text = broken) => {
  const { engine } = await engineOver({ [planPath]: planText, [parallelPath]: text });
  const shown = diagnosticsOf(engine.snapshot, parallelUri, defaultSettings, 'x:');
  const at = (offset: number) => {
    const range = rangeOf(engine.snapshot.linesOf(parallelUri), { start: offset, end: offset });
    return actionsAt(needsOf(engine), { uri: parallelUri, range, shown, only: undefined });
  };
  return { engine, shown, at };
};

describe('quick fixes', () => {
  it('are offered where the problem is and nowhere else', async () => {
    const { at, shown } = await setUp();
    const offered = await at(broken.indexOf('1.9'));
    assert.ok(offered.length > 0);
    for (const action of offered) {
      assert.equal(action.kind, 'quickfix');
      assert.deepEqual(action.diagnostics, shown);
      assert.equal(action.edit, undefined);
    }
    assert.deepEqual(await at(0), []);
  });

  for (const newline of ['\n', '\r\n']) {
    it(`fix the text in a document with ${JSON.stringify(newline)}`, async () => {
      const text = broken.replace(/\n/g, newline);
      const { engine, at } = await setUp(text);
      const offered = await at(text.indexOf('1.9'));
      assert.ok(offered.length > 0);
      for (const action of offered) {
        const { edit } = await resolvedAction(needsOf(engine), action);
        const edits = edit?.changes?.[parallelUri] ?? [];
        const mended = TextDocument.applyEdits(TextDocument.create(parallelUri, 'json', 1, text), edits);
        assert.doesNotMatch(mended, /1\.9/, action.title);
        engine.openDocument(parallelUri, mended);
        assert.deepEqual(engine.snapshot.findingsOf(parallelUri), [], action.title);
        engine.openDocument(parallelUri, text);
      }
    });
  }

  it('change nothing once the text has moved on', async () => {
    const { engine, at } = await setUp();
    const [action] = await at(broken.indexOf('1.9'));
    assert.ok(action);
    engine.openDocument(parallelUri, parallelText({ '1.1': [], '1.2': [], '1.3': [] }));
    assert.equal((await resolvedAction(needsOf(engine), action)).edit, undefined);
  });

  it('that would change anything else are not offered, and told when they are asked for', async () => {
    const { engine, at } = await setUp();
    const [finding] = engine.snapshot.findingsOf(parallelUri);
    const [action] = await at(broken.indexOf('1.9'));
    assert.ok(finding && action);
    const start = broken.indexOf('"not_started"');
    const greedy = guardFix({
      title: action.title,
      preferred: false,
      uri: parallelUri,
      asked: askedEdges('parallel', [{ dependent: '1.2', dependency: '1.9' }]),
      edits: () => [{ span: { start, end: start + '"not_started"'.length }, newText: '"complete"' }],
    });
    const snapshot = Object.create(engine.snapshot, {
      findingsOf: { value: () => [{ ...finding, span: finding.span, fixes: [greedy] }] },
    });
    const faulty: Engine = { ...engine, snapshot };
    const range = rangeOf(engine.snapshot.linesOf(parallelUri), finding.span);
    told.length = logged.length = 0;
    assert.deepEqual(
      await actionsAt(needsOf(faulty), { uri: parallelUri, range, shown: [], only: undefined }),
      [],
    );
    assert.match(logged.join(), /^.*: Nothing was changed: it would also remove .* from line \d+\.$/);
    assert.deepEqual(told, []);
    assert.equal((await resolvedAction(needsOf(faulty), action)).edit, undefined);
    assert.match(told.join(), /^Nothing was changed: it would also remove /);
  });
});

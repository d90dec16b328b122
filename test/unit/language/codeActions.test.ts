import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActionsAt, resolveCodeAction } from '../../../src/language/codeActions';
import { diagnosticsOf } from '../../../src/language/diagnostics';
import { rangeOf } from '../../../src/language/positions';
import { defaultSettings } from '../../../src/language/settings';
import { parallelPath, parallelText, parallelUri, planPath, planText, workspaceWith } from './workspace';

const broken = parallelText({ '1.1': [], '1.2': ['1.9'], '1.3': ['1.1'] });

const setUp = async (text = broken) => {
  const { engine } = await workspaceWith({ [planPath]: planText, [parallelPath]: text });
  const shown = diagnosticsOf(engine.snapshot, parallelUri, defaultSettings, 'x:');
  const at = (offset: number) => {
    const range = rangeOf(engine.snapshot.linesOf(parallelUri), { start: offset, end: offset });
    return codeActionsAt(engine.snapshot, parallelUri, range, shown);
  };
  return { engine, shown, at };
};

describe('quick fixes', () => {
  it('are offered where the problem is and nowhere else', async () => {
    const { at, shown } = await setUp();
    const offered = at(broken.indexOf('1.9'));
    assert.ok(offered.length > 0);
    for (const action of offered) {
      assert.equal(action.kind, 'quickfix');
      assert.deepEqual(action.diagnostics, shown);
      assert.equal(action.edit, undefined);
    }
    assert.deepEqual(at(0), []);
  });

  for (const newline of ['\n', '\r\n']) {
    it(`mend the text in a document with ${JSON.stringify(newline)}`, async () => {
      const text = broken.replace(/\n/g, newline);
      const { engine, at } = await setUp(text);
      const offered = at(text.indexOf('1.9'));
      assert.ok(offered.length > 0);
      for (const action of offered) {
        const { edit } = await resolveCodeAction(engine, action);
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
    const [action] = at(broken.indexOf('1.9'));
    assert.ok(action);
    engine.openDocument(parallelUri, parallelText({ '1.1': [], '1.2': [], '1.3': [] }));
    assert.equal((await resolveCodeAction(engine, action)).edit, undefined);
  });
});

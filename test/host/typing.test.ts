import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parallelDocument, planDocument } from '../support/documents.mjs';
import { scratchPlan } from './scratchPlan';
import { apply, closeEditors, file, open, until, writeText } from './support';

const COUNT = 64;
const WORDS = 'what somebody types';
/** The text of a definition, so that the PLAN takes 90 kB. */
const BODY = Array.from({ length: 29 }, (_, at) => `- **Success**: Step ${at} of the work can be seen.`).join(
  '\n',
);

const ids = Array.from({ length: COUNT }, (_, at) => `${1 + Math.floor(at / 8)}.${1 + (at % 8)}`);

const planText = planDocument(
  'TYPING',
  ids.map((id) => [id, { title: `Do ${id}`, lines: [`- **Goal**: Have ${id} done.`, BODY] }]),
);

const parallelText = parallelDocument(
  'TYPING',
  ids.map((id) => [id, { title: `Do ${id}`, dependencies: [], status: 'not_started' }]),
);

describe('typing in a PLAN of 90 kB', () => {
  afterEach(closeEditors);
  // the editor keeps edited documents open for a while: the plan is there until then
  after(() => vscode.workspace.fs.delete(file('TYPING'), { recursive: true }));

  // how long a key takes is a row of the bench
  it('is followed by problems and lenses key by key', async () => {
    await scratchPlan('TYPING', { '1.1': [] });
    await writeText('TYPING/parallel.json', parallelText);
    await writeText('TYPING/PLAN_TYPING.md', planText);
    assert.ok(planText.length > 90_000, `${planText.length}`);
    const { document } = await open('TYPING/PLAN_TYPING.md');
    const parallel = file('TYPING/parallel.json');
    const lenses = () =>
      vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    await until(async () => (await lenses()).length > COUNT, 'the lenses');
    const at = document.positionAt(document.getText().indexOf('Do 5.1'));
    const says = (title: string): boolean =>
      vscode.languages.getDiagnostics(parallel).some(({ message }) => message.includes(`"${title}"`));
    for (let typed = 1; typed <= WORDS.length; typed++) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, at.translate(0, typed - 1), WORDS.charAt(typed - 1));
      await apply(edit);
      const title = `${WORDS.slice(0, typed)}Do 5.1`;
      await until(() => says(title), `the problem of "${title}"`);
      assert.ok((await lenses()).length > COUNT);
    }
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api } from './api';
import { removePlan, scratchPlan } from './scratchPlan';
import { closeEditors, open, until, writeText } from './support';

const PARALLEL = 'RENAMED/parallel.json';

/** Asks the editor to rename the id behind the first `before` of parallel.json. */
const rename = async (before: string, newName: string): Promise<vscode.WorkspaceEdit> => {
  const { document } = await open(PARALLEL);
  const position = document.positionAt(document.getText().indexOf(before) + before.length);
  return vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    position,
    newName,
  );
};

describe('rename in the editor', () => {
  before(async () => {
    const plan = await scratchPlan('RENAMED', { '1.1': [], '1.2': ['1.1'], '1.3': ['1.2'] });
    await writeText('RENAMED/subplans/SUBPLAN_RENAMED_11.md', '# SUBPLAN\n\n**Achievement**: 1.1\n');
    const { snapshot } = await api();
    await until(
      async () => (await snapshot()).planOf(plan.uri)?.byId.get('1.1')?.subplan !== undefined,
      'the SUBPLAN',
    );
  });
  afterEach(closeEditors);
  after(() => removePlan('RENAMED'));

  it('refuses an id that is taken and a place that is no id, and says so', async () => {
    await assert.rejects(rename('"achievement_id": "', '1.3'), /1\.3 is taken: PLAN_RENAMED\.md defines it/);
    await assert.rejects(rename('"plan_n', '1.4'), /Put the cursor on the id/);
  });

  // the editor applies it in the workbench tests: this command puts file names before texts, which cannot be applied
  it('edits every document', async () => {
    const edit = await rename('"achievement_id": "', '2.1');
    assert.deepEqual(
      edit
        .entries()
        .map(([uri, edits]) => [uri.path.split('/').at(-1), edits.map(({ newText }) => newText)])
        .sort(),
      [
        ['PLAN_RENAMED.md', ['2.1']],
        ['SUBPLAN_RENAMED_11.md', ['2.1']],
        ['parallel.json', ['2.1', '2.1']],
      ],
    );
  });
});

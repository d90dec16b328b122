import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api } from './api';
import { removePlan, scratchPlan } from './scratchPlan';
import { closeEditors, open, until, writeText } from './support';

const PARALLEL = 'RENAMED/parallel.json';
const REVIEW = 'RENAMED/execution/feedbacks/FIX_12.md';

/** Asks the editor to rename the id behind the first `before` of a document. */
const rename = async (before: string, newName: string, path = PARALLEL): Promise<vscode.WorkspaceEdit> => {
  const { document } = await open(path);
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
    await writeText(REVIEW, '# REVIEW: Achievement 1.2\n');
    const { snapshot } = await api();
    await until(async () => {
      const { byId } = (await snapshot()).planOf(plan.uri) ?? {};
      return byId?.get('1.1')?.subplan !== undefined && byId.get('1.2')?.fix !== undefined;
    }, 'the documents');
  });
  afterEach(closeEditors);
  after(() => removePlan('RENAMED'));

  it('changes nothing for an id that is taken, not even what another extension would', async () => {
    assert.equal((await rename('"achievement_id": "', '1.3')).size, 0);
    assert.equal((await rename('# REVIEW: Achievement ', '1.3', REVIEW)).size, 0);
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

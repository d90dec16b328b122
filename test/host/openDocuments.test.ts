import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { planNamed } from './api';
import { removePlan, scratchPlan } from './scratchPlan';
import { apply, closeEditors, file, open, replaceText, until } from './support';

const text =
  '# PLAN: LONE\n\n## Desirable Achievements\n\n**Achievement 1.1**: One\n\n**Achievement 1.1**: Again\n';

const hasLenses = (uri: vscode.Uri) => async (): Promise<boolean> => {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
  );
  return lenses.length > 0;
};

describe('plans outside the folders of the workspace', () => {
  afterEach(closeEditors);

  it('have lenses and problems while they are open', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'parallel-plans-'));
    writeFileSync(path.join(folder, 'PLAN_LONE.md'), text);
    const uri = vscode.Uri.file(path.join(folder, 'PLAN_LONE.md'));
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await until(hasLenses(uri), 'lenses of a lone plan');
    await until(() => vscode.languages.getDiagnostics(uri).length > 0, 'problems of a lone plan');
    await closeEditors();
    rmSync(folder, { recursive: true });
  });

  it('need not be saved yet', async () => {
    const uri = vscode.Uri.parse('untitled:PLAN_LONE.md');
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), text);
    await apply(edit);
    await until(() => vscode.languages.getDiagnostics(uri).length > 0, 'problems of a new plan');
  });
});

describe('a folder that is moved with a document open', () => {
  it('takes the plan and its unsaved text along', async () => {
    await scratchPlan('HOME', { '1.1': [] });
    const { document } = await open('HOME/PLAN_HOME.md');
    await replaceText(document, 'Do 1.1', 'Do it unsaved');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(file('HOME'), file('AWAY'));
    await apply(edit);
    const there = file('AWAY/PLAN_HOME.md').toString();
    // the file is there first, the text that is open in the editor a moment later
    await until(async () => {
      const { uri, achievements } = await planNamed('HOME');
      return uri === there && achievements[0]?.title === 'Do it unsaved';
    }, 'the plan at its new place, with the unsaved text');
    await until(
      () => vscode.languages.getDiagnostics(file('HOME/PLAN_HOME.md')).length === 0,
      'the end of the problems at the old place',
    );
    await closeEditors();
    await vscode.workspace.fs.rename(file('AWAY'), file('HOME'));
    await until(async () => (await planNamed('HOME')).uri !== there, 'the plan back at its place');
    await removePlan('HOME');
  });
});

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { removePlan, scratchPlan } from './scratchPlan';
import { closeEditors } from './support';

describe('compliance', () => {
  afterEach(async () => {
    await closeEditors();
    await removePlan('ZETA');
  });

  it('opens as a document with the points of every plan', async () => {
    await scratchPlan('ZETA', { '1.1': [] });
    await vscode.commands.executeCommand('parallelPlans.showCompliance');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'markdown');
    assert.match(document.getText(), /^# Compliance\n\n\d+ plans?, mean \d+\./);
    assert.match(document.getText(), /\n## ZETA: \d+ of 100\n\n\| Points \| For \|\n/);
  });
});

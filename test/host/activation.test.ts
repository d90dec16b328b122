import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api } from './api';

describe('activation', () => {
  it('reads the workspace without anybody asking', async () => {
    const { plans } = await (await api()).snapshot();
    assert.ok(plans.some(({ name }) => name === 'ALPHA'));
  });

  it('keeps commands that need an argument out of the palette', () => {
    const { packageJSON } = vscode.extensions.getExtension('parallel-plans.parallel-plans') ?? {};
    const hidden = packageJSON.contributes.menus.commandPalette
      .filter(({ when }: { readonly when: string }) => when === 'false')
      .map(({ command }: { readonly command: string }) => command);
    for (const name of ['openAchievement', 'openFile', 'createSubplan', 'createExecution']) {
      assert.ok(hidden.includes(`parallelPlans.${name}`), name);
    }
  });
});

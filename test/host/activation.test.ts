import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api } from './api';

describe('activation', () => {
  // the target of 20 ms is the bench's; a machine that is busy may take some more
  it('returns at once, before anything of the engine is loaded', async () => {
    const { activationMs } = await api();
    assert.ok(activationMs <= 100, `activate took ${activationMs.toFixed(1)} ms`);
  });

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

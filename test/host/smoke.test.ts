import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, file, until } from './support';

describe('the extension in the editor', () => {
  it('is activated by a workspace that holds a plan', async () => {
    await vscode.workspace.fs.stat(file('ALPHA/PLAN_ALPHA.md'));
    const extension = vscode.extensions.getExtension('parallel-plans.parallel-plans');
    assert.ok(extension, 'the editor does not know the extension');
    await until(() => extension.isActive, 'activation without a command');
  });

  it('registers every command its manifest contributes', async () => {
    const { packageJSON } = await activated();
    const contributed: { readonly command: string }[] = packageJSON.contributes.commands ?? [];
    const known = new Set(await vscode.commands.getCommands(true));
    assert.ok(contributed.length > 0, 'the manifest contributes no command');
    assert.deepEqual(
      contributed.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });
});

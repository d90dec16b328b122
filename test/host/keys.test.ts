import assert from 'node:assert/strict';
import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import { activated } from './support';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** The keys that are set without anybody setting one, those of extensions included. */
const usualKeys = async (): Promise<readonly Binding[]> => {
  const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
  return parse((await vscode.workspace.openTextDocument(uri)).getText()) as readonly Binding[];
};

describe('keys', () => {
  it('are no other command’s in the places where they are ours', async () => {
    const { packageJSON } = await activated();
    const all = await usualKeys();
    const ours = packageJSON.contributes.keybindings as readonly Binding[];
    for (const { key, command, when } of ours) {
      const same = all.filter((each) => each.key === key);
      assert.ok(
        same.some((each) => each.command === command),
        `${key} is ${command}`,
      );
      const others = same.filter((each) => each.command !== command);
      // a place that our condition excludes is another place
      const clashes = others.filter((each) => !excludes(when ?? '', each.when ?? ''));
      assert.deepEqual(clashes, [], key);
    }
  });
});

/** Whether one condition demands the opposite of what the other demands. */
const excludes = (when: string, other: string): boolean =>
  when.split(' && ').some((part) => part.startsWith('!') && other.split(' && ').includes(part.slice(1)));

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, planNamed } from './api';
import { removePlan } from './scratchPlan';
import { closeEditors, until, writeText } from './support';

const NAME = 'GARTEN';
const PLAN = `# PLAN: ${NAME}

## Achievements

**Achievement 1.1**: Beet abstecken

- **Braucht**: nix

**Achievement 1.2**: Erde tauschen

- **Braucht**: 1.1
`;

describe('the setting of further words', () => {
  const settings = () => vscode.workspace.getConfiguration('parallelPlans');
  const set = (labels: Readonly<Record<string, string>> | undefined): Thenable<void> =>
    settings().update('labels', labels, vscode.ConfigurationTarget.Workspace);

  afterEach(async () => {
    await set(undefined);
    await closeEditors();
    await removePlan(NAME);
  });

  it('is followed without a reload, by the model and by the lenses', async () => {
    await writeText(`${NAME}/PLAN_${NAME}.md`, PLAN);
    const { uri } = await planNamed(NAME);
    // the editor keeps a document that an extension opens for minutes after it is closed
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(uri));
    const dependsOn = async (expected: string): Promise<boolean> => {
      const plan = (await (await api()).snapshot()).planOf(uri);
      return (
        plan?.byId
          .get('1.2')
          ?.dependencies.map(({ id }) => id)
          .join() === expected
      );
    };
    assert.ok(await dependsOn(''), 'the words mean nothing at first');
    await set({ Braucht: 'dependencies', nix: 'none' });
    await until(() => dependsOn('1.1'), '1.2 to depend on 1.1');
    await until(async () => {
      const lenses = await vscode.commands.executeCommand<readonly vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        vscode.Uri.parse(uri),
        20,
      );
      return lenses.some(({ command }) => command?.title.includes('blocked by 1.1'));
    }, 'a lens that says so');
    await set(undefined);
    await until(() => dependsOn(''), '1.2 to depend on nothing again');
  });
});

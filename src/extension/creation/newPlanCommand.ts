import { FileType, Uri, window, workspace } from 'vscode';
import { parentUri } from '../../engine/model/uri';
import { UserError } from '../../shared/userError';
import type { Command } from '../commands/commandRegistry';
import { withoutIcons } from '../withoutIcons';
import { chooseFolder } from './chooseFolder';
import { editorUi } from './editorUi';
import type { NewPlanTask, NewPlanUi } from './newPlan';

/** The questions in the editor's own input boxes. */
export const editorPlanUi: NewPlanUi = {
  ...editorUi,
  ask: async ({ prompt, placeHolder, value, wrong }) =>
    window.showInputBox({
      title: 'New Plan',
      prompt: withoutIcons(prompt),
      ...(placeHolder === undefined ? {} : { placeHolder }),
      ...(value === undefined ? {} : { value }),
      ...(wrong ? { validateInput: wrong } : {}),
      ignoreFocusOut: true,
    }),
};

/** Creates a plan. Argument: the folder of the explorer it was asked for in, or a file in that folder. */
export const newPlan =
  (create: (task: NewPlanTask) => Promise<unknown>): Command =>
  async (argument) => {
    if (argument instanceof Uri) {
      const folder = workspace.getWorkspaceFolder(argument);
      if (!folder) throw new UserError('This folder is outside the workspace.');
      const { type } = await workspace.fs.stat(argument);
      const parent = type === FileType.Directory ? argument.toString() : parentUri(argument.toString());
      await create({ root: folder.uri.toString(), parent });
      return;
    }
    if (!workspace.workspaceFolders?.length)
      throw new UserError('Open a folder first: the plan is a file in it.');
    const folder = await chooseFolder();
    if (folder) await create({ root: folder.toString() });
  };

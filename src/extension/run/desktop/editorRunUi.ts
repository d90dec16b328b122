import { ProgressLocation, window } from 'vscode';
import type { RunUi } from '../runUi';
import { chooseForm } from './chooseForm';
import { confirmRun } from './confirmRun';
import type { ShowText } from './readOnlyTexts';

/** Running a plan in the editor's own lists and documents. */
export const createEditorRunUi = (showText: ShowText): RunUi => ({
  choose: chooseForm,
  showDryRun: (run, text) => showText(`${run} dry run`, text),
  refuse: (refusals) => {
    const [first = '', ...others] = refusals;
    const more = others.length > 0 ? ` (${others.length} more at the end of the dry run)` : '';
    void window.showErrorMessage(`Cannot run this. ${first}${more}`);
  },
  confirm: confirmRun,
  progress: async (title, work) =>
    window.withProgress({ location: ProgressLocation.Notification, title }, () => work()),
});

import { ProgressLocation, window } from 'vscode';
import type { RunUi } from '../runUi';
import { chooseForm } from './chooseForm';
import { confirmRun } from './confirmRun';
import type { ReadOnlyTexts } from './readOnlyTexts';

/** So many reasons fit into a message. */
const SAID = 3;

const titleOf = (run: string): string => `${run} dry run`;

/** Running a plan in the editor's own lists and documents. */
export const createEditorRunUi = (texts: ReadOnlyTexts): RunUi => ({
  choose: chooseForm,
  showDryRun: (run, text) => texts.show(titleOf(run), text),
  hideDryRun: (run) => texts.hide(titleOf(run)),
  refuse: (refusals) => {
    const more = refusals.length - SAID;
    const rest = more > 0 ? ` (${more} more)` : '';
    void window.showErrorMessage(`Cannot run this. ${refusals.slice(0, SAID).join(' ')}${rest}`);
  },
  confirm: confirmRun,
  progress: async (title, work) =>
    window.withProgress({ location: ProgressLocation.Notification, title }, () => work()),
});

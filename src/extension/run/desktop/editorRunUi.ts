import { l10n, ProgressLocation, window } from 'vscode';
import type { RunUi } from '../runUi';
import { chooseForm } from './chooseForm';
import { confirmRun } from './confirmRun';
import type { ShowText } from './readOnlyTexts';

/** Running a plan in the editor's own lists and documents. */
export const createEditorRunUi = (showText: ShowText): RunUi => ({
  choose: chooseForm,
  showDryRun: (run, text) => showText(l10n.t('{0} dry run', run), text),
  refuse: (refusals) => {
    const [first = '', ...others] = refusals;
    const more = others.length > 0 ? ` ${l10n.t('({0} more at the end of the dry run)', others.length)}` : '';
    void window.showErrorMessage(l10n.t('Cannot run this. {0}', first) + more);
  },
  confirm: confirmRun,
  progress: async (title, work) =>
    window.withProgress({ location: ProgressLocation.Notification, title }, () => work()),
});

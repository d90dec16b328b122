import { commands, l10n, window } from 'vscode';
import { nameOf } from '../../../engine/model/uri';
import { withoutIcons } from '../../withoutIcons';
import type { ExportUi } from './exportFlow';

/** The dialogs of the editor; its save dialog asks before a file is replaced. */
export const editorExportUi: ExportUi = {
  pickFormat: async (plan, formats) => {
    const items = formats.map((format) => ({ label: format.name, description: format.purpose, format }));
    const title = l10n.t('Export the graph of {0} as', withoutIcons(plan.name));
    return (await window.showQuickPick(items, { title, matchOnDescription: true }))?.format;
  },
  pickFile: async (suggested, { name, ending }) =>
    window.showSaveDialog({
      defaultUri: suggested,
      filters: { [name]: [ending] },
      saveLabel: l10n.t('Export'),
    }),
  written: (file, notes) => {
    const open = l10n.t('Open');
    const place = l10n.t('The graph is in {0}.', withoutIcons(nameOf(file.toString())));
    window.showInformationMessage([place, ...notes].join(' '), open).then((answer) => {
      if (answer === open) void commands.executeCommand('vscode.open', file);
    });
  },
};

import { commands, window } from 'vscode';
import { nameOf } from '../../../engine/model/uri';
import { withoutIcons } from '../../withoutIcons';
import type { ExportUi } from './exportFlow';

/** The dialogs of the editor; its save dialog asks before a file is replaced. */
export const editorExportUi: ExportUi = {
  pickFormat: async (plan, formats) => {
    const items = formats.map((format) => ({ label: format.name, description: format.purpose, format }));
    const title = `Export the graph of ${withoutIcons(plan.name)} as`;
    return (await window.showQuickPick(items, { title, matchOnDescription: true }))?.format;
  },
  pickFile: async (suggested, { name, ending }) =>
    window.showSaveDialog({
      defaultUri: suggested,
      filters: { [name]: [ending] },
      saveLabel: 'Export',
    }),
  written: (file, notes) => {
    const open = 'Open';
    const place = `The graph is in ${withoutIcons(nameOf(file.toString()))}.`;
    window.showInformationMessage([place, ...notes].join(' '), open).then((answer) => {
      if (answer === open) void commands.executeCommand('vscode.open', file);
    });
  },
};

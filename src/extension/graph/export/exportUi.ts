import { commands, l10n, window } from 'vscode';
import { type ExportFormat, FILE_ENDINGS } from '../../../engine/graph/exportGraph';
import { nameOf } from '../../../engine/model/uri';
import { withoutIcons } from '../../withoutIcons';
import type { ExportUi } from './exportFlow';

/** The dialogs of the editor; its save dialog asks before a file is replaced. */
export const editorExportUi: ExportUi = {
  pickFormat: async ({ name }) => {
    const items: readonly { label: string; description: string; format: ExportFormat }[] = [
      { label: 'SVG', description: l10n.t('a picture for documents and browsers'), format: 'svg' },
      { label: 'PNG', description: l10n.t('a picture for everything else'), format: 'png' },
      { label: 'Mermaid', description: l10n.t('a flowchart in Markdown'), format: 'mermaid' },
      { label: 'DOT', description: l10n.t('for graphviz'), format: 'dot' },
      { label: 'JSON', description: l10n.t('for programs'), format: 'json' },
    ];
    const title = l10n.t('Export the graph of {0} as', withoutIcons(name));
    return (await window.showQuickPick(items, { title, matchOnDescription: true }))?.format;
  },
  pickFile: async (suggested, format) =>
    window.showSaveDialog({
      defaultUri: suggested,
      filters: { [FILTERS[format]]: [FILE_ENDINGS[format]] },
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

const FILTERS: Readonly<Record<ExportFormat, string>> = {
  svg: 'SVG',
  png: 'PNG',
  mermaid: 'Mermaid',
  dot: 'DOT',
  json: 'JSON',
};

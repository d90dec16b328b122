import { commands, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { NewFile } from '../../engine/create/batch';
import { showProposed } from '../proposed';
import type { Proposal } from './ui';
import { withoutIcons } from './withoutIcons';

interface Row extends QuickPickItem {
  /** What Enter on it does; without it Enter goes back to *Create*. */
  readonly does?: 'create' | 'cancel';
  readonly file?: NewFile;
}

/**
 * A list that begins with *Create* and *Cancel* and goes on with the files; the one that is selected in it stands in
 * the editor below, as the document it would be. It stays while somebody scrolls and reads there, and Escape ends it
 * from there too. Resolves when the documents are closed again.
 */
export const confirmCreation = (proposal: Proposal): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const pick = window.createQuickPick<Row>();
    const shown = showProposed();
    const [create, ...others] = rowsOf(proposal);
    let isOver = false;
    const finish = async (isAgreed: boolean, isHidden = false): Promise<void> => {
      if (isOver) return;
      isOver = true;
      // closed while the list has the focus: it gives it back to what had it before
      await shown.close().finally(() => pick.dispose());
      // on Escape the list is gone first, and could not give the focus to an editor that was covered
      if (isHidden && !proposal.isFromView) {
        await commands.executeCommand('workbench.action.focusActiveEditorGroup');
      }
      resolve(isAgreed);
    };
    pick.title = withoutIcons(proposal.title);
    pick.placeholder = l10n.t('Arrow keys show each document, Escape cancels');
    pick.ignoreFocusOut = true;
    pick.matchOnDescription = true;
    pick.items = [create, ...others];
    pick.activeItems = [create];
    pick.onDidChangeActive(([row]) => {
      if (row?.file && !isOver) shown.show(row.file);
    });
    pick.onDidAccept(() => {
      const does = pick.selectedItems[0]?.does;
      if (does === undefined) pick.activeItems = [create];
      else finish(does === 'create').catch(reject);
    });
    pick.onDidHide(() => void finish(false, true).catch(reject));
    const [first] = proposal.files;
    if (first) shown.show(first);
    pick.show();
  });

const rowsOf = ({ action, files, skipped }: Proposal): readonly [Row, ...Row[]] => [
  { label: `$(check) ${withoutIcons(action)}`, does: 'create', alwaysShow: true },
  { label: `$(close) ${l10n.t('Cancel')}`, does: 'cancel', alwaysShow: true },
  separator(l10n.t('Would be created')),
  ...files.map(
    (file): Row => ({
      label: `$(new-file) ${withoutIcons(file.name)}`,
      description: withoutIcons(`${file.id} ${file.title}`),
      file,
    }),
  ),
  ...(skipped.length > 0 ? [separator(l10n.t('Skipped'))] : []),
  ...skipped.map(
    ({ id, reason }): Row => ({
      label: `$(circle-slash) ${withoutIcons(id)}`,
      description: withoutIcons(reason),
    }),
  ),
];

const separator = (label: string): Row => ({ label, kind: QuickPickItemKind.Separator });

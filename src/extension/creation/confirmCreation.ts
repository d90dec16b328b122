import { commands, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { NewFile, UnfilledSubplan } from '../../engine/create/batch';
import { nameOf } from '../../engine/model/uri';
import { showProposed } from '../edit/proposed';
import { withoutIcons } from '../withoutIcons';
import type { Proposal } from './ui';

interface Row extends QuickPickItem {
  /** What Enter on it does; without it Enter goes back to *Create*. */
  readonly does?: 'create' | 'cancel' | UnfilledSubplan;
  readonly file?: NewFile;
}

/**
 * A list that begins with *Create* and *Cancel* and goes on with the files; the one that is selected in it stands in
 * the editor below, as the document it would be. It stays while somebody scrolls and reads there, and Escape ends it
 * from there too. Where SUBPLANs are to be filled in first it says so, and leads there. Resolves when the documents are
 * closed again.
 */
export const confirmCreation = (proposal: Proposal): Promise<boolean | UnfilledSubplan> =>
  new Promise((resolve, reject) => {
    const pick = window.createQuickPick<Row>();
    const shown = showProposed();
    const [create, ...others] = rowsOf(proposal);
    let isOver = false;
    const finish = async (answer: boolean | UnfilledSubplan, isHidden = false): Promise<void> => {
      if (isOver) return;
      isOver = true;
      // closed while the list has the focus: it gives it back to what had it before
      await shown.close().finally(() => pick.dispose());
      // on Escape the list is gone first, and could not give the focus to an editor that was covered
      if (isHidden && !proposal.isFromView) {
        await commands.executeCommand('workbench.action.focusActiveEditorGroup');
      }
      resolve(answer);
    };
    pick.title = withoutIcons(proposal.title);
    pick.placeholder = 'Arrow keys show each document; Escape cancels';
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
      else finish(typeof does === 'object' ? does : does === 'create').catch(reject);
    });
    pick.onDidHide(() => void finish(false, true).catch(reject));
    const [first] = proposal.files;
    if (first) shown.show(first);
    pick.show();
  });

const rowsOf = ({ action, files, skipped, unfilled }: Proposal): readonly [Row, ...Row[]] => [
  {
    label: `$(check) ${withoutIcons(action)}`,
    ...(unfilled.length > 0 ? { description: unfilledWords(unfilled.length) } : {}),
    does: 'create',
    alwaysShow: true,
  },
  { label: '$(close) Cancel', does: 'cancel', alwaysShow: true },
  ...(unfilled.length > 0 ? [separator('To be filled in first')] : []),
  ...unfilled.map(
    (subplan): Row => ({
      label: `$(edit) ${withoutIcons(nameOf(subplan.uri))}`,
      description: withoutIcons(`${subplan.id} ${subplan.why}`),
      does: subplan,
    }),
  ),
  separator('Would be created'),
  ...files.map(
    (file): Row => ({
      label: `$(new-file) ${withoutIcons(file.name)}`,
      description: withoutIcons(`${file.id} ${file.title}`.trim()),
      file,
    }),
  ),
  ...(skipped.length > 0 ? [separator('Skipped')] : []),
  ...skipped.map(
    ({ id, reason }): Row => ({
      label: `$(circle-slash) ${withoutIcons(id)}`,
      description: withoutIcons(reason),
    }),
  ),
];

const separator = (label: string): Row => ({ label, kind: QuickPickItemKind.Separator });

const unfilledWords = (count: number): string =>
  count === 1 ? 'although 1 SUBPLAN is not filled in' : `although ${count} SUBPLANs are not filled in`;

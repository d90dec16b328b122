import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { withoutIcons } from '../../withoutIcons';
import type { RunProposal } from '../runUi';

/**
 * Asks for the yes before anything runs, with every command that will be: in a list, for a dialog would keep the dry run
 * beside it from being read. Only the row that says so runs anything.
 */
export const confirmRun = (proposal: RunProposal): Promise<boolean> =>
  new Promise((resolve) => {
    const list = window.createQuickPick();
    const [yes, no] = [yesRow(proposal), { label: `$(close) ${l10n.t('Cancel')}` }];
    list.title = l10n.t(
      'Run {0}: {1}, {2}, {3} at a time',
      withoutIcons(proposal.plan),
      proposal.amount,
      withoutIcons(proposal.executor),
      proposal.jobs,
    );
    list.placeholder = proposal.isNew
      ? l10n.t('Nobody has approved these commands of the repository yet. Read them first')
      : l10n.t('Read the dry run in the editor, then choose');
    list.items = [yes, no, ...commandRows(proposal)];
    list.activeItems = [proposal.isNew ? no : yes];
    list.ignoreFocusOut = true;
    list.onDidAccept(() => {
      const [chosen] = list.activeItems;
      if (chosen !== yes && chosen !== no) return;
      resolve(chosen === yes);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(false);
      list.dispose();
    });
    list.show();
  });

const yesRow = ({ run, isNew }: RunProposal): QuickPickItem => ({
  label: `$(play) ${l10n.t('Run {0}', run)}`,
  ...(isNew && { description: l10n.t('and approve the commands below, also for later runs') }),
});

const commandRows = ({ first, commands }: RunProposal): readonly QuickPickItem[] => [
  ...(first === undefined
    ? []
    : [
        { label: l10n.t('What the executor runs'), kind: QuickPickItemKind.Separator },
        {
          label: first.command === '' ? l10n.t('nothing: you do the work') : withoutIcons(first.command),
          description: l10n.t('for {0}', withoutIcons(first.id)),
        },
      ]),
  ...(commands.length === 0
    ? []
    : [
        {
          label: l10n.t('Commands of the repository and your settings'),
          kind: QuickPickItemKind.Separator,
        },
        ...commands.map((each) => ({ label: withoutIcons(each) })),
      ]),
];

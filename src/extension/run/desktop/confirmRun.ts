import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { withoutIcons } from '../../withoutIcons';
import type { RunProposal } from '../runUi';

/**
 * Asks for the yes before anything runs, with every command that will be: in a list, for a dialog would keep the dry run
 * beside it from being read. Only the row that says so runs anything.
 */
export const confirmRun = (proposal: RunProposal): Promise<boolean> =>
  new Promise((resolve) => {
    const list = window.createQuickPick();
    const [yes, no] = [yesRow(proposal), { label: '$(close) Cancel' }];
    list.title = `Run ${withoutIcons(proposal.plan)}: ${proposal.amount}, ${withoutIcons(proposal.executor)}, ${proposal.jobs} at a time`;
    list.placeholder = proposal.isNew
      ? 'Nobody has approved these commands of the repository yet. Read them first'
      : 'Read the dry run in the editor, then choose';
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
  label: `$(play) Run ${run}`,
  ...(isNew && { description: 'and approve the commands below, also for later runs' }),
});

const commandRows = ({ first, commands }: RunProposal): readonly QuickPickItem[] => [
  ...(first === undefined
    ? []
    : [
        { label: 'What the executor runs', kind: QuickPickItemKind.Separator },
        {
          label: first.command === '' ? 'nothing: you do the work' : withoutIcons(first.command),
          description: `for ${withoutIcons(first.id)}`,
        },
      ]),
  ...(commands.length === 0
    ? []
    : [
        {
          label: 'Commands of the repository and your settings',
          kind: QuickPickItemKind.Separator,
        },
        ...commands.map((each) => ({ label: withoutIcons(each) })),
      ]),
];

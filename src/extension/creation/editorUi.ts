import { commands, type Disposable, ProgressLocation, QuickPickItemKind, Uri, window } from 'vscode';
import { withoutIcons } from '../withoutIcons';
import type { Choice } from './choices';
import { confirmCreation } from './confirmCreation';
import type { CreationUi } from './ui';

/** How long the status bar says that nothing was created. */
const SAID_MS = 15_000;
let cancelled: Disposable | undefined;

/** The creating flow in the editor's own lists and dialogs. */
export const editorUi: CreationUi = {
  choose: async (title, choices) => {
    cancelled?.dispose();
    const picked = await window.showQuickPick(itemsOf(choices), {
      title: withoutIcons(title),
      placeHolder: 'Which ones? You see them before anything is written',
      // a graph or a terminal that takes the focus late would end it unseen
      ignoreFocusOut: true,
    });
    return picked && 'choice' in picked ? picked.choice.selection : undefined;
  },
  tick: async (title, candidates) => {
    const picked = await window.showQuickPick(
      candidates.map(({ id, title }) => ({ label: id, description: withoutIcons(title), id })),
      {
        title: withoutIcons(title),
        placeHolder: 'Tick the achievements',
        canPickMany: true,
        ignoreFocusOut: true,
        matchOnDescription: true,
      },
    );
    return picked?.map(({ id }) => id);
  },
  confirm: (proposal) => {
    cancelled?.dispose();
    return confirmCreation(proposal);
  },
  offerSubplans: async (message, detail) => {
    const first = 'Create these SUBPLANs first';
    return (await window.showWarningMessage(message, { modal: true, detail }, first)) === first;
  },
  progress: (count, work) =>
    count === 1
      ? work({ report: () => undefined, isCancelled: () => false })
      : Promise.resolve(
          window.withProgress(progressOptions, (progress, token) =>
            work({
              report: (tried, name) =>
                progress.report({ increment: 100 / count, message: `${tried}/${count} ${name}` }),
              isCancelled: () => token.isCancellationRequested,
            }),
          ),
        ),
  inform: (message) => void window.showInformationMessage(message),
  cancelled: (message) => {
    cancelled?.dispose();
    cancelled = window.setStatusBarMessage(`$(circle-slash) ${withoutIcons(message)}`, SAID_MS);
  },
  created: (message, choose) => {
    const open = 'Open';
    const undo = 'Undo';
    window.showInformationMessage(message, open, undo).then((answer) => {
      if (answer !== undefined) choose(answer === undo ? 'undo' : 'open');
    });
  },
  retry: async (message, detail) => {
    const retry = 'Retry failed';
    return (await window.showErrorMessage(message, { modal: true, detail }, retry)) === retry;
  },
  open: async (uri) => {
    await window.showTextDocument(Uri.parse(uri));
  },
  fill: async (uri) => {
    await commands.executeCommand('parallelPlans.nextPlaceholder', uri);
  },
};

const progressOptions = {
  location: ProgressLocation.Notification,
  title: 'Creating documents',
  cancellable: true,
};

const itemsOf = (choices: readonly Choice[]) =>
  choices.flatMap((choice) => [
    ...(choice.selection === 'choose' ? [{ label: '', kind: QuickPickItemKind.Separator }] : []),
    { label: choice.label, description: choice.description, choice },
  ]);

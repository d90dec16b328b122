import { l10n, type MessageItem, ProgressLocation, QuickPickItemKind, Uri, window, workspace } from 'vscode';
import { counted, plainText } from '../../language/words';
import { closeProposed, proposed, showChanges } from '../proposed';
import type { Choice } from './choices';
import type { CreationUi } from './ui';

/** The creating flow in the editor's own dialogs. Enter never creates: the first button is the preview. */
export const editorUi: CreationUi = {
  choose: async (choices) => {
    const picked = await window.showQuickPick(itemsOf(choices), {
      title: l10n.t('Create documents for'),
      placeHolder: l10n.t('The first entry is the next thing to do'),
    });
    return picked && 'choice' in picked ? picked.choice.selection : undefined;
  },
  tick: async (candidates) => {
    const picked = await window.showQuickPick(
      candidates.map(({ id, title }) => ({ label: id, description: withoutIcons(title), id })),
      { title: l10n.t('Create documents for'), canPickMany: true, matchOnDescription: true },
    );
    return picked?.map(({ id }) => id);
  },
  confirm: async (question, detail, count) => {
    const preview: MessageItem = { title: l10n.t('Preview first') };
    const create: MessageItem = { title: l10n.t('Create {0}', counted(count, 'file')) };
    const dryRun: MessageItem = { title: l10n.t('Dry run') };
    const answer = await window.showInformationMessage(
      question,
      { modal: true, detail },
      preview,
      create,
      dryRun,
    );
    if (answer === create) return 'create';
    if (answer === preview) return 'preview';
    return answer === dryRun ? 'dry-run' : 'no';
  },
  preview: async (question, files) => {
    const title = l10n.t('What would be created');
    await showChanges(
      title,
      files.map(({ uri, name, content }) => ({
        uri: Uri.parse(uri),
        before: undefined,
        after: proposed(name, content),
      })),
    );
    const create = l10n.t('Create {0}', counted(files.length, 'file'));
    const answer = await window.showInformationMessage(question, create, l10n.t('Cancel'));
    await closeProposed(title);
    return answer === create;
  },
  offerSubplans: async (message, detail) => {
    const first = l10n.t('Create these SUBPLANs first');
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
  created: (message, choose) => {
    const open = l10n.t('Open');
    const undo = l10n.t('Undo');
    window.showInformationMessage(message, open, undo).then((answer) => {
      if (answer !== undefined) choose(answer === undo ? 'undo' : 'open');
    });
  },
  retry: async (message, detail) => {
    const retry = l10n.t('Retry failed');
    return (await window.showErrorMessage(message, { modal: true, detail }, retry)) === retry;
  },
  showText: async (content) => {
    const document = await workspace.openTextDocument({ content, language: 'plaintext' });
    await window.showTextDocument(document, { preview: true });
  },
  open: async (uri) => {
    await window.showTextDocument(Uri.parse(uri));
  },
};

const progressOptions = {
  location: ProgressLocation.Notification,
  title: l10n.t('Creating documents'),
  cancellable: true,
};

const itemsOf = (choices: readonly Choice[]) =>
  choices.flatMap((choice) => [
    ...(choice.selection === 'choose' ? [{ label: '', kind: QuickPickItemKind.Separator }] : []),
    { label: choice.label, description: choice.description, choice },
  ]);

/** Text of a document in a list that would draw `$(name)` as an icon. */
export const withoutIcons = (text: string): string => plainText(text).replace(/\$\(/g, '$ (');

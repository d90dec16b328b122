import { type CodeAction, commands, l10n, Range, Uri, window, workspace } from 'vscode';
import { sortKind } from '../../language/commands';
import { UserError } from '../../shared/userError';
import type { Command } from './context';
import { openAt } from './open';
import { planFor } from './target';

/**
 * Opens the parallel.json of a plan and sorts it there, unsaved, so that a person sees and can undo what happens. The
 * source action is asked for by the document, not by the editor, which may not have the focus yet.
 */
export const sortParallel: Command = async (context, argument) => {
  const plan = await planFor(context, argument);
  if (!plan) return;
  if (!plan.parallel) throw new UserError(l10n.t('This plan has no parallel.json.'));
  await (await context.host.runtime()).connected;
  await openAt(plan.parallel.uri);
  const actions = await commands.executeCommand<readonly CodeAction[]>(
    'vscode.executeCodeActionProvider',
    Uri.parse(plan.parallel.uri),
    new Range(0, 0, 0, 0),
    sortKind,
    1,
  );
  const edit = actions.find(({ kind }) => kind?.value === sortKind)?.edit;
  if (!edit) void window.showInformationMessage(l10n.t('parallel.json is in the order of the PLAN already.'));
  else if (!(await workspace.applyEdit(edit))) {
    throw new UserError(l10n.t('The editor did not take the change. Nothing was written.'));
  }
};

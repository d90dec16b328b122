import { type CodeAction, commands, Range, Uri, window } from 'vscode';
import { sortKind } from '../../language/commands';
import { UserError } from '../../shared/userError';
import type { Command } from '../commands/commandRegistry';
import type { Targets } from '../commands/targets';
import { applyEdit } from '../edit/applyChanges';
import type { EngineHost } from '../engineHost';
import { openAt } from '../navigation/openAt';

/**
 * Opens the parallel.json of a plan and sorts it there, unsaved, so that a person sees and can undo what happens. The
 * source action is asked for by the document, not by the editor, which may not have the focus yet.
 */
export const sortParallel =
  (host: EngineHost, targets: Targets): Command =>
  async (argument) => {
    const plan = await targets.planFor(argument);
    if (!plan) return;
    if (!plan.parallel) throw new UserError('This plan has no parallel.json.');
    await (await host.runtime()).connected;
    await openAt(plan.parallel.uri);
    const actions = await commands.executeCommand<readonly CodeAction[]>(
      'vscode.executeCodeActionProvider',
      Uri.parse(plan.parallel.uri),
      new Range(0, 0, 0, 0),
      sortKind,
      1,
    );
    const edit = actions.find(({ kind }) => kind?.value === sortKind)?.edit;
    if (edit) await applyEdit(edit);
    else void window.showInformationMessage('parallel.json is already in the order of the PLAN.');
  };

import { commands, l10n } from 'vscode';
import { sortKind } from '../../language/commands';
import { UserError } from '../../shared/userError';
import type { Command } from './context';
import { openAt } from './open';
import { planFor } from './target';

/** Opens the parallel.json of a plan and sorts it there, unsaved, so that a person sees and can undo what happens. */
export const sortParallel: Command = async (context, argument) => {
  const plan = await planFor(context, argument);
  if (!plan) return;
  if (!plan.parallel) throw new UserError(l10n.t('This plan has no parallel.json.'));
  await (await context.host.runtime()).connected;
  await openAt(plan.parallel.uri);
  await commands.executeCommand('editor.action.sourceAction', { kind: sortKind, apply: 'first' });
};

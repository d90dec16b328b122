import { l10n } from 'vscode';
import type { Span } from '../../engine/model/text';
import { messageOf, UserError } from '../../shared/userError';
import type { Command } from './context';
import { openAt } from './open';
import { isNode, uriFrom } from './target';

/** Arguments: a URI and a span to select, or a tree node. */
export const openFile: Command = async (_context, argument, span) => {
  const uri = isNode(argument) ? uriOfNode(argument) : uriFrom(argument);
  if (uri === undefined) return;
  try {
    await openAt(uri, isSpan(span) ? span : undefined);
  } catch (error) {
    throw new UserError(l10n.t('{0} could not be opened: {1}', uri, messageOf(error)), { cause: error });
  }
};

const uriOfNode = (node: Parameters<typeof isNode>[0]): string | undefined => {
  if (!isNode(node)) return undefined;
  if (node.kind === 'file' || node.kind === 'note') return node.uri;
  if (node.kind !== 'achievement') return node.plan.uri;
  const { approved, fix, executions, subplan, skipped } = node.achievement;
  return approved ?? fix ?? executions[0] ?? subplan ?? skipped ?? node.achievement.uri;
};

const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' && value !== null && 'start' in value && 'end' in value;

import type { CodeAction } from 'vscode-languageserver-types';
import type { Engine } from '../../engine/engine';
import type { Logger } from '../../engine/files';
import { LineIndex } from '../../engine/model/text';
import type { GuardedFix } from '../../engine/rule/finding';
import { fixTogether, preferredFixes } from '../../engine/rule/fixAll';
import type { Snapshot } from '../../engine/snapshot';
import { fixAllKind, isWanted } from '../commands';
import { rangeOf } from '../positions';
import type { Settings } from '../server/settings';

/** What the action carries until it is resolved. */
interface FixAllReference {
  readonly fixAll: string;
}

/**
 * Applying every preferred fix of a document at once, where there is one and the client asks for such actions: it is
 * for saving and for the menu of source actions. Rules that are switched off take no part. Without its edit.
 */
export const fixAllActionsOf = (
  snapshot: Snapshot,
  uri: string,
  only: readonly string[] | undefined,
  settings: Settings,
): CodeAction[] => {
  if (!only || !isWanted(fixAllKind, only) || fixesOf(snapshot, uri, settings).length === 0) return [];
  const data: FixAllReference = { fixAll: uri };
  return [{ title: 'Fix everything that is safe to fix', kind: fixAllKind, data }];
};

/**
 * Adds the edit to an action of this kind; gives any other back as it is. What the guard refuses is left out and logged:
 * the action may run on every save, where nobody wants to be told again and again.
 */
export const resolveFixAllAction = async (
  engine: Engine,
  action: CodeAction,
  settingsOf: (uri: string) => Promise<Settings>,
  logger: Logger,
): Promise<CodeAction> => {
  if (!isReference(action.data)) return action;
  const uri = action.data.fixAll;
  const settings = await settingsOf(uri);
  const text = await engine.read(uri);
  if (text === undefined) return action;
  const lines = new LineIndex(text);
  const fixed = fixTogether(text, fixesOf(engine.snapshot, uri, settings));
  for (const { title, reason } of fixed.refused) logger.warn(`${title} in ${uri}: ${reason.message}`);
  const edits = fixed.edits.map(({ span, newText }) => ({ range: rangeOf(lines, span), newText }));
  return edits.length > 0 ? { ...action, edit: { changes: { [uri]: edits } } } : action;
};

const fixesOf = (snapshot: Snapshot, uri: string, { problems, rules }: Settings): readonly GuardedFix[] =>
  problems
    ? preferredFixes(
        uri,
        snapshot.findingsOf(uri).filter(({ code }) => rules[code] !== 'off'),
      )
    : [];

const isReference = (data: unknown): data is FixAllReference =>
  typeof data === 'object' && data !== null && 'fixAll' in data && typeof data.fixAll === 'string';

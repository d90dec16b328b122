import type { CodeAction } from 'vscode-languageserver-types';
import type { Engine, Snapshot } from '../engine/engine';
import { LineIndex } from '../engine/model/text';
import type { Fix } from '../engine/rule/finding';
import { editsTogether, preferredFixes } from '../engine/rule/fixAll';
import { fixAllKind, isWanted } from './commands';
import { rangeOf } from './positions';
import type { Settings } from './settings';

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

/** Adds the edit to an action of this kind; gives any other back as it is. */
export const resolveFixAllAction = async (
  engine: Engine,
  action: CodeAction,
  settingsOf: (uri: string) => Promise<Settings>,
): Promise<CodeAction> => {
  if (!isReference(action.data)) return action;
  const uri = action.data.fixAll;
  const settings = await settingsOf(uri);
  const text = await engine.read(uri);
  if (text === undefined) return action;
  const lines = new LineIndex(text);
  const edits = editsTogether(text, fixesOf(engine.snapshot, uri, settings)).map(({ span, newText }) => ({
    range: rangeOf(lines, span),
    newText,
  }));
  return edits.length > 0 ? { ...action, edit: { changes: { [uri]: edits } } } : action;
};

const fixesOf = (snapshot: Snapshot, uri: string, { problems, rules }: Settings): readonly Fix[] =>
  problems
    ? preferredFixes(
        uri,
        snapshot.findingsOf(uri).filter(({ code }) => rules[code] !== 'off'),
      )
    : [];

const isReference = (data: unknown): data is FixAllReference =>
  typeof data === 'object' && data !== null && 'fixAll' in data && typeof data.fixAll === 'string';

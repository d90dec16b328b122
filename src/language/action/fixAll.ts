import type { CodeAction } from 'vscode-languageserver-types';
import type { GuardedFix } from '../../engine/rule/finding';
import { fixTogether, preferredFixes } from '../../engine/rule/fixAll';
import type { Snapshot } from '../../engine/snapshot';
import { fixAllKind } from '../commands';
import type { Settings } from '../server/settings';
import { type ActionNeeds, type ActionSource, withEdits } from './action';

/** What the action carries until it is resolved. */
interface FixAllReference {
  readonly fixAll: string;
}

/**
 * Applying every preferred fix of a document at once, where there is one and the client asks for such actions: it is
 * for saving and for the menu of source actions. Rules that are switched off take no part. What the guard refuses is
 * left out and logged: on every save nobody wants to be told again and again.
 */
export const fixAll: ActionSource = {
  kind: fixAllKind,
  offered: async ({ engine, settingsOf }, { uri, only }) => {
    if (!only || fixesOf(engine.snapshot, uri, await settingsOf(uri)).length === 0) return [];
    const data: FixAllReference = { fixAll: uri };
    return [{ title: 'Fix everything that is safe to fix', kind: fixAllKind, data }];
  },
  resolved: (needs, action) =>
    isReference(action.data) ? resolved(needs, action, action.data.fixAll) : undefined,
};

const resolved = async (
  { engine, refusals, settingsOf }: ActionNeeds,
  action: CodeAction,
  uri: string,
): Promise<CodeAction> => {
  const settings = await settingsOf(uri);
  const text = await engine.read(uri);
  if (text === undefined) return action;
  const { edits, refused } = fixTogether(text, fixesOf(engine.snapshot, uri, settings));
  for (const { title, reason } of refused) refusals.log(title, uri, reason);
  return withEdits(action, uri, text, edits);
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

import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import type { TextEdit } from '../../engine/edit/textEdit';
import type { Engine } from '../../engine/engine';
import { LineIndex } from '../../engine/model/text';
import { type Range, rangeOf } from '../positions';
import type { Settings } from '../server/settings';
import type { Refusals } from './offer';

/** What actions work with. */
export interface ActionNeeds {
  readonly engine: Engine;
  readonly refusals: Refusals;
  readonly settingsOf: (uri: string) => Promise<Settings>;
}

/** Where actions are asked for. */
export interface ActionRequest {
  readonly uri: string;
  readonly range: Range;
  /** The problems that the client shows there. */
  readonly shown: readonly Diagnostic[];
  /** The kinds the client asks for; any, where it asks for none in particular. */
  readonly only: readonly string[] | undefined;
}

/** Code actions of one kind. */
export interface ActionSource {
  readonly kind: string;
  /** What can be done there, without the edits. Asked only where the client wants the kind. */
  readonly offered: (needs: ActionNeeds, request: ActionRequest) => Promise<readonly CodeAction[]>;
  /**
   * Adds the edit, computed from the text that the document has now; leaves it out where there is none. Undefined for an
   * action of another source.
   */
  readonly resolved: (needs: ActionNeeds, action: CodeAction) => Promise<CodeAction> | undefined;
}

/** An action with its edits of one document; as it is where there are none. */
export const withEdits = (
  action: CodeAction,
  uri: string,
  text: string,
  edits: readonly TextEdit[],
): CodeAction => {
  if (edits.length === 0) return action;
  const lines = new LineIndex(text);
  const changes = { [uri]: edits.map(({ span, newText }) => ({ range: rangeOf(lines, span), newText })) };
  return { ...action, edit: { changes } };
};

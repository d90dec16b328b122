import { l10n, Selection, type TextEditor, TextEditorRevealType, Uri, window } from 'vscode';
import type { Command } from './context';
import { achievementFor, isNode, uriFrom } from './target';

const SHOWN_MS = 3000;

/**
 * Selects the next place to fill in behind the cursor, after the last one the first again. Arguments: a document, the
 * active one when left out; or an achievement, as a tree node or a plan URI and id: then its SUBPLAN.
 */
export const nextPlaceholder: Command = async (context, argument, id) => {
  const isAchievement = typeof id === 'string' || isNode(argument);
  const of = isAchievement ? await achievementFor(context, argument, id) : undefined;
  const { placeholdersIn } = await context.host.runtime();
  const editor = await editorFor(of ? of.achievement.subplan : uriFrom(argument));
  if (!editor) return;
  const { document, selection } = editor;
  const places = placeholdersIn(document.getText());
  const from = document.offsetAt(selection.start);
  const isSelected = (start: number): boolean => start === from && !selection.isEmpty;
  const next = places.find(({ start }) => start >= from && !isSelected(start)) ?? places[0];
  if (!next) {
    void window.showInformationMessage(l10n.t('Nothing is left to fill in.'));
    return;
  }
  editor.selection = new Selection(document.positionAt(next.start), document.positionAt(next.end));
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  const at = places.indexOf(next) + 1;
  window.setStatusBarMessage(l10n.t('Place {0} of {1} to fill in', at, places.length), SHOWN_MS);
};

/** The editor of a document, with the focus. */
const editorFor = async (uri: string | undefined): Promise<TextEditor | undefined> => {
  const active = window.activeTextEditor;
  return uri === undefined || active?.document.uri.toString() === uri
    ? active
    : window.showTextDocument(Uri.parse(uri));
};

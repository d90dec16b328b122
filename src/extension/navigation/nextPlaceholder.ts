import { Selection, type TextDocument, type TextEditor, TextEditorRevealType, Uri, window } from 'vscode';
import type { Placeholder } from '../../engine/facts/workFacts';
import { nameOf } from '../../engine/model/uri';
import { printable } from '../../engine/words/printable';
import type { Command } from '../commands/commandRegistry';
import { namesAchievement, type Targets, uriFrom } from '../commands/targets';
import type { EngineHost } from '../engineHost';

const SHOWN_MS = 10_000;

/**
 * Selects the next place to fill in behind the cursor, after the last one the first again. Arguments: a document, the
 * active one when left out; or an achievement, as a tree node or a plan URI and id: then its SUBPLAN.
 */
export const nextPlaceholder =
  (host: EngineHost, targets: Targets): Command =>
  async (argument, id) => {
    const of = namesAchievement(argument, id) ? await targets.achievementFor(argument, id) : undefined;
    const { placeholdersIn } = await host.runtime();
    const editor = await editorFor(of ? of.achievement.subplan : uriFrom(argument));
    if (editor) selectNext(editor, placeholdersIn(editor.document.getText()));
  };

const selectNext = (editor: TextEditor, all: readonly Placeholder[]): void => {
  const { document, selection } = editor;
  const from = document.offsetAt(selection.start);
  const isSelected = (start: number): boolean => start === from && !selection.isEmpty;
  const next = all.find(({ start }) => start >= from && !isSelected(start)) ?? all[0];
  if (!next) {
    void window.showInformationMessage(nothingWords(document));
    return;
  }
  editor.selection = new Selection(document.positionAt(next.start), document.positionAt(next.end));
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  const alike = all.filter(({ isLate }) => isLate === next.isLate);
  const at = alike.indexOf(next) + 1;
  window.setStatusBarMessage(
    next.isLate
      ? `Place ${at} of ${alike.length} to fill in at the end`
      : `Place ${at} of ${alike.length} to fill in`,
    SHOWN_MS,
  );
};

/** Why there is nowhere to go. */
const nothingWords = (document: TextDocument): string => {
  const name = printable(nameOf(document.uri.toString()));
  if (document.getText().trim() === '') {
    return `${name} is empty. A quick fix at its start writes the usual sections.`;
  }
  return /^PLAN_/i.test(name)
    ? `${name} has no place to fill in. Most of them are in SUBPLANs and EXECUTION_TASKs.`
    : 'Nothing is left to fill in.';
};

/** The editor of a document, with the focus. */
const editorFor = async (uri: string | undefined): Promise<TextEditor | undefined> => {
  const active = window.activeTextEditor;
  return uri === undefined || active?.document.uri.toString() === uri
    ? active
    : window.showTextDocument(Uri.parse(uri));
};

import { applyEdits, format } from 'jsonc-parser';
import type { FormattingOptions, TextEdit } from 'vscode-languageserver-types';
import { sortGuarded } from '../engine/edit/json/sortAchievements';
import type { DocumentText } from '../engine/mention/mentions';
import { LineIndex, span } from '../engine/model/text';
import type { Snapshot } from '../engine/snapshot';
import { planOrderOf } from './action/sort';
import { rangeOf } from './positions';

/**
 * Lays out the parallel.json of a PLAN and brings its achievements into the order of the PLAN, as one edit; comments
 * stay. Nothing for other documents, nor where all is as it should be.
 */
export const formattingOf = (
  snapshot: Snapshot,
  { uri, text }: DocumentText,
  { tabSize, insertSpaces, insertFinalNewline = false }: FormattingOptions,
): TextEdit[] => {
  const order = planOrderOf(snapshot, uri);
  if (!order) return [];
  const checked = sortGuarded(text, order);
  // what cannot be sorted safely is laid out as it stands
  const edits = checked.ok ? checked.value : [];
  const sorted = applyEdits(
    text,
    edits.map(({ span: { start, end }, newText }) => ({
      offset: start,
      length: end - start,
      content: newText,
    })),
  );
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const layout = format(sorted, undefined, { tabSize, insertSpaces, insertFinalNewline, eol });
  const newText = applyEdits(sorted, layout);
  if (newText === text) return [];
  return [{ range: rangeOf(new LineIndex(text), span(0, text.length)), newText }];
};

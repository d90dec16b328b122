import { l10n, type TextDocument, Uri, WorkspaceEdit, workspace } from 'vscode';
import { nameOf } from '../../engine/model/uri';
import { parallelBatch } from '../../engine/propose/parallelBatch';
import type { ParallelDraft } from '../../engine/propose/prepare';
import type { ProposedEdge } from '../../engine/propose/proposal';
import { orThrow } from '../../shared/result';
import { UserError } from '../../shared/userError';
import type { ApplyBatch } from '../creation/apply';
import { rangeIn } from '../rangeIn';
import { notWritten, type WriteParallel } from './flow';

/**
 * Creates a new parallel.json as every other document is created, or changes the present one by a single edit that can
 * be undone, and saves it. Never over another file, over unsaved changes or over what somebody wrote meanwhile.
 */
export const createWriteParallel =
  (apply: ApplyBatch): WriteParallel =>
  async (draft, edges, ui) => {
    if (draft.before !== undefined) return change(draft, draft.before, edges);
    const batch = parallelBatch(draft, orThrow(draft.textWith(edges)));
    const { created, failed } = await apply({ batch, files: batch.files, name: crypto.randomUUID() }, ui);
    const [first] = failed;
    if (first) throw notWritten(first.file.name, first.reason);
    return created.length > 0;
  };

const change = async (
  draft: ParallelDraft,
  before: string,
  edges: readonly ProposedEdge[],
): Promise<boolean> => {
  const document = await workspace.openTextDocument(Uri.parse(draft.uri));
  const name = nameOf(draft.uri);
  if (document.isDirty) throw notWritten(name, l10n.t('it has unsaved changes'));
  if (unixText(document.getText()) !== unixText(before)) {
    throw notWritten(name, l10n.t('somebody changed it meanwhile'));
  }
  const edit = editFor(document, draft, edges);
  if (!(await workspace.applyEdit(edit))) {
    throw new UserError(l10n.t('The editor did not take the changes of {0}.', name));
  }
  return document.isDirty ? document.save() : false;
};

/** The editor gives every line of a document the same end. */
const unixText = (text: string): string => text.replace(/\r\n?/g, '\n');

const editFor = (
  document: TextDocument,
  draft: ParallelDraft,
  edges: readonly ProposedEdge[],
): WorkspaceEdit => {
  const edit = new WorkspaceEdit();
  for (const { span, newText } of orThrow(draft.editsFor(document.getText(), edges))) {
    edit.replace(document.uri, rangeIn(document, span), newText);
  }
  return edit;
};

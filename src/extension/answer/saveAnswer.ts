import { l10n, Range, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { Engine } from '../../engine/engine';
import { nameOf } from '../../engine/model/uri';
import { UserError } from '../../shared/userError';
import type { AnswerUi, ValidAnswer } from './answerUi';

/** Checks an answer, shows what it would change, and saves it when told to. Resolves with whether it was saved. */
export const saveAnswer = async (
  engine: Engine,
  ui: AnswerUi,
  plan: string,
  answer: string,
): Promise<boolean> => {
  const checked = await engine.checkAnswer(plan, answer);
  if (!checked.ok) throw checked.error;
  const { value } = checked;
  if (!value.isValid) {
    await ui.showProblems(value);
    return false;
  }
  if (value.before === value.after) {
    ui.inform(l10n.t('{0} says all of this already.', nameOf(value.uri)));
    return false;
  }
  if (!(await ui.confirm(value))) return false;
  await save(value);
  return true;
};

/** One edit, which can be undone. What had unsaved changes before keeps them and is left to the person to save. */
const save = async ({ uri, before, after }: ValidAnswer): Promise<void> => {
  const target = Uri.parse(uri);
  const edit = new WorkspaceEdit();
  if (before === undefined) {
    const contents = new TextEncoder().encode(after);
    edit.createFile(target, { overwrite: false, ignoreIfExists: false, contents });
    if (!(await workspace.applyEdit(edit))) throw refused(uri);
    return;
  }
  const document = await workspace.openTextDocument(target);
  const text = document.getText();
  // an editor gives all lines the same end
  if (lines(text) !== lines(before)) {
    throw new UserError(l10n.t('{0} has changed since: compare once more.', nameOf(uri)));
  }
  const wasSaved = !document.isDirty;
  edit.replace(target, new Range(document.positionAt(0), document.positionAt(text.length)), after);
  if (!(await workspace.applyEdit(edit))) throw refused(uri);
  if (wasSaved) await document.save();
};

const lines = (text: string): string => text.replace(/\r\n?/g, '\n');

const refused = (uri: string): UserError =>
  new UserError(l10n.t('The editor refused to change {0}.', nameOf(uri)));

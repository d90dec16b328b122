import {
  commands,
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { CheckedAnswer } from '../../engine/answer/checkAnswer';
import { nameOf } from '../../engine/model/uri';
import { printable } from '../../engine/words/printable';
import { counted } from '../../shared/counted';
import { DisposableStore } from '../../shared/dispose';
import { confirmChange } from '../edit/confirmChange';
import { closeProposed, proposed } from '../edit/proposed';
import { rangeIn } from '../edit/rangeIn';

export type ValidAnswer = Extract<CheckedAnswer, { isValid: true }>;
export type InvalidAnswer = Extract<CheckedAnswer, { isValid: false }>;

/** Everything that saving an answer asks and says; the editor's own, or a script in the tests. */
export interface AnswerUi {
  /** Shows what saving would change; turning away means no. */
  confirm(answer: ValidAnswer): Promise<boolean>;
  /** Shows the JSON with its problems at their places. */
  showProblems(answer: InvalidAnswer): Promise<void>;
  inform(message: string): void;
}

/** Comparisons and problems in editors of their own. Dispose with the extension. */
export const createAnswerUi = (): AnswerUi & Disposable => {
  const store = new DisposableStore();
  const diagnostics = store.add(languages.createDiagnosticCollection('parallelPlans.answer'));
  store.add(workspace.onDidCloseTextDocument(({ uri }) => diagnostics.delete(uri)));
  // what the person changes in it is not checked again: the answer is copied once more
  store.add(workspace.onDidChangeTextDocument(({ document }) => diagnostics.delete(document.uri)));
  return {
    confirm: async ({ uri, before, after, warnings }) => {
      const name = nameOf(uri);
      const title = `${name}: current and answered`;
      const left = before === undefined ? proposed(name, '') : Uri.parse(uri);
      await commands.executeCommand('vscode.diff', left, proposed(name, after), title);
      const isAgreed = await confirmChange({
        question: `Save this as ${name}?`,
        action: `Save ${name}`,
        notes: warnings.map(({ message }) => message),
      });
      await closeProposed(title);
      return isAgreed;
    },
    showProblems: async ({ text, problems }) => {
      const document = await workspace.openTextDocument({ content: text, language: 'json' });
      const found = problems.map(({ span, message, code }) => {
        const range = rangeIn(document, span);
        const diagnostic = new Diagnostic(range, message, DiagnosticSeverity.Error);
        diagnostic.source = 'Parallel Plans';
        diagnostic.code = code;
        return diagnostic;
      });
      const [first] = found;
      await window.showTextDocument(document, first ? { selection: first.range } : {});
      diagnostics.set(document.uri, found);
      const show = 'Show problems';
      const message = `Nothing was saved: the answer has ${counted(problems.length, 'error')}. ${printable(first?.message ?? '')}`;
      window.showErrorMessage(message, show).then((answer) => {
        if (answer === show) void commands.executeCommand('workbench.actions.view.problems');
      });
    },
    inform: (message) => void window.showInformationMessage(message),
    dispose: () => store.dispose(),
  };
};

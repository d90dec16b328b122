import { Uri, window } from 'vscode';
import { editorUi } from '../creation/editorUi';
import type { BatchProgress } from '../creation/ui';

/** What may follow a question before an approval. */
export type ApprovalAnswer = 'approve' | 'open' | 'no';

/** Everything a review asks and says; the editor's dialogs, or a script in the tests. */
export interface ReviewUi {
  /** `isWhole`: nothing is missing. Turning away means no. */
  confirmApproval(question: string, details: string, isWhole: boolean): Promise<ApprovalAnswer>;
  /** Asks for a sentence; undefined when the person turned away, empty when there is nothing to say. */
  askReason(question: string, hint: string, isRequired: boolean): Promise<string | undefined>;
  confirm(question: string, details: string, yes: string): Promise<boolean>;
  progress<T>(count: number, work: (progress: BatchProgress) => Promise<T>): Promise<T>;
  /** Resolves at once; what the person chooses happens later. */
  done(message: string, undo: () => Promise<void>): void;
  failed(message: string): void;
  open(uri: string): Promise<void>;
}

export const editorReviewUi: ReviewUi = {
  confirmApproval: async (question, detail, isWhole) => {
    const approve = isWhole ? 'Approve' : 'Approve anyway';
    const open = 'Open the work';
    const show = isWhole ? window.showInformationMessage : window.showWarningMessage;
    const answer = await show(
      question,
      { modal: true, detail },
      ...(isWhole ? [approve, open] : [open, approve]),
    );
    return answer === approve ? 'approve' : answer === open ? 'open' : 'no';
  },
  askReason: async (title, placeHolder, isRequired) =>
    window.showInputBox({
      title,
      placeHolder,
      ignoreFocusOut: true,
      validateInput: (value) => (isRequired && value.trim() === '' ? 'A reason is needed.' : undefined),
    }),
  confirm: async (question, detail, yes) =>
    (await window.showWarningMessage(question, { modal: true, detail }, yes)) === yes,
  progress: editorUi.progress,
  done: (message, undo) => {
    const label = 'Undo';
    window.showInformationMessage(message, label).then((answer) => {
      if (answer === label) undo().catch(() => undefined);
    });
  },
  failed: (message) => void window.showErrorMessage(message),
  open: async (uri) => {
    await window.showTextDocument(Uri.parse(uri));
  },
};

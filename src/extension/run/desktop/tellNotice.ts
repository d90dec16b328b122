import { commands, window } from 'vscode';
import type { Run } from '../runs';
import { noticeActions } from './noticeActions';
import type { Notice } from './notices';
import { noticeWords } from './noticeWords';

/** Says what a person is needed for, with what can be done about it. */
export const tellNotice = (run: Run, notice: Notice): void => {
  const message = noticeWords(run, notice);
  const actions = noticeActions(run, notice);
  const show =
    notice.kind === 'success' || notice.kind === 'review' || notice.kind === 'work'
      ? window.showInformationMessage
      : window.showWarningMessage;
  show(message, ...actions.map(({ title }) => title)).then(
    (answer) => {
      const chosen = actions.find(({ title }) => title === answer);
      if (chosen) void commands.executeCommand(chosen.command, ...(chosen.node ? [chosen.node] : []));
    },
    () => undefined,
  );
};

import { l10n } from 'vscode';
import { printable } from '../../../engine/words/printable';
import type { Run } from '../runs';
import { itemsOf, type Notice } from './notices';
import { doneOf } from './runLooks';

/** What a person is told, as one line. */
export const noticeWords = (run: Run, notice: Notice): string => printable(wordsOf(run, notice));

const wordsOf = (run: Run, notice: Notice): string => {
  const { name } = run;
  const items = itemsOf(notice);
  const error = notice.error?.split('\n', 1)[0];
  switch (notice.kind) {
    case 'review':
      return l10n.t('{0}: {1} waits for your review.', name, items);
    case 'work':
      return l10n.t('{0}: {1} waits for your work.', name, items);
    case 'conflict':
      return withReason(l10n.t('{0}: {1} conflicts with what landed.', name, items), error);
    case 'failed':
      return withReason(l10n.t('{0}: {1} failed.', name, items), error);
    case 'finished':
      return endWords(run, notice);
    case 'left':
      return l10n.t('{0} is interrupted: its runner has ended.', name);
    case 'success':
      return l10n.t('{0} is done: {1} of {2} landed or were done before.', name, ...counts(run));
  }
};

const counts = (run: Run): [number, number] => {
  const { done, total } = doneOf(run);
  return [done, total];
};

const endWords = (run: Run, notice: Notice): string => {
  if (run.state.baseline === false) {
    return l10n.t('{0} did not start, because its gates are red before any work.', run.name);
  }
  const blocked = run.items.filter(({ state }) => state === 'blocked').length;
  return [
    l10n.t('{0} finished with failures: {1} of {2} done', run.name, ...counts(run)),
    ...(notice.items.length > 0 ? [l10n.t('{0} failed', itemsOf(notice))] : []),
    ...(blocked > 0 ? [l10n.t('{0} blocked', blocked)] : []),
  ].join(', ');
};

const withReason = (words: string, reason: string | undefined): string =>
  reason === undefined ? words : `${words} ${reason}`;

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
      return `${name}: ${items} waits for your review.`;
    case 'work':
      return `${name}: ${items} waits for your work.`;
    case 'conflict':
      return withReason(`${name}: ${items} conflicts with what landed.`, error);
    case 'failed':
      return withReason(`${name}: ${items} failed.`, error);
    case 'finished':
      return endWords(run, notice);
    case 'left':
      return `${name} is interrupted: its runner has ended.`;
    case 'success':
      return `${name} is done: ${counts(run)} landed or were done before.`;
  }
};

/** `2 of 3` */
const counts = (run: Run): string => {
  const { done, total } = doneOf(run);
  return `${done} of ${total}`;
};

const endWords = (run: Run, notice: Notice): string => {
  if (run.state.baseline === false) {
    return `${run.name} did not start, because its gates are red before any work.`;
  }
  const blocked = run.items.filter(({ state }) => state === 'blocked').length;
  return [
    `${run.name} finished with failures: ${counts(run)} done`,
    ...(notice.items.length > 0 ? [`${itemsOf(notice)} failed`] : []),
    ...(blocked > 0 ? [`${blocked} blocked`] : []),
  ].join(', ');
};

const withReason = (words: string, reason: string | undefined): string =>
  reason === undefined ? words : `${words} ${reason}`;

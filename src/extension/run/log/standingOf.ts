import { l10n } from 'vscode';
import { isActive } from '../../../engine/run/itemState';
import { printable } from '../../../engine/words/printable';
import { type ItemNow, isGoingOn, type Run } from '../runs';
import type { LogStanding } from './itemLog';

/** How an item stands, for the end of its log; of an attempt that is not the last one, that it is over. */
export const standingOf = (run: Run, item: ItemNow, attempt: number | undefined): LogStanding => {
  const last = item.record.attempt;
  if (attempt !== undefined && attempt < last) {
    const words = l10n.t('{0}: attempt {1} is over, attempt {2} came after it', item.id, attempt, last);
    return { attempt: last, isAtWork: false, words };
  }
  const isHeld = isActive(item.state) || item.state === 'landing' || item.state === 'queued-to-land';
  const goesOn = isGoingOn(run);
  return {
    attempt: last,
    isAtWork: isHeld && goesOn,
    words: [`${item.id} ${wordsOf(item)}`, ...(isHeld && !goesOn ? [l10n.t('its runner is gone')] : [])].join(
      ', ',
    ),
  };
};

const wordsOf = ({ words, waitsFor, record, isGivenUp, state }: ItemNow): string => {
  if (waitsFor.length > 0) return `${words}: ${waitsFor.join(', ')}`;
  const reason = isGivenUp || state === record.state ? (record.error ?? '') : '';
  const [line = ''] = reason.split('\n', 1);
  return line === '' ? words : `${words}: ${printable(line)}`;
};

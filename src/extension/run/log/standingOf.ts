import { isActive, itemStateWords } from '../../../engine/run/itemState';
import { printable } from '../../../engine/words/printable';
import { type ItemNow, isGoingOn, type Run } from '../runs';
import type { LogStanding } from './itemLog';

/** How an item stands, for the end of its log; of an attempt that is not the last one, that it is over. */
export const standingOf = (run: Run, item: ItemNow, attempt: number | undefined): LogStanding => {
  const last = item.record.attempt;
  const past =
    attempt === last ? undefined : run.attemptsOf(item.id).find((each) => each.attempt === attempt);
  if (past) {
    const words = `${itemStateWords(past.state)}${reasonIn(past.error)}`;
    return {
      attempt: last,
      isAtWork: false,
      words: `Attempt ${past.attempt} at ${item.id}: ${words}`,
    };
  }
  const isHeld = isActive(item.state) || item.state === 'landing' || item.state === 'queued-to-land';
  const goesOn = isGoingOn(run);
  return {
    attempt: last,
    isAtWork: isHeld && goesOn,
    words: [`${item.id} ${wordsOf(item)}`, ...(isHeld && !goesOn ? ['its runner has ended'] : [])].join(', '),
  };
};

const wordsOf = ({ words, waitsFor, record, isGivenUp, state }: ItemNow): string => {
  if (waitsFor.length > 0) return `${words}: ${waitsFor.join(', ')}`;
  return isGivenUp || state === record.state ? `${words}${reasonIn(record.error)}` : words;
};

const reasonIn = (error = ''): string => {
  const [line = ''] = error.split('\n', 1);
  return line === '' ? '' : `: ${printable(line)}`;
};

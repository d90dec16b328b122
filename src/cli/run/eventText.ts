import type { TimedEvent } from '../../engine/run/event';
import { isRecordedState, itemStateWords } from '../../engine/run/itemState';
import { unknownEventWords } from '../../engine/run/readEvent';
import { liveConflictWords } from '../../engine/run/seen';
import { type RunState, recordOf } from '../../engine/run/state';
import { counted } from '../../shared/counted';
import type { Paint } from '../terminal/style';
import { stateColor } from './stateColor';

/** What happened as one line for people; undefined for what is of no interest to them. */
export const eventText = (event: TimedEvent, state: RunState, paint: Paint): string | undefined => {
  const time = paint('dim', new Date(event.t).toTimeString().slice(0, 8));
  const line = (text: string): string => `${time}  ${text}`;
  switch (event.event) {
    case 'planned':
      return line(
        `run ${event.run} of ${event.plan}: ${counted(event.items.length, 'item')}, ${event.executor}, ${event.jobs} at a time`,
      );
    case 'baseline':
      return line(
        event.ok
          ? event.gates.length > 0
            ? 'the gates are green before any work'
            : 'no gates'
          : paint('red', 'the gates are red before any work'),
      );
    case 'blocked':
      return line(`${event.item} ${paint('yellow', `is blocked by ${event.roots.join(', ')}`)}`);
    case 'foreseen': {
      const words = event.conflicts.map(liveConflictWords).join('\n');
      return words === '' ? undefined : line(paint('yellow', words));
    }
    case 'stop':
      return line(paint('yellow', 'stops'));
    case 'retried':
      return line(`tries again: ${event.items.join(', ')}`);
    case 'finished':
      return line(`finished: ${event.status}`);
    case 'runner':
      return undefined;
    case 'journal-cut':
      return line(paint('yellow', 'the last line of the journal was torn by a crash and was cut off'));
    default:
      return isRecordedState(event.event)
        ? itemLine(event, state, paint, line)
        : line(paint('yellow', unknownEventWords(event)));
  }
};

type ItemEvent = Extract<TimedEvent, { readonly attempt: number }>;

const itemLine = (
  event: ItemEvent,
  run: RunState,
  paint: Paint,
  line: (text: string) => string,
): string | undefined => {
  const { event: state, item, attempt, error, landed } = event;
  // both are written down twice, first without what is known a moment later
  if (state === 'running' && event.process === undefined) return undefined;
  if (state === 'preparing' && event.base === undefined) return undefined;
  const title = recordOf(run, item)?.item.title ?? '';
  const words = `${paint(stateColor(state), itemStateWords(state))}${attempt > 1 ? ` (attempt ${attempt})` : ''}`;
  const more = landed === undefined ? (error?.split('\n', 1)[0] ?? '') : landed.slice(0, 12);
  return line(
    `${paint('bold', item)} ${words}${more === '' ? '' : `: ${paint('plain', more)}`}  ${paint('dim', title)}`,
  );
};

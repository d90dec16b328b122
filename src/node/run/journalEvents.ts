import type { TimedEvent } from '../../engine/run/event';
import { kindOfEvent } from '../../engine/run/readEvent';
import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import type { JournalLine } from './readJournal';

/**
 * The lines of a journal as the events of a run. Events that this version does not have stay among them, and whoever
 * follows a run skips them. Fails at a line that has the name of an event, but not what belongs to it.
 *
 * @param path of the journal, to name it
 */
export const eventsIn = (
  path: string,
  lines: readonly JournalLine[],
): Result<readonly TimedEvent[], UserError> => {
  const broken = lines.find((line) => kindOfEvent(line) === 'misshapen');
  return broken
    ? fail(
        new UserError(
          `Line ${broken.seq} of ${path} is not what ${broken.event} has to say, so the run cannot be read`,
        ),
      )
    : ok(lines as unknown as readonly TimedEvent[]);
};

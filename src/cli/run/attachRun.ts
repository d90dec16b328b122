import { setTimeout as pause } from 'node:timers/promises';
import type { TimedEvent } from '../../engine/run/event';
import { applyEvent, emptyRun } from '../../engine/run/fold';
import type { RunState } from '../../engine/run/state';
import { readJournal, START } from '../../node/run/readJournal';
import { orThrow } from '../../shared/result';
import type { Terminal } from '../terminal/terminal';
import { type FoundRun, findRun, isRunning } from './findRun';
import { eventPrinter, exitCodeOfRun, printEnd } from './follow';
import { NOT_ALL_LANDED, type RunFormat } from './options';

const POLL_MS = 200;

/** `attach`: what has happened in a run, and what happens until it ends. Ends the run by nothing. */
export const attachRun = async (terminal: Terminal, name: string, format: RunFormat): Promise<number> => {
  const found = await findRun(name);
  const state = await followRun(found, eventPrinter(terminal, format));
  if (state.finished === undefined) {
    terminal.err(
      `No process works on run ${found.head.run}. Continue it with \`parallel-plans resume ${found.head.run}\`.`,
    );
  }
  printEnd(terminal, format, { state, folder: found.folder });
  return state.finished === undefined ? NOT_ALL_LANDED : exitCodeOfRun(state.finished, state);
};

/** Reads a journal on until the run has ended, or nobody goes on with it, or `isEnough`. */
export const followRun = async (
  { folder, head, home }: FoundRun,
  onEvent: (event: TimedEvent, state: RunState) => void,
  isEnough: (state: RunState) => boolean = () => false,
): Promise<RunState> => {
  const state = emptyRun();
  for (let place = START; ; ) {
    const goesOn = await isRunning(home, head);
    const part = orThrow(await readJournal(folder.journal, place));
    for (const line of part.lines) {
      const event = line as unknown as TimedEvent;
      applyEvent(state, event);
      onEvent(event, state);
    }
    place = part.place;
    // a runner lets go after its last line
    if (!goesOn || isEnough(state)) return state;
    await pause(POLL_MS);
  }
};

import { setTimeout as pause } from 'node:timers/promises';
import type { TimedEvent } from '../../engine/run/event';
import type { RunState } from '../../engine/run/state';
import { type FoundRun, isRunning } from '../../node/run/record/openRun';
import { createRecordReader } from '../../node/run/record/recordReader';
import { orThrow } from '../../shared/result';
import type { Terminal } from '../terminal/terminal';
import { findRun } from './findRun';
import { exitCodeOfRun, printEnd } from './follow';
import { NOT_ALL_LANDED, type RunFormat } from './options';
import { runView } from './runView';

const POLL_MS = 200;

/** `attach`: what has happened in a run, and what happens until it ends. Ends the run by nothing. */
export const attachRun = async (terminal: Terminal, name: string, format: RunFormat): Promise<number> => {
  const found = await findRun(name);
  const view = runView(terminal, format);
  const state = await followRun(found, view.event).finally(view.end);
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
  const reader = createRecordReader(folder);
  for (;;) {
    const goesOn = await isRunning(home, head);
    orThrow(await reader.readOn(onEvent));
    // a runner lets go after its last line
    if (!goesOn || isEnough(reader.state)) return reader.state;
    await pause(POLL_MS);
  }
};

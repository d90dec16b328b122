import type { RunStatus } from '../../engine/run/event';
import type { RunState } from '../../engine/run/state';
import { reportText } from '../../engine/run/text/report';
import { printableLine } from '../../engine/words/printable';
import type { PromptWriter } from '../../node/run/context';
import { type RunFolder, runFolder } from '../../node/run/record/runFolder';
import { currentResult } from '../../node/run/record/saveResult';
import type { RunnerOptions } from '../../node/run/runLoop';
import { runToEnd } from '../../node/run/runner';
import { toJson } from '../../shared/toJson';
import type { Terminal } from '../terminal/terminal';
import { interruptible } from './interrupt';
import { ALL_LANDED, CANNOT_RUN, NOT_ALL_LANDED, type RunFormat, STOPPED } from './options';
import { runView } from './runView';
import { shownPath } from './shownPath';

/** What is shown at the end of a run. */
export const printEnd = (
  terminal: Terminal,
  format: RunFormat,
  { state, folder }: { readonly state: RunState; readonly folder: RunFolder },
): void => {
  const result = currentResult(state);
  if (!result) return;
  if (format === 'json') terminal.out(toJson(result));
  if (format === 'text') {
    const text = reportText(result, [shownPath(folder.result)]);
    terminal.out(`\n${text.trimEnd().split('\n').map(printableLine).join('\n')}`);
  }
};

export const exitCodeOfRun = (status: RunStatus, { baseline }: Pick<RunState, 'baseline'>): number => {
  if (status === 'success') return ALL_LANDED;
  if (status === 'stopped') return STOPPED;
  return baseline === false ? CANNOT_RUN : NOT_ALL_LANDED;
};

interface Runnable {
  readonly home: string;
  readonly run: string;
  readonly plan: string;
  readonly prompts: PromptWriter;
  readonly version: string;
  readonly format: RunFormat;
  readonly reopen?: RunnerOptions['reopen'];
  /** It begins: what was written down of it already is of interest too. */
  readonly isNew: boolean;
}

/** Runs a run in this process and shows it; Ctrl+C stops it, and a second one leaves at once. Gives the exit code. */
export const runHere = async (terminal: Terminal, runnable: Runnable): Promise<number> => {
  const { home, run, plan, prompts, version, format, reopen, isNew } = runnable;
  const view = runView(terminal, format);
  let last: RunState | undefined;
  try {
    const status = await interruptible(
      () => view.note('Stopping. Press Ctrl+C again to leave at once; `resume` continues the run.'),
      (signal) =>
        runToEnd({
          home,
          run,
          plan,
          prompts,
          version,
          signal,
          onNote: (text) => view.note(text),
          onEvent: (event, state) => {
            last = state;
            view.event(event, state);
          },
          reopen,
          tellsPast: isNew || format === 'jsonl',
        }),
    );
    view.end();
    if (!status.ok) throw status.error;
    if (!last) return NOT_ALL_LANDED;
    printEnd(terminal, format, { state: last, folder: runFolder(home, run) });
    return exitCodeOfRun(status.value, last);
  } finally {
    view.end();
  }
};

import { version } from '../../../package.json';
import { isActive, isFailure, isSatisfied } from '../../engine/run/itemState';
import { type RunState, recordOf } from '../../engine/run/state';
import type { FoundRun } from '../../node/run/record/openRun';
import { commandsOf, trustTextOf } from '../../node/run/record/settings';
import { trustHash } from '../../node/run/record/trusted';
import { tellWish } from '../../node/run/record/wishes';
import { readSettings, runToEnd } from '../../node/run/runner';
import { startDetached } from '../../node/run/startDetached';
import { orThrow } from '../../shared/result';
import { NothingToDo, UserError } from '../../shared/userError';
import type { Terminal } from '../terminal/terminal';
import type { MakingWorkspace, OpenWorkspace } from '../workspace/workspace';
import { followRun } from './attachRun';
import { mayRunCommands } from './consent';
import { findRun } from './findRun';
import { printEnd, runHere } from './follow';
import { ALL_LANDED, CANNOT_RUN, type RunFormat } from './options';
import { createPromptWriter } from './prompts';
import { runView } from './runView';

type Open = OpenWorkspace<MakingWorkspace>;

/** How `retry` and `resume` go on. */
export interface GoOn {
  readonly format: RunFormat;
  readonly detach: boolean;
  readonly trustCommands: string | undefined;
}

/** `stop`: ends a run, or one item of it, with all of its processes. */
export const stopRun = async (
  terminal: Terminal,
  open: Open,
  name: string,
  { item, format }: { readonly item: string | undefined; readonly format: 'text' | 'json' },
): Promise<number> => {
  const found = await findRun(name);
  checkItem(found, item);
  const before = item === undefined ? undefined : stateOfItem(found.state, item);
  if (before !== undefined && before !== 'open' && (isSatisfied(before) || isFailure(before))) {
    throw new NothingToDo(`${item} is already ${before}. There is nothing to stop.`);
  }
  const { plan } = orThrow(await readSettings(found.folder));
  if (found.isRunning) {
    const known = found.state.items.length;
    await tellWish(found.folder, { wish: 'stop', ...(item !== undefined && { item }) });
    const state = await followRun(
      found,
      () => undefined,
      (now) => known > 0 && isStopped(now, item),
    );
    if (item === undefined) printEnd(terminal, format, { state, folder: found.folder });
    else if (format === 'text') terminal.out(`${item} is stopped.`);
    else terminal.out(JSON.stringify({ run: found.head.run, item, state: stateOfItem(state, item) }));
    return ALL_LANDED;
  }
  if (found.state.finished !== undefined) throw new NothingToDo(`Run ${found.head.run} has ended already.`);
  if (item !== undefined) {
    throw new UserError(
      `No process works on run ${found.head.run}. Stop the whole run, or \`resume\` it first.`,
    );
  }
  // what a runner that is gone has left goes on: it is found and ended
  const view = runView(terminal, format);
  let last: RunState | undefined;
  orThrow(
    await runToEnd({
      home: found.home,
      run: found.head.run,
      plan: found.head.plan,
      prompts: createPromptWriter(open, plan),
      version,
      signal: AbortSignal.abort(),
      onNote: (text) => view.note(text),
      onEvent: (event, state) => {
        last = state;
        view.event(event, state);
      },
    }),
  );
  view.end();
  if (last) printEnd(terminal, format, { state: last, folder: found.folder });
  return ALL_LANDED;
};

const checkItem = ({ state, head }: FoundRun, item: string | undefined): void => {
  if (item !== undefined && !state.places.has(item)) {
    throw new UserError(`Run ${head.run} has no ${item}.`);
  }
};

const stateOfItem = (state: RunState, item: string) => recordOf(state, item)?.state;

const isStopped = (state: RunState, item: string | undefined): boolean => {
  if (item === undefined) return state.finished !== undefined;
  const now = stateOfItem(state, item);
  return now !== undefined && now !== 'open' && !isActive(now) && now !== 'landing';
};

/** `retry`: tries what failed again, all of it or one item, and what it blocked. */
export const retryRun = async (
  terminal: Terminal,
  open: Open,
  name: string,
  { item, ...goOn }: GoOn & { readonly item: string | undefined },
): Promise<number> => {
  const found = await findRun(name);
  checkItem(found, item);
  const failed = found.state.items.filter(({ state }) => state !== 'open' && isFailure(state));
  const chosen = failed.filter((record) => item === undefined || record.item.id === item);
  if (chosen.length === 0) {
    throw new NothingToDo(
      item === undefined
        ? `Nothing has failed in run ${found.head.run}.`
        : `${item} has not failed in run ${found.head.run}.`,
    );
  }
  const items = chosen.map((record) => record.item.id);
  if (found.isRunning) {
    await tellWish(found.folder, { wish: 'retry', items });
    if (goOn.format === 'text') terminal.out(`The runner tries again: ${items.join(', ')}.`);
    return ALL_LANDED;
  }
  if (goOn.detach) throw new UserError('A retry goes on in this terminal. Leave --detach out.');
  return goOnWith(terminal, open, found, goOn, items);
};

/** `resume`: goes on with a run that was left, stopped, or waited for a person. */
export const resumeRun = async (
  terminal: Terminal,
  open: Open,
  name: string,
  goOn: GoOn,
): Promise<number> => {
  const found = await findRun(name);
  const { head, state } = found;
  if (found.isRunning) {
    throw new UserError(
      `Run ${head.run} is already running. Follow it with \`parallel-plans attach ${head.run}\`.`,
    );
  }
  if (state.finished === 'success') throw new NothingToDo(`Run ${head.run} is done: everything has landed.`);
  if (goOn.detach) {
    await startDetached(found.folder, found.home);
    terminal.out(
      `Run ${head.run} continues in the background. Follow it with \`parallel-plans attach ${head.run}\`.`,
    );
    return ALL_LANDED;
  }
  return goOnWith(terminal, open, found, goOn, state.finished === 'stopped' ? 'stopped' : undefined);
};

const goOnWith = async (
  terminal: Terminal,
  open: Open,
  { folder, home, head }: FoundRun,
  { format, trustCommands }: GoOn,
  reopen: readonly string[] | 'stopped' | undefined,
): Promise<number> => {
  const settings = orThrow(await readSettings(folder));
  // the record is a file like any other: what it says is run only if a person has seen it
  const hash = trustHash(trustTextOf(settings));
  const consent = { top: settings.top, hash, commands: commandsOf(settings), given: trustCommands };
  if (!(await mayRunCommands(terminal, consent))) return CANNOT_RUN;
  return runHere(terminal, {
    home,
    run: head.run,
    plan: head.plan,
    prompts: createPromptWriter(open, settings.plan),
    version,
    format,
    reopen,
    isNew: false,
  });
};

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Decision, decide } from '../../engine/run/decide';
import type { ItemEvent, RunEvent, RunStatus, TimedEvent } from '../../engine/run/event';
import { applyEvent, emptyRun } from '../../engine/run/fold';
import { isActive, isFailure, isRecordedState } from '../../engine/run/itemState';
import type { ItemRecord, RunState } from '../../engine/run/state';
import { addedUsage, costOf } from '../../engine/run/usage';
import { fail, ok, type Result } from '../../shared/result';
import { messageOf, UserError } from '../../shared/userError';
import { treeOf } from '../git/commits';
import type { PromptWriter, RunContext } from './context';
import { createHooks, type Hooks } from './hooks';
import { ownIdentity } from './identity';
import { gateWords } from './item/gates';
import { landItem, proveCommit } from './item/land';
import { tipOf } from './item/prepare';
import { answeredWait } from './item/waiting';
import { workOn } from './item/work';
import { type JournalEvent, type JournalFile, openJournal } from './journalFile';
import { takeLock } from './lock';
import { lockPath, type RunFolder, runFolder } from './record/runFolder';
import { createStateFile, saveResult } from './record/saveResult';
import { type RunSettings, settingsIn } from './record/settings';
import { type Wish, wishesIn } from './record/wishes';
import { recoverRun } from './recover';

export interface RunnerOptions {
  readonly home: string;
  readonly run: string;
  readonly plan: string;
  readonly prompts: PromptWriter;
  readonly version: string;
  /** Called with everything that happens, after it counts. */
  readonly onEvent?: (event: TimedEvent, state: RunState) => void;
  /** What was in the journal before is told too, from its beginning. */
  readonly tellsPast?: boolean;
  /** For people, one line. */
  readonly onNote?: (text: string) => void;
  /** Aborted when the run is to stop. */
  readonly signal?: AbortSignal;
  /** What failed or was stopped before is opened again: these items, or all. */
  readonly reopen?: readonly string[] | 'all' | 'stopped' | undefined;
}

/**
 * Runs a run to its end, or to where nothing can go on without a person; a run that was left goes on where it was.
 * Every change is in the journal before anything follows from it. Fails where another process runs the plan, and where
 * the record of the run cannot be read or written.
 */
export const runToEnd = async (options: RunnerOptions): Promise<Result<RunStatus, UserError>> => {
  const folder = runFolder(options.home, options.run);
  const settings = await readSettings(folder);
  if (!settings.ok) return settings;
  const lock = await takeLock(lockPath(options.home, options.plan), {
    run: options.run,
    version: options.version,
  });
  if (!lock.ok) return lock;
  try {
    const journal = await openJournal(folder.journal, options.run);
    if (!journal.ok) return journal;
    try {
      return ok(await new Runner(options, folder, settings.value, journal.value).run());
    } finally {
      await journal.value.close();
    }
  } catch (error) {
    if (error instanceof UserError) return fail(error);
    return fail(new UserError(`The run cannot go on: ${messageOf(error)}`, { cause: error }));
  } finally {
    await lock.value.release();
  }
};

export const readSettings = async (folder: RunFolder): Promise<Result<RunSettings, UserError>> => {
  const text = await readFile(folder.settings, 'utf8').catch(() => '');
  const settings = settingsIn(text);
  return settings
    ? ok(settings)
    : fail(new UserError(`There is no run ${folder.run} that can be read here.`));
};

/** How often wishes are looked at, and what people are waited for. */
const LOOK_MS = 250;
const LOOK_AT_PEOPLE_MS = 2_000;

class Runner {
  readonly #options: RunnerOptions;
  readonly #journal: JournalFile;
  readonly #state: RunState;
  readonly #context: RunContext;
  readonly #hooks: Hooks;
  readonly #stateFile: ReturnType<typeof createStateFile>;
  readonly #readWishes: () => Promise<readonly Wish[]>;
  /** What goes on, by item; the proof of the base has a name of its own. */
  readonly #busy = new Map<string, Promise<void>>();
  readonly #controllers = new Map<string, AbortController>();
  #changes = 0;
  #wake: () => void = () => undefined;
  #broken: unknown;

  constructor(options: RunnerOptions, folder: RunFolder, settings: RunSettings, journal: JournalFile) {
    this.#options = options;
    this.#journal = journal;
    this.#state = emptyRun();
    for (const line of journal.lines as unknown as readonly TimedEvent[]) {
      applyEvent(this.#state, line);
      if (options.tellsPast) options.onEvent?.(line, this.#state);
    }
    const note = (text: string): void => options.onNote?.(text);
    this.#hooks = createHooks(folder, settings, note);
    this.#stateFile = createStateFile(this.#state, folder);
    this.#readWishes = wishesIn(folder);
    this.#context = {
      folder,
      settings,
      state: this.#state,
      prompts: options.prompts,
      tell: (event) => this.#tell(event),
      note,
      signalOf: (item) => this.#controllerOf(item).signal,
    };
  }

  async run(): Promise<RunStatus> {
    const { version, signal, reopen } = this.#options;
    await this.#tell({ event: 'runner', process: await ownIdentity(), version });
    await this.#reopen(reopen);
    for (const { item, work } of await recoverRun(this.#context)) this.#begin(item, work);
    const stop = (): void => void this.#stop().catch((error: unknown) => this.#break(error));
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop);
    try {
      const status = await this.#toEnd();
      await Promise.all([this.#hooks.settled(), this.#stateFile.settled()]);
      return status;
    } finally {
      signal?.removeEventListener('abort', stop);
      // they still write into the journal
      await Promise.allSettled(this.#busy.values());
    }
  }

  /** Decides and acts until the end. */
  async #toEnd(): Promise<RunStatus> {
    let lastLook = 0;
    for (;;) {
      if (this.#broken !== undefined) throw this.#broken;
      for (const wish of await this.#readWishes()) await this.#grant(wish);
      const before = this.#changes;
      const decisions = decide(this.#state, Date.now());
      const end = decisions.find((each) => each.kind === 'finish');
      if (Date.now() - lastLook > LOOK_AT_PEOPLE_MS || end) {
        lastLook = Date.now();
        if (await this.#lookAtPeople()) continue;
      }
      if (end && this.#busy.size === 0) return this.#finish(end.status);
      for (const decision of decisions) await this.#follow(decision);
      if (this.#changes === before) await this.#change();
    }
  }

  async #follow(decision: Decision): Promise<void> {
    switch (decision.kind) {
      case 'block':
        return this.#tell({ event: 'blocked', item: decision.item, roots: decision.roots });
      case 'baseline':
        if (!this.#busy.has(BASELINE)) this.#begin(BASELINE, () => this.#proveBase());
        return;
      case 'start':
        return this.#start(decision.item, decision.attempt);
      case 'land': {
        const record = this.#recordOf(decision.item);
        if (!record || this.#busy.has(decision.item)) return;
        await this.#tell({ event: 'landing', item: decision.item, attempt: record.attempt });
        this.#begin(decision.item, () => landItem(this.#context, record));
        return;
      }
      default:
        return;
    }
  }

  async #start(item: string, attempt: number): Promise<void> {
    const record = this.#recordOf(item);
    if (!record || this.#busy.has(item)) return;
    this.#controllers.delete(item);
    await this.#tell({
      event: 'preparing',
      item,
      attempt,
      executor: this.#context.settings.executor.name,
    });
    this.#begin(item, () => workOn(this.#context, record, attempt));
  }

  /** Lets work go on beside everything else; what it throws ends the run. */
  #begin(name: string, work: () => Promise<void>): void {
    const done = work()
      .catch((error: unknown) => this.#break(error))
      .finally(() => {
        this.#busy.delete(name);
        this.#changed();
      });
    this.#busy.set(name, done);
  }

  async #proveBase(): Promise<void> {
    const { settings, folder } = this.#context;
    const { gates } = settings;
    if (gates.length === 0) return this.#tell({ event: 'baseline', ok: true, gates: [] });
    const tip = await tipOf(this.#context);
    if (!tip.ok) throw tip.error;
    const tree = await treeOf(settings.top, tip.value);
    if (!tree.ok) throw tree.error;
    const proved = await proveCommit(this.#context, {
      gates,
      commit: tip.value,
      tree: tree.value,
      log: join(folder.path, 'baseline.log'),
      signal: this.#controllerOf(BASELINE).signal,
    });
    if (!proved.ok) throw proved.error;
    const red = proved.value.find((gate) => !gate.ok);
    if (red && this.#controllerOf(BASELINE).signal.aborted) return;
    if (red) this.#context.note(`The gates are red before any work: ${gateWords(red)}.`);
    await this.#tell({ event: 'baseline', ok: red === undefined, gates: proved.value });
  }

  /** True where somebody did what an item waited for. */
  async #lookAtPeople(): Promise<boolean> {
    let isAnswered = false;
    for (const record of this.#state.items) {
      const { id } = record.item;
      if (record.state !== 'waiting' || this.#busy.has(id)) continue;
      const answer = await answeredWait(this.#context, record);
      if (!answer) continue;
      this.#begin(id, answer);
      isAnswered = true;
    }
    return isAnswered;
  }

  async #grant(wish: Wish): Promise<void> {
    if (wish.wish === 'retry') return this.#reopen(wish.items ?? 'all');
    if (wish.item === undefined) return this.#stop();
    const record = this.#recordOf(wish.item);
    if (!record) return;
    if (record.state !== 'open' && (isActive(record.state) || record.state === 'landing')) {
      this.#controllerOf(wish.item).abort();
    } else if (record.state === 'open' || record.state === 'waiting' || record.state === 'queued-to-land') {
      const error = `${wish.item} was stopped.`;
      await this.#tell({ event: 'cancelled', item: wish.item, attempt: record.attempt, error });
    }
  }

  async #stop(): Promise<void> {
    if (this.#state.isStopping) return;
    await this.#tell({ event: 'stop' });
    for (const name of this.#busy.keys()) this.#controllerOf(name).abort();
  }

  async #reopen(which: RunnerOptions['reopen']): Promise<void> {
    if (which === undefined) return;
    const ids = this.#state.items
      .filter(({ state, item }) => {
        if (state === 'open' || !isFailure(state)) return false;
        if (which === 'all') return true;
        return which === 'stopped' ? state === 'cancelled' : which.includes(item.id);
      })
      .map(({ item }) => item.id);
    if (ids.length > 0) await this.#tell({ event: 'retried', items: ids });
  }

  async #finish(status: RunStatus): Promise<RunStatus> {
    await this.#tell({ event: 'finished', status });
    return status;
  }

  async #tell(asked: RunEvent): Promise<void> {
    const event = this.#withinBudget(asked);
    const line = await this.#journal.append(event as unknown as JournalEvent);
    const timed = line as unknown as TimedEvent;
    applyEvent(this.#state, timed);
    this.#changed();
    this.#options.onEvent?.(timed, this.#state);
    this.#hooks.tell(timed);
    this.#stateFile.changed();
    if (event.event === 'finished')
      await saveResult(this.#state, this.#context.folder, this.#context.settings.top);
    await this.#watchCost();
  }

  /** An item that has cost as much as it may gets no further attempt. */
  #withinBudget(event: RunEvent): RunEvent {
    const limit = this.#context.settings.maxCost.item;
    if (limit === undefined || !isRecordedState(event.event) || !isFailure(event.event)) return event;
    const told = event as ItemEvent;
    const before = this.#recordOf(told.item)?.usage;
    const cost = costOf(told.usage ? addedUsage(before, told.usage) : before) ?? 0;
    return cost < limit
      ? event
      : {
          ...told,
          final: true,
          error: `${told.error ?? ''} It has cost ${cost}, and ${limit} is its limit.`.trim(),
        };
  }

  async #watchCost(): Promise<void> {
    const limit = this.#context.settings.maxCost.run;
    if (limit === undefined || this.#state.isStopping || this.#state.finished !== undefined) return;
    const total = this.#state.items.reduce((sum, { usage }) => sum + (costOf(usage) ?? 0), 0);
    if (total < limit) return;
    this.#context.note(`The run has cost ${total}, and ${limit} is its limit: it stops.`);
    await this.#stop();
  }

  #recordOf(item: string): ItemRecord | undefined {
    return this.#state.items[this.#state.places.get(item) ?? -1];
  }

  #controllerOf(name: string): AbortController {
    const known = this.#controllers.get(name);
    if (known) return known;
    const made = new AbortController();
    this.#controllers.set(name, made);
    return made;
  }

  #break(error: unknown): void {
    this.#broken ??= error;
    for (const controller of this.#controllers.values()) controller.abort();
    this.#changed();
  }

  #changed(): void {
    this.#changes++;
    this.#wake();
  }

  /** Until something happens, or it is time to look at wishes again. */
  #change(): Promise<void> {
    return Promise.race([
      new Promise<void>((resolve) => {
        this.#wake = resolve;
      }),
      pause(LOOK_MS),
    ]);
  }
}

const BASELINE = 'the gates before any work';

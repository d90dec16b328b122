import { setTimeout as pause } from 'node:timers/promises';
import { type Decision, decide, type Mandate } from '../../engine/run/decide';
import type { RunEvent, RunStatus, TimedEvent } from '../../engine/run/event';
import { applyEvent, emptyRun } from '../../engine/run/fold';
import { isActive, isFailure } from '../../engine/run/itemState';
import { kindOfEvent, unknownEventWords } from '../../engine/run/readEvent';
import { type ItemRecord, type RunState, recordOf } from '../../engine/run/state';
import { UserError } from '../../shared/userError';
import { PINS, refPart } from '../git/pins';
import { proveBase } from './baseline';
import { overBudget, withinBudget } from './budget';
import type { PromptWriter, RunContext } from './context';
import { createForecast, type Forecast } from './forecast';
import { createHooks, type Hooks } from './hooks';
import { ownIdentity } from './identity';
import { landItem } from './item/land';
import { answeredWait } from './item/waiting';
import { workOn } from './item/work';
import type { JournalEvent, JournalFile } from './journalFile';
import { branchLane, type Lane } from './lane';
import type { Lock } from './lock';
import type { RunFolder } from './record/runFolder';
import { createStateFile, saveResult } from './record/saveResult';
import type { RunSettings } from './record/settings';
import { type Wish, wishesIn } from './record/wishes';
import { recoverRun } from './recover';
import { strangeTip } from './strangeTip';

/** The record of a run, in the hands of its one runner. */
export interface OwnRecord {
  readonly folder: RunFolder;
  readonly settings: RunSettings;
  readonly journal: JournalFile;
  /** What was in the journal. */
  readonly past: readonly TimedEvent[];
  readonly lock: Pick<Lock, 'isHeld'>;
}

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
  /** Where everything lands, if that is not the branch of this repository. */
  readonly lane?: Lane | undefined;
  /** What may be started and landed; everything unless given. */
  readonly mandate?: Mandate | undefined;
}

/** How often wishes are looked at, and what people are waited for. */
const LOOK_MS = 250;
const LOOK_AT_PEOPLE_MS = 2_000;
/** How often it is made sure that the record is still there. */
const LOOK_AT_RECORD_MS = 1_000;

/** Decides and acts, event by event, until the run ends or nothing can go on without a person. */
export class RunLoop {
  readonly #options: RunnerOptions;
  readonly #journal: JournalFile;
  readonly #lock: OwnRecord['lock'];
  readonly #state: RunState;
  readonly #context: RunContext;
  readonly #hooks: Hooks;
  readonly #forecast: Forecast;
  readonly #stateFile: ReturnType<typeof createStateFile>;
  readonly #readWishes: () => Promise<readonly Wish[]>;
  /** What goes on, by item; the proof of the base has a name of its own. */
  readonly #busy = new Map<string, Promise<void>>();
  readonly #controllers = new Map<string, AbortController>();
  /** Events in the journal that this version does not have. */
  readonly #unknown: readonly TimedEvent[];
  #changes = 0;
  #lastProof = Date.now();
  #wake: () => void = () => undefined;
  #broken: unknown;

  constructor(options: RunnerOptions, { folder, settings, journal, past, lock }: OwnRecord) {
    this.#options = options;
    this.#journal = journal;
    this.#lock = lock;
    this.#state = emptyRun();
    this.#unknown = past.filter((event) => kindOfEvent(event) === 'unknown');
    for (const event of past) {
      applyEvent(this.#state, event);
      if (options.tellsPast) options.onEvent?.(event, this.#state);
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
      lane: options.lane ?? branchLane(settings.top, this.#state.head?.branch ?? ''),
      tell: (event) => this.#tell(event),
      note,
      signalOf: (item) => this.#controllerOf(item).signal,
    };
    this.#forecast = createForecast(this.#context);
  }

  async run(): Promise<RunStatus> {
    const { version, signal, reopen } = this.#options;
    for (const event of this.#unknown) this.#context.note(unknownEventWords(event));
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
      await Promise.allSettled([...this.#busy.values(), this.#forecast.settled()]);
    }
  }

  /** Decides and acts until the end. */
  async #toEnd(): Promise<RunStatus> {
    let lastLook = 0;
    for (;;) {
      await this.#proveRecord();
      if (this.#broken !== undefined) throw this.#broken;
      for (const wish of await this.#readWishes()) await this.#grant(wish);
      const before = this.#changes;
      const decisions = decide(this.#state, Date.now(), this.#options.mandate);
      const end = decisions.find((each) => each.kind === 'finish');
      if (Date.now() - lastLook > LOOK_AT_PEOPLE_MS || end) {
        lastLook = Date.now();
        if (await this.#lookAtPeople()) continue;
      }
      if (end && this.#busy.size === 0) return this.#finish(end.status);
      for (const decision of decisions) await this.#follow(decision);
      this.#forecast.tick();
      if (this.#changes === before) await this.#change();
    }
  }

  /** A run whose record is gone could be seen and stopped by nobody, and would be done again. */
  async #proveRecord(): Promise<void> {
    if (Date.now() - this.#lastProof < LOOK_AT_RECORD_MS) return;
    this.#lastProof = Date.now();
    if ((await this.#journal.isKept()) && (await this.#lock.isHeld())) return;
    const { run, journal } = this.#context.folder;
    this.#break(
      new UserError(
        `The record of run ${run} was removed or replaced while the run went on (${journal}), so the run has ended. ` +
          `Its executors were ended too. Their work is kept in their worktrees and under ${PINS}/${refPart(run)}.`,
      ),
    );
  }

  async #follow(decision: Decision): Promise<void> {
    switch (decision.kind) {
      case 'block':
        return this.#tell({ event: 'blocked', item: decision.item, roots: decision.roots });
      case 'baseline':
        if (!this.#busy.has(BASELINE)) this.#begin(BASELINE, () => proveBase(this.#context, BASELINE));
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
    // a lane that others share is moved by all of them
    const strange = this.#options.lane ? undefined : await strangeTip(this.#context);
    if (strange !== undefined) this.#context.note(strange);
    await this.#tell({ event: 'finished', status });
    return status;
  }

  async #tell(asked: RunEvent): Promise<void> {
    const event = withinBudget(this.#context, asked);
    const line = await this.#journal.append(event as unknown as JournalEvent);
    const timed = line as unknown as TimedEvent;
    applyEvent(this.#state, timed);
    this.#changed();
    this.#options.onEvent?.(timed, this.#state);
    this.#hooks.tell(timed);
    this.#stateFile.changed();
    if (CHANGES_FORECAST.has(event.event)) this.#forecast.due();
    if (event.event === 'finished')
      await saveResult(this.#state, this.#context.folder, this.#context.settings.top);
    await this.#watchCost();
  }

  async #watchCost(): Promise<void> {
    if (this.#state.isStopping || this.#state.finished !== undefined) return;
    const words = overBudget(this.#context);
    if (words === undefined) return;
    this.#context.note(words);
    await this.#stop();
  }

  #recordOf(item: string): ItemRecord | undefined {
    return recordOf(this.#state, item);
  }

  #controllerOf(name: string): AbortController {
    const known = this.#controllers.get(name);
    if (known) return known;
    const made = new AbortController();
    // what comes to it by now is not to begin
    if (this.#broken !== undefined) made.abort();
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

/** After these another merge is possible, or none any more. */
const CHANGES_FORECAST: ReadonlySet<string> = new Set(['verifying', 'waiting', 'queued-to-land', 'landed']);

const BASELINE = 'the gates before any work';

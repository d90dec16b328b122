import { type Decision, decide, type Mandate } from '../../../src/engine/run/decide';
import type { ItemDetails, RunEvent, RunHead, TimedEvent } from '../../../src/engine/run/event';
import { applyEvent, emptyRun } from '../../../src/engine/run/fold';
import type { RunItem } from '../../../src/engine/run/item';
import type { RecordedState } from '../../../src/engine/run/itemState';
import type { RunState } from '../../../src/engine/run/state';

/** What a test says about an item; the rest is as in a plan where everything takes an hour. */
export type ItemSketch = Pick<RunItem, 'id'> & Partial<RunItem>;

export const itemOf = (sketch: ItemSketch): RunItem => ({
  title: `Title ${sketch.id}`,
  level: 0,
  after: [],
  soft: [],
  missing: [],
  files: [],
  seconds: 3600,
  ...sketch,
});

export const headOf = (
  items: readonly ItemSketch[],
  { items: _, ...rest }: Partial<RunHead> = {},
): RunHead => ({
  run: 'r1',
  plan: 'SHOP',
  kind: 'plan',
  path: 'PLAN_SHOP.md',
  executor: 'mine',
  jobs: 3,
  barrier: false,
  attempts: 2,
  review: 'none',
  land: true,
  stopOnError: false,
  branch: 'plan/SHOP',
  base: 'b0',
  gates: [],
  items: items.map(itemOf),
  ...rest,
});

/** A run in a test: its journal and its state, side by side. */
export interface TestRun {
  readonly state: RunState;
  readonly journal: TimedEvent[];
  now: number;
  tell(event: RunEvent): void;
  enter(item: string, event: RecordedState, details?: ItemDetails): void;
  decide(mandate?: Mandate): readonly Decision[];
}

/** A run that was planned, with green gates before it unless told otherwise. */
export const startRun = (head: RunHead, baseline: boolean | 'untried' = true): TestRun => {
  const state = emptyRun();
  const journal: TimedEvent[] = [];
  const run: TestRun = {
    state,
    journal,
    now: 1_000,
    tell: (event) => {
      const timed = { ...event, t: run.now };
      journal.push(timed);
      applyEvent(state, timed);
    },
    enter: (item, event, details = {}) => {
      const attempt = state.items[state.places.get(item) ?? -1]?.attempt ?? 0;
      const isStart = event === 'preparing';
      run.tell({ event, item, attempt: isStart ? attempt + 1 : attempt, ...details });
    },
    decide: (mandate) => decide(state, run.now, mandate),
  };
  run.tell({ event: 'planned', ...head });
  if (baseline !== 'untried') run.tell({ event: 'baseline', ok: baseline, gates: [] });
  return run;
};

/** `start 1.1`, `land 1.2`, `finish success`: decisions as words. */
export const words = (decisions: readonly Decision[]): readonly string[] => decisions.map(wordsOf);

const wordsOf = (decision: Decision): string => {
  switch (decision.kind) {
    case 'block':
      return `block ${decision.item} by ${decision.roots.join(', ')}`;
    case 'start':
      return `start ${decision.item}${decision.attempt === 1 ? '' : ` (${decision.attempt})`}`;
    case 'land':
      return `land ${decision.item}`;
    case 'wait':
      return `wait until ${decision.until}`;
    case 'finish':
      return `finish ${decision.status}`;
    case 'baseline':
      return 'baseline';
  }
};

/** Takes an item that was started to where it waits to land. */
export const work = (run: TestRun, item: string): void => {
  run.enter(item, 'preparing');
  for (const state of ['running', 'committing', 'verifying', 'queued-to-land'] as const)
    run.enter(item, state);
};

/** Takes an item all the way. */
export const complete = (run: TestRun, item: string): void => {
  work(run, item);
  run.enter(item, 'landing');
  run.enter(item, 'landed', { landed: `c-${item}` });
};

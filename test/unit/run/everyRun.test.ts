import assert from 'node:assert/strict';
import { type Decision, decide } from '../../../src/engine/run/decide';
import { foldRun } from '../../../src/engine/run/fold';
import { isActive } from '../../../src/engine/run/itemState';
import { standings } from '../../../src/engine/run/standing';
import { headOf, startRun, type TestRun } from './runs';

/** What becomes of an item when it is tried. */
type Outcome = 'lands' | 'fails' | 'lands later' | 'limited once' | 'conflicts once' | 'denied';

const NAMES = ['1', '2', '3', '4', '5'];

/**
 * Every way to depend without a cycle, once for all that differ in the names of the items only. Each item depends on
 * items before it.
 */
const graphsOf = (size: number): readonly (readonly (readonly string[])[])[] => {
  const graphs = new Map<string, readonly (readonly string[])[]>();
  const pairs = Array.from({ length: size }, (_, to) =>
    Array.from({ length: to }, (_, from) => [from, to] as const),
  ).flat();
  for (let code = 0; code < 2 ** pairs.length; code++) {
    const edges = pairs.filter((_, bit) => (code >> bit) & 1);
    const after = Array.from({ length: size }, (_, at) =>
      edges.filter(([, to]) => to === at).map(([from]) => NAMES[from] as string),
    );
    const key = leastName(edges, size);
    if (!graphs.has(key)) graphs.set(key, after);
  }
  return [...graphs.values()];
};

/** The same for graphs that differ in the names of the items only. */
const leastName = (edges: readonly (readonly [number, number])[], size: number): string =>
  permutationsOf(size)
    .map((to) =>
      edges
        .map(([one, other]) => `${to[one]}${to[other]}`)
        .sort()
        .join(),
    )
    .sort()[0] as string;

const permutationsOf = (size: number): readonly (readonly number[])[] =>
  size === 0
    ? [[]]
    : permutationsOf(size - 1).flatMap((rest) =>
        Array.from({ length: size }, (_, at) => [...rest.slice(0, at), size - 1, ...rest.slice(at)]),
      );

function* choicesOf<T>(choices: readonly T[], size: number): Generator<readonly T[]> {
  for (let code = 0; code < choices.length ** size; code++) {
    yield Array.from(
      { length: size },
      (_, at) => choices[Math.floor(code / choices.length ** at) % choices.length] as T,
    );
  }
}

interface Case {
  readonly number: number;
  readonly after: readonly (readonly string[])[];
  readonly outcomes: readonly Outcome[];
  readonly jobs: number;
  /** Whether what started last ends first. */
  readonly isLifo: boolean;
  readonly barrier: boolean;
}

/** What must come out, worked out without the code under test. */
const expectedOf = ({ after, outcomes }: Case) => {
  const landed = new Set<string>();
  const failed = new Set<string>();
  const blocked = new Map<string, string>();
  after.forEach((before, at) => {
    const id = NAMES[at] as string;
    const roots = new Set(
      before.flatMap((each) => (failed.has(each) ? [each] : (blocked.get(each) ?? '').split(','))),
    );
    roots.delete('');
    if (roots.size > 0) blocked.set(id, [...roots].sort().join(','));
    else if (outcomes[at] === 'fails' || outcomes[at] === 'denied') failed.add(id);
    else landed.add(id);
  });
  return { landed, failed, blocked };
};

/** Works on an item to the end of an attempt; how that ends may depend on how many there were. */
const tryOnce = (run: TestRun, id: string, outcome: Outcome, tries: number): void => {
  run.enter(id, 'running');
  if (outcome === 'fails') run.enter(id, 'failed');
  else if (outcome === 'denied') run.enter(id, 'denied');
  else if (outcome === 'limited once' && tries === 1) run.enter(id, 'rate-limited', { until: run.now + 60 });
  else if (outcome === 'lands later' && tries === 1) run.enter(id, 'gate-red');
  else for (const state of ['committing', 'verifying', 'queued-to-land'] as const) run.enter(id, state);
};

const stateOf = (run: TestRun, id: string) => run.state.items[run.state.places.get(id) as number]?.state;

/** A run of a case with what is being worked on. */
interface Play {
  readonly each: Case;
  readonly run: TestRun;
  readonly tries: Map<string, number>;
  readonly active: string[];
}

const outcomeOf = ({ outcomes }: Case, id: string): Outcome => outcomes[NAMES.indexOf(id)] as Outcome;

const start = ({ each, run, tries, active }: Play, id: string): void => {
  for (const before of each.after[NAMES.indexOf(id)] ?? []) {
    assert.equal(stateOf(run, before), 'landed', 'it starts before what it depends on has landed');
  }
  run.enter(id, 'preparing');
  tries.set(id, (tries.get(id) ?? 0) + 1);
  active.push(id);
};

const land = ({ each, run, tries }: Play, id: string): void => {
  run.enter(id, 'landing');
  const conflicts = outcomeOf(each, id) === 'conflicts once' && tries.get(id) === 1;
  run.enter(id, conflicts ? 'conflict' : 'landed');
};

/** Does what was decided; true at the end. */
const follow = (play: Play, decision: Decision): boolean => {
  if (decision.kind === 'block') {
    play.run.tell({ event: 'blocked', item: decision.item, roots: decision.roots });
  } else if (decision.kind === 'wait') play.run.now = decision.until;
  else if (decision.kind === 'land') land(play, decision.item);
  else if (decision.kind === 'start') start(play, decision.item);
  return decision.kind === 'finish';
};

const begin = (each: Case): Play => {
  const level: number[] = [];
  const items = each.after.map((after, at) => {
    level[at] = Math.max(-1, ...after.map((id) => level[NAMES.indexOf(id)] as number)) + 1;
    return { id: NAMES[at] as string, after, level: level[at] };
  });
  const run = startRun(headOf(items, { jobs: each.jobs, barrier: each.barrier }));
  return { each, run, tries: new Map(), active: [] };
};

/** Plays a run to its end, looking at every decision. */
const playedRun = (each: Case): TestRun => {
  const play = begin(each);
  const { run, active, tries } = play;
  for (let step = 0; ; step++) {
    assert.ok(step < 100, 'it goes on for ever');
    const decisions = run.decide();
    // at another step in every case, for it takes long
    if (step === each.number % 7) {
      assert.deepEqual(decide(foldRun(run.journal), run.now), decisions, 'another decision from the journal');
    }
    if (decisions.map((decision) => follow(play, decision)).includes(true)) return run;
    const busy = run.state.items.filter(({ state }) => state !== 'open' && isActive(state)).length;
    assert.ok(busy <= each.jobs, 'more at the same time than there are jobs');
    const next = each.isLifo ? active.pop() : active.shift();
    if (next !== undefined) tryOnce(run, next, outcomeOf(each, next), tries.get(next) ?? 0);
  }
};

/** One text for a whole case, so that the messages of assertions cost nothing where all is well. */
const check = (each: Case): void => {
  const { state } = playedRun(each);
  const { landed, blocked } = expectedOf(each);
  const found = standings(state);
  const ends = state.items.map(({ item: { id } }, at) => {
    const standing = found[at];
    return `${id} ${standing?.state} ${standing?.roots.join()}`;
  });
  const expected = state.items.map(({ item: { id } }, at) => {
    const failure = each.outcomes[at] === 'denied' ? 'denied' : 'failed';
    return `${id} ${landed.has(id) ? 'landed' : blocked.has(id) ? 'blocked' : failure} ${blocked.get(id) ?? ''}`;
  });
  if (ends.join() !== expected.join()) assert.deepEqual(ends, expected, JSON.stringify(each));
};

/** Every combination, and how many there were. */
const checkAll = (
  sizes: readonly number[],
  outcomes: readonly Outcome[],
  barriers: readonly boolean[],
): number => {
  let count = 0;
  for (const size of sizes) {
    for (const after of graphsOf(size)) {
      for (const chosen of choicesOf(outcomes, size)) {
        for (const jobs of [1, 2, 3]) {
          count++;
          for (const barrier of barriers)
            check({ number: count, after, outcomes: chosen, jobs, isLifo: count % 2 === 0, barrier });
        }
      }
    }
  }
  return count;
};

describe('run: every run of a small plan', () => {
  it('of up to 5 items, each of which lands or fails', function () {
    this.timeout(60_000);
    assert.equal(checkAll([1, 2, 3, 4, 5], ['lands', 'fails'], [false]), 30_654);
  });

  it('of up to 3 items with every outcome, with and without a barrier', function () {
    this.timeout(60_000);
    const all: readonly Outcome[] = [
      'lands',
      'fails',
      'lands later',
      'limited once',
      'conflicts once',
      'denied',
    ];
    assert.equal(checkAll([1, 2, 3], all, [false, true]), 4_122);
  });
});

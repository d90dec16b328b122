import assert from 'node:assert/strict';
import type { TimedEvent } from '../../../src/engine/run/event';
import { emptyRun, foldRun } from '../../../src/engine/run/fold';
import {
  eventsOfItem,
  handedInText,
  readHandedIn,
  type TimedItemEvent,
} from '../../../src/engine/run/hub/handedIn';
import { newsFor } from '../../../src/engine/run/hub/news';
import { itemExitCode } from '../../../src/engine/run/itemExit';
import { RECORDED_STATES } from '../../../src/engine/run/itemState';
import { headOf, startRun, words, work } from './runs';

const EVENTS: readonly TimedItemEvent[] = [
  { t: 10, event: 'preparing', item: '1.1', attempt: 1, base: 'b0', lineage: 'ok' },
  { t: 20, event: 'gate-red', item: '1.1', attempt: 1, error: 'a\n{"b"}\u2028' },
  { t: 30, event: 'queued-to-land', item: '1.1', attempt: 2, head: 'h1' },
];
const HANDED = { run: 'r1', plan: 'SHOP', item: '1.1', input: 'i', events: EVENTS };

describe('run on a hub: what is handed in', () => {
  it('is read as it was written, in the message of a commit', () => {
    const message = `1.1: Result - Basket\n\n${handedInText(HANDED)}\n\nPlan-Run: r1\n`;
    assert.deepEqual(readHandedIn(message), HANDED);
  });

  it('is nothing where somebody else wrote the message, or the events are of another item', () => {
    const strange = EVENTS.map((event) => ({ ...event, item: '9.9' }));
    for (const text of [
      '',
      'Fix the basket',
      '{"version":2}',
      '{"version":1,"run":1}\n{}',
      '{broken',
      handedInText({ ...HANDED, events: [] }),
      handedInText({ ...HANDED, events: strange }),
    ]) {
      assert.equal(readHandedIn(text), undefined, text);
    }
  });

  it('is what the journal says of the item, without processes, folders and sessions of the machine', () => {
    const run = startRun(headOf([{ id: '1.1' }, { id: '1.2' }]));
    run.enter('1.1', 'preparing', { worktree: '/tmp/w', branch: 'x', base: 'b0' });
    run.enter('1.1', 'running', { process: { pid: 1 }, tag: 't', from: 'f0', session: 's' });
    run.enter('1.2', 'preparing');
    assert.deepEqual(eventsOfItem(run.journal, '1.1'), [
      { t: 1_000, event: 'preparing', item: '1.1', attempt: 1, base: 'b0' },
      { t: 1_000, event: 'running', item: '1.1', attempt: 1, from: 'f0' },
    ]);
  });
});

describe('run on a hub: what is new', () => {
  const landed = [{ item: '1.1', commit: 'c1', run: 'r1', t: 25 }];
  const head: TimedEvent = { event: 'planned', ...headOf([{ id: '1.1' }, { id: '1.2' }]), t: 0 };
  const recordOf = (events: readonly TimedEvent[]) => ({ state: foldRun(events), events });

  it('is everything for whoever knows nothing, and a landing is behind the work whatever the clocks say', () => {
    const news = newsFor({ state: emptyRun(), events: [] }, 'r1', { handedIn: [HANDED], landed });
    assert.deepEqual(
      news.map((event) => [event.event, event.t]),
      [
        ['preparing', 10],
        ['gate-red', 20],
        ['queued-to-land', 30],
        ['landed', 30],
      ],
    );
    const { state } = recordOf([head, ...news]);
    assert.deepEqual([state.items[0]?.state, state.items[0]?.landed], ['landed', 'c1']);
  });

  it('is nothing the second time, and only the rest where a part is known', () => {
    const told = { handedIn: [HANDED], landed };
    const first = newsFor(recordOf([head]), 'r1', told);
    assert.deepEqual(newsFor(recordOf([head, ...first]), 'r1', told), []);
    const part = recordOf([head, ...EVENTS.slice(0, 2)]);
    assert.deepEqual(
      newsFor(part, 'r1', told).map(({ event }) => event),
      ['queued-to-land', 'landed'],
    );
  });

  it('is done before where another run has landed it', () => {
    const other = [{ item: '1.2', commit: 'c2', run: 'r0', t: 5 }];
    const news = newsFor(recordOf([head]), 'r1', { handedIn: [], landed: other });
    assert.deepEqual(news, [{ event: 'skipped', item: '1.2', attempt: 0, evidence: ['commit:c2'], t: 5 }]);
  });
});

describe('run: a part of it', () => {
  const part = (starts: readonly string[], lands: readonly string[]) => ({
    starts: new Set(starts),
    lands: new Set(lands),
  });

  it('starts and lands only what it is for, with room for all of that', () => {
    const run = startRun(headOf([{ id: '1.1' }, { id: '1.2' }, { id: '1.3' }], { jobs: 1 }));
    assert.deepEqual(words(run.decide(part(['1.2', '1.3'], []))), ['start 1.2', 'start 1.3']);
    work(run, '1.1');
    work(run, '1.2');
    assert.deepEqual(words(run.decide(part([], ['1.2']))), ['land 1.2']);
    assert.deepEqual(words(run.decide(part([], []))), ['finish waiting']);
  });
});

describe('run: how a worker ends', () => {
  it('has a code for every state, as engines are told', () => {
    const codes = Object.fromEntries(RECORDED_STATES.map((state) => [state, itemExitCode(state)]));
    assert.deepEqual(codes, {
      skipped: 0,
      preparing: 1,
      running: 1,
      committing: 1,
      verifying: 1,
      waiting: 1,
      'queued-to-land': 0,
      landing: 1,
      landed: 0,
      failed: 13,
      'gate-red': 10,
      'nothing-done': 11,
      'timed-out': 14,
      stalled: 14,
      denied: 13,
      'rate-limited': 75,
      conflict: 12,
      cancelled: 13,
      interrupted: 13,
    });
  });
});

import assert from 'node:assert/strict';
import type { ItemEvent, RunEvent } from '../../../src/engine/run/event';
import { RECORDED_STATES } from '../../../src/engine/run/itemState';
import { kindOfEvent } from '../../../src/engine/run/readEvent';
import { headOf } from './runs';

const planned = { event: 'planned', ...headOf([{ id: '1.1' }]) } as const;

describe('a line of a journal', () => {
  it('is an event where it has what belongs to its name, as it comes back from JSON', () => {
    const gate = { command: ['npm', 'test'], exit: null, ok: false, seconds: 1.5, output: '', tree: 'a' };
    const events: readonly RunEvent[] = [
      planned,
      { event: 'runner', process: { pid: 1 }, version: '1' },
      { event: 'baseline', ok: true, gates: [gate] },
      { event: 'blocked', item: '1.1', roots: ['1.2'] },
      { event: 'foreseen', conflicts: [{ item: '1.1', paths: ['a'] }], touched: { '1.1': ['a'] } },
      { event: 'stop' },
      { event: 'retried', items: [] },
      { event: 'journal-cut', bytes: 1, text: '{' },
      { event: 'finished', status: 'waiting' },
      ...RECORDED_STATES.map((event): ItemEvent => ({ event, item: '1.1', attempt: 0, gates: [gate] })),
    ];
    for (const event of events) {
      assert.equal(kindOfEvent(JSON.parse(JSON.stringify(event))), 'event', event.event);
    }
  });

  it('is of another version where nobody here knows its name', () => {
    for (const event of ['pondered', 'toString', 'ready', '']) {
      assert.equal(kindOfEvent({ event }), 'unknown', event);
    }
  });

  it('is none where something that belongs to it is missing, or is of another kind', () => {
    const lines: readonly { readonly event: string }[] = [
      { ...planned, items: 'all' },
      { ...planned, items: [{ id: '1.1' }] },
      { ...planned, review: 'everybody' },
      { event: 'planned' },
      { event: 'running', item: '1.1' },
      { event: 'landed', item: '1.1', attempt: '1' },
      { event: 'gate-red', item: '1.1', attempt: 1, gates: [{}] },
      { event: 'failed', item: '1.1', attempt: 1, error: ['no'] },
      { event: 'finished', status: 'splendid' },
      { event: 'foreseen', conflicts: [], touched: [] },
      { event: 'blocked', item: '1.1' },
    ].map((line) => JSON.parse(JSON.stringify(line)));
    for (const line of lines) assert.equal(kindOfEvent(line), 'misshapen', JSON.stringify(line));
  });
});

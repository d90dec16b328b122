import { breathe, type Pace } from '../../shared/pace';
import type { Snapshot } from '../snapshot';
import type { SnapshotBuilder } from './builder';
import type { DocumentStore } from './documents';

/** As many documents are read in one go at most; more are read portion by portion, with snapshots in between. */
const MANY = 100;
/** Milliseconds until the first snapshot of an unfinished reading; each wait after it is twice the one before. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 2_000;

export interface Settling {
  readonly builder: SnapshotBuilder;
  readonly documents: DocumentStore;
  /** Left out where nothing else waits. */
  readonly pace: Pace | undefined;
  readonly snapshot: () => Snapshot;
  readonly publish: (snapshot: Snapshot) => void;
  readonly isDisposed: () => boolean;
  /** Milliseconds since any moment. */
  readonly now: () => number;
}

/** Reads what is missing or out of date until nothing is, then publishes; resolves with the finished snapshot. */
export const settle = async (settling: Settling): Promise<Snapshot> => {
  const { builder, documents, pace, snapshot, publish, isDisposed } = settling;
  await documents.load([...documents.stale], pace);
  if (pace && (documents.changed.size > MANY || !snapshot().isComplete)) await readInPortions(settling, pace);
  let result = builder.build();
  let changed = result.changed;
  if (pace && result.missing.length > MANY) {
    await readInPortions(settling, pace);
    result = builder.build();
    changed ||= result.changed;
  }
  while (result.missing.length > 0 && !isDisposed()) {
    await documents.load(result.missing, pace);
    result = builder.build();
    changed ||= result.changed;
  }
  // both looking through all plans and showing them take a while where there are many
  const turn = changed ? pace?.() : undefined;
  if (turn) {
    await turn;
    result = builder.build();
  }
  if (changed || !snapshot().isComplete) publish(result.snapshot);
  return snapshot();
};

/** Reads and builds plan by plan, what is open in an editor first, and shows now and then how far it came. */
const readInPortions = async (settling: Settling, pace: Pace): Promise<void> => {
  const { builder, documents, publish, isDisposed, now } = settling;
  await builder.layOutAhead(pace);
  let wait = FIRST_WAIT;
  let next = now() + wait;
  const portions = builder.portions();
  for (const portion of portions) {
    for (;;) {
      await breathe(pace);
      if (isDisposed()) return;
      const missing = await builder.prepare(portion, pace);
      if (missing.length === 0) break;
      await documents.load(missing, pace);
    }
    if (now() < next) continue;
    await breathe(pace);
    publish(builder.soFar());
    wait = Math.min(2 * wait, LONGEST_WAIT);
    next = now() + wait;
  }
};

import type { RunHead } from '../../engine/run/event';
import type { ItemState, RecordedState } from '../../engine/run/itemState';
import type { LandedAt } from '../../engine/run/share';
import type { ItemRecord, RunState } from '../../engine/run/state';
import type { Event } from '../../shared/event';

/** Whether somebody goes on with a run. */
export type RunLife =
  /** Its runner goes on here: the very process that took the lock. */
  | 'running'
  /** It was started a moment ago, and its runner has not taken it over yet. */
  | 'starting'
  /** Its runner is said to go on in another machine or container, of whose processes nothing can be proved here. */
  | 'elsewhere'
  /** It has not finished, and its runner is gone. */
  | 'left'
  /** It has finished, or stands still until a person has done something. */
  | 'over';

/** An item of a run as it is now, words included. */
export interface ItemNow {
  readonly id: string;
  readonly title: string;
  /** With what follows from the others: `pending`, `ready` and `blocked` too. */
  readonly state: ItemState;
  /** To stand behind the id: `waits to land`. */
  readonly words: string;
  /** Of `blocked`: who blocks it. Of `pending`: which of its dependencies have not landed. Empty otherwise. */
  readonly waitsFor: readonly string[];
  /** It failed, and nobody will try it again by themselves. */
  readonly isGivenUp: boolean;
  readonly record: ItemRecord;
}

/** One attempt at an item, by the lines of the journal. */
export interface AttemptNow {
  /** From 1. */
  readonly attempt: number;
  /** The last state that was written down of it. */
  readonly state: RecordedState;
  /** When it was begun, and when something was last said of it, in milliseconds since 1970. */
  readonly startedAt: number;
  readonly changedAt: number;
  /** What went wrong. */
  readonly error: string | undefined;
}

/** A run as its journal told it at one moment; a later moment gives another object. */
export interface Run {
  /** Tells it from every other run of every folder. */
  readonly key: string;
  readonly name: string;
  /** The folder that the run belongs to, and that of its record; absolute paths. */
  readonly home: string;
  readonly record: string;
  /** The top of the repository; an absolute path. */
  readonly top: string;
  /** The plan as snapshots know it. */
  readonly planUri: string;
  readonly head: RunHead;
  readonly life: RunLife;
  /** In plan order. */
  readonly items: readonly ItemNow[];
  itemOf(id: string): ItemNow | undefined;
  /** The attempts that were begun at an item, the first one first; also those that a later one made up for. */
  attemptsOf(id: string): readonly AttemptNow[];
  /** Where that is by now which it has landed last; `branch` while nothing has landed. */
  readonly landedAt: LandedAt;
  /** What the engine makes of the journal. Later lines change it in place: do not keep it. */
  readonly state: RunState;
  /** The number of the last line of its journal. */
  readonly seq: number;
  /** Why its record can be read no further, as a sentence. */
  readonly problem: string | undefined;
}

/** The runs of all folders of the workspace. Empty until somebody looks for them, or a record is found. */
export interface Runs {
  /** The last one that began comes first. */
  readonly all: readonly Run[];
  /** Those of a plan, in the same order. */
  ofPlan(planUri: string): readonly Run[];
  /** Fires after one or more lines of journals were read, or a runner came or went: with the runs that differ. */
  readonly onDidChange: Event<readonly Run[]>;
}

/** What `parallelPlans.openRunLog` is given. */
export interface RunLogTarget {
  /** The folder of the record: {@link Run.record}. */
  readonly record: string;
  readonly run: string;
  readonly item: string;
  /** The last one where it is left out. */
  readonly attempt?: number;
}

/** Whether somebody goes on with it, or will in a moment. */
export const isGoingOn = ({ life }: Pick<Run, 'life'>): boolean =>
  life === 'running' || life === 'starting' || life === 'elsewhere';

import type { AchievementId } from '../../model/ids';
import type { EngineId } from './engineIds';

/** A run as an engine gets it that somebody has already: a service for builds, or a cluster. */
export interface EngineRun {
  /** Name of the plan. */
  readonly plan: string;
  /** The plan from the top of the repository: a PLAN file, or `folder#batch`. */
  readonly path: string;
  /** In plan order. */
  readonly jobs: readonly EngineJob[];
  /** How many at the same time; undefined: as many as the engine has room for. */
  readonly slots: number | undefined;
  /** Who does the work, where that is not as run.json says. */
  readonly executor: string | undefined;
  /** The hash by which somebody has approved the commands of the repository; undefined where it has none. */
  readonly trust: string | undefined;
  /** Secrets that the executor takes from the environment. */
  readonly secrets: readonly string[];
  /** The longest that an item may take, with all of its attempts. */
  readonly minutes: number;
  /** The command line that makes the files. */
  readonly madeWith: string;
}

/** One item on an engine. */
export interface EngineJob {
  readonly id: AchievementId;
  readonly title: string;
  /** From 0. */
  readonly level: number;
  /** What must have landed before, without what follows from the rest. In plan order. */
  readonly needs: readonly AchievementId[];
  /** Which of the {@link EngineRun.slots} it takes, from 1. */
  readonly slot: number;
  /** A place in the order of ends, when each takes as long as its estimate says: nothing is before what it needs. */
  readonly rank: number;
}

/** A file of an export; all of one export lie in one folder. */
export interface EngineFile {
  readonly name: string;
  readonly text: string;
}

/** An engine that plans can be exported for. */
export interface Engine {
  readonly id: EngineId;
  /** As its makers call it. */
  readonly title: string;
  /** What it is for, in the menu of the editor. */
  readonly purpose: string;
  /** Where its file usually is, from the top of the repository. @param plan the name of the plan as a file name */
  fileOf(plan: string): string;
  /** Whether so many at a time is decided by the file, if nobody says how many. */
  readonly needsSlots: boolean;
  /**
   * The files of an export, the one that is to be started first. The same run gives the same texts.
   *
   * @param name of the first file
   */
  write(run: EngineRun, name: string): readonly EngineFile[];
}

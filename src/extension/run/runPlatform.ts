import type { Memento, TreeDataProvider, TreeView } from 'vscode';
import type { Engine } from '../../engine/engine';
import type { Logger } from '../../engine/files';
import type { AnalysedPlan } from '../../engine/model/analysis';
import type { RunSelection } from '../../engine/run/chooseItems';
import type { Snapshot } from '../../engine/snapshot';
import type { Event } from '../../shared/event';
import type { Steering } from './desktop/steering';
import type { RunDocuments } from './documents';
import type { LiveRuns } from './live/liveRuns';
import type { RunNode } from './runNodes';
import type { RunsRuntime } from './runsHost';
import type { RunUi } from './runUi';

/** What may have runs: folders that are open, and plans. All are URIs. */
export interface RunPlaces {
  readonly folders: readonly string[];
  readonly plans: readonly string[];
}

/** What a place with a disk and processes has for runs. */
export interface RunPlatform {
  /** Whether anything was ever run there; quick, and loads nothing of its own. */
  haveRecords(places: RunPlaces): Promise<boolean>;
  start(options: RunOptions): Promise<LoadedRuns>;
}

export interface RunOptions {
  readonly logger: Logger;
  /** Resolves when the workspace was read. */
  engine(): Promise<Engine>;
  readonly onDidChangePlans: Event<Snapshot>;
  /** The folders that are open, as URIs. */
  folders(): readonly string[];
  readonly view: TreeView<RunNode>;
  /** Remembers what belongs to the workspace. */
  readonly state: Memento;
  /** Version of the extension. */
  readonly version: string;
}

/** Everything about runs, once it is loaded. */
export interface LoadedRuns extends RunsRuntime {
  readonly tree: TreeDataProvider<RunNode>;
  /** What the last runs say, for views of plans. */
  readonly live: LiveRuns;
  /** Logs, reports and results. */
  readonly documents: RunDocuments;
  /**
   * Asks how a plan is to be run, shows what would be done, and begins it. Resolves with the name of the run once a
   * runner has taken it over; undefined when the person turned away.
   */
  runPlan(plan: AnalysedPlan, selection: RunSelection, ui?: RunUi): Promise<string | undefined>;
  /** Writes what runs a plan on an engine; asks which, unless its id is given. */
  exportRun(plan: AnalysedPlan, engine: unknown): Promise<void>;
  /** What the commands do once everything is asked. */
  readonly steering: Steering;
  /** The commands about runs by their names, given a row of the view; without one they ask. */
  readonly commands: Readonly<Record<RunCommand, (node: RunNode | undefined) => Promise<void>>>;
}

export const RUN_COMMANDS = [
  'stopRun',
  'stopRunItem',
  'retryRun',
  'retryRunItem',
  'resumeRun',
  'approveRun',
  'fixRun',
  'mergeRun',
  'showRunDiff',
  'openRunWorktree',
] as const;

export type RunCommand = (typeof RUN_COMMANDS)[number];

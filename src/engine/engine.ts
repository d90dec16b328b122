import type { Disposable } from '../shared/dispose';
import type { Event } from '../shared/event';
import type { Pace } from '../shared/pace';
import type { Result } from '../shared/result';
import type { UserError } from '../shared/userError';
import type { CheckedAnswer } from './answer/checkAnswer';
import type { CreationBatch, CreationRequest } from './create/batch';
import type { NewPlanBatch, NewPlanRequest } from './create/newPlan/prepare';
import type { DependencyEdits, DependencyRequest } from './dependency/prepare';
import type { FileSystem, Logger } from './files';
import type { History } from './history';
import type { Prompt, PromptRequest } from './prompt/prompt';
import type { ParallelDraft, ParallelRequest } from './propose/prepare';
import type { RenameRequest, Renaming } from './rename/renaming';
import type { Snapshot } from './snapshot';

export interface EngineOptions {
  readonly files: FileSystem;
  readonly logger: Logger;
  /** Workspace folders as URIs. */
  readonly roots: readonly string[];
  /** Validate parallel.json against the schema too; off in VS Code, which does it itself. */
  readonly schemaFindings: boolean;
  /**
   * Given in a process that stays and has other work that must not wait, as an editor: reading makes room for it, what
   * was read of a large workspace is shown meanwhile, and what nobody looks at is kept small. Left out, everything is
   * read in one go, which is quickest.
   */
  readonly pace?: Pace | undefined;
  /** Version control, which is asked about PRPs alone; left out where there is none. */
  readonly history?: History | undefined;
  /** A clock in milliseconds, for tests; the system's when left out. */
  readonly now?: (() => number) | undefined;
}

/** Reads plans and keeps a snapshot of them: all that looking needs. */
export interface ReadingEngine extends Disposable {
  /** Workspace folders as URIs. */
  readonly roots: readonly string[];
  /** The last snapshot; empty before the first refresh. */
  readonly snapshot: Snapshot;
  /** Fires after each new snapshot that differs from the one before. */
  readonly onDidChange: Event<Snapshot>;
  /** Lists the roots again and reads what is new; resolves with the finished snapshot. */
  refresh(): Promise<Snapshot>;
  /**
   * Makes good for changes that the watcher has missed: lists the roots again, and reads what was written at `time` or
   * later (milliseconds since 1970).
   */
  catchUp(time: number): Promise<Snapshot>;
  /** Reads everything again, whatever the watcher said: what a person means by "Refresh". */
  reload(): Promise<Snapshot>;
  /** Replaces the workspace folders and refreshes. */
  setRoots(roots: readonly string[]): Promise<Snapshot>;
  /** Unsaved text wins over the file until {@link closeDocument}. Updates the snapshot before it returns. */
  openDocument(uri: string, text: string): void;
  closeDocument(uri: string): void;
  /** Unsaved text if open, else the file. */
  read(uri: string): Promise<string | undefined>;
}

/** The planning engine of one process: every view shows its snapshot, nothing else computes anything. */
export interface Engine extends ReadingEngine {
  /** Works out what a batch would create, without creating anything. */
  prepareCreation(request: CreationRequest): Promise<Result<CreationBatch, UserError>>;
  /** Works out the PLAN of a new plan, without creating it. */
  prepareNewPlan(request: NewPlanRequest): Promise<Result<NewPlanBatch, UserError>>;
  /** Writes a prompt for a language model from the documents as they are now. */
  preparePrompt(request: PromptRequest): Promise<Result<Prompt, UserError>>;
  /** Works out what a parallel.json of a plan would say, without writing anything. */
  prepareParallel(request: ParallelRequest): Promise<Result<ParallelDraft, UserError>>;
  /**
   * Checks a language model's answer, text around it included, against the schema and the rules as the parallel.json of
   * a plan, and works out what saving it would make of the file.
   */
  checkAnswer(planUri: string, answer: string): Promise<Result<CheckedAnswer, UserError>>;
  /** Works out what adding or removing dependencies changes, without changing anything. */
  prepareDependencies(request: DependencyRequest): Promise<Result<DependencyEdits, UserError>>;
  /** Works out what a new id of an achievement would change, without changing anything. */
  prepareRename(request: RenameRequest): Promise<Result<Renaming, UserError>>;
}

import type { Field } from '../facts/field';
import type { SubExecution } from '../facts/parallelFacts';
import type { ActualEffort, Effort } from './effort';
import type { AchievementId } from './ids';
import type { Place, Span } from './text';

/** Derived from files alone, strongest evidence first: see `statusOf` in `status.ts`. */
export type Status =
  | 'not_started'
  | 'subplan_created'
  | 'execution_created'
  | 'in_progress'
  | 'complete'
  | 'failed'
  | 'skipped';

/** The documents that can prove a status. */
export type EvidenceKind = 'approved' | 'fix' | 'execution' | 'subplan' | 'skipped' | 'folder' | 'commit';

/** A file or a commit that proves something about an achievement. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** Of a commit `commit:<hash>`, which is no document. */
  readonly uri: string;
}

/** An EXECUTION_TASK as one of the attempts at what it is for. */
export interface ExecutionAttempt {
  /** Its URI. */
  readonly execution: string;
  /** False for one that a later attempt took the place of: it proves nothing. */
  readonly inForce: boolean;
  /** What the document shows by itself; `complete` is its own claim. */
  readonly status: Extract<Status, 'execution_created' | 'in_progress' | 'complete'>;
}

/** Where a dependency was said. */
export type DependencySaying =
  | 'dependencies'
  | 'blocks'
  | 'cross_priority_dependencies'
  | 'plan-dependencies'
  | 'plan-blocks'
  | 'front-matter'
  | 'batch-plan';

/** "This achievement depends on `id`", with every place that says so (at least one). */
export interface Dependency {
  readonly id: AchievementId;
  readonly said: readonly DependencyStatement[];
  /** Set where the id is of another plan: a PRP of another batch, wherever it lies. */
  readonly elsewhere?: ElsewherePrp;
  /** It orders the two and is shown, but nobody waits for it; only a PRP says such things. */
  readonly soft?: true;
}

/** A PRP that is no achievement of the plan that depends on it. */
export interface ElsewherePrp {
  readonly title: string;
  readonly uri: string;
  /** One-based line of its id. */
  readonly line: number;
  readonly status: Status;
  /** {@link Plan.uri} of its batch; undefined for a document that is in none. */
  readonly plan: string | undefined;
}

export interface DependencyStatement extends Place {
  readonly by: DependencySaying;
}

/** Words in a place for dependencies, as written. */
export interface DependencyWords extends Place {
  readonly text: string;
}

/** Whether an achievement can be started, as far as anybody can tell. */
export type Readiness =
  /** Every dependency is complete. */
  | 'ready'
  /** It waits for others that can be finished. */
  | 'blocked'
  | 'in-cycle'
  | 'behind-cycle'
  /** Complete, failed or skipped: nobody starts it any more. */
  | 'over'
  /** Nobody stated dependencies, or only those of a few others, or what is stated was not understood. */
  | 'unknown';

/**
 * How sure it is that a PRP is done: by its own record, a commit that its front matter names or the folder it lies in;
 * by a commit whose subject names it; by its own word alone; not at all; or nobody can tell, for want of git.
 */
export type PrpDone = 'proven' | 'by-reference' | 'claimed' | 'open' | 'unknown';

/** What only PRPs have. */
export interface PrpState {
  readonly done: PrpDone;
  /** What proves it or why nothing does, as a clause without a full stop: "it lies in a folder executed". */
  readonly why: string;
  /** Where it is not to be done any more: `superseded`, `rejected`, `abandoned`. Its status is `skipped` then. */
  readonly out: string | undefined;
  /** The stage that its front matter names: a claim. */
  readonly declaredStage: number | undefined;
  /** The files that it says it changes. */
  readonly files: readonly string[];
}

/** One achievement of a plan, joined from every document that says something about it. */
export interface Achievement {
  readonly id: AchievementId;
  /** Plain text without trailing marks, bold suffix or effort suffix; never empty (falls back to the id). */
  readonly title: string;
  /** The document that defines it (the PLAN, or its own PRP file). */
  readonly uri: string;
  /** The definition line. */
  readonly definition: Span;
  readonly idSpan: Span;
  /** From the definition line to the end of everything that belongs to it. */
  readonly body: Span;
  /** One-based line of the definition. */
  readonly line: number;
  /** `1`, `3.5`: the number of the priority heading above the definition. */
  readonly priority: string | undefined;
  readonly fields: readonly Field[];
  /** Effective dependencies, each id once, in the order said; unknown ids are kept. */
  readonly dependencies: readonly Dependency[];
  /**
   * What stands where dependencies are stated, looks like an id, a range, a priority or an open question, and was not
   * understood: it may depend on more than is known, so nobody can say that it is ready.
   */
  readonly unreadDependencies: readonly DependencyWords[];
  /** Plain words there (`External API approval`): shown to people, and nothing waits for them. */
  readonly dependencyNotes: readonly DependencyWords[];
  readonly effort: Effort | undefined;
  /** What it took, where a document says so. */
  readonly actual: ActualEffort | undefined;
  readonly status: Status;
  /** Every file that counts, strongest first; the first proves the status. Empty for `not_started`. */
  readonly evidence: readonly Evidence[];
  /** URI of the SUBPLAN in force. */
  readonly subplan: string | undefined;
  /** Every EXECUTION_TASK, those in force first. */
  readonly executions: readonly string[];
  /** The same with what each shows: of several attempts at one the later is in force. */
  readonly attempts: readonly ExecutionAttempt[];
  readonly approved: string | undefined;
  readonly fix: string | undefined;
  readonly skipped: string | undefined;
  /** Status written in parallel.json or front matter: a claim, never believed. */
  readonly claimedStatus: string | undefined;
  /** Of a PRP what only PRPs have. */
  readonly prp?: PrpState | undefined;
  /** Parts with an EXECUTION_TASK each, as parallel.json lists them; empty for the usual achievement. */
  readonly subExecutions: readonly SubExecution[];
}

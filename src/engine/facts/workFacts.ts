import type { AchievementId } from '../model/ids';
import type { LineIndex, Span } from '../model/text';

/** What a SUBPLAN, EXECUTION_TASK or feedback file says about itself. */
export interface EvidenceFacts {
  /** Achievement ids of the header, most trusted first; see {@link readEvidence}. */
  readonly headerIds: readonly HeaderId[];
  /** `<NAME>` of the plan the header names, if it names one. */
  readonly planName: string | undefined;
  /** Base name without `.md` of the SUBPLAN the header names; only where it does not say plan and achievement itself. */
  readonly subplan: string | undefined;
  /** The EXECUTION_TASK that this one takes the place of: its base name without `.md`, or the end of it (`11_01`). */
  readonly previous: string | undefined;
  /** What its `**Status**` lines say: a claim, never believed (FORMAT A12). */
  readonly claim: StatusClaim | undefined;
  /** A box was ticked or the iteration log has content: somebody has worked here. */
  readonly showsWork: boolean;
  readonly outline: WorkOutline;
  readonly placeholders: PlaceholderCount;
  readonly progress: WorkProgress;
  /** Hours the work took, as the document says; the middle of a range. */
  readonly spent: number | undefined;
  readonly lines: LineIndex;
}

export interface HeaderId {
  readonly id: AchievementId;
  readonly span: Span;
}

/** What a `**Status**` line says, as far as it can contradict the files. */
export type ClaimedStatus = 'not_started' | 'complete' | 'other';

/**
 * The first status line of the header and the last of the document: files often have several, of which neither can be
 * trusted alone (FORMAT A12).
 */
export interface StatusClaim {
  readonly first: ClaimedStatus;
  readonly last: ClaimedStatus;
  /** The words of the first, marks around them included. */
  readonly span: Span;
}

/** What is kept of them: there may be tens of thousands of documents. */
export interface PlaceholderCount {
  /** How many there are that are filled before the work starts. */
  readonly early: number;
  readonly late: number;
  /** The first ones of each kind, no more than {@link MOST_KEPT}. */
  readonly first: readonly Placeholder[];
}

/** What the headings of a SUBPLAN or EXECUTION_TASK say. */
export interface WorkOutline {
  /** The first heading of depth 1; the start of a document without. */
  readonly head: Span;
  /** How many headings there are. */
  readonly headings: number;
  /**
   * Fences stand inside fences of the same length, or one is left open: what is code for Markdown is then not what the
   * author meant, and nothing can be said about what the document lacks.
   */
  readonly isUncertain: boolean;
  /** There is nothing in it but white space. */
  readonly isBlank: boolean;
  /** {@link SECTION_BITS} of the sections it has, headings of any depth but the title. */
  readonly sections: number;
}

/** How far the work that a SUBPLAN or EXECUTION_TASK is about has come, as it says itself. */
export interface WorkProgress {
  /** Rows of a SUBPLAN's table of active EXECUTION_TASKs: how many there are going to be; 0 without one. */
  readonly planned: number;
  /** Iterations of an EXECUTION_TASK's log that say they are going on. */
  readonly openIterations: number;
}

/** A place that is still to be filled in. */
export interface Placeholder extends Span {
  /** It is filled when the work is done, not before it starts: measured figures, the iteration log, what was learnt. */
  readonly isLate: boolean;
}

import type { AchievementId } from '../model/ids';

export type CreationKind = 'subplan' | 'execution';

/** What a reviewer leaves. */
export type FeedbackKind = 'approved' | 'fix' | 'skipped';

/** Everything that is created as a batch. */
export type DocumentKind = CreationKind | FeedbackKind | 'plan' | 'parallel' | 'template';

/** Whose batch it is, for the journal. */
export interface BatchHead {
  /** {@link Plan.uri} */
  readonly plan: string;
  readonly planName: string;
  readonly kind: DocumentKind;
}

/** What to create documents for. `next`: the lowest level with something missing. */
export type CreationSelection =
  | { readonly by: 'next' }
  | { readonly by: 'level'; readonly level: number }
  | { readonly by: 'achievements'; readonly ids: readonly AchievementId[] }
  | { readonly by: 'all' };

export interface CreationRequest {
  /** {@link Plan.uri} */
  readonly plan: string;
  readonly kind: CreationKind;
  readonly selection: CreationSelection;
  /**
   * For executions: the next one of each achievement selected, also where it has some. Of planned parts the first
   * without a document, else one with the next free number.
   */
  readonly another?: boolean | undefined;
  /** URI of the folder with templates; the usual one of the workspace folder when left out. */
  readonly templates?: string | undefined;
}

/** A file that would be created. */
export interface NewFile {
  readonly id: AchievementId;
  readonly title: string;
  readonly uri: string;
  /** Base name. */
  readonly name: string;
  readonly content: string;
}

export interface SkippedCreation {
  readonly id: AchievementId;
  /** A sentence without a full stop: "SUBPLAN_X_11.md exists". */
  readonly reason: string;
}

/** A SUBPLAN on which an execution would build although something of it is to be filled in. */
export interface UnfilledSubplan {
  readonly id: AchievementId;
  readonly uri: string;
  /** Places to fill in before work starts; 0 for an empty document. */
  readonly places: number;
  /** Behind its name: "has 9 places to fill in", "is empty". */
  readonly why: string;
}

/** A batch worked out but not applied. Nothing is created while `missingSubplans` is not empty. */
export interface CreationBatch extends BatchHead {
  readonly kind: CreationKind;
  /** The level selected, where the selection is one. */
  readonly level: number | undefined;
  /** Empty while `missingSubplans` is not. */
  readonly files: readonly NewFile[];
  readonly skipped: readonly SkippedCreation[];
  /** For executions: selected achievements that have no SUBPLAN yet, which blocks the whole batch. */
  readonly missingSubplans: readonly AchievementId[];
  /** For executions that would be created: SUBPLANs that *What now?* would have filled in first, in document order. */
  readonly unfilled: readonly UnfilledSubplan[];
}

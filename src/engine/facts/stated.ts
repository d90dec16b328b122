import type { AchievementId } from '../model/ids';
import type { Span } from '../model/text';

/** An id as written in a list, or a range of ids (`1.1-1.3`) with both ends. */
export interface IdElement {
  readonly from: AchievementId;
  /** The other end of a range. */
  readonly to: AchievementId | undefined;
  /** From the first character of the first id to the last of the last. */
  readonly span: Span;
}

export interface StatedId {
  readonly id: AchievementId;
  readonly span: Span;
}

export interface Words {
  readonly text: string;
  readonly span: Span;
}

/** Words in `Dependencies` and `Blocks` fields that are no ids, each at its place, in text order. */
export interface StatedWords {
  /** In `Dependencies`: like an id, a range, a priority or an open question, and not understood. */
  readonly unread: readonly Words[];
  /** The same in `Blocks`. */
  readonly unreadBlocks: readonly Words[];
  /** Plain words, which nothing waits for. */
  readonly notes: readonly Words[];
}

/** A path as a document writes it, relative to nobody knows what. */
export interface NamedPath {
  readonly path: string;
  readonly span: Span;
}

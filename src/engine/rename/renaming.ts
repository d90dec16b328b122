import type { AchievementId } from '../model/ids';
import type { LineIndex } from '../model/text';
import type { TextEdit } from '../rule/finding';

export interface RenameRequest {
  /** URI of the plan, or of any document of it. */
  readonly plan: string;
  readonly id: AchievementId;
  /** As a person wrote it; PRPs may be named without their prefix. */
  readonly newId: string;
}

/**
 * What speaks for an edit: the id where documents state it, running text that names the achievement, the name of one
 * of its files, or only a likeness (code, comments, unknown lists) that a person should look at.
 */
export type RenameReason = 'id' | 'text' | 'file-name' | 'doubtful';

export interface RenameEdit extends TextEdit {
  readonly reason: RenameReason;
}

/** Edits of one document, in the order of the text, none touching another. */
export interface RenamedDocument {
  readonly uri: string;
  /** Line starts of the text the edits are for. */
  readonly lines: LineIndex;
  readonly edits: readonly RenameEdit[];
}

export interface RenamedFile {
  readonly from: string;
  readonly to: string;
}

/** All that changes with an id. Edits are for documents under their old names: files are renamed after them. */
export interface Renaming {
  readonly id: AchievementId;
  readonly newId: AchievementId;
  readonly documents: readonly RenamedDocument[];
  readonly files: readonly RenamedFile[];
}

/** The change itself, with the ids of the plan in document order. */
export interface Swap {
  readonly from: AchievementId;
  readonly to: AchievementId;
  readonly ids: readonly AchievementId[];
}

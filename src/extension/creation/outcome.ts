import type { NewFile } from '../../engine/create/batch';

export interface FailedFile {
  readonly file: NewFile;
  /** Why, without a full stop. */
  readonly reason: string;
}

/** What became of a batch; a file in neither list was left out in the preview. */
export interface Outcome {
  readonly created: readonly NewFile[];
  readonly failed: readonly FailedFile[];
}

export type ApplyMode = 'at-once' | 'preview';

/** Creates files and says what became of each; the only place of the extension that writes new documents. */
export type ApplyFiles = (files: readonly NewFile[], mode: ApplyMode) => Promise<Outcome>;

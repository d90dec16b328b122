import type { Result } from '../../shared/result';
import type { Asked } from '../edit/guard/asked';
import type { RefusedEdit } from '../edit/guard/refused';
import type { TextEdit } from '../edit/textEdit';
import type { Place } from '../model/text';

/**
 * What to do about it. error: wrong answers follow from it. warning: documents contradict each other, or say what is not
 * understood: resolve it. info: worth knowing. hint: a matter of style.
 */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Something a person should know about a document. */
export interface Finding extends Place {
  /** Documented in docs/rules.md under this very name. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly GuardedFix[];
}

export interface RelatedPlace extends Place {
  readonly message: string;
}

/** A way to fix a finding: edits to ONE document, computed when chosen from the text it has then. */
export interface Fix {
  readonly title: string;
  /** Safe to apply without reading it first. */
  readonly preferred: boolean;
  /** The document the edits are for. */
  readonly uri: string;
  /** What the edits are for: the guard refuses those that do anything else. */
  readonly asked: Asked;
  /** Edits for the present text; empty where the text has moved on and the fix no longer applies. */
  edits(text: string): readonly TextEdit[];
}

/** A fix that changes nothing but what it is for. */
export interface GuardedFix extends Fix {
  /** Empty where the guard refuses them, too. */
  edits(text: string): readonly TextEdit[];
  /** The same with the reason why they are refused. */
  check(text: string): Result<readonly TextEdit[], RefusedEdit>;
  /** The edits before the guard has seen them, for a caller that lets it check several fixes at once. */
  unguarded(text: string): readonly TextEdit[];
}

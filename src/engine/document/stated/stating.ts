import type { IdElement } from '../../facts/stated';
import type { AchievementId } from '../../model/ids';
import type { Span } from '../../model/text';
import type { FieldDirection } from './clause';
import type { PlanIds } from './planIds';

/** Several ids that stand there under another name: `all of Priority 1`, `1.x`, the title of one. */
export interface NamedGroup {
  readonly ids: readonly AchievementId[];
  readonly span: Span;
}

/** What a `Dependencies` or `Blocks` field says. */
export interface StatedText {
  /** In text order. */
  readonly stated: readonly (IdElement | NamedGroup)[];
  /** What looks like an id, a range, a priority or an open question, and what it means nobody can tell. */
  readonly unread: readonly Span[];
  /** Words that no id of the plan is part of: `External API approval`, `PLAN_SHOP 1.1`. */
  readonly notes: readonly Span[];
  /** It says that there are none: `None`, `-`. */
  readonly saysNone: boolean;
}

/** The field's text, and whose it is. */
export interface StatingField {
  /** From behind the label to the end of the field. */
  readonly text: string;
  /** Where that begins in the document. */
  readonly start: number;
  readonly direction: FieldDirection;
  /** The achievement whose field it is. */
  readonly own: AchievementId;
  readonly ids: PlanIds;
  /** Whether the line at an offset is no content (fenced code, comments). */
  readonly isHidden: (offset: number) => boolean;
}

import type { AchievementId, Field } from '../model/achievement';
import type { UnnumberedItem } from '../model/plan';
import type { LineIndex, Span } from '../model/text';

export interface Section {
  /** 1 to 6. */
  readonly depth: number;
  /** Heading text without leading marks and emoji. */
  readonly title: string;
  /** The heading line. */
  readonly heading: Span;
  /** From the heading to the next heading of the same or a lesser depth. */
  readonly span: Span;
}

/** A definition as the PLAN has it. */
export interface AchievementFacts {
  readonly id: AchievementId;
  readonly idSpan: Span;
  readonly title: string;
  /** What follows the id, marks and suffixes included. */
  readonly rawTitle: string;
  readonly titleSpan: Span;
  readonly definition: Span;
  readonly body: Span;
  readonly line: number;
  readonly priority: string | undefined;
  /** Effort written behind the title (`⏱️ 4-6 hours`), as written. */
  readonly titleEffort: string | undefined;
  readonly fields: readonly Field[];
  readonly dependencies: readonly StatedId[];
  readonly blocks: readonly StatedId[];
}

export interface StatedId {
  readonly id: AchievementId;
  readonly span: Span;
}

/** What a PLAN file says; see FORMAT A2 to A8 in docs/architecture.md for the rules. */
export interface PlanFacts {
  /** False for files that are only named like a plan (summaries, reports). */
  readonly isPlan: boolean;
  /** The H1 text, or undefined. */
  readonly title: string | undefined;
  readonly sections: readonly Section[];
  /** Definitions in document order; an id defined twice appears twice. */
  readonly achievements: readonly AchievementFacts[];
  readonly unnumbered: readonly UnnumberedItem[];
  /** `### Priority N: …` headings. */
  readonly priorities: readonly PriorityHeading[];
  readonly lines: LineIndex;
}

export interface PriorityHeading {
  readonly number: string;
  readonly title: string;
  readonly span: Span;
}

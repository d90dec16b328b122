import type { AchievementId } from '../model/ids';
import type { Span } from '../model/text';
import type { Edge } from '../rule/edge';
import type { FactKind } from './asked';

/** Something a document says. */
export interface Fact {
  readonly kind: FactKind;
  /** The achievement it is about; empty for none. */
  readonly about: AchievementId;
  /** The same text for the same fact alone. */
  readonly says: string;
  /** What is written over when it becomes another fact; undefined where that is no one place. */
  readonly span?: Span | undefined;
}

/** A dependency with a place that states it: what must go with it. */
export interface StatedEdge extends Edge {
  /** The end of it that is written there. */
  readonly named: AchievementId;
  readonly span: Span;
}

/** Where a document has a place for the dependencies of an achievement, whatever it says there. */
export interface DependencyPlace {
  readonly about: AchievementId;
  /** The label or key, and the rest of its line. */
  readonly label: Span;
  /** The label with everything that belongs to it. */
  readonly block: Span;
}

/** Everything a document says that an edit could change by mistake. */
export interface DocumentSays {
  readonly facts: readonly Fact[];
  readonly edges: readonly StatedEdge[];
  readonly places: readonly DependencyPlace[];
  /** How many errors of syntax it has. */
  readonly problems: number;
}

/** The dependent in a PRP file, which states its own dependencies alone. */
export const OWN: AchievementId = '';

import type { Effort } from '../model/effort';
import type { Lifecycle } from '../model/lifecycle';
import type { LineIndex, Span } from '../model/text';
import type { PlanHeader } from './planSays';

/** A document above PLANs: a GRAMMAPLAN coordinates PLANs, a NORTH_STAR directs GRAMMAPLANs and PLANs. */
export type ParentKind = 'grammaplan' | 'north-star';

/** How a document names another one above or below it. */
export interface NamedDocument {
  /** `plan` for `PLAN_X`; undefined for a name without such a prefix. */
  readonly kind: ParentKind | 'plan' | undefined;
  /** Without prefix and `.md`. */
  readonly name: string;
  readonly span: Span;
  /** One-based. */
  readonly line: number;
}

/** A row of a table of children. */
export interface ChildRow extends NamedDocument {
  /** `PLAN 2` or a column of numbers; else its place in the table, from 1. */
  readonly number: number;
  /** What the row says; undefined where it says nothing that is understood. */
  readonly state: Lifecycle | undefined;
  /** From 0 to 1. */
  readonly progress: number | undefined;
  readonly effort: Effort | undefined;
  /** Names or numbers of children, as written; empty for none. */
  readonly after: readonly string[];
}

/** A progress that the document states of all its children. */
export interface StatedProgress {
  /** From 0 to 1. */
  readonly progress: number;
  readonly span: Span;
  readonly line: number;
}

/** What a GRAMMAPLAN or NORTH_STAR says. */
export interface ParentFacts {
  readonly title: string | undefined;
  readonly header: PlanHeader;
  /** Every row about a child, in text order: a child may stand in several tables. */
  readonly children: readonly ChildRow[];
  readonly stated: readonly StatedProgress[];
  /** The documents above it. */
  readonly parents: readonly NamedDocument[];
  readonly lines: LineIndex;
}

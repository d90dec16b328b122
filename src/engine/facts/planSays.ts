import type { AchievementId } from '../model/ids';
import type { Span } from '../model/text';
import type { IdElement, StatedId } from './stated';

/** Where a PLAN says that its finished work lies, or will lie. */
export interface ArchiveLocation {
  /** As written, without marks and the slash at the end; `/` between folders. */
  readonly path: string;
  readonly span: Span;
  /** Part of the path is still to be filled in: `feature-YYYY-MM`, `[date]`. */
  readonly isPlaceholder: boolean;
}

/** Achievements that a PLAN itself calls complete. */
export interface CompletionClaims {
  readonly ids: ReadonlySet<AchievementId>;
  /** The first line that does. */
  readonly first: { readonly span: Span; readonly line: number } | undefined;
}

/** A place that says which achievement comes next: `**Next**: Achievement 2.1 (Title)`. */
export interface NextMarker {
  readonly id: AchievementId;
  readonly idSpan: Span;
  /** What follows the id as its name, in brackets or to the end of the line; undefined where nothing does. */
  readonly title: string | undefined;
  readonly titleSpan: Span;
  /** True where id and title are all that is said, so that another achievement can take their place. */
  readonly isPlain: boolean;
}

/** What stands behind a label in the header of a PLAN. */
export interface HeaderValue {
  /** As written, without blanks around. */
  readonly text: string;
  readonly span: Span;
  /** One-based. */
  readonly line: number;
}

/** What a PLAN says of itself above its first section. */
export interface PlanHeader {
  readonly status: HeaderValue | undefined;
  readonly priority: HeaderValue | undefined;
}

/** A line of the index that names one achievement. */
export interface IndexEntry extends StatedId {
  /** The line, without its line break. */
  readonly line: Span;
  /** What it calls the achievement, without marks and efforts behind it; undefined where it has only the id. */
  readonly title: string | undefined;
  /** Where the title stands; empty behind the line's end where there is none. */
  readonly titleSpan: Span;
  readonly form: EntryForm;
  /** False where lines below belong to it: a deeper list, text below a heading. */
  readonly standsAlone: boolean;
}

/** How an entry is written: as an item of a list, a row of a table, a heading, or a line of text. */
export type EntryForm = 'item' | 'row' | 'heading' | 'line';

/** The section of a PLAN that lists its achievements without defining them (FORMAT A4). */
export interface PlanIndex {
  readonly heading: Span;
  /** Lines that name one achievement, by the id they start with. */
  readonly entries: readonly IndexEntry[];
  /** Ids and ranges that are all there is of a line, of a table cell or behind a colon; entries are among them. */
  readonly elements: readonly IdElement[];
  /** Every number that may be an id, wherever it stands in the section. */
  readonly mentioned: ReadonlySet<AchievementId>;
  /** True where it names ranges (`1.1-1.4`), so that what it leaves out cannot be told. */
  readonly hasRanges: boolean;
}

/** A plan that a line of a PLAN names, once for each line. */
export interface PlanMention {
  /** `<NAME>` of `PLAN_<NAME>`. */
  readonly name: string;
  /** Written without `PLAN_`: it names a plan only if there is one of that name. */
  readonly isBare: boolean;
  /** `PLAN_<NAME>` with its `.md`, or the bare name, where the line has it first. */
  readonly span: Span;
  /** Target of a link, relative to the PLAN and encoded as it is written; undefined in running text. */
  readonly path: string | undefined;
  /** Achievements that are named beside it as that plan's. */
  readonly achievements: readonly IdElement[];
  readonly relation: PlanRelation;
  /** The achievement of this PLAN in whose definition the line stands. */
  readonly own: AchievementId | undefined;
}

/**
 * What a PLAN says of another plan. `hard`: this one cannot begin before the other is complete; `order`: it comes after
 * the other; `soft`: it has use for the other, and need not wait; `blocks`: the other cannot begin before this one is
 * complete; `precedes`: the other comes after this one; `informs`: this one tells the other something; `related`: none
 * of these for sure.
 */
export type PlanRelation = 'hard' | 'order' | 'soft' | 'blocks' | 'precedes' | 'informs' | 'related';

/** What a stated number counts. */
export type Counted = 'total' | 'complete' | 'percent' | 'priorities' | 'subplans' | 'executions';

export interface StatedNumber {
  readonly counts: Counted;
  readonly value: number;
  readonly span: Span;
}

/** A line of a PLAN that states totals of the whole plan, in text order of its numbers. */
export type StatedTotals = readonly StatedNumber[];

/** What a search for references goes by. */
export interface ReferenceSearch {
  /** Ids that exist: these are not looked for. */
  readonly isKnown: (id: AchievementId) => boolean;
  /** `<NAME>` of the plan: what stands beside the name of another plan is meant there. */
  readonly planName: string;
}

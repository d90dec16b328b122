import type { AchievementId } from '../model/ids';
import type { LineIndex, Span } from '../model/text';
import type { Field } from './field';
import type { NamedDocument } from './parentFacts';
import type {
  ArchiveLocation,
  CompletionClaims,
  NextMarker,
  PlanHeader,
  PlanIndex,
  PlanMention,
  ReferenceSearch,
  StatedTotals,
} from './planSays';
import type { IdElement, NamedPath, StatedId, StatedWords } from './stated';

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
  /** False where no field states dependencies or blocks; known without the fields once it was asked. */
  readonly mayStateDependencies: boolean;
  /** False where no estimate below it can be one that is not wholly understood, which is known without its fields. */
  readonly mayDoubtEffort: boolean;
  /** Whether these very letters stand anywhere in its body; much quicker than reading fields. */
  says(letters: string): boolean;
  /** Read when first asked for. */
  readonly fields: readonly Field[];
  readonly dependencies: readonly StatedId[];
  readonly blocks: readonly StatedId[];
  /** What the fields for both say, as written and each time it is written. */
  readonly statedElements: readonly IdElement[];
  /** What the fields for both say in words. */
  readonly statedWords: StatedWords;
  /** Files and folders that its deliverables name. */
  deliverablePaths(): readonly NamedPath[];
  /** The same, and names of files without a folder. */
  deliverableFiles(): readonly NamedPath[];
}

/** A line that looks like a definition but is not one, of an achievement that no other line defines. */
export interface UnreadDefinition {
  readonly reason: UnreadReason;
  /** The id as written; of a table all ids that nothing defines, joined by commas. */
  readonly id: string;
  /** The line; of a table its first. */
  readonly span: Span;
  /** One-based. */
  readonly line: number;
}

/** Where a plan that defines nothing seems to define achievements. */
export interface PassedOver {
  /** The heading it stands below, whose name is why it does not count; undefined above all headings of depth 2 and more. */
  readonly section: string | undefined;
  /** One-based. */
  readonly line: number;
}

/** What a PLAN file says; see FORMAT A2 to A8 in docs/format.md for the rules. */
export interface PlanFacts {
  /** False for files that are only named like a plan (summaries, reports). */
  readonly isPlan: boolean;
  /** The H1 text, or undefined. */
  readonly title: string | undefined;
  /** What it says of itself above its first section. */
  readonly header: PlanHeader;
  readonly sections: readonly Section[];
  /** Definitions in document order; an id defined twice appears twice. */
  readonly achievements: readonly AchievementFacts[];
  /** What looks like a definition and is none, in document order. */
  readonly unreadDefinitions: readonly UnreadDefinition[];
  /** What seems to define achievements and was passed over; looked for when asked, where the plan defines none. */
  readonly passedOver: () => PassedOver | undefined;
  readonly unnumbered: readonly UnnumberedItem[];
  /** `### Priority N: …` headings. */
  readonly priorities: readonly PriorityHeading[];
  /** What the Achievement Index lists; read when first asked for. */
  readonly achievementIndex: () => PlanIndex | undefined;
  /** Ids that running text calls achievements and that do not exist: see `references.ts`. */
  readonly unknownReferences: (search: ReferenceSearch) => readonly StatedId[];
  /** Lines that name a plan, this one itself included; read when first asked for, and kept: they are few. */
  readonly planMentions: () => readonly PlanMention[];
  /** The documents above it, as it says; read when first asked for, and kept. */
  readonly parents: () => readonly NamedDocument[];
  /** Where it says that finished work lies; read when first asked for, and kept: there is one, if any. */
  readonly archiveLocations: () => readonly ArchiveLocation[];
  /** Places that say what comes next; read when first asked for. */
  readonly nextMarkers: () => readonly NextMarker[];
  /** Lines that state totals of the whole plan; read when first asked for. */
  readonly statedTotals: () => readonly StatedTotals[];
  /** What it says of its own completion; read when first asked for, and kept. */
  readonly completionClaims: () => CompletionClaims;
  /** Whether these very letters stand anywhere in the document. */
  says(letters: string): boolean;
  readonly lines: LineIndex;
  /** Makes the facts small until somebody asks for what is read late; worth it for plans that nobody looks at. */
  readonly putAway: () => void;
}

export interface PriorityHeading {
  readonly number: string;
  readonly title: string;
  readonly span: Span;
}

export interface UnnumberedItem {
  readonly number: number;
  readonly title: string;
  readonly span: Span;
  /** One-based. */
  readonly line: number;
}

/** Why a line that looks like a definition is none. */
export type UnreadReason =
  | 'struck-out'
  | 'id'
  | 'misspelt'
  | 'check-box'
  | 'quoted'
  | 'plain'
  | 'indented'
  | 'without-colon'
  | 'without-word'
  | 'table'
  /** Its title is longer than any that could be shown. */
  | 'too-long'
  /** Under another name: `**Task 1.2**: …`. */
  | 'word'
  /** Between tags, or in one. */
  | 'tag'
  /** In a part of the plan that does not define achievements. */
  | 'section'
  /** Behind a fence or comment that nothing closes. */
  | 'unclosed';

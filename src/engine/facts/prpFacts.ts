import type { Effort } from '../model/effort';
import type { AchievementId } from '../model/ids';
import type { LineIndex, Span } from '../model/text';
import type { Words } from './stated';

/** A file that is named like a PRP. */
export interface PrpFacts {
  /** A PRP, a plan whose phases are to become PRPs, or another document about PRPs. */
  readonly kind: 'prp' | 'batch-plan' | 'document';
  /** Normalised: `PRP-47.2.1`, whether it was written with or without the prefix; that of the file where none is written. */
  readonly id: AchievementId;
  /** The id in the front matter where that is the id, else the first line. */
  readonly idSpan: Span;
  /** What the front matter says as id, whether or not it is one. */
  readonly writtenId: WrittenId | undefined;
  /** The id in the name of the file. */
  readonly fileId: AchievementId | undefined;
  readonly title: string;
  /** Undefined where there is none. */
  readonly frontMatter: FrontMatterPlace | undefined;
  /** Ids that the front matter depends on, each where it is said. */
  readonly dependencies: readonly PrpReference[];
  /** How the dependencies are written, for edits. */
  readonly dependencyList: PrpList | undefined;
  /** What else stands where dependencies are stated: ranges, titles, notes, and what nobody can read. */
  readonly otherDependencies: StatedDependencies['said'];
  readonly blocks: StatedDependencies['blocks'];
  readonly claimedStatus: string | undefined;
  readonly batch: { readonly name: string; readonly span: Span } | undefined;
  /** The stage that it says it belongs to: a claim. */
  readonly stage: { readonly number: number; readonly span: Span } | undefined;
  readonly files: readonly NamedFile[];
  /** Commits that the front matter names as its execution, as written. */
  readonly commits: readonly { readonly hash: string; readonly span: Span }[];
  /** Keys that are read as none, and are nearly one that is. */
  readonly misspeltKeys: readonly { readonly key: string; readonly meant: PrpKey; readonly span: Span }[];
  readonly phases: readonly Phase[];
  readonly effort: Effort | undefined;
  readonly actual: Effort | undefined;
  /** What is wrong with the front matter, at its place. */
  readonly problems: readonly { readonly message: string; readonly span: Span }[];
  readonly lines: LineIndex;
  /** The same for files of the same text. */
  readonly fingerprint: string;
}

export interface WrittenId {
  readonly key: string;
  readonly text: string;
  readonly span: Span;
  readonly id: AchievementId | undefined;
}

export interface PrpReference {
  readonly id: AchievementId;
  readonly span: Span;
  /** The element of the list, or the value, that says it. */
  readonly item: Span;
  readonly slug: string | undefined;
  readonly isSoft: boolean;
}

/** What the dependency keys of a front matter say. */
export interface StatedDependencies {
  /** In text order of each key; `item` is the element of a list or the value that says it. */
  readonly said: readonly (Said & { readonly item: Span })[];
  /** What others wait for this PRP (`blocks`). */
  readonly blocks: readonly (Said & { readonly item: Span })[];
  /** How the value of `dependencies` is written; undefined where an edit could not reach it. */
  readonly list: PrpList | undefined;
}

/**
 * The value of `dependencies`: a list in brackets, one with a line per item, one id without a list, or several in one
 * text.
 */
export interface PrpList {
  readonly style: 'flow' | 'block' | 'alone' | 'text';
  /** Behind the colon of the key. */
  readonly keyEnd: number;
  /** In text order, whatever they say. */
  readonly items: readonly Span[];
}

/** A file that a PRP says it changes. */
export interface NamedFile {
  /** Without marks, notes and a leading `./`. */
  readonly path: string;
  readonly span: Span;
}

/** What a key of the front matter of a PRP file says; spelled `prp_id`, `prpId` or `prp-id`, it is the same key. */
export type PrpKey =
  | 'id'
  | 'title'
  | 'status'
  | 'dependencies'
  | 'soft'
  | 'blocks'
  | 'hours'
  | 'actual'
  | 'batch'
  | 'stage'
  | 'files'
  | 'commit';

/** A phase of a BATCH-PLAN: what is to become a PRP. */
export interface Phase {
  /** `4`, `2a`. */
  readonly number: string;
  readonly title: string;
  readonly heading: Span;
  /** Up to the next phase or heading of its depth. */
  readonly body: Span;
  readonly dependencies: readonly PhaseReference[];
  readonly notes: readonly Words[];
  readonly unread: readonly Words[];
  readonly files: readonly NamedFile[];
  readonly effort: Effort | undefined;
}

/** All phases from one to another; one where both are the same. */
export interface PhaseReference {
  readonly from: string;
  readonly to: string;
  readonly span: Span;
}

/** One thing that a value of `dependencies` says, at its place. */
export type Said =
  /** It begins with an id: an edge. */
  | {
      readonly kind: 'id';
      readonly id: AchievementId;
      /** Of the id without quotation marks and notes. */
      readonly span: Span;
      /** `base` of `PRP-5.1.1-base.md`. */
      readonly slug: string | undefined;
      readonly isSoft: boolean;
    }
  /** All from one to the other, or all whose ids begin with one (`PRP-46.x`). */
  | {
      readonly kind: 'range';
      readonly from: AchievementId;
      readonly to: AchievementId | undefined;
      readonly span: Span;
      readonly isSoft: boolean;
    }
  /** Other words: a title, a slug or a file name of a PRP, else a note. */
  | { readonly kind: 'words'; readonly text: string; readonly span: Span; readonly isSoft: boolean }
  /** What stands beside an id: for people. */
  | { readonly kind: 'note'; readonly text: string; readonly span: Span }
  /** It looks like an id or an open question, and nobody can tell what is meant. */
  | { readonly kind: 'unread'; readonly text: string; readonly span: Span };

/** Where the YAML front matter of a document stands. */
export interface FrontMatterPlace {
  /** The line that opens it: three hyphens, or these and a comment. */
  readonly opening: Span;
  /** The YAML between the two rules. */
  readonly content: Span;
  /** Behind the line that closes it, its line break included. */
  readonly end: number;
  /** False where no rule closes it: then it reaches to the first blank line or heading. */
  readonly isClosed: boolean;
}

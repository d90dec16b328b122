import type { ParallelFacts } from '../facts/parallelFacts';
import type { PlanFacts, UnnumberedItem } from '../facts/planFacts';
import type { PrpFacts } from '../facts/prpFacts';
import type { EvidenceFacts } from '../facts/workFacts';
import type { Achievement } from './achievement';
import type { EvidenceName } from './fileName';
import type { AchievementId } from './ids';
import type { FolderState } from './lifecycle';
import type { Place, Span } from './text';

export type PlanKind = 'plan' | 'prp-batch';

/** Which document the dependencies come from; `none` means nobody stated any, not that all is parallel. */
export type DependencySource = 'parallel.json' | 'plan' | 'none';

/** The folder and name a plan's new documents take; see `create/naming.ts`. */
export interface PlanFolders {
  /** Folder that holds `subplans/` and `execution/`. */
  readonly root: string;
  readonly subplans: string;
  readonly executions: string;
  readonly feedbacks: string;
}

/** A SUBPLAN, EXECUTION_TASK or feedback file that belongs to this plan but to no achievement for sure. */
export interface StrayDocument {
  readonly uri: string;
  /** `foreign`: neither its name nor its header leads to a plan that is here. */
  readonly reason: 'orphan' | 'ambiguous' | 'foreign';
  /** What the file says: its header id or its digits, or `PLAN_<NAME>` where it names another plan. */
  readonly says: string;
  readonly candidates: readonly AchievementId[];
}

/** A SUBPLAN, EXECUTION_TASK or feedback file of an achievement, with what it says. */
export interface WorkDocument {
  readonly file: {
    readonly uri: string;
    /** Base name. */
    readonly name: string;
    readonly reads: EvidenceName;
    /** Folder that holds `subplans/` and `execution/`. */
    readonly root: string;
  };
  readonly facts: EvidenceFacts;
  /** Why it proves nothing: a later attempt is in force, or it is a copy. Undefined for what counts. */
  readonly standing?: 'superseded' | 'copy';
}

/** A document that lies in several places with different contents; the first one is in force. */
export interface DifferingCopies {
  readonly id: AchievementId;
  readonly uri: string;
  readonly copies: readonly string[];
}

/** Where a PLAN says that its finished work lies, or will lie. */
export interface PlanArchive {
  /** The path as the PLAN writes it, the first one where there are several; undefined where it declares none. */
  readonly declared: string | undefined;
  readonly span: Span;
  /** One-based; undefined where nothing is declared. */
  readonly line: number | undefined;
  /** Why nobody can tell where it is: to be filled in, several paths that differ, or outside of the workspace. */
  readonly problem: 'placeholder' | 'several' | 'outside' | undefined;
  /** Every place that declares one, with its path. */
  readonly places: readonly { readonly path: string; readonly span: Span }[];
  /** Folders it names that exist; work below them counts. */
  readonly roots: readonly string[];
  /** Where work is to be archived: the folder declared, else `documentation/archive/<name>`; it need not exist. */
  readonly destination: () => string;
}

/** A plan joined from its documents; nothing in it is computed from the graph. */
export interface Plan {
  /** Whether the workspace surely lacks what a relative path names; undefined where nobody can tell. */
  readonly isMissing?: (path: string) => boolean;
  /** The folder around it, inside the workspace, whose name says its state. */
  readonly placed?: FolderState | undefined;
  readonly kind: PlanKind;
  /** `<NAME>` of `PLAN_<NAME>.md`; `PRP-47` for a batch, `PRP-A-E` for a family of letters, else the PRPs folder. */
  readonly name: string;
  /** The PLAN file; for a PRP batch its PRPs folder with `#<name>`. Unique in a snapshot. */
  readonly uri: string;
  readonly folders: PlanFolders;
  readonly achievements: readonly Achievement[];
  readonly dependencySource: DependencySource;
  readonly parallel: ParallelDocument | undefined;
  /** Facts of the PLAN file; undefined for a PRP batch. */
  readonly facts: PlanFacts | undefined;
  /** Results a retrospective plan lists without ids (`### 1. Title`). */
  readonly unnumbered: readonly UnnumberedItem[];
  readonly strays: readonly StrayDocument[];
  /** The files of a PRP batch, in the order of its achievements; a BATCH-PLAN has none. */
  readonly prps?: readonly PrpDocument[];
  /** Documents that lie in several places and differ. */
  readonly differingCopies?: readonly DifferingCopies[];
  /** Undefined for what has no PLAN. */
  readonly archive?: PlanArchive;
  /** Every document that belongs to an achievement, by its id, what proves nothing included; no entry for none. */
  readonly work: ReadonlyMap<AchievementId, readonly WorkDocument[]>;
}

/** A file of a PRP batch, with the id it has there. */
export interface PrpDocument {
  readonly id: AchievementId;
  readonly uri: string;
  readonly facts: PrpFacts;
  /** Where other files below the same PRPs folder say that they are this PRP. */
  readonly twins: readonly Place[];
}

export interface ParallelDocument {
  readonly uri: string;
  readonly facts: ParallelFacts;
}

/** For how many achievements of a plan its documents say what depends on what. */
export interface DependencyCoverage {
  readonly stated: number;
  readonly of: number;
}

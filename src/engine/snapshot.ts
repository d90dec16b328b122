import type { Family } from './links/family';
import type { PlanTiers } from './links/tiers';
import type { AnalysedPlan } from './model/analysis';
import type { ParentPlan } from './model/parent';
import type { LineIndex } from './model/text';
import type { Finding } from './rule/finding';

/** Everything there is to show, computed once; never changes after it was handed out. */
export interface Snapshot {
  /** What goes on first, what is over last (`byState`); then by URI. */
  readonly plans: readonly AnalysedPlan[];
  /** The GRAMMAPLANs and NORTH_STARs, by URI. */
  readonly parents: readonly ParentPlan[];
  /** Which of the plans come first; worked out when first asked for. */
  readonly tiers: () => PlanTiers;
  /** What is below each of {@link parents}; worked out when first asked for. */
  readonly families: () => readonly Family[];
  /** By document, then by place. */
  readonly findings: readonly Finding[];
  /** The plan that owns a document: its PLAN, parallel.json, SUBPLANs, EXECUTION_TASKs, feedback, PRP files. */
  planOf(uri: string): AnalysedPlan | undefined;
  findingsOf(uri: string): readonly Finding[];
  /** Line starts of a document that was read, for turning offsets into positions. */
  linesOf(uri: string): LineIndex | undefined;
  /** False before the first reading is finished, and while very many documents are read: plans may be missing. */
  readonly isComplete: boolean;
}

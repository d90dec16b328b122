import type { Edge } from '../model/edge';
import type { AchievementId } from '../model/ids';
import type { Place } from '../model/text';

/** `certain`: the PLAN states it as a dependency; `likely`: a sentence or a file says so; `possible`: worth a look. */
export type Confidence = 'certain' | 'likely' | 'possible';

/** Which source said it; each has a file of its own, with its rule. */
export type EvidenceSource =
  | 'dependencies-field'
  | 'blocks-field'
  | 'statement'
  | 'sentence'
  | 'subplan'
  | 'deliverable'
  | 'mention'
  | 'priority'
  | 'model';

/** Why an edge is proposed. */
export interface EdgeEvidence {
  readonly source: EvidenceSource;
  /** What to look at; for a model the definition of the achievement it spoke of. */
  readonly place: Place;
  /** The very text at {@link place}; for a model who said it. */
  readonly quote: string;
}

/** What one source says of one edge. */
export interface Candidate extends Edge {
  readonly confidence: Confidence;
  readonly evidence: EdgeEvidence;
}

/** An edge with everything that speaks for it. */
export interface ProposedEdge extends Edge {
  readonly confidence: Confidence;
  /** The strongest first; at least one. */
  readonly evidence: readonly [EdgeEvidence, ...(readonly EdgeEvidence[])];
  /** It follows from edges that are at least as sure, so writing it down would say nothing new. */
  readonly isRedundant: boolean;
}

/** An edge left out because surer ones say the opposite. */
export interface Conflict {
  readonly edge: ProposedEdge;
  /** The cycle it would close, along "depends on", closed; undefined where looking for it takes too long. */
  readonly cycle: readonly AchievementId[] | undefined;
}

/** A priority that would wait for the one before it by more pairs than anybody could look through: none is proposed. */
export interface TooManyPairs {
  readonly priority: string;
  /** The priority before. */
  readonly before: string;
  /** How many achievements would wait. */
  readonly waiting: number;
  /** For how many of {@link before} each of them. */
  readonly last: number;
}

/** `Priority 2 after priority 1 is left out: each of 200 achievements would wait for 150, …` */
export const tooManyWords = ({ priority, before, waiting, last }: TooManyPairs): string =>
  `Priority ${priority} after priority ${before} is left out: each of ${waiting} achievements would wait for ${last}, ` +
  `${waiting * last} dependencies in all. State in the PLAN what they wait for`;

/** Dependencies that a plan suggests; all edges together close no cycle. */
export interface Proposal {
  /** Every achievement once, in the order of the PLAN. */
  readonly achievements: readonly AchievementId[];
  /** In the order of the PLAN. */
  readonly edges: readonly ProposedEdge[];
  readonly conflicts: readonly Conflict[];
  /** Priorities by which nothing was proposed, because it would have been too much. */
  readonly tooMany: readonly TooManyPairs[];
}

const CONFIDENCES: readonly Confidence[] = ['certain', 'likely', 'possible'];

/** Whether `confidence` is no weaker than `least`. */
export const isAtLeast = (confidence: Confidence, least: Confidence): boolean =>
  CONFIDENCES.indexOf(confidence) <= CONFIDENCES.indexOf(least);

/**
 * Whether an edge is taken unless a person decides otherwise: sure enough, saying something new, or by priority, which
 * nobody gets without asking for it.
 */
export const isTaken = ({ confidence, evidence, isRedundant }: ProposedEdge, least: Confidence): boolean =>
  !isRedundant && (isAtLeast(confidence, least) || evidence[0].source === 'priority');

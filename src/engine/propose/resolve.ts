import type { Edge } from '../model/edge';
import type { AchievementId } from '../model/ids';
import { EdgeOrder } from './edgeOrder';
import type { Candidate, Conflict, EdgeEvidence, EvidenceSource, ProposedEdge } from './proposal';

/** The surer of two sources first. */
const SOURCES: readonly EvidenceSource[] = [
  'dependencies-field',
  'blocks-field',
  'statement',
  'sentence',
  'subplan',
  'deliverable',
  'mention',
  'priority',
  'model',
];
/** More is said of an edge than anybody reads. */
const MOST_EVIDENCE = 8;

/** What goes into a proposal besides the candidates. */
export interface Known {
  /** Every achievement of the PLAN, with its place. */
  readonly order: ReadonlyMap<AchievementId, number>;
  /** What a parallel.json states already: it stays, and is not proposed again. */
  readonly present: readonly Edge[];
}

/**
 * Makes one edge of everything that is said of it, and leaves out what would close a cycle: surer edges come first,
 * among equals those along the order of the PLAN, and what then contradicts them is a conflict. Edges of the same
 * sureness or a surer one that an edge follows from make it redundant, unless a `Dependencies` field states it.
 */
export const resolve = (
  candidates: readonly Candidate[],
  { order, present }: Known,
): { readonly edges: readonly ProposedEdge[]; readonly conflicts: readonly Conflict[] } => {
  const written = new Set(present.map(keyOf));
  const merged = merge(candidates.filter((each) => !written.has(keyOf(each))));
  const isAgainstOrder = (edge: Edge): boolean =>
    placeIn(order, edge.dependency) > placeIn(order, edge.dependent);
  const byPlace = (one: Edge, other: Edge): number =>
    placeIn(order, one.dependent) - placeIn(order, other.dependent) ||
    placeIn(order, one.dependency) - placeIn(order, other.dependency);
  const known = new EdgeOrder([...order.keys()], present);
  const edges: ProposedEdge[] = [];
  const conflicts: Conflict[] = [];
  for (const tier of [0, 1, 2, 3]) {
    const proposed = merged
      .filter((edge) => tierOf(edge) === tier)
      .sort(
        (one, other) => Number(isAgainstOrder(one)) - Number(isAgainstOrder(other)) || byPlace(one, other),
      );
    const refused = known.add(proposed);
    const accepted = proposed.filter((edge) => !refused.has(edge));
    const redundant = known.redundantAmong(accepted.filter((edge) => !isStated(edge)));
    for (const edge of accepted) edges.push(redundant.has(edge) ? { ...edge, isRedundant: true } : edge);
    for (const [edge, cycle] of refused) conflicts.push({ edge, cycle });
  }
  return {
    edges: edges.sort(byPlace),
    conflicts: conflicts.sort((one, other) => byPlace(one.edge, other.edge)),
  };
};

/** What a `Dependencies` field says is written down whether it follows from others or not: the two would differ else. */
const isStated = ({ evidence }: ProposedEdge): boolean =>
  evidence.some(({ source }) => source === 'dependencies-field');

const placeIn = (order: Known['order'], id: AchievementId): number => order.get(id) ?? order.size;

const keyOf = ({ dependent, dependency }: Edge): string => `${dependent}>${dependency}`;

/** By priority comes before what is only possible: somebody asked for it. */
const tierOf = ({ confidence, evidence: [first] }: ProposedEdge): number => {
  if (confidence === 'certain') return 0;
  if (confidence === 'likely') return 1;
  return first.source === 'priority' ? 2 : 3;
};

const merge = (candidates: readonly Candidate[]): readonly ProposedEdge[] => {
  const byEdge = new Map<string, Candidate[]>();
  for (const each of candidates) {
    const key = keyOf(each);
    const same = byEdge.get(key);
    if (same) same.push(each);
    else byEdge.set(key, [each]);
  }
  return [...byEdge.values()].flatMap((same) => mergeEdge(same));
};

const CONFIDENCES = ['certain', 'likely', 'possible'];

const mergeEdge = (same: Candidate[]): readonly ProposedEdge[] => {
  same.sort(
    (one, other) =>
      CONFIDENCES.indexOf(one.confidence) - CONFIDENCES.indexOf(other.confidence) ||
      SOURCES.indexOf(one.evidence.source) - SOURCES.indexOf(other.evidence.source),
  );
  const [strongest] = same;
  const [first, ...others] = distinct(same.map(({ evidence }) => evidence));
  if (!strongest || !first) return [];
  const { dependent, dependency, confidence } = strongest;
  return [
    {
      dependent,
      dependency,
      confidence,
      evidence: [first, ...others.slice(0, MOST_EVIDENCE - 1)],
      isRedundant: false,
    },
  ];
};

/** Several names in one line are one piece of evidence. */
const distinct = (all: readonly EdgeEvidence[]): readonly EdgeEvidence[] => {
  const seen = new Set<string>();
  return all.filter(({ place, quote }) => {
    const key = `${place.uri} ${quote}`;
    return !seen.has(key) && seen.add(key);
  });
};

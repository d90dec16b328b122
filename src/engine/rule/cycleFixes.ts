import type { AnalysedPlan, Cycle, CycleBreaks } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { hoursWords } from '../words/hours';
import { type Edge, edgeKey, edgeOf, type Statement } from './edge';
import { removeEdgeFix, removeEdgesFix } from './edgeFixes';
import { removalOf } from './edgeWords';
import type { Fix } from './finding';

export type StatedEdge = Edge & Pick<Statement, 'by' | 'uri' | 'span'>;

/** So many dependencies of one cycle are offered. */
const MOST_FIXES = 20;

/**
 * Fixes for the cycles of a plan, given where each edge of a cycle is said: what breaks every cycle among its
 * achievements first, then the other edges of this one, those that reach furthest ahead in the document first.
 */
export const cycleFixes = (
  plan: AnalysedPlan,
  statedEdge: (edge: Edge) => StatedEdge | undefined,
): ((cycle: Cycle, edges: readonly StatedEdge[]) => readonly Fix[]) => {
  const byMember = new Map(
    plan.cycleBreaks().flatMap((breaks) => breaks.achievements.map((id) => [id, breaks] as const)),
  );
  const order = new Map([...plan.byId.keys()].map((id, at) => [id, at]));
  const counts = cyclesByBreaks(plan, byMember);
  const ahead = ({ dependent, dependency }: Edge): number =>
    (order.get(dependency) ?? 0) - (order.get(dependent) ?? 0);
  return (cycle, edges) => {
    const breaks = byMember.get(cycle[0] ?? '');
    const remark = breaks ? remarkOf(breaks, counts.get(breaks) ?? 0) : () => '';
    const rank = ranks(breaks);
    const ranked = [...edges]
      .sort((one, other) => {
        const [a, b] = [rank.get(edgeKey(one)), rank.get(edgeKey(other))];
        if (a || b) return (a?.at ?? rank.size) - (b?.at ?? rank.size);
        return ahead(other) - ahead(one);
      })
      .slice(0, MOST_FIXES);
    return [
      ...(breaks ? togetherFix(breaks, statedEdge) : []),
      ...ranked.flatMap((edge) => {
        const found = rank.get(edgeKey(edge))?.edge;
        return removeEdgesFix([edge], edge, removalOf(edge) + (found ? remark(found.chain) : ''));
      }),
    ];
  };
};

/** The edges that break every cycle, by their place in the ranking. */
const ranks = (breaks: CycleBreaks | undefined) =>
  new Map(breaks?.alone.map((edge, at) => [edgeKey(edgeOf(edge)), { at, edge }]));

const cyclesByBreaks = (
  { cycles }: AnalysedPlan,
  byMember: ReadonlyMap<AchievementId, CycleBreaks>,
): ReadonlyMap<CycleBreaks, number> => {
  const counts = new Map<CycleBreaks, number>();
  for (const cycle of cycles) {
    const breaks = cycle.length > 2 ? byMember.get(cycle[0] ?? '') : undefined;
    if (breaks) counts.set(breaks, (counts.get(breaks) ?? 0) + 1);
  }
  return counts;
};

/** What is worth saying of an edge that breaks every cycle: that it does, and the chain where that makes a difference. */
const remarkOf = ({ alone, unit }: CycleBreaks, count: number): ((chain: number) => string) => {
  const all = count > 2 ? 'breaks every cycle here' : count === 2 ? 'breaks both cycles' : '';
  const isTelling = new Set(alone.map(({ chain }) => chain).filter(Number.isFinite)).size > 1;
  return (chain) => {
    const left =
      isTelling && unit === 'hours' && Number.isFinite(chain) ? `leaves a chain of ${hoursWords(chain)}` : '';
    const remark = [all, left].filter((part) => part !== '').join(', ');
    return remark === '' ? '' : ` (${remark})`;
  };
};

const togetherFix = (
  { together, exact }: CycleBreaks,
  statedEdge: (edge: Edge) => StatedEdge | undefined,
): readonly Fix[] => {
  const edges = together.map((each) => statedEdge(edgeOf(each)));
  const [first] = edges;
  const stated = edges.filter((edge) => edge !== undefined && edge.uri === first?.uri);
  if (!first || stated.length !== together.length) return [];
  const [only] = together;
  if (only && together.length === 1) return removeEdgeFix(edgeOf(only), first);
  const named = together.slice(0, 4).map(({ id, dependsOn }) => `${id} on ${dependsOn}`);
  const more = together.length > 4 ? ` and ${together.length - 4} more` : '';
  const what = exact ? 'the fewest that break every cycle here' : 'which breaks every cycle here';
  const title = `Remove ${together.length} dependencies, ${what}: ${named.join(', ')}${more}`;
  return removeEdgesFix(together.map(edgeOf), first, title);
};

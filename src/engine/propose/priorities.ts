import { groupBy } from '../../shared/groupBy';
import type { AchievementFacts } from '../facts/planFacts';
import type { Edge } from '../model/edge';
import type { AchievementId } from '../model/ids';
import { candidate, type ProposalContext, quoted } from './context';
import type { Candidate, TooManyPairs } from './proposal';

/** Two groups with more pairs than this are no groups a person made. */
const MOST_PAIRS = 20_000;

/** What the priorities suggest, and where that would be too much. */
interface ByPriority {
  readonly candidates: readonly Candidate[];
  readonly tooMany: readonly TooManyPairs[];
}

/**
 * The fallback, on request: an achievement without other known dependencies waits for the previous priority, that is
 * for those achievements of it that no other of it waits for. The edges are possible; their evidence is the heading of
 * the priority.
 *
 * @param known the edges of the other sources and of an existing parallel.json
 */
export const fromPriorities = (context: ProposalContext, known: readonly Edge[]): ByPriority => {
  const candidates: Candidate[] = [];
  const tooMany: TooManyPairs[] = [];
  const groups = [...groupBy(context.achievements, ({ priority }) => priority)].filter(
    ([priority]) => priority !== undefined,
  );
  const hasNeeds = new Set(known.map(({ dependent }) => dependent));
  const headings = new Map(context.facts.priorities.map((heading) => [heading.number, heading]));
  const dependentsOf = groupBy(known, ({ dependency }) => dependency);
  for (const [at, [priority = '', members]] of groups.entries()) {
    const [earlier = '', before] = groups[at - 1] ?? [];
    if (!before) continue;
    const last = lastOf(before, dependentsOf);
    const waiting = members.filter((each) => !hasNeeds.has(each.id) && !statesDependencies(each));
    if (last.length * waiting.length > MOST_PAIRS) {
      tooMany.push({ priority, before: earlier, waiting: waiting.length, last: last.length });
      continue;
    }
    for (const each of waiting) {
      const place = headings.get(priority)?.span ?? each.definition;
      const evidence = quoted('priority', context.document, place);
      for (const id of last) candidates.push(...candidate(context, [each.id, id], 'possible', evidence));
    }
  }
  return { candidates, tooMany };
};

/** Says what it depends on itself, be it nothing. */
export const statesDependencies = ({ mayStateDependencies, fields }: AchievementFacts): boolean =>
  mayStateDependencies && fields.some(({ name }) => name === 'dependencies');

const lastOf = (
  group: readonly AchievementFacts[],
  dependentsOf: ReadonlyMap<AchievementId, readonly Edge[]>,
): readonly AchievementId[] => {
  const ids = new Set(group.map(({ id }) => id));
  const last = group.filter(({ id }) => !dependentsOf.get(id)?.some(({ dependent }) => ids.has(dependent)));
  return (last.length > 0 ? last : group).map(({ id }) => id);
};

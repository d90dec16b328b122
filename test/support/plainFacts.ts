import type { Located, ParallelAchievement, ParallelFacts } from '../../src/engine/facts/parallelFacts';
import type { Span } from '../../src/engine/model/text';

const placed = ({ value, span }: Located): { readonly value: string; readonly span: Span } => ({
  value,
  span,
});

const achievement = (each: ParallelAchievement) => ({
  id: each.id,
  idSpan: each.idSpan,
  span: each.span,
  title: each.title,
  titleSpan: each.titleSpan,
  dependencies: each.dependencies.map((one) => ({ ...placed(one), wasString: one.wasString })),
  blocks: each.blocks.map((one) => ({ ...placed(one), wasString: one.wasString })),
  claimedStatus: each.claimedStatus && placed(each.claimedStatus),
  effort: each.effort,
  actual: each.actual,
  unreadableHours: each.unreadableHours,
  priority: each.priority,
  executor: each.executor,
  subExecutions: each.subExecutions.map((part) => ({
    id: part.id,
    title: part.title,
    dependencies: part.dependencies,
    effort: part.effort,
    executor: part.executor,
    claimedStatus: part.claimedStatus,
    span: part.span,
  })),
});

/** Facts of a parallel.json, which are looked up when asked for, as values that can be compared. */
export const plainFacts = (facts: ParallelFacts) => ({
  dialect: facts.dialect,
  planName: facts.planName && placed(facts.planName),
  parallelizationLevel: facts.parallelizationLevel && placed(facts.parallelizationLevel),
  achievements: facts.achievements.map(achievement),
  listSpan: facts.listSpan,
  crossPriority: facts.crossPriority.map(({ from, to, span }) => ({
    from: placed(from),
    to: placed(to),
    span,
  })),
  totals: facts.totals.map(({ key, value, span }) => ({ key, value, span })),
  problems: facts.problems,
});

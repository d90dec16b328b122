import type { Achievement } from '../model/achievement';
import type { AnalysedAchievement } from '../model/analysis';

/** What the graph says about an achievement. */
export type GraphFacts = Omit<AnalysedAchievement, keyof Achievement>;

/**
 * Joins an achievement with what the graph says about it. Every property is named, because spreading an
 * object of this size and adding to it costs several hundred times as much, and leaves an object that is
 * slow to read; the return type sees to it that none is forgotten. Fields and effort stay unread until asked for.
 */
export const analysedAchievement = (achievement: Achievement, facts: GraphFacts): AnalysedAchievement => ({
  id: achievement.id,
  title: achievement.title,
  uri: achievement.uri,
  definition: achievement.definition,
  idSpan: achievement.idSpan,
  body: achievement.body,
  line: achievement.line,
  priority: achievement.priority,
  get fields() {
    return achievement.fields;
  },
  dependencies: achievement.dependencies,
  get effort() {
    return achievement.effort;
  },
  status: achievement.status,
  evidence: achievement.evidence,
  subplan: achievement.subplan,
  executions: achievement.executions,
  approved: achievement.approved,
  fix: achievement.fix,
  skipped: achievement.skipped,
  claimedStatus: achievement.claimedStatus,
  level: facts.level,
  levelReason: facts.levelReason,
  ready: facts.ready,
  blockedBy: facts.blockedBy,
  dependents: facts.dependents,
});

import type { Achievement, Readiness } from '../model/achievement';
import type { AnalysedAchievement } from '../model/analysis';
import type { AchievementId } from '../model/ids';

/**
 * What the graph of a plan says about its achievements, each asked for by its number. Blockers and dependents take a
 * search, so each is asked at most once.
 */
export interface GraphFacts {
  level(node: number): number | undefined;
  levelReason(node: number): AnalysedAchievement['levelReason'];
  readiness(node: number): Readiness;
  isCovered(node: number): boolean;
  blockedBy(node: number): readonly AchievementId[];
  dependents(node: number): readonly AchievementId[];
}

/**
 * An achievement with what the graph says about it: a view of both, because copying the properties of thousands of
 * achievements took longer than analysing them. Being a class, it must not be spread.
 */
class Analysed implements AnalysedAchievement {
  readonly #achievement: Achievement;
  readonly #facts: GraphFacts;
  readonly #node: number;
  #blockedBy: readonly AchievementId[] | undefined;
  #dependents: readonly AchievementId[] | undefined;

  constructor(achievement: Achievement, facts: GraphFacts, node: number) {
    this.#achievement = achievement;
    this.#facts = facts;
    this.#node = node;
  }

  get id() {
    return this.#achievement.id;
  }

  get title() {
    return this.#achievement.title;
  }

  get uri() {
    return this.#achievement.uri;
  }

  get definition() {
    return this.#achievement.definition;
  }

  get idSpan() {
    return this.#achievement.idSpan;
  }

  get body() {
    return this.#achievement.body;
  }

  get line() {
    return this.#achievement.line;
  }

  get priority() {
    return this.#achievement.priority;
  }

  get fields() {
    return this.#achievement.fields;
  }

  get dependencies() {
    return this.#achievement.dependencies;
  }

  get unreadDependencies() {
    return this.#achievement.unreadDependencies;
  }

  get dependencyNotes() {
    return this.#achievement.dependencyNotes;
  }

  get effort() {
    return this.#achievement.effort;
  }

  get actual() {
    return this.#achievement.actual;
  }

  get status() {
    return this.#achievement.status;
  }

  get evidence() {
    return this.#achievement.evidence;
  }

  get subplan() {
    return this.#achievement.subplan;
  }

  get executions() {
    return this.#achievement.executions;
  }

  get attempts() {
    return this.#achievement.attempts;
  }

  get approved() {
    return this.#achievement.approved;
  }

  get fix() {
    return this.#achievement.fix;
  }

  get skipped() {
    return this.#achievement.skipped;
  }

  get claimedStatus() {
    return this.#achievement.claimedStatus;
  }

  get prp() {
    return this.#achievement.prp;
  }

  get subExecutions() {
    return this.#achievement.subExecutions;
  }

  get level() {
    return this.#facts.level(this.#node);
  }

  get levelReason() {
    return this.#facts.levelReason(this.#node);
  }

  get readiness() {
    return this.#facts.readiness(this.#node);
  }

  get isCovered() {
    return this.#facts.isCovered(this.#node);
  }

  get blockedBy() {
    this.#blockedBy ??= this.#facts.blockedBy(this.#node);
    return this.#blockedBy;
  }

  get dependents() {
    this.#dependents ??= this.#facts.dependents(this.#node);
    return this.#dependents;
  }
}

/** Joins an achievement with what the graph says about its node. */
export const analysedAchievement = (
  achievement: Achievement,
  facts: GraphFacts,
  node: number,
): AnalysedAchievement => new Analysed(achievement, facts, node);

import { lazy } from '../../shared/lazy';
import type { Achievement, AchievementId } from '../model/achievement';
import type { AnalysedAchievement } from '../model/analysis';

/** What the graph says about an achievement; what takes a search is a question, asked at most once. */
export interface GraphFacts extends Pick<AnalysedAchievement, 'level' | 'levelReason' | 'ready'> {
  readonly blockedBy: () => readonly AchievementId[];
  readonly dependents: () => readonly AchievementId[];
}

/**
 * An achievement with what the graph says about it: a view of both, because copying the properties of thousands of
 * achievements took longer than analysing them. Being a class, it must not be spread.
 */
class Analysed implements AnalysedAchievement {
  readonly #achievement: Achievement;
  readonly #facts: GraphFacts;
  readonly #blockedBy;
  readonly #dependents;

  constructor(achievement: Achievement, facts: GraphFacts) {
    this.#achievement = achievement;
    this.#facts = facts;
    this.#blockedBy = lazy(facts.blockedBy);
    this.#dependents = lazy(facts.dependents);
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

  get subExecutions() {
    return this.#achievement.subExecutions;
  }

  get level() {
    return this.#facts.level;
  }

  get levelReason() {
    return this.#facts.levelReason;
  }

  get ready() {
    return this.#facts.ready;
  }

  get blockedBy() {
    return this.#blockedBy();
  }

  get dependents() {
    return this.#dependents();
  }
}

/** Joins an achievement with what the graph says about it. */
export const analysedAchievement = (achievement: Achievement, facts: GraphFacts): AnalysedAchievement =>
  new Analysed(achievement, facts);

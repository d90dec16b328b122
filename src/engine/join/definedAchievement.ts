import { estimateField, readSpent, readSpentBeside, statedEffort } from '../document/estimate/effort';
import type { ParallelAchievement } from '../facts/parallelFacts';
import type { AchievementFacts } from '../facts/planFacts';
import type { Achievement, Dependency } from '../model/achievement';
import type { ActualEffort, Effort } from '../model/effort';
import type { EvidenceState } from './evidenceState';
import type { StatedDependencyWords } from './parallelWords';

const NO_PARTS: readonly never[] = [];

/**
 * An achievement as its PLAN defines it, with what parallel.json and the files add: a view of all three, so that
 * nothing is copied and what only some views ask for (fields, effort) is read when they do. Being a class, it must
 * not be spread.
 */
export class DefinedAchievement implements Achievement {
  readonly #definition: AchievementFacts;
  readonly #listed: ParallelAchievement | undefined;
  readonly #state: EvidenceState;
  readonly #parallelUri: string | undefined;
  readonly uri: string;
  readonly dependencies: readonly Dependency[];
  readonly #words: StatedDependencyWords;

  constructor(
    uri: string,
    definition: AchievementFacts,
    listed: ParallelAchievement | undefined,
    dependencies: readonly Dependency[],
    words: StatedDependencyWords,
    state: EvidenceState,
    parallelUri: string | undefined,
  ) {
    this.uri = uri;
    this.#definition = definition;
    this.#listed = listed;
    this.dependencies = dependencies;
    this.#words = words;
    this.#state = state;
    this.#parallelUri = parallelUri;
  }

  get id() {
    return this.#definition.id;
  }

  get title() {
    return this.#definition.title;
  }

  get definition() {
    return this.#definition.definition;
  }

  get idSpan() {
    return this.#definition.idSpan;
  }

  get body() {
    return this.#definition.body;
  }

  get line() {
    return this.#definition.line;
  }

  get fields() {
    return this.#definition.fields;
  }

  get priority() {
    return this.#definition.priority ?? this.#listed?.priority;
  }

  get claimedStatus() {
    return this.#listed?.claimedStatus?.value;
  }

  get subExecutions() {
    return this.#listed?.subExecutions ?? NO_PARTS;
  }

  get unreadDependencies() {
    return this.#words.unread;
  }

  get dependencyNotes() {
    return this.#words.notes;
  }

  get status() {
    return this.#state.status;
  }

  get evidence() {
    return this.#state.evidence;
  }

  get subplan() {
    return this.#state.subplan;
  }

  get executions() {
    return this.#state.executions;
  }

  get attempts() {
    return this.#state.attempts;
  }

  get approved() {
    return this.#state.approved;
  }

  get fix() {
    return this.#state.fix;
  }

  get skipped() {
    return this.#state.skipped;
  }

  /** As the PLAN says (its own field, else beside the estimate), else parallel.json, else the documents of the work. */
  get actual(): ActualEffort | undefined {
    const { fields, titleEffort } = this.#definition;
    const field = fields.find(({ name }) => name === 'actual');
    const estimate = estimateField(fields)?.value ?? titleEffort;
    const own =
      (field && readSpent(field.value)) ?? (estimate === undefined ? undefined : readSpentBeside(estimate));
    if (own) return { ...own, saidIn: [this.uri] };
    const listed = this.#listed?.actual;
    return listed && this.#parallelUri !== undefined
      ? { ...listed, saidIn: [this.#parallelUri] }
      : this.#state.actual;
  }

  /** The PLAN's own estimate (the Effort field, else what stands behind the title) before parallel.json's. */
  get effort(): Effort | undefined {
    return statedEffort(this.#definition) ?? this.#listed?.effort;
  }
}

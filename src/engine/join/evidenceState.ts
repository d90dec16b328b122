import type { Achievement, ExecutionAttempt } from '../model/achievement';
import type { ActualEffort } from '../model/effort';
import { idsForDigits, type NamedKind } from '../model/fileName';
import type { AchievementId } from '../model/ids';
import { rankEvidence, type StatusProof, statusOf } from '../model/status';
import type { ReadEvidence } from './matchEvidence';

/** The part of an achievement that its files decide. */
export type EvidenceState = Pick<
  Achievement,
  'status' | 'evidence' | 'subplan' | 'executions' | 'attempts' | 'approved' | 'fix' | 'skipped' | 'actual'
>;

export const NO_EVIDENCE: EvidenceState = {
  status: 'not_started',
  evidence: [],
  subplan: undefined,
  executions: [],
  attempts: [],
  approved: undefined,
  fix: undefined,
  skipped: undefined,
  actual: undefined,
};

/** Works out status and documents from the files that belong to one achievement; see `standing.ts`. */
export const evidenceState = (
  id: AchievementId,
  files: readonly ReadEvidence[] | undefined,
): EvidenceState => {
  if (!files) return NO_EVIDENCE;
  return new StateOfFiles(files.length < 2 ? files : [...files].sort(inForceFirst(id)));
};

/** Only the status is kept, the rest is worked out when asked for. Being a class, it must not be spread. */
class StateOfFiles implements EvidenceState {
  readonly status;
  /** The one in force first; copies are none of them. */
  readonly #files: readonly ReadEvidence[];

  constructor(files: readonly ReadEvidence[]) {
    this.#files = files.some(isCopy) ? files.filter((each) => !isCopy(each)) : files;
    this.status = statusOf(ranked(this.#files));
  }

  get evidence() {
    return ranked(this.#files).map(({ kind, uri }) => ({ kind, uri }));
  }

  get subplan() {
    return this.#first('subplan');
  }

  get executions() {
    return this.#executions().map(({ file }) => file.uri);
  }

  get attempts() {
    return this.#executions().map(attemptOf);
  }

  get approved() {
    return this.#first('approved');
  }

  get fix() {
    return this.#first('fix');
  }

  get skipped() {
    return this.#first('skipped');
  }

  get actual() {
    return actualOf(this.#files);
  }

  #first(kind: NamedKind): string | undefined {
    return this.#files.find(({ file }) => file.reads.kind === kind)?.file.uri;
  }

  #executions(): readonly ReadEvidence[] {
    return this.#files.filter(({ file }) => file.reads.kind === 'execution');
  }
}

const isCopy = ({ standing }: ReadEvidence): boolean => standing === 'copy';
const isSuperseded = ({ standing }: ReadEvidence): boolean => standing === 'superseded';

const ranked = (files: readonly ReadEvidence[]): readonly StatusProof[] =>
  rankEvidence(
    (files.some(isSuperseded) ? files.filter((each) => !isSuperseded(each)) : files).map(
      ({ file, facts }) => ({ kind: file.reads.kind, uri: file.uri, showsWork: facts.showsWork }),
    ),
  );

const attemptOf = (each: ReadEvidence): ExecutionAttempt => {
  const { file, facts } = each;
  const begun = facts.showsWork ? 'in_progress' : 'execution_created';
  return {
    execution: file.uri,
    inForce: !isSuperseded(each),
    status: facts.claim?.last === 'complete' ? 'complete' : begun,
  };
};

/** Documents that say what the work took, most trusted first: EXECUTION_TASKs say it for their own part. */
const TELLING: readonly NamedKind[] = ['execution', 'approved', 'subplan'];

/** What those of the most trusted kind that say something add up to; what an earlier attempt took was spent too. */
const actualOf = (files: readonly ReadEvidence[]): ActualEffort | undefined => {
  for (const kind of TELLING) {
    const telling = files.filter(({ file, facts }) => file.reads.kind === kind && facts.spent !== undefined);
    const [first] = telling;
    if (!first) continue;
    const counted = kind === 'execution' ? telling : [first];
    const hours = counted.reduce((sum, { facts }) => sum + (facts.spent ?? 0), 0);
    return { min: hours, max: hours, saidIn: counted.map(({ file }) => file.uri) };
  }
  return undefined;
};

/**
 * What a later attempt took the place of comes last, what carries a suffix after what does not, and one that is named
 * after the achievement before one that only says so in its header.
 */
const inForceFirst =
  (id: AchievementId) =>
  (one: ReadEvidence, other: ReadEvidence): number =>
    Number(isSuperseded(one)) - Number(isSuperseded(other)) ||
    suffixOf(one) - suffixOf(other) ||
    strangerOf(one, id) - strangerOf(other, id) ||
    (one.file.name < other.file.name ? -1 : 1);

const suffixOf = ({ file: { reads } }: ReadEvidence): number => Number(reads.suffix !== undefined);

const strangerOf = ({ file: { reads } }: ReadEvidence, id: AchievementId): number =>
  Number(idsForDigits(reads.digits, [id]).length === 0);

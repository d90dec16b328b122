import type { Achievement, AchievementId } from '../model/achievement';
import type { ActualEffort } from '../model/effort';
import { idsForDigits, type NamedKind } from '../model/fileName';
import { rankEvidence, statusOf } from '../model/status';
import type { ReadEvidence } from './matchEvidence';

/** The part of an achievement that its files decide. */
export type EvidenceState = Pick<
  Achievement,
  'status' | 'evidence' | 'subplan' | 'executions' | 'approved' | 'fix' | 'skipped' | 'actual'
>;

export const NO_EVIDENCE: EvidenceState = {
  status: 'not_started',
  evidence: [],
  subplan: undefined,
  executions: [],
  approved: undefined,
  fix: undefined,
  skipped: undefined,
  actual: undefined,
};

/** Works out status and documents from the files that belong to one achievement. */
export const evidenceState = (
  id: AchievementId,
  files: readonly ReadEvidence[] | undefined,
): EvidenceState => {
  if (!files) return NO_EVIDENCE;
  const sorted = files.length < 2 ? files : [...files].sort(inForceFirst(id));
  const ranked = rankEvidence(
    sorted.map(({ file, facts }) => ({
      kind: file.reads?.kind ?? 'subplan',
      uri: file.uri,
      showsWork: facts.showsWork,
    })),
  );
  const all = (kind: NamedKind): readonly string[] =>
    sorted.filter(({ file }) => file.reads?.kind === kind).map(({ file }) => file.uri);
  return {
    status: statusOf(ranked),
    evidence: ranked.map(({ kind, uri }) => ({ kind, uri })),
    subplan: all('subplan')[0],
    executions: all('execution'),
    approved: all('approved')[0],
    fix: all('fix')[0],
    skipped: all('skipped')[0],
    actual: actualOf(sorted),
  };
};

/** Documents that say what the work took, most trusted first: EXECUTION_TASKs say it for their own part. */
const TELLING: readonly NamedKind[] = ['execution', 'approved', 'subplan'];

/** What those of the most trusted kind that say something add up to. */
const actualOf = (files: readonly ReadEvidence[]): ActualEffort | undefined => {
  for (const kind of TELLING) {
    const telling = files.filter(({ file, facts }) => file.reads?.kind === kind && facts.spent !== undefined);
    const [first] = telling;
    if (!first) continue;
    const counted = kind === 'execution' ? telling : [first];
    const hours = counted.reduce((sum, { facts }) => sum + (facts.spent ?? 0), 0);
    return { min: hours, max: hours, saidIn: counted.map(({ file }) => file.uri) };
  }
  return undefined;
};

/**
 * A file without a suffix is in force before `_V2`, `_RECOVERY` and the like, and one that is named after the
 * achievement before one that only says so in its header.
 */
const inForceFirst =
  (id: AchievementId) =>
  (one: ReadEvidence, other: ReadEvidence): number =>
    suffixOf(one) - suffixOf(other) ||
    strangerOf(one, id) - strangerOf(other, id) ||
    (one.file.name < other.file.name ? -1 : 1);

const suffixOf = ({ file: { reads } }: ReadEvidence): number => Number(reads?.suffix !== undefined);

const strangerOf = ({ file: { reads } }: ReadEvidence, id: AchievementId): number =>
  Number(idsForDigits(reads?.digits ?? '', [id]).length === 0);

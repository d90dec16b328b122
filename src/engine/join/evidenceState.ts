import type { Achievement } from '../model/achievement';
import type { NamedKind } from '../model/fileName';
import { rankEvidence, statusOf } from '../model/status';
import type { ReadEvidence } from './matchEvidence';

/** The part of an achievement that its files decide. */
export type EvidenceState = Pick<
  Achievement,
  'status' | 'evidence' | 'subplan' | 'executions' | 'approved' | 'fix' | 'skipped'
>;

export const NO_EVIDENCE: EvidenceState = {
  status: 'not_started',
  evidence: [],
  subplan: undefined,
  executions: [],
  approved: undefined,
  fix: undefined,
  skipped: undefined,
};

/** Works out status and documents from the files that belong to one achievement. */
export const evidenceState = (files: readonly ReadEvidence[] | undefined): EvidenceState => {
  if (!files) return NO_EVIDENCE;
  const sorted = [...files].sort(bySuffixThenName);
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
  };
};

/** A file without a suffix is in force before `_V2`, `_RECOVERY` and the like. */
const bySuffixThenName = (one: ReadEvidence, other: ReadEvidence): number => {
  const suffixes =
    Number(one.file.reads?.suffix !== undefined) - Number(other.file.reads?.suffix !== undefined);
  return suffixes || (one.file.name < other.file.name ? -1 : 1);
};

import type { Evidence, EvidenceKind, Status } from './achievement';

/** Strongest first: the first kind present decides (DESIGN "Status"). */
const PRECEDENCE: readonly EvidenceKind[] = [
  'commit',
  'folder',
  'approved',
  'fix',
  'execution',
  'subplan',
  'skipped',
];

/** An evidence file with what decides between two states of the same kind. */
export interface StatusProof extends Evidence {
  /** An EXECUTION_TASK in which somebody has worked. */
  readonly showsWork: boolean;
}

/** Everything that proves something is a document, but for commits. */
export const isDocument = ({ kind }: Evidence): boolean => kind !== 'commit';

/** Files of one achievement, strongest first; within a kind the one that decides first, else in given order. */
export const rankEvidence = (proofs: readonly StatusProof[]): readonly StatusProof[] =>
  PRECEDENCE.flatMap((kind) => {
    const same = proofs.filter((proof) => proof.kind === kind);
    return [...same.filter(({ showsWork }) => showsWork), ...same.filter(({ showsWork }) => !showsWork)];
  });

/** Status from files alone: APPROVED > FIX > EXECUTION_TASK with work > EXECUTION_TASK > SUBPLAN > SKIPPED. */
export const statusOf = (ranked: readonly StatusProof[]): Status => {
  const [first] = ranked;
  switch (first?.kind) {
    case undefined:
      return 'not_started';
    case 'commit':
    case 'folder':
    case 'approved':
      return 'complete';
    case 'fix':
      return 'failed';
    case 'execution':
      return first.showsWork ? 'in_progress' : 'execution_created';
    case 'subplan':
      return 'subplan_created';
    case 'skipped':
      return 'skipped';
  }
};

/** Nothing is left to do: neither documents nor a review. */
export const isOver = (status: Status): boolean => status === 'complete' || status === 'skipped';
